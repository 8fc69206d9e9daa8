internal import CSyscalls
internal import Glibc

/// Wakes a thread that waits in `Waiting.forInput`.
package struct Wake: ~Copyable, Sendable {
  package let descriptor: Descriptor

  package init() throws(SystemError) {
    descriptor = Descriptor(
      adopting: try checked("eventfd") { scrubd_event_counter() })
  }

  /// Lets the waiting thread go on, now or when it waits next.
  package func up() { scrubd_event_raise(descriptor.number) }

  /// Makes it wait again.
  package func reset() { scrubd_event_reset(descriptor.number) }
}

/// Waiting for news on descriptors.
package enum Waiting {
  /// Lets the time pass, or a part of it when a signal comes.
  package static func pause(_ time: Duration) {
    let (seconds, attoseconds) = time.components
    var left = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    _ = unsafe nanosleep(&left, nil)
  }

  /// Waits until one of two descriptors can be read, a signal comes, or the time is over.
  package static func forInput(
    _ one: borrowing Descriptor, _ other: borrowing Descriptor, atMost time: Duration
  ) throws(SystemError) {
    var polled = [
      pollfd(fd: one.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other.number, events: Int16(POLLIN), revents: 0),
    ]
    let (seconds, attoseconds) = time.components
    let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
    // Rounded up: waking too early would only turn the loop once more for nothing.
    let whole =
      milliseconds.overflow
      ? Int64(Int32.max) : milliseconds.partialValue + attoseconds / 1_000_000_000_000_000 + 1
    let result = unsafe poll(&polled, nfds_t(polled.count), Int32(clamping: max(0, whole)))
    if result == -1, errno != EINTR { throw SystemError(call: "poll") }
  }
}
