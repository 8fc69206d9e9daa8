extension XMLReader {
  mutating func startTag() throws(GoldError) -> Event {
    guard !open.isEmpty || !hasRoot else { throw error("there is a second root element") }
    hasRoot = true
    let name = try self.name()
    var attributes: [String: String] = [:]
    while true {
      let spaced = skipSpace()
      if take("/>") {
        pending.append(.end(name))
        return .start(name, attributes)
      }
      if take(">") {
        open.append(name)
        return .start(name, attributes)
      }
      guard spaced else { throw error("a tag is malformed") }
      let key = try self.name()
      let value = try attributeValue()
      guard attributes.updateValue(value, forKey: key) == nil else {
        throw error("an attribute stands twice")
      }
    }
  }

  mutating func endTag() throws(GoldError) -> Event {
    let name = try self.name()
    skipSpace()
    guard take(">"), open.popLast() == name else { throw error("an end tag does not match") }
    return .end(name)
  }

  private mutating func attributeValue() throws(GoldError) -> String {
    skipSpace()
    guard take("=") else { throw error("an attribute has no value") }
    skipSpace()
    let quote: Unicode.Scalar = peek == "'" ? "'" : "\""
    guard take(String(quote)) else { throw error("an attribute's value is not quoted") }
    var value = String.UnicodeScalarView()
    while let scalar = peek, scalar != quote {
      guard scalar != "<" else { throw error("an attribute's value holds a `<`") }
      // XML 1.0, 3.3.3: white space inside a value is read as spaces.
      value.append(scalar == "&" ? try entity() : scalar == "\n" || scalar == "\t" ? " " : scalar)
      if scalar != "&" { position += 1 }
    }
    guard take(String(quote)) else { throw error("an attribute's value does not end") }
    return String(value)
  }

  /// Text up to the next tag; nil for white space around the root element.
  mutating func characters() throws(GoldError) -> String? {
    var text = String.UnicodeScalarView()
    while let scalar = peek, scalar != "<" {
      if scalar == "&" {
        text.append(try entity())
      } else {
        text.append(scalar)
        position += 1
      }
    }
    guard open.isEmpty else { return String(text) }
    guard text.allSatisfy(\.properties.isWhitespace) else {
      throw error("text stands outside of the root element")
    }
    return nil
  }

  /// The character of `&amp;`, `&#233;`, `&#xe9;`.
  private mutating func entity() throws(GoldError) -> Unicode.Scalar {
    position += 1
    let name = try through(";")
    if let known = XMLReader.entities[name] { return known }
    guard name.hasPrefix("#") else { throw error("an entity is not known") }
    let isHex = name.hasPrefix("#x")
    guard let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { throw error("a character reference is malformed") }
    return scalar
  }

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]
}
