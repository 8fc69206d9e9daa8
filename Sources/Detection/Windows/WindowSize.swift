/// How long a text may be to be read in one piece, and how a longer one is cut. All in bytes of the text.
package struct WindowSize: Sendable, Hashable {
  /// What one window answers for; a text of twice as much is still read whole.
  package var core: Int
  /// What a window sees beside that, before and behind: more than any rule, line or phrase of ordinary text is long.
  package var margin: Int

  package init(core: Int, margin: Int) {
    self.core = max(1, core)
    self.margin = max(0, margin)
  }

  /// What documents are read with: a worker's memory then stays what a document of a megabyte takes.
  package static let standard = WindowSize(core: 512 << 10, margin: 8 << 10)
  /// Every text in one piece.
  package static let whole = WindowSize(core: .max, margin: 0)
}

/// A part of a text that is read by itself. All in bytes of the text.
package struct TextWindow: Sendable, Hashable {
  /// What it answers for: all that begins in it. The cores of a text's windows are all of it, in order and apart.
  package let core: Range<Int>
  /// What is read: the core with what stands around it.
  package let slice: Range<Int>

  /// The windows of a text, at least one.
  package static func windows(of text: [UInt8], _ size: WindowSize) -> [TextWindow] {
    guard text.count / 2 > size.core else {
      return [TextWindow(core: text.indices, slice: text.indices)]
    }
    let seams = Seams(text: text)
    var windows: [TextWindow] = []
    var start = 0
    while start < text.count {
      let isLast = text.count - start <= size.core
      let end = isLast ? text.count : seams.before(start + size.core, behind: start)
      windows.append(
        TextWindow(core: start..<end, slice: seams.around(start..<end, size.margin)))
      start = end
    }
    return windows
  }
}

/// Where a text may be cut with least harm: between lines, else between words, else between code points.
private struct Seams {
  let text: [UInt8]

  /// The seam nearest before `place`, or right behind `start` when there is none between.
  func before(_ place: Int, behind start: Int) -> Int {
    let lowest = max(start, place - (place - start) / 2)
    if let seam = last(in: lowest..<place, where: isLineStart)
      ?? last(in: lowest..<place, where: isWordStart),
      seam > start
    {
      return seam
    }
    var seam = max(place, start + 1)
    while seam < text.count, isInsideScalar(seam) { seam += 1 }
    return seam
  }

  /// A range with a margin on both sides, which goes on to the end of a line if that is not farther than as much again.
  func around(_ range: Range<Int>, _ margin: Int) -> Range<Int> {
    let low = max(0, range.lowerBound - margin)
    let high = min(text.count, range.upperBound + margin)
    let farLow = max(0, low - margin)
    let farHigh = min(text.count, high + margin)
    var start =
      last(in: farLow..<low + 1, where: isLineStart) ?? last(
        in: farLow..<low + 1, where: isWordStart) ?? low
    var end =
      first(in: high..<farHigh + 1, where: isLineStart) ?? first(
        in: high..<farHigh + 1, where: isWordStart) ?? high
    while start > 0, isInsideScalar(start) { start -= 1 }
    while end < text.count, isInsideScalar(end) { end += 1 }
    return start..<end
  }

  private func last(in range: Range<Int>, where isSo: (Int) -> Bool) -> Int? {
    range.reversed().first(where: isSo)
  }

  private func first(in range: Range<Int>, where isSo: (Int) -> Bool) -> Int? {
    range.first(where: isSo)
  }

  private func isLineStart(_ place: Int) -> Bool {
    guard place > 0, place < text.count else { return true }
    return text[place - 1] == 0x0a || text[place - 1] == 0x0d && text[place] != 0x0a
  }

  private func isWordStart(_ place: Int) -> Bool {
    guard place > 0, place < text.count else { return true }
    return text[place - 1] == 0x20 || text[place - 1] == 0x09
  }

  private func isInsideScalar(_ place: Int) -> Bool { text[place] & 0xc0 == 0x80 }
}
