import Detection
package import Lexicons
package import Patterns

/// Runs the examples that revealing patterns carry, through the reader that reads documents.
package struct RevealingExampleRunner: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// An example that did not hold.
  package struct Failure: Sendable, Hashable {
    /// The pattern's id.
    package var rule: String
    /// The line of the pack the example stands on.
    package var line: Int
    /// What went wrong, as a sentence. It shows the example's text, which packs invent.
    package var problem: String
  }

  /// The examples that do not hold, in the order of the patterns.
  package func failures(of patterns: [RevealingPattern]) -> [Failure] {
    var failures: [Failure] = []
    var scratch = DetectionScratch()
    for pattern in patterns {
      let reader = RevealingReader(patterns: [pattern], lexicon: lexicon)
      func check(_ list: [Examples.Example], _ isRight: (Examples.Example, [String]) -> Bool) {
        for example in list {
          let problem: String
          do throws(DetectionError) {
            let found = try RevealingExampleRunner.found(in: example.text, reader, &scratch)
            if isRight(example, found) { continue }
            problem = "Found \(found.isEmpty ? "nothing" : "\(found)") in \"\(example.text)\"."
          } catch { problem = "The search failed: \(error)." }
          failures.append(Failure(rule: pattern.id, line: example.line, problem: problem))
        }
      }
      check(pattern.examples.match) { example, found in
        example.marked.isEmpty ? !found.isEmpty : Set(found) == Set(example.markedTexts)
      }
      check(pattern.examples.noMatch) { _, found in found.isEmpty }
    }
    return failures
  }

  private static func found(
    in text: String, _ reader: RevealingReader, _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> [String] {
    let bytes = Array(text.utf8)
    return try reader.references(in: bytes, &scratch).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }
}

extension Examples.Example {
  /// What was marked, as text.
  fileprivate var markedTexts: [String] {
    let bytes = Array(text.utf8)
    return marked.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
