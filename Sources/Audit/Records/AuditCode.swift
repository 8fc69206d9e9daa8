/// The only text an audit record can carry: a code of the software, such as a rule's id or a reason for a hold.
///
/// 1...80 ASCII letters, digits and `-/.:_`. No space and no quote fits in it, so that no sentence of a document does, and
/// it stands in JSON as it is.
package struct AuditCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The characters of the code.
  package let text: String

  private static let longest = 80

  /// A code made at run time, such as the id of a pattern; nil when the text is none.
  package init?(_ text: String) {
    guard (1...AuditCode.longest).contains(text.utf8.count),
      text.utf8.allSatisfy(AuditCode.isAllowed)
    else { return nil }
    self.text = text
  }

  /// A code that stands in the source.
  package init(_ literal: StaticString) {
    guard let code = AuditCode(literal.description) else {
      preconditionFailure("an audit code in the source has a character that no code may have")
    }
    self = code
  }

  /// A name that the machine gives, such as an account's, with `_` for what no code may hold and its end cut off when it
  /// is too long; nil when it is empty.
  init?(replacingForeign name: String) {
    let bytes = name.utf8.prefix(AuditCode.longest).map {
      AuditCode.isAllowed($0) ? $0 : UInt8(ascii: "_")
    }
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  package var description: String { text }

  package static func < (one: AuditCode, other: AuditCode) -> Bool { one.text < other.text }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension AuditCode: ExpressibleByStringLiteral {
  package init(stringLiteral literal: StaticString) { self.init(literal) }
}
