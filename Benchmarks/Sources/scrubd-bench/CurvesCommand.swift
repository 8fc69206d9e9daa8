import ArgumentParser
import Detection
import Foundation
import Patterns
import Pipeline

/// How time grows with the text, and with the number of patterns.
struct CurvesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curves",
    abstract: "Time against size of the document and number of patterns, as CSV for Tools/plot.py.")

  @OptionGroup var options: BenchOptions

  @Option(help: "The largest document, in KiB.")
  var largest = 16 << 10

  func run() throws {
    guard let supply = options.texts.compactMap(TextSupply.init).last else {
      throw BenchFailure("no texts")
    }
    let policy = try LoadedPolicy(folder: options.patterns)
    let meter = Meter(repeats: options.repeats)
    print("curve,x,ns_per_byte")
    try sizes(supply, policy, meter)
    try patterns(supply, policy, meter)
  }

  private func sizes(_ supply: TextSupply, _ policy: LoadedPolicy, _ meter: Meter) throws {
    let scrubber = policy.scrubber(policy.detector())
    var kibibytes = 1
    while kibibytes <= largest {
      // Small texts many times, so that there is something to measure.
      let texts = supply.text(bytes: max(kibibytes << 10, 256 << 10))
      let pieces = stride(from: 0, to: texts.count - (kibibytes << 10) + 1, by: kibibytes << 10)
        .map { Array(texts[$0..<($0 + kibibytes << 10)]) }
        .filter { String(validating: $0, as: UTF8.self) != nil }
      let cost = try meter.measure {
        var scratch = DetectionScratch()
        for piece in pieces { consume(try scrubber.scrub(piece, stem: "note", &scratch)) }
      }
      let bytes = pieces.reduce(0) { $0 + $1.count }
      print("document KiB,\(kibibytes),\(cost.seconds * 1e9 / Double(bytes))")
      kibibytes *= 4
    }
  }

  private func patterns(_ supply: TextSupply, _ policy: LoadedPolicy, _ meter: Meter) throws {
    let documents = supply.documents(bytes: 1 << 20)
    let bytes = documents.reduce(0) { $0 + $1.count }
    let all = policy.packs.patterns
    for share in [0, 10, 25, 50, 100, 200, all.count] where share <= all.count {
      // Spread over all packs.
      let chosen = share == 0 ? [] : (0..<share).map { all[$0 * all.count / share] }
      let detector = policy.detector(patterns: chosen)
      let cost = try meter.measure {
        var scratch = DetectionScratch()
        let settings = DetectionSettings(finders: .rules)
        for text in documents { consume(try detector.detect(text, &scratch, settings: settings)) }
      }
      print("patterns,\(share),\(cost.seconds * 1e9 / Double(bytes))")
    }
  }
}
