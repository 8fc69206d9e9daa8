/// Names under which programs write a file that gets its real name when it is whole. They are left alone.
enum TemporaryName {
  /// Endings browsers, transfer programs and editors use, lower case.
  private static let suffixes = [
    ".tmp", ".part", ".partial", ".crdownload", ".filepart", ".swp", "~",
  ].map { Array($0.utf8) }

  /// - Parameter name: the raw bytes of a file name.
  static func matches(_ name: [UInt8]) -> Bool {
    // A dot: hidden files, rsync's `.name.XXXXXX`, vim's `.name.swp`. A tilde: Office's `~$name.docx`.
    guard let first = name.first, first != UInt8(ascii: "."), first != UInt8(ascii: "~") else {
      return true
    }
    return suffixes.contains { suffix in
      name.count >= suffix.count
        && name.suffix(suffix.count).map(lowercase).elementsEqual(suffix)
    }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
