package import Audit
package import Spool

/// A failure of the machine, not of the document: the document stays in `work/` and its way starts anew later.
package enum PipelineError: Error, Sendable, CustomStringConvertible {
  case spool(SpoolError)
  case audit(AuditError)

  package var description: String {
    switch self {
    case .spool(let error): "\(error)"
    case .audit(let error): "\(error)"
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
