import Audit
import Documents
import Evaluation
import Patterns
import Redaction
import TestSupport
import Testing

@testable import Pipeline
@testable import scrubd

/// Promise 4: what is handed back beside a text repeats nothing of it.
@Suite struct NoPHIInReportsTests {
  @Test func `no report on an annotated write-up holds an annotated value`() throws {
    let corpus = try #require(
      try AnnotatedCorpus.all(in: ["\(SourceTree.root)/corpora/writeups_dev"]).first)
    let ours = try NoPHIInReportsTests.ownWords()
    for document in corpus.gold.documents {
      let bytes = Array(document.text.utf8)
      let report = try NoPHIInReportsTests.report(on: bytes, document.name, under: "publication")
      let spans = corpus.gold.spans.filter { $0.file == document.name }
      for value in Set(spans.map { NoPHIInReportsTests.value($0, bytes) })
      where NoPHIInReportsTests.isTelling(value) && !ours.contains(value) {
        #expect(!report.contains(value), "the report on \(document.name)")
      }
    }
  }

  @Test(arguments: SampleIdentifiers.all)
  func `no report on a sample holds an identifier of it`(_ identifiers: SampleIdentifiers) throws {
    let sample = try #require(try Sample.all().first { $0.name == identifiers.sample })
    let report = try NoPHIInReportsTests.report(
      on: sample.bytes, sample.name, under: "publication")
    for value in identifiers.values.map({ $0.lowercased() })
    where NoPHIInReportsTests.isTelling(value) {
      #expect(!report.contains(value))
    }
  }

  /// Both reports on a text, in small letters.
  private static func report(
    on bytes: [UInt8], _ name: String, under profile: String
  ) throws -> String {
    let verdict = try SampleVerdict.of(bytes, named: name, under: profile)
    guard let scrubbed = verdict.scrubbed else { return "" }
    let policy = try RealPolicy.publication()
    let chosen = try #require(policy.profiles[profile])
    let report = Report(
      DiskBench.id(1), verdict.outcome, ScrubPolicy(chosen, try policy.scrubber(for: chosen)),
      scrubbed, reasons: verdict.reasons, file: scrubbed.redacted.text)
    return (report.markdown + String(decoding: report.json, as: UTF8.self)).lowercased()
  }

  /// All that packs and software say by themselves: a value that stands there is no news of a document.
  private static func ownWords() throws -> String {
    let packs = try RealPolicy.publication().revealing
    let words =
      packs.patterns.flatMap { [$0.id, $0.reason, $0.suggestion] }
      + RevealingKind.allCases.flatMap { [$0.words, $0.rawValue] }
      + Category.allCases.flatMap { [$0.nouns, $0.rawValue] }
    return words.joined(separator: "\n").lowercased()
  }

  private static func value(_ span: GoldSpan, _ text: [UInt8]) -> String {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: span.start)
    let end = scalars.index(start, offsetBy: span.end - span.start)
    return String(scalars[start..<end]).lowercased()
  }

  /// A few digits stand in a count or a digest by chance.
  private static func isTelling(_ value: String) -> Bool {
    value.utf8.count >= 7 || (value.utf8.count >= 4 && value.contains { !$0.isHexDigit })
  }
}
