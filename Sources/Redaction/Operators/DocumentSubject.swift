import Detection
import Patterns

/// Whom a document is about, as a number drawn with the key: the same for all documents of one patient that name the same
/// record number, else the same name.
enum DocumentSubject {
  static func number(_ findings: [Finding], in text: [UInt8], _ key: RedactionKey) -> UInt64 {
    let record = findings.first { $0.category == .record }
    let patient = findings.first { $0.category == .name && $0.role == .patient }
    if let record { return key.number("subject/record", content(text[record.range])) }
    if let patient { return key.number("subject/name", words(text[patient.range])) }
    return key.number("subject/text", text)
  }

  private static func content(_ value: ArraySlice<UInt8>) -> [UInt8] {
    TextView(Array(value)).bytes.filter(TextContent.isContent)
      .map { ByteClass.isUpper($0) ? $0 | 0x20 : $0 }
  }

  /// `Novak, Maria` and `MARIA NOVAK` are one name.
  private static func words(_ value: ArraySlice<UInt8>) -> [UInt8] {
    TextView(Array(value)).bytes.split { !ByteClass.isLetter($0) }
      .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
      .sorted().joined(separator: " ").utf8.map { $0 }
  }
}
