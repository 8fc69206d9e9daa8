import Evaluation
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import scrubd

/// Promise 4, with every annotated value of whole corpora: documents go through the daemon, and what it wrote outside the
/// protected zone is searched for all of them.
///
/// `SCRUBD_CORPORA=DIR[:DIR] swift test --filter NoPHIInCorporaTests` takes other corpora: folders with `docs/` beside
/// `gold.jsonl`, or folders of such.
@Suite struct NoPHIInCorporaTests {
  private static let folders =
    ProcessInfo.processInfo.environment["SCRUBD_CORPORA"]?.split(separator: ":").map(String.init)
    ?? ["\(SourceTree.root)/corpora/writeups_dev"]

  @Test func `no annotated value stands in audit, journal, figures or names`() async throws {
    let ownWords = try NoPHIInCorporaTests.ownWords()
    for corpus in try AnnotatedCorpus.all(in: NoPHIInCorporaTests.folders) {
      let root = try ScrubdRoot()
      let metrics = try TemporaryDirectory()
      let environment = [
        "SCRUBD_LOG_LEVEL": "trace", "SCRUBD_METRICS_FILE": metrics.path(of: "scrubd.prom"),
      ]
      // A corpus names its documents after what they tell.
      for (number, document) in corpus.gold.documents.enumerated() {
        try root.drop(document.text, named: "\(number).txt")
      }
      let run = try await root.runOnce([], environment)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(try root.receipts().count == corpus.gold.documents.count)
      var outside = try root.auditLines()
      outside += try root.names(in: "outbox")
      outside += [
        run.output, run.errors, try metrics.text(of: "scrubd.prom") ?? "",
        try root.text(of: ".status.json"),
      ]
      let written = WordIndex(outside)
      for value in NoPHIInCorporaTests.values(corpus, but: ownWords) {
        if written.holds(value) { Issue.record("a value of \(corpus.name): \(value)") }
      }
    }
  }

  @Test(arguments: [SIGABRT, SIGSEGV])
  func `a crash says nothing of the documents and leaves no core`(_ signal: Int32) async throws {
    let root = try ScrubdRoot()
    let notes = PlantedNote.notes(40, seed: 11)
    let daemon = try ScrubdProcess(["run", "--root", root.path])
    for note in notes { try root.drop(note.text, named: note.fileName) }
    try await root.waitForReceipts(1)
    daemon.send(signal)
    let end = try await daemon.end()
    #expect(end.exitCode == nil)
    let written = WordIndex([end.output, end.errors])
    for value in notes.flatMap(\.planted) { #expect(!written.holds(value)) }
    #expect(try daemon.files() == ["err", "in", "out"])
    #expect(try root.directory.names().allSatisfy { !$0.hasPrefix("core") })
  }

  /// All that is annotated as an identifier and could not be a word of the software's own or a number by chance.
  private static func values(
    _ corpus: AnnotatedCorpus, but ownWords: Set<String>
  ) -> Set<String> {
    let texts = Dictionary(
      uniqueKeysWithValues: corpus.gold.documents.map { ($0.name, Array($0.text.unicodeScalars)) })
    var values: Set<String> = []
    for span in corpus.gold.spans {
      guard let text = texts[span.file] else { continue }
      var value = String.UnicodeScalarView()
      value.append(contentsOf: text[span.start..<span.end])
      values.insert(String(value))
    }
    return values.filter { value in
      let words = WordIndex.words(value)
      let isTelling = words.contains { word in
        word.utf8.count >= 4 && word.contains { !$0.isHexDigit } && !ownWords.contains(word)
      }
      return isTelling || words.joined().utf8.count >= 8 && words.count > 1
    }
  }

  /// What the software says by itself: the words of its texts and of the ids of the patterns. A value that is made of them
  /// alone is no news of a document.
  private static func ownWords() throws -> Set<String> {
    var words: Set<String> = []
    for source in try SourceTree.texts(in: "Sources", suffix: ".swift") {
      for line in source.split(separator: "\n") {
        for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false)
          .enumerated()
        where index % 2 == 1 { words.formUnion(WordIndex.words(String(part))) }
      }
    }
    for pack in try SourceTree.texts(in: "patterns", suffix: ".yaml") {
      for line in pack.split(separator: "\n") where line.contains("id: ") {
        words.formUnion(WordIndex.words(String(line)))
      }
    }
    return words
  }
}

/// Text as the words it is made of, so that thousands of values can be looked for.
private struct WordIndex {
  private let words: [String]
  /// Where each word stands.
  private let places: [String: [Int]]

  init(_ texts: [String]) {
    let words = texts.flatMap(WordIndex.words)
    self.words = words
    places = Dictionary(grouping: words.indices) { words[$0] }
  }

  /// Whether the words of a value stand there one after the other.
  func holds(_ value: String) -> Bool {
    let wanted = WordIndex.words(value)
    guard let first = wanted.first else { return false }
    return (places[first] ?? []).contains { words[$0...].starts(with: wanted) }
  }

  /// Runs of letters and digits, in small letters.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars
      .split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
      .map { String($0).lowercased() }
  }
}
