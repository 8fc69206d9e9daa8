/// Reads a template: text, `{slots}` and `[[LABEL:marks]]`.
struct TemplateParser {
  private let file: String
  private var line: Int
  private var rest: ArraySlice<UInt8>

  private init(_ bytes: ArraySlice<UInt8>, file: String, line: Int) {
    self.file = file
    self.line = line
    rest = bytes
  }

  static func template(
    _ bytes: ArraySlice<UInt8>, file: String, line: Int
  ) throws(TrainingTextError) -> Template {
    var parser = TemplateParser(bytes, file: file, line: line)
    return try parser.template(until: .end, marked: false)
  }

  /// What ends the part being read; the end itself is left in place.
  private enum Stop { case end, mark, option }

  private mutating func template(
    until stop: Stop, marked: Bool
  ) throws(TrainingTextError) -> Template {
    var pieces: [Template.Piece] = []
    var text: [UInt8] = []
    func flushed() -> [Template.Piece] { text.isEmpty ? [] : [.text(text)] }
    while let byte = rest.first {
      if stop == .option, byte == UInt8(ascii: "|") || byte == UInt8(ascii: "}") { break }
      if rest.starts(with: "]]".utf8) {
        guard stop != .end, marked else { throw refuse(.strayBracket) }
        break
      }
      if byte == UInt8(ascii: "{") {
        pieces += flushed()
        text = []
        pieces.append(try slot(marked: marked))
      } else if rest.starts(with: "[[".utf8), !rest.starts(with: "[[[".utf8) {
        guard !marked else { throw refuse(.spanNested) }
        pieces += flushed()
        text = []
        pieces.append(try mark())
      } else {
        text.append(byte)
        if byte == 0x0a { line += 1 }
        rest.removeFirst()
      }
    }
    return Template(pieces: pieces + flushed())
  }

  private mutating func mark() throws(TrainingTextError) -> Template.Piece {
    rest = rest.dropFirst(2)
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      let label = TrainingLabel(rawValue: rest[..<colon].string)
    else { throw refuse(.unknownLabel) }
    rest = rest[(colon + 1)...]
    let inside = try template(until: .mark, marked: true)
    guard rest.starts(with: "]]".utf8) else { throw refuse(.spanNotClosed) }
    rest = rest.dropFirst(2)
    guard !inside.pieces.isEmpty else { throw refuse(.spanEmptyOrPadded) }
    return .mark(label, inside)
  }

  private mutating func slot(marked: Bool) throws(TrainingTextError) -> Template.Piece {
    rest.removeFirst()
    if rest.first == UInt8(ascii: "~") {
      let shape = try upToBrace()
      return .shape(Array(shape.dropFirst()))
    }
    var options = [try template(until: .option, marked: marked)]
    let simple = rest.first == UInt8(ascii: "}")
    while rest.first == UInt8(ascii: "|") {
      rest.removeFirst()
      options.append(try template(until: .option, marked: marked))
    }
    guard rest.first == UInt8(ascii: "}") else { throw refuse(.slotNotClosed) }
    rest.removeFirst()
    guard simple else { return .choice(options) }
    guard options[0].pieces.count == 1, case .text(let word) = options[0].pieces[0] else {
      throw refuse(.unknownSlot(""))
    }
    return Self.number(word) ?? .slot(Template.Slot(word))
  }

  private mutating func upToBrace() throws(TrainingTextError) -> ArraySlice<UInt8> {
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { throw refuse(.slotNotClosed) }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// `1..28`; a first number with a leading zero asks for as many digits always.
  private static func number(_ word: [UInt8]) -> Template.Piece? {
    let parts = word.split(separator: UInt8(ascii: "."))
    guard parts.count == 2, word.count == parts[0].count + parts[1].count + 2,
      let low = Int(parts[0].string), let high = Int(parts[1].string), low <= high
    else { return nil }
    return .number(low...high, width: parts[0].first == UInt8(ascii: "0") ? parts[0].count : 0)
  }

  private func refuse(_ problem: TrainingTextError.Problem) -> TrainingTextError {
    TrainingTextError(file: file, line: line, problem)
  }
}

extension Template.Slot {
  /// Reads what stands between the braces.
  fileprivate init(_ word: [UInt8]) {
    var name = word[...]
    form = .plain
    if name.first == UInt8(ascii: "@") {
      form = .handle
      name = name.dropFirst()
    }
    let parts = name.split(separator: UInt8(ascii: "#"), maxSplits: 1)
    let written = parts.first?.string ?? ""
    self.name = written.lowercased()
    key = parts.count > 1 ? parts[1].string : nil
    if form == .plain, let first = written.utf8.first, first < 0x60 {
      form = written.utf8.dropFirst().contains { $0 > 0x60 } ? .capital : .upper
    }
  }
}
