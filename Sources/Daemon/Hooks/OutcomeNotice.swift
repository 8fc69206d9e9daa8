import Audit
import Documents
import FoundationEssentials

/// What a program is told of a document: its id, where it ended and why, in codes.
struct OutcomeNotice: Sendable, Hashable, Encodable {
  let document: String
  let outcome: String
  let reasons: [String]
  let milliseconds: Int
  let time: Date

  /// For the journal and for choosing the program; no part of what is told.
  let id: DocumentID
  let ending: Outcome

  init(_ id: DocumentID, _ outcome: Outcome, _ reasons: [AuditCode], milliseconds: Int) {
    self.id = id
    ending = outcome
    document = id.text
    self.outcome = outcome.rawValue
    self.reasons = reasons.map(\.text)
    self.milliseconds = milliseconds
    time = .now
  }

  private enum CodingKeys: CodingKey {
    case document, outcome, reasons, milliseconds, time
  }

  /// One object on one line.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
