import Detection
import Patterns

/// What stands for what in one document: the numbers of its tags, its day 1, its offset, its stand-ins.
///
/// A document's file name is redacted with the labels of its text, and both tell the same story. They hold what was taken
/// out, and must not outlive the document or be logged.
package struct Labels: Sendable {
  private var tags: TagNumbers
  /// The years that it names.
  var years: TellingYears?
  /// How the document writes its dates.
  var habits: DateHabits?
  /// Day 1 of the course.
  var firstDay: CivilDay?
  /// By how many days its dates are moved.
  var offset: Int?
  /// Who and what stands for the document's people and things.
  var standIns: StandIns?

  package init() { tags = TagNumbers() }

  /// - Parameter text: the document's UTF-8 text. Tags that stand in it already (a text scrubbed before, and added to)
  ///   are somebody else's: numbers go on behind theirs.
  package init(avoiding text: [UInt8]) { tags = TagNumbers(avoiding: text) }

  /// The label for a finding whose bytes in the document are `value`: `NAME-1`.
  mutating func label(for finding: Finding, value: ArraySlice<UInt8>) -> String {
    tags.label(for: finding, value: value)
  }
}
