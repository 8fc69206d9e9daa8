import Documents
import Patterns

/// A piece of JSON in somebody else's schema. Its strings are codes, ids and texts of the source: as with `JSONWriter`,
/// there is nothing to escape.
indirect enum JSONTree {
  case text(StaticString)
  case code(AuditCode)
  case id(DocumentID)
  case time(AuditTime)
  case number(Int)
  case bool(Bool)
  case list([JSONTree])
  /// Fields without a value are left out.
  case object([Pair])

  /// A number as a string.
  case digits(Int)

  static func word(_ value: some RawRepresentable<String> & CaseIterable) -> JSONTree {
    AuditCode(value.rawValue).map { .code($0) } ?? .text("unknown")
  }

  /// One line without its line feed.
  var bytes: [UInt8] {
    switch self {
    case .text(let text): JSONTree.quoted(text.description.utf8)
    case .code(let code): JSONTree.quoted(code.text.utf8)
    case .id(let id): JSONTree.quoted(id.text.utf8)
    case .time(let time): JSONTree.quoted(time.text.utf8)
    case .digits(let number): JSONTree.quoted(String(number).utf8)
    case .number(let number): Array(String(number).utf8)
    case .bool(let value): Array((value ? "true" : "false").utf8)
    case .list(let items): JSONTree.joined(items.map(\.bytes), "[", "]")
    case .object(let fields):
      JSONTree.joined(
        fields.compactMap { field in
          field.value.map {
            JSONTree.quoted(field.key.description.utf8) + [UInt8(ascii: ":")] + $0.bytes
          }
        }, "{", "}")
    }
  }

  private static func quoted(_ text: some Sequence<UInt8>) -> [UInt8] {
    [UInt8(ascii: "\"")] + Array(text) + [UInt8(ascii: "\"")]
  }

  private static func joined(_ parts: [[UInt8]], _ open: String, _ close: String) -> [UInt8] {
    Array(open.utf8) + Array(parts.joined(separator: [UInt8(ascii: ",")])) + Array(close.utf8)
  }
}

/// A field of an object; one without a value is left out.
struct Pair {
  let key: StaticString
  let value: JSONTree?

  init(_ key: StaticString, _ value: JSONTree?) {
    self.key = key
    self.value = value
  }
}
