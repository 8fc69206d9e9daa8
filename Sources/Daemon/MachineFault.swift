package import Pipeline
import Spool

/// Why the daemon cannot go on at the moment. Documents keep their place; it tries again by itself.
package enum MachineFault: Error, Sendable, CustomStringConvertible {
  case pipeline(PipelineError)
  /// Less free space than the settings ask for.
  case lowSpace(free: Int, minimum: Int)

  /// What is at fault.
  package enum Kind: String, Sendable, Hashable {
    case audit = "the audit log"
    case disk = "the disk"
    case space = "room on the disk"

    /// A word for fields and figures.
    var code: String {
      switch self {
      case .audit: "audit"
      case .disk: "disk"
      case .space: "space"
      }
    }

    /// What waits because of it.
    var consequence: String {
      switch self {
      case .audit: "nothing is released"
      case .disk: "documents wait"
      case .space: "nothing is taken up"
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .lowSpace: .space
    case .pipeline(.audit): .audit
    case .pipeline(.spool), .pipeline(.stopped): .disk
    }
  }

  package var description: String {
    switch self {
    case .pipeline(let error): "\(error)"
    case .lowSpace(let free, let minimum):
      "\(free >> 20) MiB are free on the disk and \(minimum >> 20) MiB are asked for; make room"
    }
  }
}
