import Foundation

/// The texts that are read: documents of a folder, made more by repetition with changed numbers, so that no cache and no
/// memory of a document sees the same number twice.
struct TextSupply {
  let folder: String
  let documents: [[UInt8]]

  /// The UTF-8 texts of `folder`; nil when there are none.
  init?(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    documents = names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        String(validating: data, as: UTF8.self) != nil
      else { return nil }
      return [UInt8](data)
    }
    guard !documents.isEmpty else { return nil }
    self.folder = folder
  }

  /// The last two parts of the path that tell the corpus: `mtsamples`.
  var name: String {
    let parts = folder.split(separator: "/").filter { $0 != "docs" && $0 != "inbox" }
    return parts.last.map(String.init) ?? folder
  }

  /// Documents until they have `bytes` together, at least one. A text that comes again has other digits.
  func documents(bytes: Int) -> [[UInt8]] {
    var supplied: [[UInt8]] = []
    var size = 0
    var index = 0
    while size < bytes {
      let document = documents[index % documents.count]
      let round = index / documents.count
      supplied.append(round == 0 ? document : TextSupply.renumbered(document, round))
      size += document.count
      index += 1
    }
    return supplied
  }

  /// One text of exactly `bytes` bytes or a character less, of documents with an empty line between them.
  func text(bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + (64 << 10))
    for document in documents(bytes: bytes) {
      text += document
      text += [0x0a, 0x0a]
      if text.count >= bytes { break }
    }
    var end = min(bytes, text.count)
    while end > 0, end < text.count, text[end] & 0xc0 == 0x80 { end -= 1 }
    return Array(text[..<end])
  }

  /// `text` with each digit but the first of a number replaced by another, the same in every run.
  private static func renumbered(_ text: [UInt8], _ round: Int) -> [UInt8] {
    var state = UInt64(truncatingIfNeeded: round) &* 0x9e37_79b9_7f4a_7c15 | 1
    var text = text
    var isInNumber = false
    for index in text.indices {
      let isDigit = (0x30...0x39).contains(text[index])
      if isDigit, isInNumber {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text[index] = 0x30 + UInt8(truncatingIfNeeded: (state >> 33) % 10)
      }
      isInNumber = isDigit
    }
    return text
  }
}
