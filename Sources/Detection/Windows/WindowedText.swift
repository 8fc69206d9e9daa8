/// A text on its way through detection. One window of it is open at a time: its folded view is here, its tokens are in the
/// worker's scratch, and all offsets of that view count from the window's slice.
struct WindowedText {
  let windows: [TextWindow]
  private let text: [UInt8]
  private let tokenizer: Tokenizer
  private(set) var view = TextView([])
  private var number = -1

  init(_ text: [UInt8], _ size: WindowSize, _ tokenizer: Tokenizer) {
    self.text = text
    self.tokenizer = tokenizer
    windows = TextWindow.windows(of: text, size)
  }

  /// Whether the text is read in more than one piece.
  var isCut: Bool { windows.count > 1 }

  /// Opens a window: nothing is done when it is open already.
  mutating func open(_ number: Int, _ scratch: inout DetectionScratch) {
    guard number != self.number else { return }
    self.number = number
    view = TextView(isCut ? Array(text[window.slice]) : text)
    tokenizer.tokenize(view, into: &scratch.tokens, &scratch.facts)
    scratch.patterns.isRead = false
  }

  /// The open window.
  var window: TextWindow { windows[number] }

  /// A range of the view in bytes of the text.
  func textRange(of range: Range<Int>) -> Range<Int> {
    let range = view.textRange(of: range)
    let base = window.slice.lowerBound
    return range.lowerBound + base..<range.upperBound + base
  }

  /// Whether the open window answers for what stands in a range of the view.
  func owns(_ range: Range<Int>) -> Bool {
    !isCut || window.core.contains(textRange(of: range).lowerBound)
  }

  /// Whether some of what stands in a range of the view is the open window's to answer for. What two windows see in two ways
  /// is then lost by neither.
  func touchesCore(_ range: Range<Int>) -> Bool {
    !isCut || window.core.overlaps(textRange(of: range)) || owns(range)
  }

  /// The tokens that begin in the core of the open window.
  func ownTokens(_ tokens: [Token]) -> Range<Int> {
    guard isCut else { return tokens.indices }
    let index = TokenIndex()
    let start = viewOffset(of: window.core.lowerBound)
    let end = viewOffset(of: window.core.upperBound)
    return index.firstIndex(startingAt: start, tokens)..<index.firstIndex(startingAt: end, tokens)
  }

  /// The first byte of the view that stands for the text from `place` on.
  func viewOffset(of place: Int) -> Int { view.offset(of: place - window.slice.lowerBound) }
}
