import Lexicons

/// Tells a feature's question and its answer in words for people.
struct FeatureWording {
  let tokens: [Token]
  let bytes: [UInt8]
  let reading: TokenReading
  /// From the hash of a rule's id, as the features have it, to the id.
  let rules: [UInt32: String]

  func question(_ template: FeatureTemplate) -> String {
    template.parts.map(question).joined(separator: " + ")
  }

  /// - Parameter index: the token the feature is of.
  func answer(_ record: FeatureRecord, _ index: Int) -> String {
    record.template.parts.map { answer($0, record, index) }.joined(separator: " + ")
  }

  private func question(_ part: FeaturePart) -> String {
    switch part {
    case .word(let offset): "word" + place(offset)
    case .prefix: "beginning"
    case .suffix: "ending"
    case .neighbourSuffix(let offset): "ending of the word" + place(offset)
    case .shape(let offset): "writing" + place(offset)
    case .lists(let offset): "lists" + place(offset)
    case .wordClass(let offset): "kind of word" + place(offset)
    case .found(let offset): "rules found" + place(offset)
    case .length: "letters"
    case .rule: "rule"
    case .elsewhere: "elsewhere in the document"
    case .layout: "position"
    case .smallBefore: "last word in small letters"
    case .smallAfter: "next word in small letters"
    case .label: "label of the line"
    case .lineStart: "line begins with"
    case .lineForm: "line"
    case .lineBefore: "line above"
    case .letterCase: "capitals of the document"
    case .tone: "rules are sure of"
    case .foundLeft: "rules found further left"
    case .foundRight: "rules found further right"
    case .group(let offset): "words used alike" + place(offset)
    case .family(let offset): "words used in like ways" + place(offset)
    case .smallGroupBefore: "words used like the last in small letters"
    case .smallGroupAfter: "words used like the next in small letters"
    case .near: "near it"
    case .register: "the document"
    case .nothing: "any word"
    }
  }

  private func place(_ offset: Int) -> String {
    switch offset {
    case 0: ""
    case -1: " before"
    case 1: " after"
    default: offset < 0 ? " \(-offset) before" : " \(offset) after"
    }
  }

  private func answer(_ part: FeaturePart, _ record: FeatureRecord, _ index: Int) -> String {
    switch part {
    case .word(let offset): word(index + offset)
    case .prefix(let count): "\"\(letters(record.first, count))-\""
    case .suffix(let count): "\"-\(letters(record.first, count))\""
    case .neighbourSuffix(let offset):
      token(index + offset)?.kind == .word ? "\"-\(letters(record.first, 3))\"" : "none"
    case .shape(let offset): token(index + offset).map(WordWording.kind) ?? FeatureWording.edge
    case .lists(let offset): lists(index + offset)
    case .wordClass:
      WordClass(rawValue: UInt8(truncatingIfNeeded: record.first)).map(WordWording.name) ?? ""
    case .found(let offset): found(index + offset)
    case .length: "\(reading.traits[index].affixes.count)"
    case .rule: rules[record.first] ?? "none"
    case .smallBefore, .smallAfter: smallWord(part, index)
    case .label: label(index)
    case .lineStart: word(lineStart(index))
    case .group(let offset), .family(let offset): likeWord(index + offset)
    case .smallGroupBefore: smallWord(.smallBefore, index)
    case .smallGroupAfter: smallWord(.smallAfter, index)
    default: ReadingWording.answer(part, reading, index)
    }
  }

  private static let edge = "edge of the text"

  private func token(_ index: Int) -> Token? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  /// A word or mark as it stands; of numbers the features know no more than the length and the range.
  private func word(_ index: Int) -> String {
    guard let token = token(index) else { return FeatureWording.edge }
    if token.kind == .number || token.kind == .mixed { return WordWording.kind(token) }
    return "\"\(String(decoding: bytes[token.range], as: UTF8.self).lowercased())\""
  }

  /// A word whose group a feature is about; one that is in none stands for all such.
  private func likeWord(_ index: Int) -> String {
    guard tokens.indices.contains(index), reading.traits[index].group != 0 else { return "none" }
    return word(index)
  }

  private func letters(_ packed: UInt32, _ count: Int) -> String {
    let bytes = (0..<count).reversed().map { UInt8(truncatingIfNeeded: packed >> (8 * $0)) }
    return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
  }

  private func lists(_ index: Int) -> String {
    token(index) == nil ? FeatureWording.edge : ReadingWording.lists(reading.traits[index].coarse)
  }

  private func found(_ index: Int) -> String {
    token(index) == nil ? FeatureWording.edge : ReadingWording.found(reading.traits[index].found)
  }

  /// The nearest word in small letters the reading tells of.
  private func smallWord(_ part: FeaturePart, _ index: Int) -> String {
    let isBefore = if case .smallBefore = part { true } else { false }
    let wanted = isBefore ? reading.smallBefore[index] : reading.smallAfter[index]
    let near =
      isBefore
      ? Array((0..<index).reversed().prefix(8)) : Array((index + 1)..<min(index + 9, tokens.count))
    return near.first { wanted != 0 && reading.traits[$0].word == wanted }.map(word) ?? "none near"
  }

  private func lineStart(_ index: Int) -> Int {
    var start = index
    while start > 0, reading.lineOf[start - 1] == reading.lineOf[index] { start -= 1 }
    return start
  }

  /// The word before the last colon to the left.
  private func label(_ index: Int) -> String {
    let wanted = reading.labels[index]
    return (lineStart(index)..<index).last { reading.traits[$0].word == wanted }.map(word) ?? "none"
  }
}
