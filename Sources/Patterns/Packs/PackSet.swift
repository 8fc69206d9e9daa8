/// One file of rules.
package struct Pack: Sendable {
  /// The part of its rules' ids before the slash.
  package var name: String
  /// Rises with every change of what the pack finds.
  package var version: Int
  /// One sentence for people.
  package var finds: String
  /// In the order of the file.
  package var patterns: [Pattern]
  /// In the order of the file.
  package var guards: [Guard]
  package var file: String
}

/// All packs that were parsed together.
package struct PackSet: Sendable {
  /// By name.
  package let packs: [Pack]
  /// Of all packs: pack by pack by name, and inside one in the order of the file. The same whatever the order the files
  /// were handed in.
  package let patterns: [Pattern]
  /// Of all packs, ordered as `patterns`.
  package let guards: [Guard]
  /// What the rules do, byte for byte the same for packs that find the same: for the digest of the policy. What does
  /// not count is the layout of the file, comments outside a regex, descriptions, examples and file names; a fragment
  /// counts where it is used.
  package var canonical: [UInt8] {
    var canonical = CanonicalBytes()
    for pack in packs { canonical.add(pack) }
    return canonical.bytes
  }
  let places: [String: RulePlace]

  init(packs: [Pack], places: [String: RulePlace]) {
    self.packs = packs
    patterns = packs.flatMap(\.patterns)
    guards = packs.flatMap(\.guards)
    self.places = places
  }

  /// The file that holds the pattern or guard `id`.
  package func file(of id: String) -> String? { places[id]?.file }

  /// Where the pattern or guard `id` stands in its file.
  package func position(of id: String) -> Position? { places[id]?.position }

  /// A mistake in the pattern or guard `id`, for instance an example that fails.
  ///
  /// - Parameter line: the line of its file, such as an example's; the rule's own by default.
  package func diagnostic(
    of id: String, line: Int? = nil, severity: Diagnostic.Severity = .error, _ message: String
  ) -> Diagnostic {
    let place = places[id]
    let position = line.map { Position(line: $0) } ?? place?.position ?? Position(line: 1)
    return Diagnostic(
      file: place?.file ?? id, position: position, severity: severity,
      message: "\(id): \(message)")
  }
}

/// Where a rule is written.
struct RulePlace: Sendable {
  var file: String
  var position: Position
}
