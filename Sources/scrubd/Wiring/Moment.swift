import FoundationEssentials

/// A point in time as commands print it, in UTC.
struct Moment {
  private let date: Date

  /// - Parameter seconds: since 1970.
  init(_ seconds: Double) { date = Date(timeIntervalSince1970: seconds) }

  /// `2026-01-31T12:00:00Z`.
  var text: String { date.formatted(.iso8601) }

  /// `2026-01-31 12:00`.
  var minute: String { String(text.prefix(16)).replacing("T", with: " ") }
}
