import Syscalls

/// Tells systemd how the service is doing (`sd_notify(3)`). Outside systemd it does nothing.
package struct ServiceNotifier: Sendable {
  /// The socket named by `NOTIFY_SOCKET`; nil outside systemd.
  private let socket: String?
  /// After which silence systemd starts the service anew; nil when it does not.
  private let watchdog: Duration?

  /// - Parameter watchdogMicroseconds: `WATCHDOG_USEC`, after which systemd restarts a silent service.
  package init(socket: String?, watchdogMicroseconds: Int?) {
    self.socket = socket
    watchdog = watchdogMicroseconds.map { .microseconds($0) }
  }

  func ready() { insist("READY=1\nSTATUS=watching the inbox") }

  func stopping() { insist("STOPPING=1\nSTATUS=finishing the documents in work") }

  /// A reload has begun; `ready` ends it, of this process or of the one that takes its place.
  func reloading() {
    let now = MonotonicTime.now
    insist("RELOADING=1\nMONOTONIC_USEC=\(now)\nSTATUS=reloading")
  }

  /// What `systemctl status` shows; one line.
  func status(_ line: String) { send("STATUS=\(line)") }

  /// Sends the watchdog's sign of life while the workers make progress, until the daemon has ended, from a thread of its
  /// own: workers that are busy with long documents fill the cooperative pool, and must not look dead for that.
  ///
  /// - Parameter journal: is told once when workers hang.
  func keepAlive(
    until ended: StopFlag, while pulses: Pulses, _ journal: Journal
  ) throws(SystemError) {
    guard let watchdog, socket != nil else { return }
    try SystemThread.start {
      // Half the time, as sd_watchdog_enabled(3) advises.
      let interval = watchdog / 2
      var check = ProgressCheck(pulses, patience: watchdog, at: .now)
      var next = ContinuousClock.now
      var isSaid = false
      while !ended.isRaised {
        let now = ContinuousClock.now
        let hanging = check.hanging(at: now)
        if hanging == 0, now >= next {
          send("WATCHDOG=1")
          next += interval
        }
        if hanging > 0, !isSaid {
          journal.say(.stalled(workers: hanging, seconds: Int(watchdog.components.seconds)))
          isSaid = true
        }
        // Short naps, so that a stop is noticed.
        Waiting.pause(min(interval, .milliseconds(500)))
      }
    }
  }

  /// Sends what comes again in a while: when systemd is behind, the next one serves as well.
  private func send(_ state: String) {
    guard let socket else { return }
    // A lost message costs a restart by the watchdog at worst; there is nobody else to tell.
    _ = NotifySocket.send(state, to: socket)
  }

  /// Sends what systemd waits for and hears once: without it a start or a reload would fail there.
  private func insist(_ state: String) {
    guard let socket else { return }
    _ = NotifySocket.send(state, to: socket, patience: 5000)
  }
}
