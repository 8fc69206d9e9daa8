/// `call [[217-555-0198]] now`: the marks of an example, which are no part of its text.
struct ExampleMarks {
  enum Mistake: Error {
    case unclosed, unopened, nested, empty

    var message: String {
      switch self {
      case .unclosed:
        "\"[[\" without \"]]\"; mark exactly what must be found, as in call [[555-0198]] now"
      case .unopened:
        "\"]]\" without \"[[\"; mark exactly what must be found, as in call [[555-0198]] now"
      case .nested: "\"[[\" inside \"[[\"; close the first mark before the next"
      case .empty: "nothing stands between \"[[\" and \"]]\"; mark what must be found"
      }
    }
  }

  /// The text without marks.
  private(set) var text: [UInt8] = []
  /// Byte ranges of `text`, ascending.
  private(set) var marked: [Range<Int>] = []

  init(_ written: String) throws(Mistake) {
    let bytes = Array(written.utf8)
    var opened: Int?
    var index = 0
    while index < bytes.count {
      let pair = bytes[index...].prefix(2)
      if pair.elementsEqual("[[".utf8) {
        guard opened == nil else { throw .nested }
        opened = text.count
        index += 2
      } else if pair.elementsEqual("]]".utf8) {
        guard let start = opened else { throw .unopened }
        guard start < text.count else { throw .empty }
        marked.append(start..<text.count)
        opened = nil
        index += 2
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    guard opened == nil else { throw .unclosed }
  }
}
