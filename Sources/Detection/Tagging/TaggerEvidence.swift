import Lexicons

/// Why the tagger took a run of tokens for an identifier, as codes: what of its evidence can be told without the text.
struct TaggerEvidence {
  /// Codes beside `tagger` itself.
  private static let most = 3

  let tokens: [Token]
  let reading: TokenReading

  /// `tagger`, then up to three codes: what rules found there, what stands before it, what the word lists know, how it is
  /// written.
  func codes(_ run: Range<Int>) -> [String] {
    let reasons = found(run) + context(run) + lexicons(run) + shape(run)
    return ["tagger"] + reasons.prefix(TaggerEvidence.most)
  }

  private func found(_ run: Range<Int>) -> [String] {
    let mark = run.map { reading.traits[$0].found }.max {
      FoundMark.strength($0) < FoundMark.strength($1)
    }
    return mark.flatMap(FoundMark.kind).map { ["found:\($0)"] } ?? []
  }

  private func context(_ run: Range<Int>) -> [String] {
    let first = run.lowerBound
    var codes: [String] = []
    var before = first - 1
    if before > 0, tokens[before].byte == 0x2e { before -= 1 }
    if before >= 0, tokens[first].continuesLine, tokens[before].facts.has(.title) {
      codes.append("context:title")
    }
    if first > 0, tokens[first].continuesLine, tokens[first - 1].byte == 0x3a {
      codes.append("context:label")
    }
    return codes
  }

  private func lexicons(_ run: Range<Int>) -> [String] {
    let words = tokens[run].filter { $0.kind == .word }
    var codes: [String] = []
    if words.contains(where: { $0.given >= 6 }) { codes.append("lexicon:given") }
    if words.contains(where: { $0.surname >= 5 }) { codes.append("lexicon:surname") }
    if words.contains(where: { $0.place >= 4 }) { codes.append("lexicon:place") }
    return codes
  }

  private func shape(_ run: Range<Int>) -> [String] {
    var codes: [String] = []
    if tokens[run].contains(where: { $0.kind == .word && $0.startsUpper && $0.isRareWord }) {
      codes.append("shape:unknown-capitalised")
    }
    if tokens[run].contains(where: { $0.kind == .number || $0.kind == .mixed }) {
      codes.append("shape:digits")
    }
    return codes
  }
}
