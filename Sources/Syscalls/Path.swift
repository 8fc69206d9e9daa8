internal import Glibc

/// A path or a file name as the kernel takes it: raw bytes, not necessarily UTF-8.
package struct Path: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// Without the closing zero byte.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  package init(stringLiteral text: String) { self.init(text) }

  /// This folder's entry of a name.
  package func appending(_ name: Path) -> Path {
    Path(bytes: bytes + [UInt8(ascii: "/")] + name.bytes)
  }

  /// Makes a system call with this path; a zero byte inside would cut the path short, so it is an error.
  ///
  /// - Parameter body: returns -1 on failure.
  @discardableResult
  func call<Number: SignedInteger>(
    _ name: String, _ body: (UnsafePointer<CChar>) -> Number
  ) throws(SystemError) -> Number {
    guard !bytes.contains(0) else { throw .invalidArgument(of: name) }
    return try checked(name) { unsafe withTerminated(body) }
  }

  /// Makes a system call with two paths, such as a rename.
  func call(
    _ name: String, with other: Path,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) throws(SystemError) {
    guard !other.bytes.contains(0) else { throw .invalidArgument(of: name) }
    try unsafe call(name) { one in
      unsafe other.withTerminated { two in unsafe body(one, two) }
    }
  }

  private func withTerminated<Number: SignedInteger>(
    _ body: (UnsafePointer<CChar>) -> Number
  ) -> Number {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe body(start)
    }
  }
}
