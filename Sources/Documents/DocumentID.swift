/// The name of a document inside scrubd: random, ordered by time of arrival, and told to nobody by the document itself.
///
/// 26 lower-case characters of Crockford's base 32: 48 bits of milliseconds since 1970, then 80 random bits (the ULID
/// layout), so that names sort by arrival and two daemons never make the same one.
package struct DocumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The 26 characters.
  package let text: String

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  private static let length = 26
  private static let shortLength = 8

  /// A new id.
  ///
  /// - Parameter milliseconds: since 1970-01-01 UTC.
  package init(
    milliseconds: UInt64, using random: inout some RandomNumberGenerator
  ) {
    var digits: [UInt8] = []
    for shift in stride(from: UInt64(45), through: 0, by: -5) {
      digits.append(DocumentID.alphabet[Int(milliseconds >> shift & 31)])
    }
    // Twelve digits of five bits are in one number: the system's generator is a call into the kernel for each.
    for count in [12, 4] {
      var bits: UInt64 = random.next()
      for _ in 0..<count {
        digits.append(DocumentID.alphabet[Int(bits & 31)])
        bits >>= 5
      }
    }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// An id read back from a folder's name or an audit record; nil when it is none.
  package init?(_ text: String) {
    guard text.utf8.count == DocumentID.length, text.utf8.allSatisfy(DocumentID.alphabet.contains)
    else { return nil }
    self.text = text
  }

  /// When the document arrived, in milliseconds since 1970-01-01 UTC.
  package var milliseconds: UInt64 {
    text.utf8.prefix(DocumentID.length - 16).reduce(0) { sum, digit in
      sum << 5 | UInt64(DocumentID.alphabet.firstIndex(of: digit) ?? 0)
    }
  }

  /// The last eight characters, 40 random bits: what file names in the outbox carry.
  package var short: String { String(text.suffix(DocumentID.shortLength)) }

  package var description: String { text }

  package static func < (one: DocumentID, other: DocumentID) -> Bool { one.text < other.text }
}
