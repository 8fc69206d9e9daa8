import Documents
import Spool

/// Something for a worker to bring to its end.
enum Job: Sendable, Hashable {
  case arrival(Arrival)
  /// A document that lies in `work/` since an earlier run, and its outcome if that is on record.
  case unfinished(Claim, decided: Outcome?)

  /// Whether a process may have died over this document.
  var isSuspect: Bool {
    guard case .unfinished(let claim, _) = self else { return false }
    return (claim.earlierTries ?? 0) > 0
  }
}

/// Hands jobs to whichever worker is free, in the order they came.
actor WorkQueue {
  private var pending: [Job] = []
  /// Index of the first job not handed out yet; the array is cut when half of it is done.
  private var head = 0
  private var waiting: [CheckedContinuation<Job?, Never>] = []
  private var isFinished = false
  private let pulse: Pulse

  /// - Parameter pulse: is busy while jobs wait, and beats when one is handed out.
  init(pulse: Pulse = Pulse()) { self.pulse = pulse }

  func push(_ job: Job) {
    if waiting.isEmpty {
      pending.append(job)
      pulse.begin()
    } else {
      waiting.removeFirst().resume(returning: job)
    }
  }

  /// No more jobs will come: workers end when the pending ones are done.
  func finish() {
    isFinished = true
    for continuation in waiting { continuation.resume(returning: nil) }
    waiting.removeAll()
  }

  /// Forgets what no worker has begun; it stays in the inbox or in `work/` for the next start.
  func abandon() {
    pending.removeAll()
    head = 0
    pulse.rest()
    finish()
  }

  /// The next job; nil when there will be none.
  func next() async -> Job? {
    if head < pending.count {
      let job = pending[head]
      head += 1
      if head * 2 > pending.count {
        pending.removeFirst(head)
        head = 0
      }
      if pending.isEmpty { pulse.rest() } else { pulse.beat() }
      return job
    }
    if isFinished { return nil }
    return await withCheckedContinuation { waiting.append($0) }
  }
}
