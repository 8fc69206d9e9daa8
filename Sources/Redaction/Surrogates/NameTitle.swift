import Detection

/// The word in front of a name that tells of its bearer: `Mrs.`, `Dr.`, `his wife,`.
struct NameTitle {
  /// What the word tells of its bearer.
  let sex: SurrogateLists.Sex?
  /// Whether a surname follows when one name does.
  let isFormal: Bool

  private static let men: Set<String> = [
    "mr", "mister", "sir", "father", "fr", "brother", "uncle", "husband", "son", "grandson",
    "grandfather", "nephew", "boyfriend", "dad", "stepson", "stepfather",
  ]
  private static let women: Set<String> = [
    "mrs", "ms", "miss", "madam", "dame", "sister", "aunt", "wife", "daughter", "granddaughter",
    "mother", "grandmother", "niece", "girlfriend", "mom", "mum", "stepdaughter", "stepmother",
  ]
  private static let formal: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "professor", "nurse",
  ]

  init(before range: Range<Int>, in text: [UInt8]) {
    var end = range.lowerBound
    while end > 0, [0x20, 0x2e, 0x2c].contains(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, ByteClass.isLetter(text[start - 1]) { start -= 1 }
    let word = String(decoding: text[start..<end].map { $0 | 0x20 }, as: UTF8.self)
    sex = NameTitle.men.contains(word) ? .male : NameTitle.women.contains(word) ? .female : nil
    isFormal = NameTitle.formal.contains(word)
  }
}
