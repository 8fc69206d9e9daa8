/// The keys a log was signed with, as its own records tell: each is vouched for by the one before.
struct KeyChain {
  /// Oldest first; empty when nothing tells which key came first.
  private(set) var keys: [CheckpointPublicKey]
  /// Those that signed something here.
  private(set) var used: Set<CheckpointPublicKey> = []

  init(first: CheckpointPublicKey?) { keys = first.map { [$0] } ?? [] }

  var current: CheckpointPublicKey? { keys.last }

  /// Whether the key in force signed the record.
  mutating func accepts(_ record: RecordLine) -> Bool {
    guard let current, record.isSigned(byOneOf: CollectionOfOne(current)) else { return false }
    used.insert(current)
    return true
  }

  mutating func note(_ key: CheckpointPublicKey) { used.insert(key) }

  mutating func goOver(to key: CheckpointPublicKey) { keys.append(key) }
}
