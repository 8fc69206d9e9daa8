import CPCRE2

/// How a pattern's source is read. Line ends are always CR, LF or CRLF (`ANYCRLF`).
package struct CompileOptions: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// White space and `#` comments in the source count for nothing.
  package static let extended = CompileOptions(rawValue: PCRE2_EXTENDED)
  /// `^` and `$` match at line ends too.
  package static let multiline = CompileOptions(rawValue: PCRE2_MULTILINE)
  /// Letters match in either case.
  package static let caseless = CompileOptions(rawValue: PCRE2_CASELESS)
  /// Source and subjects are UTF-8; `.` is a code point.
  package static let utf = CompileOptions(rawValue: PCRE2_UTF)
  /// `\d`, `\w`, `\b` and POSIX classes by Unicode properties; costs about twice the time.
  package static let ucp = CompileOptions(rawValue: PCRE2_UCP)
  /// `.` matches line ends too.
  package static let dotAll = CompileOptions(rawValue: PCRE2_DOTALL)
  /// Several groups may have the same name.
  package static let duplicateNames = CompileOptions(rawValue: PCRE2_DUPNAMES)

  /// The options the library gets: `\C`, which matches half a code point, is never allowed; a search may be told where
  /// to end.
  var libraryOptions: UInt32 { rawValue | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT }
}
