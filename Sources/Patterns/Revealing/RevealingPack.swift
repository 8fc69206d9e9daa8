import PCRE2

/// One file of revealing patterns.
package struct RevealingPack: Sendable {
  /// The part of its patterns' ids before the slash.
  package var name: String
  /// Rises with every change of what the pack finds.
  package var version: Int
  /// One sentence for people.
  package var finds: String
  /// In the order of the file.
  package var patterns: [RevealingPattern]
  package var file: String
}

/// All revealing packs that were parsed together.
package struct RevealingPackSet: Sendable {
  /// By name.
  package let packs: [RevealingPack]
  /// Of all packs: pack by pack by name, and inside one in the order of the file.
  package let patterns: [RevealingPattern]
  let places: [String: RulePlace]

  init(packs: [RevealingPack], places: [String: RulePlace]) {
    self.packs = packs
    patterns = packs.flatMap(\.patterns)
    self.places = places
  }

  /// What the patterns do and say, byte for byte the same for packs that find the same: for the digest of the policy.
  /// Layout, comments, descriptions, examples and file names do not count.
  package var canonical: [UInt8] {
    var canonical = CanonicalBytes()
    for pack in packs { canonical.add(pack) }
    return canonical.bytes
  }

  /// The file that holds the pattern `id`.
  package func file(of id: String) -> String? { places[id]?.file }

  /// A mistake in the pattern `id`, for instance an example that fails.
  ///
  /// - Parameter line: the line of its file, such as an example's; the pattern's own by default.
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

extension CanonicalBytes {
  fileprivate mutating func add(_ pack: RevealingPack) {
    add("revealing")
    add(pack.name)
    add(pack.version)
    add(pack.patterns.count)
    for pattern in pack.patterns { add(pattern) }
  }

  private mutating func add(_ pattern: RevealingPattern) {
    add(pattern.id)
    add(pattern.kind.rawValue)
    add(pattern.compiled.source)
    add(Int(pattern.compiled.options.rawValue))
    add(pattern.groups.map(String.init))
    add(pattern.requirement.literals)
    add(pattern.requirement.digits)
    add(pattern.checks.map(\.rawValue))
    add(pattern.reason)
    add(pattern.suggestion)
  }
}
