import FoundationEssentials
import TestSupport
import Testing

/// `scrubd detect --explain`.
@Suite struct ExplainTests {
  private struct Place: Decodable {
    struct Outcome: Decodable {
      let category: String
      let item: String
      let `operator`: String
      let replacement: String
      let evidence: [String]
    }
    struct Reason: Decodable {
      let feature: String
      let answer: String
      let bits: Double
    }
    struct Tagger: Decodable {
      let gate: String
      let nothing: Double
      let threshold: Double
      let reasonsFor: [Reason]
    }
    struct Word: Decodable {
      let start: Int
      let text: String
      let lists: [String]
      let tagger: Tagger
    }
    struct Proposal: Decodable {
      let rule: String
      let fate: String
      let by: String?
    }

    let start: Int
    let end: Int
    let text: String
    let profile: String
    let outcomes: [Outcome]
    let words: [Word]
    let proposals: [Proposal]
  }

  /// Two bytes for one letter before the name.
  private static let note = "Café visit. Seen by Dr. Gregor Halvorsen, aged 41, healing well.\n"

  private func explain(_ arguments: String..., note: String = ExplainTests.note) async throws
    -> ScrubdProcess.Result
  {
    let folder = try TemporaryDirectory()
    try folder.write(note, to: "note.txt")
    return try await ScrubdProcess(
      ["detect", folder.path(of: "note.txt"), "--explain"] + arguments
    ).end()
  }

  private static func places(_ output: String) throws -> [Place] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Place.self, from: Data($0.utf8))
    }
  }

  @Test func `a finding is told with its rules, reasons and label`() async throws {
    let run = try await explain("--json")
    #expect(run.exitCode == 0, "\(run.errors)")
    let place = try #require(
      try ExplainTests.places(run.output).first { $0.text.contains("Halvorsen") })
    let outcome = try #require(place.outcomes.first)
    #expect(outcome.category == "NAME" && outcome.item == "A")
    #expect(outcome.operator == "tag" && outcome.replacement == "[NAME-1]")
    #expect(place.profile == "publication")
    #expect(place.proposals.contains { $0.fate == "stands" })
    #expect(place.proposals.allSatisfy { ($0.fate == "covered") == ($0.by != nil) })
    let word = try #require(place.words.first { $0.text == "Halvorsen" })
    #expect(word.lists.contains { $0.hasPrefix("surname") })
    #expect(word.tagger.gate == "candidate" && word.tagger.nothing <= word.tagger.threshold)
    #expect(word.tagger.reasonsFor.contains { $0.feature == "found" && $0.bits > 0 })
  }

  @Test(arguments: [("bytes", "32-41"), ("codepoints", "31-40")])
  func `a place is asked for in the unit of the offsets`(_ unit: String, _ place: String)
    async throws
  {
    let run = try await explain("--json", "--offsets", unit, "--at", place)
    let places = try ExplainTests.places(run.output)
    #expect(places.map(\.text) == ["Halvorsen"])
    #expect(places.map { "\($0.start)-\($0.end)" } == [place])
    #expect(places.first?.words.map(\.start) == places.map(\.start))
  }

  @Test func `several places are told in the order asked`() async throws {
    let run = try await explain("--json", "--at", "53", "--at", "32")
    let words = try ExplainTests.places(run.output).flatMap { $0.words.map(\.text) }
    #expect(words == ["healing", "Halvorsen"])
  }

  @Test func `what stays is told as well`() async throws {
    let run = try await explain("--at", "53")
    #expect(run.output.contains("Stays: neither a rule nor the tagger"))
    #expect(run.output.contains("\"healing\""))
    let age = try await explain("--at", "49")
    #expect(age.output.contains("operator for AGE_UNDER_90 is keep"))
  }

  @Test func `people read it without knowing the code`() async throws {
    let run = try await explain()
    #expect(run.output.contains("Taken out; [NAME-1] stands in its place"))
    #expect(run.output.contains("Profile publication: the profile's operator for NAME is tag."))
    #expect(run.output.contains("What was proposed, surest first:"))
    #expect(run.output.contains("The tagger read it (it can be an identifier): name "))
    #expect(run.output.contains("For name, in bits:"))
  }

  @Test func `a later mention names the label it belongs to`() async throws {
    let run = try await explain(
      note: "Seen by Dr. Gregor Halvorsen. Told gregorhalvorsen so.\n")
    #expect(run.output.contains("[NAME-1]") && !run.output.contains("[NAME-2]"))
    #expect(run.output.contains("document:alias of [NAME-1]"))
  }

  @Test func `text is shown with the explanation alone`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(ExplainTests.note, to: "note.txt")
    for form in [[], ["--json"], ["--all"]] {
      let run = try await ScrubdProcess(["detect", folder.path(of: "note.txt")] + form).end()
      #expect(run.exitCode == 0)
      #expect(!run.output.contains("Halvorsen") && !run.output.contains("Gregor"))
    }
  }

  @Test(arguments: [
    (["--at", "12"], 64, "--at is for --explain"),
    (["--explain", "--at", "x"], 64, "--at"),
    (["--explain", "--at", "9-4"], 64, "--at"),
    (["--explain", "--at", "900"], 1, "the text has 66 bytes"),
  ])
  func `a place that cannot be is refused`(_ arguments: [String], _ code: Int32, _ words: String)
    async throws
  {
    let folder = try TemporaryDirectory()
    try folder.write(ExplainTests.note, to: "note.txt")
    let run = try await ScrubdProcess(["detect", folder.path(of: "note.txt")] + arguments).end()
    #expect(run.exitCode == code)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
