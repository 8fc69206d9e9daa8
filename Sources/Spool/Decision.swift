/// What a person decided about a held document.
package struct Decision: Sendable, Hashable, Codable {
  package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// The draft goes to the outbox.
    case approve
    /// The document goes to quarantine.
    case reject
  }

  package var verdict: Verdict
  /// Why, as a code of the audit's fixed list: free text could name the patient.
  package var reason: String
  /// Whether what the second scan found in the draft was looked at and may stay.
  package var acceptsTraces: Bool
  /// The number of the user who decided.
  package var user: Int
  /// The login name of that user.
  package var userName: String?
  /// The draft as the person changed it, in whichever encoding; nil when the draft goes as it was staged.
  package var edited: [UInt8]?

  package init(
    _ verdict: Verdict, reason: String, acceptsTraces: Bool = false, user: Int,
    userName: String?, edited: [UInt8]? = nil
  ) {
    self.verdict = verdict
    self.reason = reason
    self.acceptsTraces = acceptsTraces
    self.user = user
    self.userName = userName
    self.edited = edited
  }

  private enum CodingKeys: String, CodingKey {
    case verdict, reason, acceptsTraces, user, userName, edited
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    verdict = try values.decode(Verdict.self, forKey: .verdict)
    reason = try values.decode(String.self, forKey: .reason)
    acceptsTraces = try values.decode(Bool.self, forKey: .acceptsTraces)
    user = try values.decode(Int.self, forKey: .user)
    userName = try values.decodeIfPresent(String.self, forKey: .userName)
    edited = try values.decodeIfPresent(BytesOnDisk.self, forKey: .edited)?.bytes
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(verdict, forKey: .verdict)
    try values.encode(reason, forKey: .reason)
    try values.encode(acceptsTraces, forKey: .acceptsTraces)
    try values.encode(user, forKey: .user)
    try values.encodeIfPresent(userName, forKey: .userName)
    try values.encodeIfPresent(edited.map { BytesOnDisk($0) }, forKey: .edited)
  }
}
