import Audit
import Documents
import Synchronization

/// Why documents were held or quarantined, from the record until somebody is told.
final class Reasons: Sendable {
  /// More than can be between record and telling; a bound all the same.
  private static let most = 4096

  private let codes = Mutex<[DocumentID: [AuditCode]]>([:])

  func note(_ events: [AuditEvent]) {
    for event in events {
      switch event {
      case .held(let id, let reasons): set(reasons, of: id)
      case .quarantined(let id, let reason): set([reason], of: id)
      default: break
      }
    }
  }

  /// The reasons of a document, which are then forgotten.
  func take(of id: DocumentID) -> [AuditCode] {
    codes.withLock { $0.removeValue(forKey: id) } ?? []
  }

  private func set(_ reasons: [AuditCode], of id: DocumentID) {
    codes.withLock { codes in
      if codes.count < Reasons.most { codes[id] = reasons }
    }
  }
}
