package import Pipeline

/// Why the daemon cannot go on at the moment. Documents keep their place; it tries again by itself.
package enum MachineFault: Error, Sendable, CustomStringConvertible {
  case pipeline(PipelineError)
  /// Less free space than the settings ask for.
  case lowSpace(free: Int, minimum: Int)

  package var description: String {
    switch self {
    case .pipeline(let error): "\(error)"
    case .lowSpace(let free, let minimum):
      "\(free >> 20) MiB are free on the disk and \(minimum >> 20) MiB are asked for; make room"
    }
  }
}
