import Audit
import FoundationEssentials
import Synchronization
import TestSupport

/// Looks into an outbox all the time, as a program would that takes away what appears there, and remembers what it saw of
/// every file the moment it saw it.
final class OutboxWatch: Sendable {
  private struct State {
    var seen: [String: AuditDigest] = [:]
    var changed: Set<String> = []
    var isOver = false
  }

  private let state = Mutex(State())

  /// Watches until `stop`; every file is read at once and again at each look.
  func run(_ root: ScrubdRoot) async {
    while !state.withLock(\.isOver) {
      for name in (try? root.names(in: "outbox")) ?? [] {
        guard let bytes = try? root.bytes(of: "outbox/\(name)") else { continue }
        let digest = AuditDigest(of: bytes)
        state.withLock { state in
          if let before = state.seen.updateValue(digest, forKey: name), before != digest {
            state.changed.insert(name)
          }
        }
      }
      try? await Task.sleep(for: .microseconds(200))
    }
  }

  func stop() { state.withLock { $0.isOver = true } }

  /// Files that were seen with other bytes later.
  var changed: Set<String> { state.withLock(\.changed) }

  /// The digests at first sight.
  var seen: Set<String> { state.withLock { Set($0.seen.values.map(\.description)) } }
}
