extension Fields {
  /// A word of a fixed vocabulary, `kind` in messages.
  package func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ kind: String, as _: Word.Type = Word.self, log: inout DiagnosticLog
  ) -> Word? {
    guard let node = node(key), let text = text(key, log: &log) else { return nil }
    return word(text, kind, at: node.position, log: &log)
  }

  /// A list of words of a fixed vocabulary, each at most once, in the order of the file.
  package func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
    _ key: String, _ kind: String, as _: Word.Type = Word.self, log: inout DiagnosticLog
  ) -> [Word]? {
    guard let texts = texts(key, log: &log) else { return nil }
    var words: [Word] = []
    for (text, node) in texts {
      guard let word: Word = word(text, kind, at: node.position, log: &log) else { continue }
      if words.contains(word) {
        log.error(file, node.position, "\"\(text)\" stands twice in \"\(key)\"; remove one")
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// `text` as a word of a fixed vocabulary.
  package func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ kind: String, at position: Position, log: inout DiagnosticLog
  ) -> Word? {
    if let word = Word(rawValue: text) { return word }
    let hint = NearestWord.hint(for: text, in: Word.allCases.map(\.rawValue))
    log.error(file, position, "there is no \(kind) \"\(text)\"\(hint)")
    return nil
  }
}
