package import Audit
import Documents
import Synchronization

/// What has been counted since the start. Keys are codes and categories, so that nothing of a document can be in it.
package final class Figures: Sendable {
  /// What a finding is counted under.
  struct Found: Sendable, Hashable {
    let category: AuditCode
    let rule: AuditCode
  }

  struct Counts: Sendable {
    var documents: [Outcome: Int] = [:]
    var durations = Histogram()
    var findings: [Found: Int] = [:]
    var catches: [AuditCode: Int] = [:]
    var hooks: [HookFault.Result: Int] = [:]
  }

  private let counts = Mutex(Counts())

  package init() {}

  var all: Counts { counts.withLock { $0 } }

  /// Counts what was put on record.
  package func recorded(_ events: [AuditEvent]) {
    counts.withLock { counts in
      for event in events {
        switch event {
        case .redacted(_, let redaction):
          for finding in redaction.findings where finding.isRemoved {
            let found = Found(category: Figures.code(finding.category), rule: finding.rule)
            counts.findings[found, default: 0] += 1
          }
        case .scanned(_, let catches):
          for caught in catches { counts.catches[Figures.code(caught.category), default: 0] += 1 }
        default: break
        }
      }
    }
  }

  private static func code(_ category: some RawRepresentable<String>) -> AuditCode {
    AuditCode(category.rawValue) ?? "invalid-code"
  }

  func finished(_ outcome: Outcome, milliseconds: Int) {
    counts.withLock { counts in
      counts.documents[outcome, default: 0] += 1
      counts.durations.add(milliseconds: milliseconds)
    }
  }

  func ran(hook result: HookFault.Result) {
    counts.withLock { $0.hooks[result, default: 0] += 1 }
  }
}
