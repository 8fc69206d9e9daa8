import ArgumentParser

/// Each part on each corpus.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Time each part: decoding, tokens, packs, detection, redaction, audit.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Megabytes of text for each measurement.")
  var megabytes = 2

  @Option(help: "Only stages whose names contain this.")
  var only = ""

  func run() throws {
    let policy = try LoadedPolicy(folder: options.patterns)
    let stages = try Stages(policy: policy).all().filter { only.isEmpty || $0.name.contains(only) }
    let meter = Meter(repeats: options.repeats)
    for supply in options.texts.compactMap(TextSupply.init) {
      let documents = supply.documents(bytes: megabytes << 20)
      let bytes = documents.reduce(0) { $0 + $1.count }
      print("\n\(supply.name): \(documents.count) documents, \(bytes) bytes\n")
      var table = Table([
        "part", "MB/s", "ns/byte", "documents/s", "allocations/KB", "instructions/byte",
      ])
      for stage in stages {
        let cost = try meter.measure { try stage.run(documents) }
        table.add([
          stage.name, decimal(Double(bytes) / cost.seconds / 1e6),
          decimal(cost.seconds * 1e9 / Double(bytes)),
          decimal(Double(documents.count) / cost.seconds, 0),
          decimal(Double(cost.allocations) * 1024 / Double(bytes)),
          cost.instructions.map { decimal(Double($0) / Double(bytes)) } ?? "-",
        ])
      }
      print(table.text)
    }
  }
}
