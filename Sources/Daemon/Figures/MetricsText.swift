import Audit
import Documents
import FoundationEssentials
import Syscalls

/// Figures in Prometheus' text format, for the textfile collector of node_exporter.
struct MetricsText {
  private(set) var text = ""

  init(_ snapshot: Snapshot) {
    addService(snapshot)
    addDocuments(snapshot.counts)
    addFindings(snapshot.counts)
    addQueue(snapshot)
    addProblems(snapshot)
  }

  private mutating func addService(_ snapshot: Snapshot) {
    let startup = snapshot.startup
    begin("scrubd_build_info", "gauge", "The version and the policy that run.")
    add(
      "scrubd_build_info",
      [
        ("version", startup.version), ("profile", startup.profile),
        ("profile_version", String(startup.profileVersion)),
      ], 1)
    gauge(
      "scrubd_start_time_seconds", "When it started, in seconds since 1970.",
      Int(snapshot.started.timeIntervalSince1970))
    gauge("scrubd_patterns", "Patterns of all packs.", startup.patterns)
    gauge(
      "scrubd_jit_enabled", "1 when patterns run as machine code, 0 when they are interpreted.",
      startup.isJITOn ? 1 : 0)
    gauge(
      "scrubd_memory_sealed", "1 when no memory can become new machine code.",
      startup.seal == .sealed ? 1 : 0)
    gauge("scrubd_workers", "Documents that can be worked on at once.", startup.workers)
    gauge("scrubd_workers_busy", "Workers that have a document in hand.", snapshot.busyWorkers)
  }

  private mutating func addDocuments(_ counts: Figures.Counts) {
    begin("scrubd_documents_total", "counter", "Documents that came to their end.")
    for outcome in Outcome.allCases {
      add("scrubd_documents_total", [("outcome", outcome.rawValue)], counts.documents[outcome] ?? 0)
    }
    let name = "scrubd_document_seconds"
    begin(name, "histogram", "From claim to end.")
    for (bound, count) in zip(Histogram.bounds, counts.durations.buckets) {
      add("\(name)_bucket", [("le", MetricsText.seconds(bound))], count)
    }
    add("\(name)_bucket", [("le", "+Inf")], counts.durations.count)
    text += "\(name)_sum \(MetricsText.seconds(counts.durations.sum))\n"
    add("\(name)_count", [], counts.durations.count)
  }

  private mutating func addFindings(_ counts: Figures.Counts) {
    begin("scrubd_findings_total", "counter", "Identifiers taken out, by category and rule.")
    let findings = counts.findings.sorted {
      ($0.key.category, $0.key.rule) < ($1.key.category, $1.key.rule)
    }
    for (found, count) in findings {
      add(
        "scrubd_findings_total",
        [("category", found.category.text), ("rule", found.rule.text)], count)
    }
    begin("scrubd_second_scan_catches_total", "counter", "What only the second scan found.")
    for (category, count) in counts.catches.sorted(by: { $0.key < $1.key }) {
      add("scrubd_second_scan_catches_total", [("category", category.text)], count)
    }
  }

  private mutating func addQueue(_ snapshot: Snapshot) {
    guard let census = snapshot.census else { return }
    begin("scrubd_spool_documents", "gauge", "Documents in the folders of the spool.")
    let places = [
      ("inbox", census.waiting), ("work", census.inWork), ("hold", census.held.count),
      ("quarantine", census.quarantined),
    ]
    for (place, count) in places { add("scrubd_spool_documents", [("folder", place)], count) }
    gauge(
      "scrubd_oldest_file_seconds", "How long the oldest file has been waiting in the inbox.",
      snapshot.oldestSeconds)
    gauge("scrubd_inbox_subfolders", "Folders in the inbox.", census.subfolders.count)
  }

  private mutating func addProblems(_ snapshot: Snapshot) {
    begin("scrubd_problems_total", "counter", "Problems said in the journal, by kind.")
    for (kind, count) in snapshot.problems.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add("scrubd_problems_total", [("kind", kind.rawValue)], count)
    }
    begin("scrubd_hook_runs_total", "counter", "Programs run to tell of an outcome, by result.")
    for result in HookFault.Result.allCases {
      add(
        "scrubd_hook_runs_total", [("result", result.rawValue)], snapshot.counts.hooks[result] ?? 0)
    }
  }

  private mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    begin(name, "gauge", help)
    add(name, [], value)
  }

  private mutating func begin(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// Label values are codes; what would need escaping in the format cannot occur in one, and is dropped all the same.
  private mutating func add(_ name: String, _ labels: [(name: String, value: String)], _ value: Int)
  {
    let inside = labels.map { label in
      "\(label.name)=\"\(label.value.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })\""
    }.joined(separator: ",")
    text += "\(name)\(inside.isEmpty ? "" : "{\(inside)}") \(value)\n"
  }

  /// Thousandths as seconds, without the errors of binary fractions: `0.025`, `2.5`, `120`.
  static func seconds(_ thousandths: Int) -> String {
    let rest = thousandths % 1000
    guard rest != 0 else { return String(thousandths / 1000) }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(thousandths / 1000).\(digits)"
  }
}
