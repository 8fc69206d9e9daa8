import Lexicons

/// Tells by `Mr.`, `Mrs.`, `Ms.` and `Miss` who is spoken of as no clinician.
enum CourtesyTitles {
  private static let titles = ["mr", "mrs", "ms", "miss", "mister", "master"]
    .map { WordHash.of(Array($0.utf8)) }

  /// The hashes of the words right behind a courtesy title and its full stop.
  static func names(behind tokens: [Token]) -> Set<UInt64> {
    var names: Set<UInt64> = []
    let titles = titles
    for index in tokens.indices where tokens[index].length <= 6 {
      guard titles.contains(tokens[index].hash) else { continue }
      var next = index + 1
      if next < tokens.count, tokens[next].byte == 0x2e, tokens[next].isAttached { next += 1 }
      // `Mr. Peter Kowalczyk`: whichever of the two words is asked for.
      for word in next..<min(next + 2, tokens.count)
      where tokens[word].kind == .word && tokens[word].continuesLine && tokens[word].startsUpper {
        names.insert(tokens[word].hash)
      }
    }
    return names
  }
}
