import Spool

/// Hands arrivals to whichever worker is free, in the order they came.
actor ArrivalQueue {
  private var pending: [Arrival] = []
  /// Index of the first arrival not handed out yet; the array is cut when half of it is done.
  private var head = 0
  private var waiting: [CheckedContinuation<Arrival?, Never>] = []
  private var isFinished = false

  func push(_ arrival: Arrival) {
    if waiting.isEmpty { pending.append(arrival) } else { waiting.removeFirst().resume(returning: arrival) }
  }

  /// No more arrivals will come: workers end when the pending ones are done.
  func finish() {
    isFinished = true
    for continuation in waiting { continuation.resume(returning: nil) }
    waiting.removeAll()
  }

  /// Forgets what no worker has begun; it stays in the inbox for the next start.
  func abandon() {
    pending.removeAll()
    head = 0
    finish()
  }

  /// The next arrival; nil when there will be none.
  func next() async -> Arrival? {
    if head < pending.count {
      let arrival = pending[head]
      head += 1
      if head * 2 > pending.count {
        pending.removeFirst(head)
        head = 0
      }
      return arrival
    }
    if isFinished { return nil }
    return await withCheckedContinuation { waiting.append($0) }
  }
}
