/// The key of the operators that draw what they write: shifted dates and surrogates.
///
/// This room does no cryptography: the key is a function that the caller makes of the service's secret.
package struct RedactionKey: Sendable {
  private let code: @Sendable ([UInt8]) -> [UInt8]

  /// - Parameter code: a keyed message authentication code: 32 bytes for any message, the same for the same message.
  package init(_ code: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.code = code }

  /// A number drawn by the key for a purpose and a value; different purposes tell nothing of each other.
  func number(_ purpose: String, _ value: [UInt8]) -> UInt64 {
    code(Array(purpose.utf8) + [0] + value).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
