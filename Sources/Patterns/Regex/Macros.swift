/// The fragments that `define` names, and their use as `{{name}}`.
struct Macros: Sendable {
  /// A fragment with the fragments it uses already filled in; nil text after a mistake was logged for it.
  struct Fragment: Sendable {
    var text: String?
    var file: String
    var position: Position
  }

  /// PCRE2 compiles to 64 KiB; a source of twice that is a mistake, and doubling fragments grow fast.
  static let largestExpansion = 1 << 17

  private(set) var fragments: [String: Fragment] = [:]

  mutating func define(_ name: String, _ fragment: Fragment) { fragments[name] = fragment }

  /// Why a text could not be expanded.
  enum Failure: Error {
    /// `{{name}}` at this byte offset names no fragment.
    case undefined(String, offset: Int)
    case tooLong
    /// A fragment in it is wrong, which was told where it stands.
    case alreadyTold
  }

  /// `source` with every `{{name}}` replaced by its fragment, as plain text.
  func expand(_ source: String) throws(Failure) -> Expansion {
    var expansion = Expansion()
    var rest = source[...]
    while let reference = Macros.firstReference(in: rest) {
      expansion.append(rest[..<reference.range.lowerBound], of: source)
      let offset = source.utf8.distance(from: source.startIndex, to: reference.range.lowerBound)
      guard let fragment = fragments[reference.name] else {
        throw .undefined(reference.name, offset: offset)
      }
      guard let text = fragment.text else { throw .alreadyTold }
      expansion.append(text, macro: reference.name, at: offset)
      guard expansion.text.utf8.count <= Macros.largestExpansion else { throw .tooLong }
      rest = rest[reference.range.upperBound...]
    }
    expansion.append(rest, of: source)
    return expansion
  }

  /// `{{name}}` of letters, digits, `-` and `_`; other double braces are left to PCRE2.
  private static func firstReference(in text: Substring) -> (
    name: String, range: Range<String.Index>
  )? {
    let bytes = text.utf8
    let brace = UInt8(ascii: "{")
    var from = bytes.startIndex
    while let open = bytes[from...].firstIndex(of: brace) {
      from = bytes.index(after: open)
      guard from < bytes.endIndex, bytes[from] == brace else { continue }
      let start = bytes.index(after: from)
      let name = bytes[start...].prefix { ByteSet.word.contains($0) || $0 == UInt8(ascii: "-") }
      if !name.isEmpty, bytes[name.endIndex...].starts(with: "}}".utf8) {
        return (String(Substring(name)), open..<bytes.index(name.endIndex, offsetBy: 2))
      }
    }
    return nil
  }
}

/// A regex after its fragments were filled in, which remembers where each part came from.
struct Expansion: Sendable {
  private struct Piece {
    /// Byte offset in the expanded text.
    var start: Int
    /// Byte offset in the text as written: of the part itself, or of the `{{` that became the part.
    var origin: Int
    /// The fragment the part came from.
    var macro: String?
  }

  private(set) var text = ""
  private var pieces: [Piece] = []

  mutating func append(_ part: Substring, of source: String) {
    let origin = source.utf8.distance(from: source.startIndex, to: part.startIndex)
    pieces.append(Piece(start: text.utf8.count, origin: origin, macro: nil))
    text += part
  }

  mutating func append(_ fragment: String, macro: String, at origin: Int) {
    pieces.append(Piece(start: text.utf8.count, origin: origin, macro: macro))
    text += fragment
  }

  /// Where byte `offset` of the expanded text was written, and inside which fragment.
  func origin(of offset: Int) -> (offset: Int, macro: String?) {
    guard let piece = pieces.last(where: { $0.start <= offset }) else { return (0, nil) }
    guard piece.macro == nil else { return (piece.origin, piece.macro) }
    return (piece.origin + offset - piece.start, nil)
  }
}
