import ArgumentParser
import CCounters
import Foundation

/// The daemon with real folders: many small documents at once, and one alone.
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Time the daemon: documents a second, and how long one waits."
  )

  @OptionGroup var options: BenchOptions

  @Option(help: "How many documents are dropped in.")
  var documents = 1000

  @Option(help: "How many documents are dropped in one by one.")
  var lone = 20

  @Option(help: "The folder under which the spool is made; choose a real disk.")
  var under = "."

  func run() throws {
    guard let supply = options.texts.compactMap(TextSupply.init).last else {
      throw BenchFailure("no texts")
    }
    try throughput(supply)
    try latency(supply)
  }

  private func throughput(_ supply: TextSupply) throws {
    let scratch = try Scratch(in: under)
    defer { scratch.remove() }
    try drop(supply, documents, scratch)
    let cost = try Child.run(
      options.scrubd,
      ["run", "--root", scratch.path, "--once", "--patterns", options.patterns], accepted: [0, 1])
    print(
      """
      \(supply.name): \(documents) documents with --once: \(decimal(Double(documents) / cost.elapsed, 0)) documents/s, \
      \(decimal(cost.elapsed, 2)) s, processor \(decimal(cost.seconds, 2)) s, peak \
      \(counters_children_peak_kib() / 1024) MiB
      """)
  }

  private func drop(_ supply: TextSupply, _ count: Int, _ scratch: Scratch) throws {
    let inbox = "\(scratch.path)/inbox"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    let texts = supply.documents.count
    for number in 0..<count {
      let bytes = supply.documents[number % texts]
      try Data(bytes).write(to: URL(filePath: "\(inbox)/note-\(number).txt"))
    }
  }

  /// How long one document takes from its rename into the inbox until its text stands in the outbox, while nothing else
  /// is there.
  private func latency(_ supply: TextSupply) throws {
    let scratch = try Scratch(in: under)
    defer { scratch.remove() }
    let daemon = Process()
    daemon.executableURL = URL(filePath: options.scrubd)
    daemon.arguments = ["run", "--root", scratch.path, "--patterns", options.patterns]
    let journal = try scratch.write([], "journal")
    daemon.standardError = FileHandle(forWritingAtPath: journal)
    try daemon.run()
    defer {
      daemon.terminate()
      daemon.waitUntilExit()
    }
    // What comes before the watch does is found by the first look, and must then lie still for two seconds.
    try wait("the watch") {
      FileManager.default.contents(atPath: journal)?.firstRange(of: Data("watching the inbox".utf8))
        != nil
    }
    var times: [Double] = []
    for number in 0..<lone {
      let bytes = supply.documents[number % supply.documents.count]
      let waiting = try scratch.write(bytes, "waiting-\(number).txt")
      let ends = outcomes(scratch)
      let start = ContinuousClock.now
      try FileManager.default.moveItem(
        atPath: waiting, toPath: "\(scratch.path)/inbox/lone-\(number).txt")
      try wait("document \(number)") { outcomes(scratch) > ends }
      let elapsed = ContinuousClock.now - start
      times.append(
        Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3)
    }
    times.sort()
    print(
      """
      one document alone, from its rename into the inbox to its end: median \(decimal(times[times.count / 2])) ms, \
      longest \(decimal(times.last ?? 0)) ms
      """)
  }

  /// Texts in the outbox, which come there after their reports, and folders in hold and quarantine.
  private func outcomes(_ scratch: Scratch) -> Int {
    ["outbox", "hold", "quarantine"].reduce(0) { sum, folder in
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/\(folder)")) ?? []
      return sum + (folder == "outbox" ? names.count { $0.hasSuffix(".txt") } : names.count)
    }
  }

  private func wait(_ what: String, until isReached: () -> Bool) throws {
    let end = ContinuousClock.now + .seconds(30)
    while !isReached() {
      guard ContinuousClock.now < end else {
        throw BenchFailure("\(what) did not come within 30 s")
      }
      usleep(500)
    }
  }
}
