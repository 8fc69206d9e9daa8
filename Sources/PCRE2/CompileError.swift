/// A pattern source that PCRE2 refuses.
package struct CompileError: Error, Sendable, Hashable {
  /// PCRE2's error code, positive for errors of syntax.
  package var code: Int
  /// PCRE2's words for it, in English, without a full stop.
  package var message: String
  /// Where PCRE2 stopped reading, in bytes of the source.
  package var offset: Int
}

extension CompileError: CustomStringConvertible {
  package var description: String { "\(message) (at byte \(offset) of the pattern)" }
}
