import CPCRE2

/// A regular expression, compiled once and matched by any number of threads at a time.
///
/// `@unchecked Sendable` holds because the code is written in `init` only, machine code included; matching reads it and
/// writes into the `MatchScratch` of the caller alone (pcre2api(3), "Multithreading").
@safe package final class CompiledPattern: @unchecked Sendable {
  /// The source it was compiled from.
  package let source: String
  package let options: CompileOptions
  /// Whether it was really compiled to machine code. False when not asked for, when the pattern cannot be, or when the
  /// process may not make memory executable.
  package let usesJIT: Bool
  /// Number of capture groups, the whole match not counted.
  package let captureCount: Int
  /// Numbers of the groups of each name, ascending; several only under `.duplicateNames` or in branch resets.
  package let groupNames: [String: [Int]]
  /// Code points that every match has at least; 0 when not known.
  package let minimumLength: Int
  /// Code points the longest single lookbehind looks back; nested ones add up and are not counted.
  package let maximumLookbehind: Int
  /// The byte every match starts with, where there is one.
  package let firstCodeUnit: UInt8?
  /// Whether PCRE2 knows nothing of how a match starts and so tries the whole pattern at every byte, which makes a long
  /// pattern some hundred times slower. A lookahead in front, `(?=[A-Z])`, tells it; a subroutine call hides it.
  package let startsAnywhere: Bool

  /// Whether a search over CR LF looks for a match between the two. PCRE2 does when the source names CR or LF, unless
  /// every match starts a line.
  package let triesInsideLineEnds: Bool

  let code: OpaquePointer

  /// Compiles `source`.
  ///
  /// - Parameter useJIT: false for the interpreter, which counts its limits exactly and is much slower.
  /// - Throws: when PCRE2 refuses the source. A pattern whose machine code cannot be made is no error: see `usesJIT`.
  package init(_ source: String, options: CompileOptions = .utf, useJIT: Bool = true)
    throws(CompileError)
  {
    let code = try unsafe PatternCompiler.compile(source, options)
    self.source = source
    self.options = options
    unsafe self.code = code
    usesJIT = unsafe useJIT && PatternCompiler.compileJIT(code)
    let info = unsafe PatternInfo(code: code)
    captureCount = Int(info.number(PCRE2_INFO_CAPTURECOUNT))
    groupNames = info.groupNames()
    minimumLength = Int(info.number(PCRE2_INFO_MINLENGTH))
    maximumLookbehind = Int(info.number(PCRE2_INFO_MAXLOOKBEHIND))
    startsAnywhere = info.number(PCRE2_INFO_FIRSTCODETYPE) == 0 && !info.hasStartBitmap
    triesInsideLineEnds =
      info.number(PCRE2_INFO_HASCRORLF) != 0 && info.number(PCRE2_INFO_FIRSTCODETYPE) != 2
    firstCodeUnit =
      info.number(PCRE2_INFO_FIRSTCODETYPE) == 1
      ? UInt8(truncatingIfNeeded: info.number(PCRE2_INFO_FIRSTCODEUNIT)) : nil
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The first group of this name.
  package func groupNumber(named name: String) -> Int? { groupNames[name]?.first }

  /// Whether the machine code, and nothing else, finds the pattern in `text`.
  func runsJIT(_ text: StaticString) -> Bool {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else { return false }
    defer { unsafe pcre2_match_data_free_8(data) }
    return unsafe pcre2_jit_match_8(code, text.utf8Start, text.utf8CodeUnitCount, 0, 0, data, nil)
      > 0
  }
}
