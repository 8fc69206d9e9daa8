import Lexicons

/// What stands around a word that may be an organisation's name.
struct OrganizationPlace {
  /// One past the last token of the name.
  let end: Int
  /// Behind `at`, `from`, `by`: where someone works, was treated or came from.
  let isCued: Bool
  /// Before a number or a code: a device or scale called after the house (`Fresenius 2008T`, `Sunnybrook 86/100`).
  let isModelName: Bool

  private static let cues = OrganizationPlace.hashes([
    "at", "by", "for", "from", "to", "near", "outside", "via", "joined", "left",
  ])
  private static let articles = OrganizationPlace.hashes(["the", "a", "an"])

  init(_ tokens: [Token], _ index: Int, end: Int) {
    self.end = end
    var cue = index - 1
    if cue > 0, OrganizationPlace.articles.contains(tokens[cue].hash) { cue -= 1 }
    isCued =
      cue >= 0 && tokens[index].continuesLine && tokens[cue].shape.contains(.lower)
      && OrganizationPlace.cues.contains(tokens[cue].hash)
    isModelName =
      !isCued && end < tokens.count && tokens[end].continuesLine && !tokens[end].isAttached
      && (tokens[end].kind == .number || tokens[end].kind == .mixed)
  }

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordHash.of(Array($0.utf8)) })
  }
}
