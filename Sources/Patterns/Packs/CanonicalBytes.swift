/// Bytes that tell apart any two sequences of fields: each field is written as its length, a colon and its UTF-8, and a
/// list as its count and its fields.
package struct CanonicalBytes: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ text: String) {
    bytes += "\(text.utf8.count):".utf8
    bytes += text.utf8
  }

  package mutating func add(_ number: Int) { add(String(number)) }

  package mutating func add(_ list: some Collection<String>) {
    add(list.count)
    for text in list { add(text) }
  }
}
