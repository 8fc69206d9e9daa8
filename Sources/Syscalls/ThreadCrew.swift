internal import Dispatch
internal import Synchronization

/// Threads of their own for tasks that wait in the kernel. Those of the cooperative pool are as many as cores: tasks that
/// wait for a disk there keep others from computing, and never wait together.
package final class ThreadCrew: TaskExecutor {
  private struct State {
    /// Jobs that nobody has begun, in the order they came.
    var jobs: [UnownedJob] = []
    var isEnded = false
  }

  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)
  private let count: Int

  /// - Parameter count: so many threads; no more of its tasks may block than that.
  package init(_ count: Int) throws(SystemError) {
    self.count = count
    do {
      for _ in 0..<count { try SystemThread.start { [self] in work() } }
    } catch {
      end()
      throw error
    }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    news.signal()
  }

  /// Lets the threads go, once what is waiting is done. Call it when all tasks have ended.
  package func end() {
    state.withLock { $0.isEnded = true }
    for _ in 0..<count { news.signal() }
  }

  private func work() {
    while true {
      news.wait()
      let (job, isEnded) = state.withLock { state in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isEnded)
      }
      if let job {
        unsafe job.runSynchronously(on: asUnownedTaskExecutor())
      } else if isEnded {
        return
      }
    }
  }
}
