import CPCRE2
import Synchronization

/// A regular expression, compiled once and matched by any number of threads at a time.
///
/// `@unchecked Sendable` holds because the code is written by one thread before it is published, machine code included;
/// matching reads it and writes into the `MatchScratch` of the caller alone (pcre2api(3), "Multithreading").
@safe package final class CompiledPattern: @unchecked Sendable {
  /// The source it was compiled from.
  package let source: String
  package let options: CompileOptions
  /// What PCRE2 tells of the compiled source.
  package let facts: PatternFacts
  private let wantsJIT: Bool
  /// The compiled source as an address, 0 until it is compiled.
  private let code: Atomic<UInt>
  /// Held while it is compiled; whether that gave machine code.
  private let compiling: Mutex<Bool>

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
    wantsJIT = useJIT
    facts = unsafe PatternFacts(PatternInfo(code: code))
    compiling = Mutex(unsafe useJIT && PatternCompiler.compileJIT(code))
    self.code = Atomic(UInt(bitPattern: code))
  }

  /// A pattern of which all is known but its code, which is compiled when it is first searched for.
  ///
  /// - Parameter facts: what PCRE2, in the version at hand, told of this very source when it compiled it.
  package init(
    recalling facts: PatternFacts, _ source: String, options: CompileOptions, useJIT: Bool
  ) {
    self.source = source
    self.options = options
    self.facts = facts
    wantsJIT = useJIT
    compiling = Mutex(false)
    code = Atomic(0)
  }

  deinit { unsafe pcre2_code_free_8(OpaquePointer(bitPattern: code.load(ordering: .acquiring))) }

  /// Whether it was really compiled to machine code. False when not asked for, when the pattern cannot be, when the
  /// process may not make memory executable, and before it is compiled.
  package var usesJIT: Bool { compiling.withLock { $0 } }

  /// Compiles it now, if that was not done yet: for a process that may not make machine code later.
  package func prepare() throws(MatchError) { _ = try unsafe compiledCode() }

  /// The compiled source; the first who asks waits until it is there.
  ///
  /// - Throws: when PCRE2 refuses what it took before, or memory lacks.
  @inline(__always) func compiledCode() throws(MatchError) -> OpaquePointer {
    if let known = unsafe OpaquePointer(bitPattern: code.load(ordering: .acquiring)) {
      return unsafe known
    }
    return try unsafe compileNow()
  }

  private func compileNow() throws(MatchError) -> OpaquePointer {
    let address = compiling.withLock { usesJIT -> Result<UInt, MatchError> in
      let known = code.load(ordering: .acquiring)
      if known != 0 { return .success(known) }
      do throws(CompileError) {
        let made = try unsafe PatternCompiler.compile(source, options)
        usesJIT = unsafe wantsJIT && PatternCompiler.compileJIT(made)
        let address = UInt(bitPattern: made)
        code.store(address, ordering: .releasing)
        return .success(address)
      } catch {
        return .failure(MatchError(kind: .library, code: error.code))
      }
    }
    guard let code = unsafe OpaquePointer(bitPattern: try address.get()) else { throw .noMemory }
    return unsafe code
  }

  /// The first group of this name.
  package func groupNumber(named name: String) -> Int? { groupNames[name]?.first }

  /// Whether the machine code, and nothing else, finds the pattern in `text`.
  func runsJIT(_ text: StaticString) -> Bool {
    guard let code = try? unsafe compiledCode(),
      let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil)
    else { return false }
    defer { unsafe pcre2_match_data_free_8(data) }
    return unsafe pcre2_jit_match_8(code, text.utf8Start, text.utf8CodeUnitCount, 0, 0, data, nil)
      > 0
  }
}

extension CompiledPattern {
  /// Number of capture groups, the whole match not counted.
  package var captureCount: Int { facts.captureCount }
  /// Numbers of the groups of each name, ascending; several only under `.duplicateNames` or in branch resets.
  package var groupNames: [String: [Int]] { facts.groupNames }
  /// Code points that every match has at least; 0 when not known.
  package var minimumLength: Int { facts.minimumLength }
  /// Code points the longest single lookbehind looks back; nested ones add up and are not counted.
  package var maximumLookbehind: Int { facts.maximumLookbehind }
  /// The byte every match starts with, where there is one.
  package var firstCodeUnit: UInt8? { facts.firstCodeUnit }
  /// Whether PCRE2 knows nothing of how a match starts and so tries the whole pattern at every byte, which makes a long
  /// pattern some hundred times slower. A lookahead in front, `(?=[A-Z])`, tells it; a subroutine call hides it.
  package var startsAnywhere: Bool { facts.startsAnywhere }
  /// Whether a search over CR LF looks for a match between the two. PCRE2 does when the source names CR or LF, unless
  /// every match starts a line.
  package var triesInsideLineEnds: Bool { facts.triesInsideLineEnds }
}
