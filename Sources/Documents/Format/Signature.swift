/// Bytes at a fixed place that tell a file's kind.
struct Signature: Sendable {
  let kind: FileKind
  let offset: Int
  let bytes: [UInt8]
  /// Text could begin with these bytes too, so a zero byte among the first ones must confirm them.
  let needsZeroByte: Bool

  private init(_ kind: FileKind, _ bytes: [UInt8], at offset: Int = 0, needsZeroByte: Bool = false)
  {
    self.kind = kind
    self.offset = offset
    self.bytes = bytes
    self.needsZeroByte = needsZeroByte
  }

  private init(_ kind: FileKind, _ text: String, at offset: Int = 0, needsZeroByte: Bool = false) {
    self.init(kind, Array(text.utf8), at: offset, needsZeroByte: needsZeroByte)
  }

  /// How far a confirming zero byte is looked for.
  private static let head = 128

  func matches(_ file: [UInt8]) -> Bool {
    guard file.count >= offset + bytes.count, file[offset...].starts(with: bytes) else {
      return false
    }
    return !needsZeroByte || file.prefix(Signature.head).contains(0)
  }

  static let all = documents + archives + pictures + recordings + programs

  private static let documents = [
    Signature(.pdf, "%PDF-"),
    Signature(.pdf, [0xef, 0xbb, 0xbf] + Array("%PDF-".utf8)),
    Signature(.postScript, "%!PS"),
    Signature(.richText, "{\\rtf"),
    Signature(.olderOffice, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ]

  private static let archives = [
    Signature(.archive, "PK\u{05}\u{06}"),
    Signature(.archive, "PK\u{07}\u{08}"),
    Signature(.archive, [0x1f, 0x8b]),
    Signature(.archive, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    Signature(.archive, "Rar!\u{1a}\u{07}"),
    Signature(.archive, "BZh", needsZeroByte: true),
    Signature(.archive, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
    Signature(.archive, [0x28, 0xb5, 0x2f, 0xfd]),
    Signature(.archive, "ustar", at: 257, needsZeroByte: true),
  ]

  private static let pictures = [
    Signature(.picture, [0x89, 0x50, 0x4e, 0x47]),
    Signature(.picture, [0xff, 0xd8, 0xff]),
    Signature(.picture, "GIF87a"),
    Signature(.picture, "GIF89a"),
    Signature(.picture, [0x49, 0x49, 0x2a, 0x00]),
    Signature(.picture, [0x4d, 0x4d, 0x00, 0x2a]),
    Signature(.picture, "BM", needsZeroByte: true),
    Signature(.picture, "WEBP", at: 8),
    Signature(.picture, "ftyphei", at: 4),
    Signature(.picture, "ftypmif1", at: 4),
    Signature(.picture, "ftypavif", at: 4),
    Signature(.dicom, "DICM", at: 128, needsZeroByte: true),
  ]

  private static let recordings = [
    Signature(.recording, "RIFF", needsZeroByte: true),
    Signature(.recording, "ID3", needsZeroByte: true),
    Signature(.recording, "OggS", needsZeroByte: true),
    Signature(.recording, "fLaC", needsZeroByte: true),
    Signature(.recording, "ftyp", at: 4, needsZeroByte: true),
    Signature(.recording, [0x1a, 0x45, 0xdf, 0xa3]),
    Signature(.recording, [0xff, 0xfb]),
    Signature(.recording, [0xff, 0xf3]),
    Signature(.recording, [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]),
  ]

  private static let programs = [
    Signature(.program, "\u{7f}ELF"),
    Signature(.program, "MZ", needsZeroByte: true),
    Signature(.program, [0xcf, 0xfa, 0xed, 0xfe]),
    Signature(.program, [0xca, 0xfe, 0xba, 0xbe]),
  ]
}

/// Which of the formats that are zip archives inside a file is.
enum ZipKind {
  /// How far the names of the first members are looked for.
  private static let head = 8192

  /// - Parameter file: begins with the signature of a zip archive.
  static func kind(of file: [UInt8]) -> FileKind {
    let start = file.prefix(head)
    let members: [(String, FileKind)] = [
      ("mimetypeapplication/vnd.oasis", .openDocument), ("word/", .word), ("xl/", .spreadsheet),
      ("ppt/", .presentation),
    ]
    return members.first { start.contains(Array($0.0.utf8)) }?.1 ?? .archive
  }
}
