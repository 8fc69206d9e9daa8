/// A file that the caller has read.
package struct TrainingFile: Sendable {
  /// Its name without folders.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The fields of each line of a tab-separated list; comments and empty lines left out,
  /// spaces around a field too.
  func rows(_ body: ([ArraySlice<UInt8>]) -> Void) {
    for line in bytes.split(separator: 0x0a) where line.first != UInt8(ascii: "#") {
      body(line.split(separator: 0x09, omittingEmptySubsequences: false).map(\.trimmed))
    }
  }

  /// The lines with their numbers, counted from 1.
  var lines: [(number: Int, bytes: ArraySlice<UInt8>)] {
    bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }
}

extension ArraySlice<UInt8> {
  /// The number these digits write; 0 if they write none.
  var number: Int { Int(String(decoding: self, as: UTF8.self)) ?? 0 }

  /// Without spaces and carriage returns at its ends.
  var trimmed: ArraySlice<UInt8> {
    var rest = self
    while let first = rest.first, first == 0x20 || first == 0x0d { rest.removeFirst() }
    while let last = rest.last, last == 0x20 || last == 0x0d { rest.removeLast() }
    return rest
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// A comment of a list or frame file; a hashtag is none.
  var isComment: Bool { elementsEqual("#".utf8) || starts(with: "# ".utf8) }
}
