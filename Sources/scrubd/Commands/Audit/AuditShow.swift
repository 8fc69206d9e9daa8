import ArgumentParser
import Audit
import Documents
import Patterns

struct AuditShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints records as a table: what was removed, by which rule, and where it ended.",
    discussion: """
      EXAMPLE
        scrubd audit show --root ./var --document 3k9x2m7a
        scrubd audit show --category NAME --since 2026-01-01
        scrubd audit show --kind decided --kind revealed --json
      """)

  @OptionGroup var place: AuditPlace
  @Option(help: "Only this document: its id, the beginning of it, or its short form.")
  var document: String?
  @Option(help: "Only findings of this category, such as NAME.") var category: String?
  @Option(help: "Only findings of rules whose id begins so.") var rule: String?
  @Option(help: "Only released, held or quarantined.") var outcome: String?
  @Option(
    help: ArgumentHelp(
      "Only records of this type, such as decided; may be given again. The log's own (segment, checkpoint, sealed) are "
        + "shown only when they are asked for.", valueName: "type"))
  var kind: [String] = []
  @OptionGroup var period: AuditPeriod
  @Flag(help: "One JSON object a line instead of a table.") var json = false

  func run() throws {
    let filter = try filter()
    let reader = try AuditReader(folder: try place.folder())
    if !json { Console.out(AuditTable.header) }
    let unreadable = try reader.forEach(filter) { record in
      if json {
        Console.out(bytes: record.json + [UInt8(ascii: "\n")])
      } else {
        for line in AuditTable.lines(for: record) { Console.out(line) }
      }
      return true
    }
    if unreadable > 0 {
      throw Failure("\(unreadable) lines are no records; run `scrubd audit verify`")
    }
  }

  private func filter() throws -> AuditFilter {
    let moments = try period.moments()
    return AuditFilter(
      document: document,
      category: try AuditShow.choice(category, "--category", Category.allCases), rule: rule,
      outcome: try AuditShow.choice(outcome, "--outcome", Outcome.allCases), types: try types(),
      showsBookkeeping: false, since: moments.since, until: moments.until)
  }

  private func types() throws -> Set<AuditCode>? {
    guard !kind.isEmpty else { return nil }
    return Set(
      try kind.map { text in
        guard let code = AuditCode(text) else {
          throw ValidationError("--kind \(text) is no type of record; try decided or redacted")
        }
        return code
      })
  }

  private static func choice<Value: RawRepresentable<String>>(
    _ text: String?, _ option: String, _ all: [Value]
  ) throws -> Value? {
    guard let text else { return nil }
    if let value = Value(rawValue: text) ?? Value(rawValue: text.uppercased()) { return value }
    let known = all.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("\(option) \(text) is none of: \(known)")
  }
}
