import Lexicons
import Patterns

/// Puts the name candidates of pass 1 right before anything is learnt from them: one candidate per person.
///
/// A rule that sees `Last, First` in `Ada Byron, Mary Shelley` takes two people for one, and two rules that each see half
/// of `Anastasios PAPADIMITRIOU` take one for two; either would put false people into the document's memory.
struct MentionShaping {
  let tokens: [Token]
  let index = TokenIndex()

  func shape(_ candidates: inout [Candidate]) {
    completeBroken(&candidates)
    splitLists(&candidates)
    joinHalves(&candidates)
  }

  /// Lets a name that a line's end breaks in two go on on the next line: `Chinedu Okon-` and `kwo`.
  private func completeBroken(_ candidates: inout [Candidate]) {
    for number in candidates.indices where candidates[number].category == .name {
      guard let last = index.tokens(in: candidates[number].range, tokens).last,
        let half = BrokenWord.secondHalf(tokens, of: last)
      else { continue }
      candidates[number].range = candidates[number].range.lowerBound..<Int(tokens[half].end)
    }
  }

  /// Cuts a candidate at each comma that stands between two full names.
  private func splitLists(_ candidates: inout [Candidate]) {
    for number in candidates.indices where candidates[number].category == .name {
      while let cut = cut(index.tokens(in: candidates[number].range, tokens)) {
        var rest = candidates[number]
        rest.range = Int(tokens[cut + 1].start)..<rest.range.upperBound
        candidates[number].range =
          candidates[number].range.lowerBound..<Int(tokens[cut - 1].end)
        candidates.append(candidates[number])
        candidates[number] = rest
      }
    }
  }

  /// The comma in `range` with a full name, given name first, on each side.
  private func cut(_ range: Range<Int>) -> Int? {
    range.first { comma in
      tokens[comma].byte == 0x2c && comma > range.lowerBound
        && isGivenFirst(range.lowerBound..<comma) && isGivenFirst((comma + 1)..<range.upperBound)
    }
  }

  /// Two words or more, with a space between some of them, the first better known as a given name than as a surname.
  private func isGivenFirst(_ range: Range<Int>) -> Bool {
    guard let first = range.first, tokens[first].kind == .word else { return false }
    let isParted = range.dropFirst().contains {
      tokens[$0].kind == .word && tokens[$0].length > 1 && !tokens[$0].isAttached
    }
    return isParted && !tokens[first].facts.has(.nameParticle)
      && (tokens[first].given > tokens[first].surname || tokens[first].isUnlisted)
  }

  /// Lets a lone given name and the lone surname right behind it be one mention.
  private func joinHalves(_ candidates: inout [Candidate]) {
    let names = candidates.indices.filter {
      candidates[$0].category == .name && candidates[$0].confidence >= DocumentMemory.memorable
    }
    .sorted { candidates[$0].range.lowerBound < candidates[$1].range.lowerBound }
    for (one, other) in zip(names, names.dropFirst()) {
      let first = index.tokens(in: candidates[one].range, tokens)
      let second = index.tokens(in: candidates[other].range, tokens)
      guard first.upperBound == second.lowerBound, first.count == 1, let word = second.first,
        tokens[word].continuesLine, !tokens[word].isAttached, isHalf(tokens[first.lowerBound]),
        isHalf(tokens[word]), tokens[word].surname > 0 || tokens[word].given == 0
      else { continue }
      candidates[one].range =
        candidates[one].range.lowerBound..<candidates[other].range.upperBound
    }
  }

  /// The name that stands alone as a candidate.
  func loneName(_ candidate: Candidate) -> UInt64? { loneToken(candidate).map { tokens[$0].hash } }

  /// Adds to a lone name the name right behind it that stands alone elsewhere: `Anastasios PAPADIMITRIOU` where only
  /// `Mr Papadimitriou` further down was told by a title.
  ///
  /// - Parameter lone: all the document's names that stand alone.
  func completeHalves(_ candidates: inout [Candidate], _ lone: Set<UInt64>) {
    for number in candidates.indices {
      guard let token = loneToken(candidates[number]), token + 1 < tokens.count else { continue }
      let next = tokens[token + 1]
      guard isHalf(next), next.continuesLine, !next.isAttached, next.startsUpper,
        next.hash != tokens[token].hash, lone.contains(next.hash)
      else { continue }
      candidates[number].range = candidates[number].range.lowerBound..<Int(next.end)
    }
  }

  private func loneToken(_ candidate: Candidate) -> Int? {
    guard candidate.category == .name, candidate.confidence >= DocumentMemory.memorable else {
      return nil
    }
    let range = index.tokens(in: candidate.range, tokens)
    return range.count == 1 && isHalf(tokens[range.lowerBound]) ? range.lowerBound : nil
  }

  private func isHalf(_ token: Token) -> Bool {
    token.kind == .word && token.length > 1 && !token.isStructural
  }
}
