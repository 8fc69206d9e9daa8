import CPCRE2

/// The PCRE2 library this process runs with.
@safe package enum PCRE2Library {
  /// Version and date as the library tells them, `10.42 2022-12-11`.
  package static let version: String = {
    let size = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), nil)
    guard size > 0 else { return "unknown" }
    var units = [UInt8](repeating: 0, count: Int(size))
    let written = unsafe units.withUnsafeMutableBytes {
      unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), $0.baseAddress)
    }
    guard written > 0 else { return "unknown" }
    return String(decoding: units.prefix { $0 != 0 }, as: UTF8.self)
  }()

  /// Whether the library was built with its just-in-time compiler. It may still be refused its memory.
  package static let hasJIT: Bool = {
    var answer: UInt32 = 0
    return unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &answer) == 0 && answer == 1
  }()

  /// Whether the just-in-time compiler really works in this process: machine code was made and run.
  ///
  /// It does not under systemd's `MemoryDenyWriteExecute=yes` or a kernel that forbids memory both writable and
  /// executable; PCRE2 then falls back to its interpreter, which is slower, and says nothing.
  package static let isJITAvailable: Bool = {
    guard hasJIT, let probe = try? CompiledPattern("(a+)b", options: .utf), probe.usesJIT else {
      return false
    }
    return probe.runsJIT("xaab")
  }()

  /// What the library says about an error code.
  static func message(for code: Int32) -> String {
    var units = [UInt8](repeating: 0, count: 256)
    let written = unsafe units.withUnsafeMutableBufferPointer {
      unsafe pcre2_get_error_message_8(code, $0.baseAddress, $0.count)
    }
    guard written >= 0 else { return "PCRE2 error \(code)" }
    return String(decoding: units.prefix(Int(written)), as: UTF8.self)
  }
}
