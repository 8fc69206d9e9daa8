internal import Glibc

/// A thread of its own, for a loop that waits in the kernel and would block a task of the cooperative pool.
package enum SystemThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// The stack of such a thread, in bytes. The system's default, 8 MiB, counts against a limit of memory for data whether it
  /// is used or not, and there may be dozens of threads.
  private static let stackSize = 2 << 20

  /// Starts a thread that runs `body` and ends. All signals are left to the other threads.
  package static func start(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    let box = unsafe Unmanaged.passRetained(Body(body))
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { box in
        if let box = unsafe box {
          unsafe Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
        }
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      unsafe box.release()
      throw SystemError(errno: code, call: "pthread_create")
    }
    pthread_detach(thread)
  }
}
