import Glibc
import Syscalls

/// Tells systemd how the service is doing (`sd_notify(3)`). Outside systemd it does nothing.
package struct ServiceNotifier: Sendable {
  /// The socket named by `NOTIFY_SOCKET`; nil outside systemd.
  private let socket: String?
  /// How often the watchdog wants to hear of us; nil when it does not.
  private let watchdog: Duration?

  /// - Parameter watchdogMicroseconds: `WATCHDOG_USEC`, after which systemd restarts a silent service.
  package init(socket: String?, watchdogMicroseconds: Int?) {
    self.socket = socket
    // Half the time, as sd_watchdog_enabled(3) advises.
    watchdog = watchdogMicroseconds.map { .microseconds($0 / 2) }
  }

  func ready() { send("READY=1\nSTATUS=watching the inbox") }

  func stopping() { send("STOPPING=1\nSTATUS=finishing the documents in work") }

  /// Sends the watchdog's sign of life until the daemon stops, from a thread of its own: workers that are busy with long
  /// documents fill the cooperative pool, and must not look dead for that.
  func keepAlive(until stopping: StopFlag) throws(SystemError) {
    guard let watchdog, socket != nil else { return }
    // Short naps, so that a stop is noticed.
    let nap = min(watchdog, .milliseconds(500))
    try SystemThread.start {
      var next = ContinuousClock.now
      while !stopping.isRaised {
        if ContinuousClock.now >= next {
          send("WATCHDOG=1")
          next += watchdog
        }
        usleep(UInt32(nap / .microseconds(1)))
      }
    }
  }

  private func send(_ state: String) {
    guard let socket else { return }
    // A lost message costs a restart by the watchdog at worst; there is nobody else to tell.
    _ = NotifySocket.send(state, to: socket)
  }
}
