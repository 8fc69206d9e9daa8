/// Who did something by hand: an account of this machine. Never somebody that a document tells of.
package struct AuditPerson: Sendable, Hashable {
  /// The number of the account.
  package var uid: Int
  /// The account's name; nil when it has none.
  package var name: AuditCode?

  /// - Parameter name: as the machine knows the account. What no code may hold becomes `_`.
  package init(uid: Int, name: String?) {
    self.uid = uid
    self.name = name.flatMap { AuditCode(replacingForeign: $0) }
  }
}
