import Lexicons

/// Eponyms in lists of medicine: `Ddx: Hodgkin, Castleman, sarcoid`, `Clamps: Kocher, Kelly, Allis`.
extension EponymReading {
  /// So many items are looked at on each side.
  private static let reach = 6

  /// A surname, by the lists' weights, so rare that its eponym is the better guess.
  private static let rare = 5

  /// Whether a list the word stands in, alone between its marks, is one of medicine: its label says so, or two other items are
  /// medicine or eponyms, and not all of these are names of many people (`Henderson, Hicks and Brown`).
  func isInMedicalList(_ index: Int) -> Bool {
    guard let list = list(around: index) else { return false }
    return list.isLabelled || list.sure > 0 && list.items > 1
  }

  /// The same of a word that is no eponym: two other items are medicine and hardly anybody's name (`Yaz, Camila, Mirena`).
  func isAmongMedicine(_ index: Int) -> Bool {
    guard tokens[index].shape.isDisjoint(with: [.sentenceStart, .lineStart]),
      let list = list(around: index)
    else { return false }
    return list.sure > 1
  }

  /// What the other items of a list are.
  private struct Items {
    /// Its label is a word of medicine.
    var isLabelled = false
    /// Words of medicine and eponyms.
    var items = 0
    /// Those that are hardly anybody's name.
    var sure = 0
  }

  /// The list around a word; nil where there is none, or people are in it.
  private func list(around index: Int) -> Items? {
    guard isItem(index) else { return nil }
    var list = Items()
    for step in [-1, 1] {
      var item = index
      for _ in 0..<EponymReading.reach {
        guard let next = neighbour(of: item, step) else { break }
        if EponymReading.isOfPeople(tokens[next]) { return nil }
        if isMedicalItem(next) { list.items += 1 }
        if isMedicalItem(next), tokens[next].surname < EponymReading.rare { list.sure += 1 }
        item = next
      }
      if step < 0, let label = label(of: item) {
        if EponymReading.isOfPeople(tokens[label]) { return nil }
        if EponymReading.isOfMedicine(tokens[label]) { list.isLabelled = true }
      }
    }
    return list
  }

  private func isMedicalItem(_ index: Int) -> Bool {
    tokens[index].facts.has(.eponym) ? tokens[index].startsUpper : tokens[index].isMedical
  }

  private static func isOfPeople(_ token: Token) -> Bool {
    token.facts.has(.title) || token.facts.has(.relation) || token.facts.has(.personRole)
      || token.facts.has(.credential)
  }

  private static func isOfMedicine(_ token: Token) -> Bool {
    token.facts.has(.eponymHead) || token.isMedical || EponymWords.cues.contains(token.hash)
  }

  /// A comma, slash or semicolon, or the joint of a list's end, stands on both sides, or a label's colon or a full stop on one.
  private func isItem(_ index: Int) -> Bool {
    neighbour(of: index, -1) != nil || neighbour(of: index, 1) != nil || label(of: index) != nil
  }

  /// The next item's word on one side, where nothing but a list's marks stand between.
  private func neighbour(of index: Int, _ step: Int) -> Int? {
    var next = index + step
    guard tokens.indices.contains(next) else { return nil }
    if tokens[next].kind == .possessive, step > 0 { next += step }
    var marks = 0
    while tokens.indices.contains(next), marks < 2, isListMark(tokens[next]) {
      guard tokens[max(next, next - step)].continuesLine else { return nil }
      next += step
      marks += 1
    }
    guard marks > 0, tokens.indices.contains(next), tokens[max(next, next - step)].continuesLine
    else { return nil }
    if step < 0, tokens[next].kind == .possessive { next -= 1 }
    return tokens.indices.contains(next) && tokens[next].kind == .word ? next : nil
  }

  private func isListMark(_ token: Token) -> Bool {
    token.byte == 0x2c || token.byte == 0x2f || token.byte == 0x3b
      || token.kind == .word && token.shape.contains(.lower)
        && EponymWords.joints.contains(token.hash)
  }

  /// The word before the colon that opens the list at `index`.
  private func label(of index: Int) -> Int? {
    guard index > 1, tokens[index].continuesLine, tokens[index - 1].byte == 0x3a else { return nil }
    return tokens[index - 2].kind == .word ? index - 2 : nil
  }
}
