import Detection
import Patterns

/// Who and what stands for the people and things of one document.
struct StandIns: Sendable {
  private var people: People
  private var drawing: Drawing
  private let things: ThingStandIns
  private var made: [ValueKey: [UInt8]?] = [:]

  init(_ lists: SurrogateLists, _ key: RedactionKey, document: [UInt8]) {
    people = People(lists)
    drawing = Drawing(key, document: document)
    things = ThingStandIns(lists: lists)
  }

  /// Learns what must not be drawn, and who is who, from a text and the findings of it that are going to be replaced.
  mutating func meet(_ findings: [Finding], in text: [UInt8]) {
    drawing.avoid(wordsOf: text)
    for finding in findings { drawing.avoid(Array(text[finding.range])) }
    people.meet(findings, in: text)
  }

  /// What stands for a finding, in the shape of its value; nil when a tag must do.
  mutating func text(for finding: Finding, in text: [UInt8]) -> [UInt8]? {
    let value = text[finding.range]
    if finding.category == .name { return people.text(for: finding, value, &drawing) }
    let key = ValueKey(finding, value: value)
    let content: [UInt8]?
    if let known = made[key] {
      content = known
    } else {
      content = things.draw(finding.category, Array(value), &drawing)
      made[key] = .some(content)
    }
    return content.flatMap { things.written($0, finding.category, like: Array(value)) }
  }
}
