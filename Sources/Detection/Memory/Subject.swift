/// A person the document speaks of. It holds hashes of name parts (`WordHash`), never text.
package struct Subject: Sendable, Hashable {
  /// Hashes of given names, in the order written; initials are not among them.
  package var given: [UInt64]
  /// Hashes of surname words.
  package var surnames: [UInt64]
  /// Lower-case first letters of all parts in the order written (`jrs` for `John R. Smith`).
  package var initials: [UInt8]
  /// Whose name it is, where some mention tells.
  package var role: Finding.Role

  /// All parts a later mention may use alone.
  var parts: [UInt64] { given + surnames }
}
