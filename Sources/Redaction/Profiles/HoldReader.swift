import Patterns

/// Reads `hold:` of a profile: what holds a document for a person's decision.
struct HoldReader {
  let file: String

  /// The rule as one file says it; what it leaves out comes from the profile it extends.
  struct Draft: Sendable {
    var limit: Int?
    var decisive: Set<RevealingKind>?
    var weights: [RevealingKind: Int] = [:]
  }

  private static let mostThousandths = 100_000

  func read(_ node: YAMLNode, log: inout DiagnosticLog) -> Draft? {
    guard
      let fields = Fields(
        node, of: "hold rule", file: file, required: [],
        optional: ["limit", "decisive", "weights"], log: &log)
    else { return nil }
    var draft = Draft()
    if let limit = fields.node("limit") {
      draft.limit = thousandths(limit, "\"limit\"", log: &log)
      if draft.limit == 0 {
        log.error(file, limit.position, "a limit of 0 holds every document; use 0.001 or more")
      }
    }
    if let decisive: [RevealingKind] = fields.words("decisive", "revealing kind", log: &log) {
      draft.decisive = Set(decisive)
    }
    for entry in fields.entries("weights", log: &log) ?? [] {
      let kind: RevealingKind? = fields.word(
        entry.key, "revealing kind", at: entry.keyPosition, log: &log)
      guard let weight = thousandths(entry.value, "the weight of \(entry.key)", log: &log),
        let kind
      else { continue }
      draft.weights[kind] = weight
    }
    return draft
  }

  /// A decimal from 0 to 100 with at most three places, in thousandths; read digit by digit, as 0.29 is no binary
  /// fraction.
  private func thousandths(_ node: YAMLNode, _ name: String, log: inout DiagnosticLog) -> Int? {
    if case .text(let text, isPlain: true) = node.content, let number = HoldReader.decimal(text),
      number <= HoldReader.mostThousandths
    {
      return number
    }
    log.error(
      file, node.position, "\(name) must be a number from 0 to 100 with at most three decimals")
    return nil
  }

  private static func decimal(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    guard isDigits, parts[0].utf8.count <= 3, let whole = Int(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole * 1000 }
    guard parts[1].utf8.count <= 3,
      let fraction = Int(parts[1] + "000".dropFirst(parts[1].utf8.count))
    else { return nil }
    return whole * 1000 + fraction
  }
}
