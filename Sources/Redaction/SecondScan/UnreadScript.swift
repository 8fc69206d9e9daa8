import Detection

/// Finds words in a script that no rule here reads: what they say nobody has checked.
enum UnreadScript {
  /// Greek and Cyrillic letters stand alone in Latin text (`TNF-α`, `μg`, a look-alike); this many in a row are a word.
  private static let shortestWord = 3

  /// Where such words stand in `text` outside of replacements, in bytes.
  static func search(_ text: [UInt8], outside written: WrittenSpans) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      if let span = written.span(at: index) {
        index = span.upperBound
        continue
      }
      let word = word(in: text, from: index)
      if word.isUnread { found.append(index..<word.end) }
      index = word.end
    }
    return found
  }

  /// The run of characters outside ASCII that begins at `start`.
  private static func word(in text: [UInt8], from start: Int) -> (end: Int, isUnread: Bool) {
    var index = start
    var letters = 0
    var isUnread = false
    while index < text.count, text[index] >= 0x80 {
      let (value, next) = TextView.scalar(in: text, at: index)
      index = next
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch Script(scalar) {
      case .read: letters = 0
      case .mark: break
      case .alphabet: letters += 1
      case .other: isUnread = true
      }
      if letters >= shortestWord { isUnread = true }
    }
    return (index, isUnread)
  }

  private enum Script {
    /// Latin letters in all their forms, signs, digits, emoji.
    case read
    /// Belongs to the letter before it.
    case mark
    /// Greek or Cyrillic.
    case alphabet
    /// Letters of any other script.
    case other

    init(_ scalar: Unicode.Scalar) {
      let properties = scalar.properties
      switch scalar.value {
      case 0x370...0x3ff, 0x1f00...0x1fff, 0x400...0x52f, 0x1c80...0x1c8f, 0x2de0...0x2dff,
        0xa640...0xa69f:
        self = properties.isAlphabetic ? .alphabet : .read
      // Latin-1 to the phonetic alphabets; phonetic and Latin extensions; signs made of letters; full-width forms.
      case 0x80...0x2ff, 0x1d00...0x1dbf, 0x1e00...0x1eff, 0x2000...0x2bff, 0x2c60...0x2c7f,
        0xa700...0xa7ff, 0xab30...0xab6f, 0xfb00...0xfb06, 0xff00...0xff5e, 0x1d400...0x1d7ff,
        0x1f100...0x1f1ff:
        self = .read
      default:
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: self = .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
          .privateUse, .unassigned:
          self = .other
        default: self = .read
        }
      }
    }
  }
}
