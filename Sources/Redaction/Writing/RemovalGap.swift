import Detection

/// What goes with a value that leaves nothing: one of the spaces around it, brackets and quotation marks that would be
/// empty, a comma that would part nothing, an `'s` that would be nobody's.
struct RemovalGap {
  /// Bytes to take from the end of what is written.
  private(set) var dropped = 0
  /// Bytes to leave out of what follows.
  private(set) var skipped = 0

  private static let pairs: [UInt8: UInt8] = [0x28: 0x29, 0x5b: 0x5d, 0x22: 0x22, 0x3c: 0x3e]

  /// How much of what is written is looked at, in bytes.
  private static let reach = 64

  private let before: [UInt8]
  /// How many bytes at the end of what is written may go.
  private let room: Int
  private let after: ArraySlice<UInt8>
  private let isEnd: Bool

  /// - Parameters:
  ///   - output: what is written so far.
  ///   - settled: `output` before this offset must stay.
  ///   - after: what follows, up to the next finding.
  ///   - isEnd: whether the text ends behind `after`.
  init(_ output: [UInt8], behind settled: Int, _ after: ArraySlice<UInt8>, isEnd: Bool) {
    before = Array(output.suffix(RemovalGap.reach))
    room = min(output.count - settled, RemovalGap.reach)
    self.after = after
    self.isEnd = isEnd
    skipPossessive()
    dropSign()
    dropPair()
    skipComma()
    dropComma()
    dropSpace()
  }

  private var last: UInt8? { before.dropLast(dropped).last }
  private var next: UInt8? { after.dropFirst(skipped).first }

  /// Whether the text goes on with a space, a mark that needs none before it, or not at all.
  private var endsWord: Bool {
    guard let next else { return isEnd }
    return Array(" \t\n\r.,;:!?)]".utf8).contains(next)
  }

  private mutating func skipPossessive() {
    for ending in ["'s", "\u{2019}s"] where after.starts(with: ending.utf8) {
      let behind = after.dropFirst(ending.utf8.count).first
      if behind.map(ByteClass.isLetter) != true { skipped += ending.utf8.count }
      return
    }
  }

  /// `#` and `@` of a name that stood behind them.
  private mutating func dropSign() {
    if dropped < room, last == 0x23 || last == 0x40 { dropped += 1 }
  }

  private mutating func dropPair() {
    while dropped < room, let last, let next, RemovalGap.pairs[last] == next {
      dropped += 1
      skipped += 1
    }
  }

  /// `Attending: Novak, MD` without the name is `Attending: MD`.
  private mutating func skipComma() {
    guard next == 0x2c else { return }
    let mark = before.dropLast(dropped).last(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x2a })
    guard mark.map({ Array(":(.!?\n\r".utf8).contains($0) }) ?? true else { return }
    skipped += 1
    if next == 0x20 { skipped += 1 }
  }

  /// `Novak, 41, of` without the number is `Novak, of`; `by phone, 555-0198.` is `by phone.`, `Dr. Lee.` is `Dr.`
  private mutating func dropComma() {
    let spaces = before.dropLast(dropped).reversed().prefix { $0 == 0x20 }.count
    let mark = before.dropLast(dropped + spaces).last
    if mark == 0x2e, next == 0x2e {
      skipped += 1
      return
    }
    guard mark == 0x2c || mark == 0x3b, let next, Array(",;.".utf8).contains(next),
      dropped + spaces < room
    else { return }
    dropped += spaces + 1
  }

  private mutating func dropSpace() {
    if dropped < room, last == 0x20, endsWord {
      dropped += 1
    } else if next == 0x20, isLineStart {
      skipped += 1
    }
  }

  /// Whether nothing is written before on this line or in these brackets; an indent is kept and needs no further space
  /// either.
  private var isLineStart: Bool {
    guard let last else { return true }
    return Array("\n\r \t([\"".utf8).contains(last)
  }
}
