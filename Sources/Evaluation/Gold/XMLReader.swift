/// A small strict reader for XML without namespaces and document types: elements, attributes, text, CDATA, comments, processing
/// instructions, and the entities XML itself defines.
struct XMLReader {
  enum Event: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  let input: [Unicode.Scalar]
  var position = 0
  var open: [String] = []
  var pending: [Event] = []
  var hasRoot = false

  init(_ text: String) {
    // XML 1.0, 2.11: every line end is read as a line feed.
    var scalars: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        scalars.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        scalars.append(scalar)
      }
      previous = scalar
    }
    input = scalars.first == "\u{feff}" ? Array(scalars.dropFirst()) : scalars
  }

  /// The line the reader stands on, from 1.
  var line: Int { 1 + input[..<min(position, input.count)].count { $0 == "\n" } }

  /// The next event; nil at the end.
  ///
  /// - Throws: where the XML is malformed.
  mutating func next() throws(GoldError) -> Event? {
    if !pending.isEmpty { return pending.removeFirst() }
    while position < input.count {
      if take("<!--") {
        _ = try through("-->")
      } else if take("<?") {
        _ = try through("?>")
      } else if take("<![CDATA[") {
        guard !open.isEmpty else { throw error("text stands outside of the root element") }
        return .text(try through("]]>"))
      } else if take("<!") {
        throw error("document types are not read")
      } else if take("</") {
        return try endTag()
      } else if take("<") {
        return try startTag()
      } else if let text = try characters() {
        return .text(text)
      }
    }
    guard open.isEmpty, hasRoot else { throw error("an element is not closed") }
    return nil
  }

  func error(_ problem: String) -> GoldError { GoldError(line: line, problem: problem) }
}

extension XMLReader {
  var peek: Unicode.Scalar? { position < input.count ? input[position] : nil }

  mutating func take(_ literal: String) -> Bool {
    guard input[position...].starts(with: literal.unicodeScalars) else { return false }
    position += literal.unicodeScalars.count
    return true
  }

  /// The text before `literal`, which is passed.
  mutating func through(_ literal: String) throws(GoldError) -> String {
    let start = position
    while position < input.count {
      let end = position
      if take(literal) { return input.text(start..<end) }
      position += 1
    }
    position = start
    throw error("`\(literal)` is missing")
  }

  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = position
    while peek == " " || peek == "\n" || peek == "\t" { position += 1 }
    return position > start
  }

  mutating func name() throws(GoldError) -> String {
    let start = position
    while let scalar = peek,
      CodePoints.isWord(scalar) || scalar == "-" || scalar == "." || scalar == ":"
    {
      position += 1
    }
    guard position > start else { throw error("a name is missing") }
    return input.text(start..<position)
  }
}
