internal import CSyscalls
internal import Glibc

/// The socket on which systemd hears of its services (`sd_notify(3)`).
package enum NotifySocket {
  /// Sends one message, such as `READY=1`; false when nobody could receive it.
  ///
  /// - Parameter path: as in `NOTIFY_SOCKET`; `@name` for the abstract namespace.
  @discardableResult
  package static func send(_ state: String, to path: String) -> Bool {
    unsafe scrubd_notify(path, state, UInt(state.utf8.count)) == 0
  }
}
