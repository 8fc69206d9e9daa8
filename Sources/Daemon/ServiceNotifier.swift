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

  /// Sends the watchdog's sign of life until the daemon stops.
  func keepAlive(until stopping: StopFlag) async {
    guard let watchdog, socket != nil else { return }
    while !stopping.isRaised {
      send("WATCHDOG=1")
      // Short naps, so that a stop is noticed.
      let naps = max(1, Int(watchdog / .milliseconds(500)))
      for _ in 0..<naps where !stopping.isRaised {
        do { try await Task.sleep(for: min(watchdog, .milliseconds(500))) } catch { return }
      }
    }
  }

  private func send(_ state: String) {
    guard let socket else { return }
    // A lost message costs a restart by the watchdog at worst; there is nobody else to tell.
    _ = NotifySocket.send(state, to: socket)
  }
}
