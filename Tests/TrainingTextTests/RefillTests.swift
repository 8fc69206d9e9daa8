import Lexicons
import Testing
import TrainingText

@Suite struct RefillTests {
  private let refiller: Refiller

  init() throws { refiller = try Refiller(vocabulary: Shipped.vocabulary.get()) }

  /// The document of one markup text, and what it became.
  private func refilled(
    _ markup: String, seed: UInt64
  ) throws -> (old: TrainingDocument, new: TrainingDocument) {
    let documents = try MarkupReader.documents(
      in: Array("===== t note\n\(markup)\n".utf8), file: "t.txt")
    let old = try #require(documents.first)
    var random = SeededRandom(seed: seed)
    return (old, refiller.refill(old, id: "n", random: &random))
  }

  private func strings(_ document: TrainingDocument) -> [String] {
    document.spans.map(document.string)
  }

  @Test(arguments: [
    ("[[NAME:Marisela Quintanar]]", #"\p{Lu}\S+ \p{Lu}\S+"#),
    ("[[NAME:HALVORSEN, TORVALD J]]", #"[\p{Lu}'’]{2,}, [\p{Lu}'’]{2,} \p{Lu}"#),
    ("[[NAME:Halvorsen, Torvald J.]]", #"\p{Lu}\S+, \p{Lu}\S+ \p{Lu}\."#),
    ("[[NAME:tyrell young]]", #"[\p{Ll}'’]+ [\p{Ll}'’]+"#),
    ("[[NAME:Solveig Halvorsen-Reyes]]", #"\p{Lu}\S+ \p{Lu}[^-]+-\p{Lu}\S+"#),
    ("[[NAME:Juan de la Cruz]]", #"\p{Lu}\S+ de la \p{Lu}\S+"#),
    ("[[NAME:P. Lindqvist]]", #"\p{Lu}\. \p{Lu}\S+"#),
    ("[[NAME:J.R.R. Baskopet Jr.]]", #"\p{Lu}\.\p{Lu}\.\p{Lu}\. \p{Lu}\S+ Jr\."#),
    ("[[NAME:Sean O’Malley]]", #"\p{Lu}[^ ]+ \p{Lu}\S*’\S+"#),
    ("[[NAME:MKP]] saw her", #"\p{Lu}{3}"#),
    ("[[NAME:Sy11a]]", #"\p{Lu}\p{Ll}\d\d\p{Ll}"#),
    ("[[DATE:03/19/1951]]", #"(0[1-9]|1[0-2])/(1[3-9]|2[0-8])/19\d\d"#),
    ("[[DATE:1/28]]", #"[1-9]/(1[3-9]|2[0-8])"#),
    ("[[DATE:2024-01-30]]", #"20[0-2]\d-(0[1-9]|1[0-2])-(1[3-9]|2[0-8])"#),
    ("[[DATE:20240130]]", #"20[0-2]\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])"#),
    ("[[DATE:the 3rd]]", #"the (1st|2nd|3rd|[4-9]th)"#),
    ("[[DATE:SEPT 14]]", #"[A-Z]{3} (1[3-9]|2[0-8])"#),
    ("[[DATE:Monday, March 14, 2022]]", #"\w+day, \p{Lu}\w+ (1[3-9]|2[0-8]), 20[0-2]\d"#),
    ("[[YEAR:1998]]", #"(19|20)\d\d"#),
    ("[[AGE:94]]", #"9\d"#),
    ("[[AGE:ninety-four]]", #"ninety-[a-z]+"#),
    ("[[ID:00418273]]", #"00[1-9]\d{5}"#),
    ("[[ID:HAR-7719024]]", #"[A-Z]{3}-[1-9]\d{6}"#),
    ("[[CONTACT:(312) 555-0112 x57]]", #"\([2-9]\d\d\) 555-0\d{3} x[1-9]\d"#),
    ("[[CONTACT:pip.featherlin@gatemail.example]]", #"[a-z]+\.[a-z]+@[a-z]+\.example"#),
    ("[[LOCATION:22 Harbour Wynd]]", #"[1-9]\d .+ Wynd"#),
    ("[[LOCATION:Room 412]]", #"Room [1-9]\d\d"#),
    ("[[LOCATION:Ada County]]", #".+ County"#),
    ("[[STATE:MN]]", #"[A-Z]{2}"#),
    ("[[STATE:Minnesota]]", #"[A-Z].{3,}"#),
  ])
  func `a replacement has the form of what it replaces`(markup: String, form: String) throws {
    let pattern = try Regex(form)
    for seed in 0..<40 {
      let (old, new) = try refilled(
        "He came in the morning and sat by the window; \(markup).", seed: UInt64(seed))
      let text = try #require(strings(new).first)
      #expect(text.wholeMatch(of: pattern) != nil, "\(strings(old)) became \(text)")
    }
  }

  @Test func `a word becomes the same word in the whole document`() throws {
    let (_, new) = try refilled(
      """
      [[NAME:QUINTANAR, MARISELA]] came. [[NAME:Marisela]] sat. Ms. [[NAME:Quintanar]] left.
      [[NAME:M.Q.]] wrote from [[CONTACT:marisela@gatemail.example]]. The [[NAME:Quintanars]] sued.
      """, seed: 7)
    let words = strings(new)
    let given = words[1]
    let surname = words[2]
    #expect(words[0] == "\(surname.uppercased()), \(given.uppercased())")
    let initials = [given, surname].compactMap { key($0).first }.map { String($0).uppercased() }
    #expect(words[3] == initials.map { $0 + "." }.joined())
    #expect(words[4].hasPrefix(given.lowercased() + "@"))
    #expect(words[5] == surname + "s")
  }

  @Test func `places, numbers and states stay the same thing too`() throws {
    let (_, new) = try refilled(
      "From [[LOCATION:Duluth]], MRN [[ID:4471920]]. Back in [[LOCATION:Duluth]]: [[ID:4471920]].",
      seed: 3)
    let words = strings(new)
    #expect(words[0] == words[2])
    #expect(words[1] == words[3])
    #expect(words[1] != "4471920")
  }

  @Test func `the head of an organisation stays unless another takes its place`() throws {
    var kept = 0
    for seed in UInt64(0)..<60 {
      let (_, new) = try refilled("Seen at [[ORG:Brannigan Memorial Hospital]] again.", seed: seed)
      let words = strings(new)
      #expect(!words[0].contains("Brannigan"))
      if words[0].hasSuffix("Memorial Hospital") { kept += 1 }
    }
    #expect(kept > 30)
  }

  @Test func `an eponym beside a name stays`() throws {
    let (_, new) = try refilled("Dr. [[NAME:Hodgkin]] staged the Hodgkin lymphoma.", seed: 1)
    let text = String(decoding: new.text, as: UTF8.self)
    #expect(text.hasSuffix("staged the Hodgkin lymphoma."))
    #expect(!text.hasPrefix("Dr. Hodgkin"))
  }

  @Test func `only marked text changes, and no name word of the original stays in a name`() throws {
    let generator = try FrameGenerator(
      vocabulary: Shipped.vocabulary.get(), frames: Shipped.frameFiles)
    var random = SeededRandom(seed: 11)
    for number in 0..<200 {
      let old = generator.document(id: "g\(number)", random: &random)
      let new = refiller.refill(old, id: "r", random: &random)
      #expect(new.spans.map(\.label) == old.spans.map(\.label))
      #expect(gaps(new) == gaps(old))
      let kept = nameWords(old).intersection(nameWords(new)).subtracting(Self.builders)
      #expect(kept.isEmpty, "kept \(kept.sorted())")
    }
  }

  @Test func `the same seed gives the same document, and another seed another`() throws {
    let markup = "[[NAME:Ana Ruiz]] of [[LOCATION:Reno]], born [[DATE:3/14/1951]]."
    #expect(try refilled(markup, seed: 5).new == refilled(markup, seed: 5).new)
    #expect(try refilled(markup, seed: 5).new != refilled(markup, seed: 6).new)
  }

  /// Particles, suffixes and fillers, which are no one's name.
  private static let builders: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "de", "la", "los", "del", "della", "van", "der", "den", "von",
    "dos", "da", "du", "le", "di", "ter", "ten", "al", "el", "bin", "ibn", "abu", "ben", "st",
    "san", "mac", "ap", "ni",
  ]

  private func key(_ word: some StringProtocol) -> String {
    String(decoding: Folding.key(String(word)), as: UTF8.self)
  }

  private func nameWords(_ document: TrainingDocument) -> Set<String> {
    let names = document.spans.filter { $0.label == .name }.map(document.string)
    let words = names.flatMap { $0.split { " ,.-\"\n".contains($0) } }.map(key)
    return Set(words.filter { $0.count > 1 })
  }

  private func gaps(_ document: TrainingDocument) -> [[UInt8]] {
    var done = 0
    var gaps: [[UInt8]] = []
    for span in document.spans {
      gaps.append(Array(document.text[done..<span.range.lowerBound]))
      done = span.range.upperBound
    }
    return gaps + [Array(document.text[done...])]
  }
}
