import Detection
import Patterns

/// Makes stand-ins for everything that is no person.
struct ThingStandIns: Sendable {
  let lists: SurrogateLists

  private static let longestAcronym = 6

  /// What stands for a value, the same however the value is punctuated; nil when nothing of its kind can be made.
  func draw(_ category: Category, _ value: [UInt8], _ drawing: inout Drawing) -> [UInt8]? {
    let key = value.filter(TextContent.isContent).map { ByteClass.isUpper($0) ? $0 | 0x20 : $0 }
    switch category {
    case .place: return drawing.draw(from: lists.places, "place", for: key)
    case .organization:
      let tail = OrganizationTail.words(of: value)
      return drawing.draw("organization", for: key) { numbers in
        numbers.element(of: lists.stems) + tail
      }
    case .address:
      let address = AddressShape(value)
      return drawing.draw("address", for: key) { numbers in
        address.number(&numbers) + numbers.element(of: lists.stems) + address.suffix
      }
    case .phone, .fax:
      return drawing.draw("phone", for: key) { PhoneShape.digits(like: value, &$0) }
    case .email:
      return drawing.draw("email", for: key) { numbers in
        account(&numbers) + Array("@example.org".utf8)
      }
    case .handle: return drawing.draw("handle", for: key) { account(&$0) }
    case .url:
      return drawing.draw("url", for: key) { numbers in
        Array("example.org/".utf8) + (0..<6).map { _ in 0x61 + UInt8(numbers.next(below: 26)) }
      }
    case .ip: return drawing.draw("ip", for: key) { AddressOfNobody.ip(like: value, &$0) }
    case .ssn: return drawing.draw("ssn", for: key) { AddressOfNobody.ssn(like: value, &$0) }
    default:
      guard NumberShape.isNumber(value) else { return nil }
      return drawing.draw("number", for: key) { NumberShape.content(like: value, &$0) }
    }
  }

  /// `maria.novak27`: an account that is nobody's, at a domain that is nobody's.
  private func account(_ numbers: inout DrawnNumbers) -> [UInt8] {
    let given = lists.given[numbers.next(below: lists.given.count)].text
    let surname = lists.surnames[numbers.next(below: lists.surnames.count)].text
    let name = LetterCase.lower.applied(to: given + [0x2e] + surname)
    return name + [numbers.digit(), numbers.digit()]
  }

  /// What was drawn, written in the shape of `value`.
  func written(_ content: [UInt8], _ category: Category, like value: [UInt8]) -> [UInt8]? {
    switch category {
    case .place, .organization, .address:
      // `UCLA` is no shouted name.
      let isShouted = value.count > ThingStandIns.longestAcronym && LetterCase(value) == .upper
      return isShouted ? LetterCase.upper.applied(to: content) : content
    case .email, .ip: return content
    case .handle: return value.prefix { $0 == 0x40 || $0 == 0x23 } + content.filter { $0 != 0x2e }
    case .url:
      let text = String(decoding: value.prefix(8), as: UTF8.self).lowercased()
      let scheme =
        text.hasPrefix("https://") ? "https://" : text.hasPrefix("http://") ? "http://" : ""
      return Array((text.hasPrefix("www.") ? "www." : scheme).utf8) + content
    case .phone, .fax: return PhoneShape.written(content, like: value)
    default: return NumberShape.written(content, like: value)
    }
  }
}
