import ArgumentParser
import Detection
import Foundation
import Pipeline

/// The costliest text that each rule's own examples lead to, beside ordinary text.
struct WorstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worst",
    abstract:
      "How much longer than ordinary text the texts take that are made to slow each rule down.",
    discussion: """
      Of each rule's examples texts are made that nearly match, over and over: the example, the example without its end, \
      with its last byte changed, without its blanks, and each of its bytes drawn out. All rules read them, with the tagger, \
      the second scan and the revealing references.
      """)

  @OptionGroup var options: BenchOptions

  @Option(help: "The length of a text, in KiB.")
  var kibibytes = 16

  @Option(help: "The costliest rules to show.")
  var rows = 20

  func run() throws {
    guard let supply = options.texts.compactMap(TextSupply.init).last else {
      throw BenchFailure("no texts")
    }
    let policy = try LoadedPolicy(folder: options.patterns)
    let scrubber = policy.scrubber(policy.detector())
    let size = kibibytes << 10
    let meter = Meter(repeats: 1)
    var scratch = DetectionScratch()
    func nanoseconds(_ text: [UInt8]) -> Double {
      // The run that does not count teaches the worker the words, and compiles the rules it tries. A text that reaches a limit
      // costs what it did up to there.
      let cost = meter.measure { _ = try? scrubber.scrub(text, stem: "note", &scratch) }
      return cost.seconds * 1e9 / Double(text.count)
    }
    let ordinary = supply.documents(bytes: 1 << 20)
    // Filters are made once so much was read that they pay.
    _ = ordinary.map(nanoseconds)
    let costs = ordinary.map(nanoseconds).sorted()
    let usual = costs[costs.count / 2]
    var worst: [(rule: String, cost: Double, how: String)] = []
    for (rule, examples) in policy.examples {
      let texts = examples.prefix(4).flatMap { WorstText.all(of: Array($0.utf8), size: size) }
      let slowest = texts.map { (cost: nanoseconds($0.bytes), how: $0.how) }
        .max { $0.cost < $1.cost }
      if let slowest { worst.append((rule, slowest.cost, slowest.how)) }
    }
    worst.sort { $0.cost > $1.cost }
    var table = Table(["rule", "text", "ns a byte", "of ordinary"])
    for row in worst.prefix(rows) {
      table.add([row.rule, row.how, decimal(row.cost, 0), decimal(row.cost / usual)])
    }
    print(
      "ordinary text: \(decimal(usual, 0)) ns a byte; \(worst.count) rules, texts of \(kibibytes) KiB"
    )
    print(table.text)
    let middle = worst[worst.count / 2].cost
    print(
      "the median rule's worst text: \(decimal(middle, 0)) ns a byte, \(decimal(middle / usual)) times ordinary"
    )
  }
}

/// A text that is made to nearly match a rule again and again.
struct WorstText {
  var how: String
  var bytes: [UInt8]

  static func all(of example: [UInt8], size: Int) -> [WorstText] {
    guard example.count > 1 else { return [] }
    var changed = example
    changed[changed.count - 1] = UInt8(ascii: "~")
    let last = example[example.count / 2]
    var texts = [
      WorstText(how: "example", piece: example + [0x20], size),
      WorstText(how: "without its end", piece: Array(example.dropLast(2)) + [0x20], size),
      WorstText(how: "its end changed", piece: changed + [0x20], size),
      WorstText(how: "run together", piece: example.filter { $0 != 0x20 }, size),
      WorstText(how: "its first half", piece: Array(example.prefix(example.count / 2)), size),
      WorstText(how: "in lines", piece: Array(example.dropLast()) + [0x0a], size),
    ]
    if last < 0x80 {
      // Drawn out in its middle: what is repeated in the rule goes on and on.
      let middle = [UInt8](repeating: last, count: size - example.count)
      let half = example.count / 2
      texts.append(
        WorstText(
          how: "drawn out", bytes: Array(example[..<half]) + middle + Array(example[half...])))
    }
    return texts.filter { String(validating: $0.bytes, as: UTF8.self) != nil }
  }

  private init(how: String, piece: [UInt8], _ size: Int) {
    self.how = how
    let piece = piece.isEmpty ? [0x20] : piece
    bytes = Array([[UInt8]](repeating: piece, count: max(1, size / piece.count)).joined())
  }

  init(how: String, bytes: [UInt8]) { (self.how, self.bytes) = (how, bytes) }
}
