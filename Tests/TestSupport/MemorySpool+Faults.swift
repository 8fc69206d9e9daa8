package import Documents
internal import Spool
internal import Synchronization
internal import Syscalls

extension MemorySpool {
  /// The number of steps taken so far, over all documents.
  package var stepsTaken: Int { contents.stepsTaken }

  /// Whether the fault that was set has happened.
  package var hasFailed: Bool { contents.hasFailed }

  /// Makes the nth step from now (1 is the next) fail with EIO, and all later ones until `heal()`: a disk that is gone.
  package func fail(atStep step: Int) {
    state.withLock {
      $0.failingStep = $0.stepsTaken + step
      $0.hasFailed = false
    }
  }

  /// Damages the receipt of a document in work: nothing but setting it aside works on it any more.
  package func damage(_ id: DocumentID) {
    state.withLock { _ = $0.damaged.insert(id) }
  }

  /// The disk is back.
  package func heal() {
    state.withLock { $0.failingStep = nil }
  }
}

extension MemorySpool.Contents {
  /// Counts one step of a document and fails if a fault is set there. What was done before it stays done.
  mutating func step(_ id: DocumentID, _ step: SpoolError.Step) throws(SpoolError) {
    stepsTaken += 1
    guard let failingStep, stepsTaken >= failingStep else { return }
    hasFailed = true
    let inputOutputError: Int32 = 5
    throw .system(id, step: step, SystemError(errno: inputOutputError, call: "injected"))
  }
}
