/// Fills templates of one document.
struct TemplateFiller {
  private let vocabulary: Vocabulary
  /// What slots with a key were filled with.
  private var remembered: [String: DocumentBuilder] = [:]

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  mutating func fill(
    _ template: Template, into builder: inout DocumentBuilder, _ random: inout SeededRandom
  ) {
    for piece in template.pieces {
      switch piece {
      case .text(let bytes): builder.append(bytes)
      case .slot(let slot): fill(slot, into: &builder, &random)
      case .choice(let options): fill(random.pick(options), into: &builder, &random)
      case .number(let range, let width):
        let digits = String(random.within(range))
        builder.append(String(repeating: "0", count: max(0, width - digits.utf8.count)).utf8)
        builder.append(digits.utf8)
      case .shape(let shape): builder.append(Self.filled(shape, &random))
      case .mark(let label, let inside):
        let start = builder.text.count
        fill(inside, into: &builder, &random)
        builder.mark(label, from: start)
      }
    }
  }

  /// One entry of a list, as text; empty if there is no such list.
  mutating func text(of list: String, _ random: inout SeededRandom) -> String {
    var builder = DocumentBuilder()
    fill(Template.Slot(name: list, key: nil, form: .plain), into: &builder, &random)
    return String(decoding: builder.text, as: UTF8.self)
  }

  private mutating func fill(
    _ slot: Template.Slot, into builder: inout DocumentBuilder, _ random: inout SeededRandom
  ) {
    var filling = DocumentBuilder()
    let memory = slot.key.map { "\(slot.name)#\($0)" }
    if let memory, let known = remembered[memory] {
      filling = known
    } else {
      if let entries = vocabulary.lists.entries(slot.name) {
        fill(random.pick(entries), into: &filling, &random)
      } else if let rule = SlotRule(rawValue: slot.name) {
        filling.append(rule.fill(from: vocabulary, &random).utf8)
      }
      if let memory { remembered[memory] = filling }
    }
    builder.append(filling.written(slot.form))
  }

  /// `#` a digit, `*` one that is not 0, `@` a capital, `&` a small letter, anything else itself.
  private static func filled(_ shape: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    shape.map { byte in
      switch byte {
      case UInt8(ascii: "#"): UInt8(ascii: "0") + UInt8(random.below(10))
      case UInt8(ascii: "*"): UInt8(ascii: "1") + UInt8(random.below(9))
      case UInt8(ascii: "@"): UInt8(ascii: "A") + UInt8(random.below(26))
      case UInt8(ascii: "&"): UInt8(ascii: "a") + UInt8(random.below(26))
      default: byte
      }
    }
  }
}

extension DocumentBuilder {
  /// This text in another form, spans kept where the form can keep them.
  fileprivate func written(_ form: Template.Form) -> DocumentBuilder {
    switch form {
    case .plain: return self
    case .capital:
      var raised = self
      raised.raiseFirstLetter()
      return raised
    case .upper: return recased(.upper)
    case .handle:
      var handle = DocumentBuilder()
      let key = PersonNames.key(String(decoding: text, as: UTF8.self))
      handle.append(key.utf8.filter { $0 != 0x20 })
      return handle
    }
  }
}
