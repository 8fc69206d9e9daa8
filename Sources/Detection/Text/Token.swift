package import Lexicons

/// One token of a document's folded view: a word, a number, a mixed run or a single punctuation byte.
///
/// Offsets are bytes of the *view* (`TextView`), not of the document. Words carry their lexicon hash and facts, looked
/// up once when the text is tokenised, so that no recognizer touches the bytes again to ask what a word is.
package struct Token: Sendable {
  /// Hash of the folded lower-case bytes, apostrophes left out (`WordHash`); 0 for punctuation.
  package var hash: UInt64
  /// What the lexicons know of the word; `.unknown` for all that is no word.
  package var facts: WordFacts
  /// First byte in the view.
  package var start: Int32
  /// One past the last byte in the view.
  package var end: Int32
  package var kind: Kind
  /// The byte itself for punctuation, else 0.
  package var byte: UInt8
  package var shape: Shape

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var length: Int { Int(end - start) }

  package enum Kind: UInt8, Sendable {
    /// Letters, with apostrophes inside (`O'Brien`, `don't`).
    case word
    /// Digits only.
    case number
    /// Letters and digits in one run: `T2DM`, `4B`, `12th`, `q6h`.
    case mixed
    /// The `'s` or `'` after a possessor.
    case possessive
    /// One byte of punctuation.
    case punctuation
    /// A run of bytes outside ASCII that folding left as they are: other scripts, emoji, symbols.
    case foreign
  }

  /// How the token is written and where it stands.
  package struct Shape: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// First letter upper case, all others lower case, two letters or more.
    package static let capitalised = Shape(rawValue: 1 << 0)
    /// All letters upper case, two letters or more.
    package static let allCaps = Shape(rawValue: 1 << 1)
    /// All letters lower case.
    package static let lower = Shape(rawValue: 1 << 2)
    /// Upper case inside: `McDonald`, `iPhone`, `O'Brien`.
    package static let mixedCase = Shape(rawValue: 1 << 3)
    /// A single upper-case letter.
    package static let initial = Shape(rawValue: 1 << 4)
    /// White space (or the start of the text) stands before it.
    package static let spaceBefore = Shape(rawValue: 1 << 5)
    /// First token of its line.
    package static let lineStart = Shape(rawValue: 1 << 6)
    /// A blank line (or the start of the text) stands before it.
    package static let paragraphStart = Shape(rawValue: 1 << 7)
    /// First word of a sentence as far as punctuation tells.
    package static let sentenceStart = Shape(rawValue: 1 << 8)
    /// Stands on a line where at least nine letters in ten are upper case.
    package static let capsLine = Shape(rawValue: 1 << 9)
    /// Some byte of it was folded from something else (accent, look-alike, full width).
    package static let folded = Shape(rawValue: 1 << 10)
    /// Two spaces or more, or a tab, stand before it on the same line (a column gap).
    package static let gapBefore = Shape(rawValue: 1 << 11)

    /// Written with an upper-case first letter in any way.
    package static let anyUpper: Shape = [.capitalised, .allCaps, .mixedCase, .initial]
  }

  package var isWord: Bool { kind == .word }
  /// Starts with an upper-case letter.
  package var startsUpper: Bool { !shape.isDisjoint(with: .anyUpper) }
}
