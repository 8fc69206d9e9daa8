/// A text with slots to be filled, and with marks.
struct Template: Sendable {
  var pieces: [Piece] = []

  indirect enum Piece: Sendable {
    case text([UInt8])
    case slot(Slot)
    /// `{a|b|c}`: one of them.
    case choice([Template])
    /// `{1..28}` and, with two digits always, `{01..12}`.
    case number(ClosedRange<Int>, width: Int)
    /// `{~@@##-####}`: letters and digits of a shape.
    case shape([UInt8])
    case mark(TrainingLabel, Template)
  }

  /// `{name}`; with `#key` the same filling in the whole document.
  struct Slot: Sendable {
    /// A list or a rule, in lower case.
    var name: String
    var key: String?
    var form: Form
  }

  /// How a filling is written.
  enum Form: Sendable {
    /// `{name}`
    case plain
    /// `{Name}`: with a capital first.
    case capital
    /// `{NAME}`
    case upper
    /// `{@name}`: lower-case letters and digits without anything between, as in an e-mail address.
    case handle
  }

  /// Calls `body` with every slot, and whether it stands inside a mark.
  func visitSlots(marked: Bool = false, _ body: (Slot, Bool) -> Void) {
    for piece in pieces {
      switch piece {
      case .slot(let slot): body(slot, marked)
      case .choice(let options): options.forEach { $0.visitSlots(marked: marked, body) }
      case .mark(_, let inside): inside.visitSlots(marked: true, body)
      case .text, .number, .shape: break
      }
    }
  }

  /// Whether a mark is written here, slots aside.
  var hasMark: Bool {
    pieces.contains { piece in
      switch piece {
      case .mark: true
      case .choice(let options): options.contains(where: \.hasMark)
      case .text, .slot, .number, .shape: false
      }
    }
  }
}
