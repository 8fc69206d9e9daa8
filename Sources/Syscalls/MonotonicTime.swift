internal import Glibc

/// The clock that systemd compares reloads by (`CLOCK_MONOTONIC`).
package enum MonotonicTime {
  /// Microseconds since a point in the past.
  package static var now: Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}
