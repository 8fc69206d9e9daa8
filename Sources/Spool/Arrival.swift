/// An entry of the inbox that nobody is writing any more: what a watcher hands on to be claimed.
package struct Arrival: Sendable, Hashable {
  /// The raw bytes of its name in the inbox; a file name need not be UTF-8. It may tell who the patient is.
  package let name: [UInt8]

  package init(name: [UInt8]) { self.name = name }
}
