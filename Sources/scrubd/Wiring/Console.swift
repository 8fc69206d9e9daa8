import FoundationEssentials
import Syscalls

/// Where commands write: results to standard output, everything else to standard error.
enum Console {
  static func out(_ line: String) { StandardStream.output.write(Array("\(line)\n".utf8)) }

  static func out(bytes: [UInt8]) { StandardStream.output.write(bytes) }

  static func error(_ line: String) { StandardStream.error.write(Array("\(line)\n".utf8)) }
}
