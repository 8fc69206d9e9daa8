import PCRE2

/// Reads what patterns and guards have in common.
struct RuleReader {
  let file: String
  /// The name of the pack.
  let pack: String
  let regex: RegexReader

  static let required = ["id", "finds", "regex", "confidence", "match"]
  static let optional = ["caseless", "requires", "nomatch"]

  /// `pack/name` with the name of this pack.
  func id(_ fields: Fields, log: inout DiagnosticLog) -> String? {
    guard let id = fields.text("id", log: &log) else { return nil }
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ RuleReader.isName($0) }) else {
      fields.refuse(
        "id", "\"\(id)\" is no id; write \(pack)/ and a name of lower-case letters, digits and -",
        log: &log)
      return nil
    }
    guard parts[0] == pack else {
      fields.refuse(
        "id", "the ids of this pack begin with \(pack)/; write \(pack)/\(parts[1])", log: &log)
      return nil
    }
    return id
  }

  func compiled(_ fields: Fields, log: inout DiagnosticLog) -> CompiledPattern? {
    // Both keys are read whatever becomes of the other, so that both are checked.
    let caseless = fields.flag("caseless", log: &log) ?? false
    return regex.read(fields, caseless: caseless, log: &log)
  }

  func requirement(_ fields: Fields, log: inout DiagnosticLog) -> Requirement {
    guard let node = fields.node("requires"),
      let requires = Fields(
        node, of: "requires", file: file, required: [], optional: ["literals", "digits"], log: &log)
    else { return Requirement() }
    let literals = requires.texts("literals", log: &log)
    if let literals, literals.isEmpty {
      requires.refuse("literals", "\"literals\" is empty; add one or remove the key", log: &log)
    }
    return Requirement(
      literals: literals?.map(\.text) ?? [],
      digits: requires.integer("digits", in: 1...64, log: &log) ?? 0)
  }

  /// Lower-case letters, digits and hyphens.
  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
