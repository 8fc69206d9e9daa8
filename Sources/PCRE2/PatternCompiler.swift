import CPCRE2

/// From source text to PCRE2's code, and from there to machine code.
enum PatternCompiler {
  static func compile(_ source: String, _ options: CompileOptions) throws(CompileError)
    -> OpaquePointer
  {
    let noMemory = CompileError(
      code: Int(PCRE2_ERROR_NOMEMORY), message: "no memory for the pattern", offset: 0)
    guard let context = unsafe pcre2_compile_context_create_8(nil) else { throw noMemory }
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    var failure: Int32 = 0
    var offset = 0
    let units = Array(source.utf8)
    let code = unsafe units.withUnsafeBufferPointer {
      unsafe pcre2_compile_8(
        $0.baseAddress, $0.count, options.libraryOptions, &failure, &offset, context)
    }
    if let code = unsafe code { return unsafe code }
    throw CompileError(
      code: Int(failure), message: PCRE2Library.message(for: failure), offset: offset)
  }

  /// Makes machine code; false when none came of it, whatever the library answered.
  static func compileJIT(_ code: OpaquePointer) -> Bool {
    guard unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 else { return false }
    var size = 0
    return unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_JITSIZE), &size) == 0 && size > 0
  }
}

/// What PCRE2 knows of a compiled pattern.
@safe struct PatternInfo {
  private let code: OpaquePointer

  init(code: OpaquePointer) { unsafe self.code = code }

  /// A fact that is a number of 32 bits; 0 when the library does not tell.
  func number(_ what: Int32) -> UInt32 {
    var answer: UInt32 = 0
    return unsafe pcre2_pattern_info_8(code, UInt32(what), &answer) == 0 ? answer : 0
  }

  /// Whether the bytes a match can start with are known as a set.
  var hasStartBitmap: Bool {
    var bitmap: UnsafePointer<UInt8>?
    return unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTBITMAP), &bitmap) == 0
      && bitmap != nil
  }

  /// The name table: entries of equal size, each two bytes of group number (high first) and a name that ends in NUL.
  func groupNames() -> [String: [Int]] {
    let count = Int(number(PCRE2_INFO_NAMECOUNT))
    let size = Int(number(PCRE2_INFO_NAMEENTRYSIZE))
    var table: UnsafePointer<UInt8>?
    guard count > 0, size > 2,
      unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table) == 0,
      let start = unsafe table
    else { return [:] }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count * size)
    var names: [String: [Int]] = [:]
    for entry in 0..<count {
      let row = unsafe bytes[(entry * size)..<((entry + 1) * size)]
      let number = unsafe Int(row[row.startIndex]) << 8 | Int(row[row.startIndex + 1])
      let name = unsafe String(decoding: row.dropFirst(2).prefix { $0 != 0 }, as: UTF8.self)
      names[name, default: []].append(number)
    }
    return names.mapValues { $0.sorted() }
  }
}
