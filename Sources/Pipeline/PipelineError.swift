package import Audit
package import Spool

/// Why a document did not come to its end: it stays in `work/` and its way starts anew later.
package enum PipelineError: Error, Sendable, CustomStringConvertible {
  case spool(SpoolError)
  case audit(AuditError)
  /// The worker was stopped before the document was scrubbed.
  case stopped

  /// Whether the machine fails, and a later try may go well.
  package var isOfMachine: Bool {
    switch self {
    case .spool(let error): error.isOfMachine
    case .audit: true
    case .stopped: false
    }
  }

  package var description: String {
    switch self {
    case .spool(let error): "\(error)"
    case .audit(let error): "\(error)"
    case .stopped: "stopped before the document was scrubbed; the next start begins with it"
    }
  }

  static func ofSpool<Value>(_ body: () throws(SpoolError) -> Value) throws(PipelineError) -> Value
  {
    do throws(SpoolError) { return try body() } catch { throw .spool(error) }
  }

  static func ofAudit<Value>(_ body: () throws(AuditError) -> Value) throws(PipelineError) -> Value
  {
    do throws(AuditError) { return try body() } catch { throw .audit(error) }
  }
}
