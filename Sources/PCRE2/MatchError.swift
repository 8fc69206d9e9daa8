import CPCRE2

/// A search that did not come to an answer. It is never "no match": the caller must not go on as if nothing were there.
package struct MatchError: Error, Sendable, Hashable {
  /// What went wrong.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case matchLimit = "match"
    case depthLimit = "depth"
    case heapLimit = "heap"
    case jitStackLimit = "jit-stack"
    /// The subject is not valid UTF-8; `offset` says where.
    case invalidUTF8 = "utf-8"
    /// The search should start behind the end or inside a code point.
    case invalidOffset = "offset"
    case noMemory = "memory"
    /// An error of PCRE2's own; see `code`.
    case library
  }

  package var kind: Kind
  /// PCRE2's error code, negative.
  package var code: Int
  /// First byte of the bad sequence in the subject for `invalidUTF8`, else nil.
  package var offset: Int?

  package init(kind: Kind, code: Int, offset: Int? = nil) {
    self.kind = kind
    self.code = code
    self.offset = offset
  }

  /// Whether a limit of `MatchLimits` ended the search.
  package var isLimit: Bool {
    switch kind {
    case .matchLimit, .depthLimit, .heapLimit, .jitStackLimit: true
    case .invalidUTF8, .invalidOffset, .noMemory, .library: false
    }
  }

  init(code: Int32, startCharacter: Int) {
    let kind = Kind(code: code)
    self.init(
      kind: kind, code: Int(code), offset: kind == .invalidUTF8 ? startCharacter : nil)
  }

  static let noMemory = MatchError(kind: .noMemory, code: Int(PCRE2_ERROR_NOMEMORY))
}

extension MatchError.Kind {
  init(code: Int32) {
    self =
      switch code {
      case PCRE2_ERROR_MATCHLIMIT: .matchLimit
      case PCRE2_ERROR_DEPTHLIMIT: .depthLimit
      case PCRE2_ERROR_HEAPLIMIT: .heapLimit
      case PCRE2_ERROR_JIT_STACKLIMIT: .jitStackLimit
      case PCRE2_ERROR_UTF8_ERR21...PCRE2_ERROR_UTF8_ERR1: .invalidUTF8
      case PCRE2_ERROR_BADOFFSET, PCRE2_ERROR_BADUTFOFFSET: .invalidOffset
      case PCRE2_ERROR_NOMEMORY: .noMemory
      default: .library
      }
  }
}

extension MatchError: CustomStringConvertible {
  package var description: String {
    let message = PCRE2Library.message(for: Int32(truncatingIfNeeded: code))
    guard let offset else { return message }
    return "\(message) (at byte \(offset) of the text)"
  }
}
