/// Reads text with `[[LABEL:text]]` in it.
struct InlineMarkup {
  let file: String
  /// The line of the next byte, for errors.
  private(set) var line: Int
  private(set) var builder = DocumentBuilder()

  init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  mutating func read(_ bytes: ArraySlice<UInt8>) throws(TrainingTextError) {
    var rest = bytes
    while let index = rest.firstIndex(where: { $0 == Self.open || $0 == Self.close }) {
      take(rest[..<index])
      rest = rest[index...]
      if rest.starts(with: [Self.open, Self.open]), rest.dropFirst(2).first != Self.open {
        rest = try mark(rest.dropFirst(2))
      } else if rest.starts(with: [Self.close, Self.close]) {
        throw refuse(.strayBracket)
      } else {
        take(rest.prefix(1))
        rest = rest.dropFirst()
      }
    }
    take(rest)
  }

  /// Reads a mark from behind its `[[`, and answers what follows it.
  private mutating func mark(
    _ bytes: ArraySlice<UInt8>
  ) throws(TrainingTextError) -> ArraySlice<UInt8> {
    guard let end = Self.pair(Self.close, in: bytes) else { throw refuse(.spanNotClosed) }
    let inside = bytes[..<end]
    guard Self.pair(Self.open, in: inside) == nil else { throw refuse(.spanNested) }
    guard let colon = inside.firstIndex(of: 0x3a),
      let label = TrainingLabel(rawValue: String(decoding: inside[..<colon], as: UTF8.self))
    else { throw refuse(.unknownLabel) }
    let text = inside[(colon + 1)...]
    guard let first = text.first, let last = text.last, !Self.isSpace(first), !Self.isSpace(last)
    else { throw refuse(.spanEmptyOrPadded) }
    let start = builder.text.count
    take(text)
    builder.mark(label, from: start)
    return bytes[(end + 2)...]
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    builder.append(bytes)
    for byte in bytes where byte == 0x0a { line += 1 }
  }

  private func refuse(_ problem: TrainingTextError.Problem) -> TrainingTextError {
    TrainingTextError(file: file, line: line, problem)
  }

  static let open = UInt8(ascii: "[")
  static let close = UInt8(ascii: "]")

  /// Where `byte` stands twice in a row for the first time.
  static func pair(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.dropLast().first { bytes[$0] == byte && bytes[$0 + 1] == byte }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }
}
