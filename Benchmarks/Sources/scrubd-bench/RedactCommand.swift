import ArgumentParser
import CCounters
import Foundation

/// One large text through `scrubd redact`, beside `pcre2grep` and, where it is installed, Presidio on the same bytes.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Time the whole program on one large text, beside other programs.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Megabytes of the text.")
  var megabytes = 16

  @Option(help: "A Python with Presidio and the others: see Tools/peers.py.")
  var python = ".peers/bin/python"

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for supply in options.texts.compactMap(TextSupply.init) {
      let text = supply.text(bytes: megabytes << 20)
      let file = try scratch.write(text, "\(supply.name).txt")
      print("\n\(supply.name): one text of \(text.count) bytes\n")
      try print(compare(file, text.count, scratch).text)
    }
    let line = try scratch.write(Array("Seen by Dr. Jane Hollis on 3/4/2024.\n".utf8), "line.txt")
    let start = try median { try redact(line, scratch) }
    print("\ncold start of `redact` with one line: \(decimal(start.elapsed * 1000, 0)) ms")
  }

  private func compare(_ file: String, _ bytes: Int, _ scratch: Scratch) throws -> Table {
    var table = Table(["program", "MB/s", "seconds", "of pcre2grep"])
    let grep = try Child.find("pcre2grep").map { program in
      try median { try Grep.count(in: file, program) }
    }
    let reference = grep.map { Double(bytes) / $0.seconds }
    func add(_ name: String, _ bytes: Int, _ cost: ChildCost) {
      let speed = Double(bytes) / cost.seconds
      table.add([
        name, decimal(speed / 1e6, speed < 1e6 ? 4 : 1), decimal(cost.seconds, 2),
        reference.map { decimal(speed / $0, 4) } ?? "-",
      ])
    }
    if let grep { add("pcre2grep -c, eight patterns", bytes, grep) }
    add("scrubd redact", bytes, try median { try redact(file, scratch) })
    for peer in try Peers(python: python).measure(file) { add(peer.name, peer.bytes, peer.cost) }
    return table
  }

  private func redact(_ file: String, _ scratch: Scratch) throws -> ChildCost {
    // 1: what the second scan would hold is a result as well.
    try Child.run(
      options.scrubd,
      ["redact", file, "-o", "\(scratch.path)/out.txt", "--patterns", options.patterns, "--draft"],
      accepted: [0, 1])
  }

  private func median(_ work: () throws -> ChildCost) throws -> ChildCost {
    var costs: [ChildCost] = []
    for _ in 0..<max(1, options.repeats) { costs.append(try work()) }
    return costs.sorted { $0.seconds < $1.seconds }[costs.count / 2]
  }
}
