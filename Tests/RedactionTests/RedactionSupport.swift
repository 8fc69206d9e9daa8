import Detection
import FoundationEssentials
import Lexicons
import Patterns

@testable import Redaction

/// A text with its findings marked in it: `seen on ⟨DATE|03/14/2023⟩`, `⟨NAME#1|Maria Novak⟩` for the first subject, and
/// `⟨NAME@patient|...⟩` for a role.
struct MarkedText {
  private(set) var text: [UInt8] = []
  private(set) var findings: [Finding] = []

  init(_ marked: String) {
    var start = 0
    var head = ""
    var isInHead = false
    for character in marked {
      switch character {
      case "⟨":
        isInHead = true
        head = ""
      case "|" where isInHead:
        isInHead = false
        start = text.count
      case "⟩": findings.append(MarkedText.finding(head, start..<text.count))
      default:
        if isInHead { head.append(character) } else { text += String(character).utf8 }
      }
    }
  }

  private static func finding(_ head: String, _ range: Range<Int>) -> Finding {
    let words = head.split(whereSeparator: { $0 == "#" || $0 == "@" }).map(String.init)
    let subject = head.contains("#") ? Int(words.last ?? "") : nil
    let role = head.contains("@") ? Finding.Role(rawValue: words.last ?? "") : nil
    return Finding(
      range: range, category: Category(rawValue: words[0]) ?? .id, rule: "test/rule",
      confidence: 900, role: role ?? .unknown, subject: subject)
  }
}

/// What the tests redact with.
enum RedactionSupport {
  /// A function of message and secret that is the same in every run; no cryptography.
  static func key(_ secret: UInt8 = 7) -> RedactionKey {
    RedactionKey { message in
      var code: [UInt8] = []
      for block: UInt8 in 0..<4 {
        var hash = WordHash.of([secret, block] + message)
        hash = (hash ^ hash >> 29) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 32
        for shift in 0..<8 { code.append(UInt8(truncatingIfNeeded: hash >> (8 * shift))) }
      }
      return code
    }
  }

  static func profile(
    _ operators: [Patterns.Category: Redaction.Operator], keepsFacilities: Bool = false
  ) -> Profile {
    Profile(
      name: "test", version: 1, summary: "", operators: operators, suspicion: 900,
      keepsFacilities: keepsFacilities)
  }

  static func redactor(
    _ profile: Profile, key: RedactionKey = key()
  ) throws -> Redactor {
    try Redactor(
      profile: profile, restrictedZIP3: ["036"], key: key, surrogates: try lists())
  }

  /// The redacted text of a marked one.
  static func redact(
    _ marked: String, _ operators: [Patterns.Category: Redaction.Operator],
    key: RedactionKey = key()
  ) throws -> String {
    let marked = MarkedText(marked)
    var labels = Labels()
    let redacted = try redactor(profile(operators), key: key)
      .redact(marked.text, marked.findings, &labels)
    return String(decoding: redacted.text, as: UTF8.self)
  }

  /// The lists that are delivered, read once.
  static func lists() throws -> SurrogateLists { try loaded.get() }

  private static let loaded = Result<SurrogateLists, any Error> { () throws -> SurrogateLists in
    guard let lists = SurrogateLists.parse(try sources("surrogates", ".tsv")).lists else {
      throw MissingLists()
    }
    return lists
  }

  private struct MissingLists: Error {}

  /// The files of a folder below `patterns`.
  static func sources(_ name: String, _ suffix: String) throws -> [PackSource] {
    var root = #filePath.split(separator: "/").dropLast(3).map(String.init)
    root += ["patterns", name]
    let folder = "/" + root.joined(separator: "/")
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(suffix) }
      .map { file in
        let data = FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data()
        return PackSource(file: file, bytes: Array(data))
      }
  }
}
