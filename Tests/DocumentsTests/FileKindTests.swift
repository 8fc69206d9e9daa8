import Testing

@testable import Documents

@Suite struct FileKindTests {
  private static func padded(_ text: String, to count: Int, then tail: String = "") -> [UInt8] {
    let head = Array(text.utf8)
    return head + Array(repeating: 0, count: count - head.count) + Array(tail.utf8)
  }

  private static func zip(_ member: String) -> [UInt8] {
    Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 26) + Array(member.utf8)
  }

  private static let files: [([UInt8], FileKind)] = [
    (Array("%PDF-1.7\n".utf8), FileKind.pdf),
    ([0xef, 0xbb, 0xbf] + Array("%PDF-1.4".utf8), .pdf),
    (Array("%!PS-Adobe-3.0".utf8), .postScript),
    (Array("{\\rtf1\\ansi".utf8), .richText),
    (zip("[Content_Types].xml word/document.xml"), .word),
    (zip("[Content_Types].xml xl/workbook.xml"), .spreadsheet),
    (zip("ppt/presentation.xml"), .presentation),
    (zip("mimetypeapplication/vnd.oasis.opendocument.text"), .openDocument),
    (zip("notes.txt"), .archive),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], .olderOffice),
    ([0x1f, 0x8b, 0x08], .archive),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .archive),
    (Array("Rar!\u{1a}\u{7}".utf8), .archive),
    (padded("notes/a.txt", to: 257, then: "ustar"), .archive),
    ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], .picture),
    ([0xff, 0xd8, 0xff, 0xe0], .picture),
    (Array("GIF89a".utf8), .picture),
    ([0x49, 0x49, 0x2a, 0x00], .picture),
    ([0, 0, 0, 0x18] + Array("ftypheic".utf8), .picture),
    (padded("", to: 128, then: "DICM"), .dicom),
    (padded("RIFF", to: 8, then: "WAVE"), .recording),
    (padded("RIFF", to: 8, then: "WEBP"), .picture),
    ([0, 0, 0, 0x18] + Array("ftypisom".utf8), .recording),
    (padded("ID3\u{3}", to: 10), .recording),
    (Array("\u{7f}ELF".utf8), .program),
    (padded("MZ", to: 64), .program),
  ]

  @Test(arguments: files)
  func `a file of another format is recognised and refused`(_ bytes: [UInt8], _ kind: FileKind) {
    let refusal = #expect(throws: DocumentRefusal.self) { try TextDecoder.decode(bytes) }
    #expect(refusal == .unsupported(kind))
  }

  @Test(arguments: [
    "MZ twins, both well", "BM transplant in 2019", "ID3 domain", "RIFF", "PK studies", "BZhang",
    "<?xml version=\"1.0\"?><note/>", "{\"note\": 1}", "MSH|^~\\&|LAB\rPID|1\r",
    "From: a@b.example\r\nSubject: x\r\n\r\ny", "see %PDF-1.4", "\u{ff}\u{d8}\u{ff}",
  ])
  func `text that begins like another format is read`(_ text: String) throws {
    #expect(try TextDecoder.decode(Array(text.utf8)).text == Array(text.utf8))
  }

  @Test(arguments: FileKind.allCases)
  func `every refusal has a code for the audit and says what to do`(_ kind: FileKind) {
    let refusal = DocumentRefusal.unsupported(kind)
    #expect(refusal.code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(refusal.explanation.hasPrefix("This is \(kind.name)."))
    #expect(refusal.explanation.hasSuffix("\(kind.advice)"))
    #expect(kind.advice.hasSuffix("."))
  }
}
