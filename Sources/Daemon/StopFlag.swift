import Synchronization

/// Says that the daemon is being stopped.
package final class StopFlag: Sendable {
  private let raised = Atomic(false)

  package init() {}

  package func raise() { raised.store(true, ordering: .releasing) }

  package var isRaised: Bool { raised.load(ordering: .acquiring) }
}
