internal import CSyscalls
internal import Glibc

/// The socket on which systemd hears of its services (`sd_notify(3)`).
package enum NotifySocket {
  /// Sends one message, such as `READY=1`; false when nobody could receive it.
  ///
  /// - Parameters:
  ///   - path: as in `NOTIFY_SOCKET`; `@name` for the abstract namespace.
  ///   - patience: how many milliseconds to wait while the receiver's queue is full (`net.unix.max_dgram_qlen`, ten
  ///     messages by default).
  @discardableResult
  package static func send(_ state: String, to path: String, patience: UInt32 = 0) -> Bool {
    unsafe scrubd_notify(path, state, UInt(state.utf8.count), patience) == 0
  }
}
