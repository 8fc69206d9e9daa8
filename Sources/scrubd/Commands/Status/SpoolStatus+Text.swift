import Daemon
import FoundationEssentials

extension SpoolStatus {
  /// For people.
  var text: String {
    ([headline] + counts + needs).joined(separator: "\n")
  }

  private var headline: String {
    guard let record else { return "no daemon has run on \(root) yet" }
    guard isRunning else { return "scrubd is NOT running on \(root)" }
    return "scrubd \(record.version) runs on \(root) since \(record.started.formatted(.iso8601)), "
      + "profile \(record.profile) v\(record.profileVersion), \(record.patterns) patterns, "
      + "JIT \(record.jit ? "on" : "OFF (slow)"), memory \(record.seal)"
  }

  private var counts: [String] {
    var table = TextTable(["", "DOCUMENTS", ""])
    let age = oldestSeconds.map { "the oldest since \(SpoolStatus.words(seconds: $0))" } ?? ""
    table.add(["waiting", String(census.waiting), age])
    let busy = isRunning ? record.map { "\($0.busy) of \($0.workers) workers busy" } : nil
    table.add(["in work", String(census.inWork), busy ?? ""])
    table.add([
      "held", String(census.held.count), census.held.isEmpty ? "" : "see `scrubd review list`",
    ])
    table.add(["quarantined", String(census.quarantined), ""])
    if let record {
      table.add([
        isRunning ? "in this run" : "in the last run",
        String(record.released + record.held + record.quarantined),
        "\(record.released) released, \(record.held) held, \(record.quarantined) quarantined",
      ])
    }
    let partial = census.isPartial ? ["(too many files to look at all of them)"] : []
    return [table.text] + partial
  }

  private var needs: [String] {
    var lines: [String] = []
    if !census.held.isEmpty {
      let shown = census.held.prefix(10).joined(separator: " ")
      let rest = census.held.count > 10 ? " and \(census.held.count - 10) more" : ""
      lines.append("held, for a person to decide: \(shown)\(rest)")
    }
    for name in unknownSubfolders {
      let name = String(decoding: name, as: UTF8.self)
      lines.append(
        "the inbox has a folder \"\(SpoolStatus.printable(name))\" that is no profile's name: what lies in it is not "
          + "taken up")
    }
    if let problem = record?.lastProblem {
      lines.append("last problem, \(problem.time.formatted(.iso8601)): \(problem.message)")
    }
    return lines
  }

  /// A name somebody gave a folder, without what could drive a terminal.
  static func printable(_ name: String) -> String {
    String(
      name.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
  }

  /// `12 s`, `3 min`, `2 h 5 min`, `3 d 4 h`.
  static func words(seconds: Int) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
    if days > 0 { return "\(days) d \(hours % 24) h" }
    if hours > 0 { return "\(hours) h \(minutes % 60) min" }
    return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
  }
}
