internal import FoundationEssentials

/// `decision.refused.json`: why a person's decision about a held document was not carried out.
struct DecisionRefusal: Codable {
  /// A code.
  let reason: String
  let refused: Date

  init(reason: String) {
    self.reason = reason
    refused = Date()
  }
}
