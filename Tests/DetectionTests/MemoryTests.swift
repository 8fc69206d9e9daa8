import Lexicons
import Patterns
import Testing

@testable import Detection

@Suite struct NamePartsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var given: [String]
    var surnames: [String]
    var initials: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "Maria Gonzalez", given: ["Maria"], surnames: ["Gonzalez"], initials: "mg"),
    Case(name: "Gonzalez, Maria T.", given: ["Maria"], surnames: ["Gonzalez"], initials: "mtg"),
    Case(
      name: "Maria Lopez Gonzalez", given: ["Maria", "Lopez"], surnames: ["Gonzalez"],
      initials: "mlg"),
    Case(
      name: "Zoe Brandao-Nunez", given: ["Zoe"], surnames: ["Brandao", "Nunez"], initials: "zbn"),
    Case(name: "Brandao-Nunez", given: [], surnames: ["Brandao", "Nunez"], initials: "bn"),
    Case(name: "Dr. Gonzalez", given: [], surnames: ["Gonzalez"], initials: "g"),
    Case(name: "Maria de la Cruz", given: ["Maria"], surnames: ["Cruz"], initials: "mc"),
    Case(name: "Maria", given: ["Maria"], surnames: [], initials: "m"),
    Case(name: "John Novak Jr.", given: ["John"], surnames: ["Novak"], initials: "jn"),
  ]

  @Test(arguments: cases)
  func `a mention is taken apart`(_ example: Case) throws {
    let recognition = try Recognition(example.name)
    let parts = NameParts(
      tokens: recognition.tokens, in: recognition.tokens.indices, bytes: recognition.view.bytes)
    let text = { (index: Int) in
      String(decoding: recognition.view.bytes[recognition.tokens[index].range], as: UTF8.self)
    }
    #expect(parts.given.map { text($0.token) } == example.given)
    #expect(parts.surnames.map { text($0.token) } == example.surnames)
    #expect(String(decoding: parts.initials, as: UTF8.self) == example.initials)
  }
}

/// Time that is never up.
let always = TimeCheck(isTimeUp: { false })

/// What a document taught by known names, and what it finds again.
@Suite struct DocumentMemoryTests {
  /// Learns the marked names of a text and sweeps it; the texts found and whose they are.
  private static func sweep(_ marked: String, category: Category = .name, confidence: Int = 950)
    throws
    -> (found: [String], subjects: [Int?], people: Int)
  {
    let example = Marked(marked)
    var recognition = try Recognition(example.text)
    var from = 0
    for span in example.spans {
      let bytes = Array(span.utf8)
      while !recognition.view.bytes[from...].starts(with: bytes) { from += 1 }
      recognition.candidates.append(
        Candidate(
          range: from..<(from + bytes.count), category: category, rule: "test/known",
          confidence: confidence))
      from += bytes.count
    }
    let memory = try recognition.learn()
    try memory.sweep(
      recognition.tokens, recognition.view.bytes, always, into: &recognition.candidates)
    let spans = SpanResolver(bytes: recognition.view.bytes).resolve(recognition.candidates)
    return (spans.map(recognition.text), spans.map(\.subject), memory.subjects.count)
  }

  @Test(arguments: [
    ("[[Maria Gonzalez]] came. Ms. Gonzalez left.", ["Maria Gonzalez", "Gonzalez"]),
    ("[[Maria Gonzalez]] came. GONZALEZ left.", ["Maria Gonzalez", "GONZALEZ"]),
    ("[[Maria Gonzalez]] came. then gonzalez left.", ["Maria Gonzalez", "gonzalez"]),
    ("[[Anna Crisp]] came. Crisp denies pain.", ["Anna Crisp", "Crisp"]),
    ("[[Anna Crisp]] came. Crisp's wife left.", ["Anna Crisp", "Crisp"]),
    ("[[Anna Crisp]] came. Crisp air, no wind.", ["Anna Crisp"]),
    ("[[Anna Foley]] came. Foley is upset.", ["Anna Foley", "Foley"]),
    ("[[Maria Gonzalez]] came. Then Gonzalez 71M left.", ["Maria Gonzalez", "Gonzalez"]),
    ("[[Maria Gonzalez]] came. Gon-zalez left.", ["Maria Gonzalez", "Gon-zalez"]),
    ("[[Maria Gonzalez]] came. G o n z a l e z left.", ["Maria Gonzalez", "G o n z a l e z"]),
    ("[[Maria Gonzalez]] came. Gonzales left.", ["Maria Gonzalez", "Gonzales"]),
    ("[[Maria Gonzalez]] came. M.G. left.", ["Maria Gonzalez", "M.G."]),
    ("[[Maria Gonzalez]] came. M. Gonzalez left.", ["Maria Gonzalez", "M. Gonzalez"]),
    ("[[Gonzalez, Maria T.]] came. Maria T. left.", ["Gonzalez, Maria T.", "Maria T."]),
    (
      "[[Zoe Brandao-Nunez]] came. Mrs. Brandao-Nunez left.",
      ["Zoe Brandao-Nunez", "Brandao-Nunez"]
    ),
    (
      "[[Anastasios]] PAPADIMITRIOU came. Mr [[Papadimitriou]] left.",
      ["Anastasios PAPADIMITRIOU", "Papadimitriou"]
    ),
    ("[[Maria Gonzalez]] came. Gonz alez left.", ["Maria Gonzalez", "Gonz alez"]),
    ("[[Maria Gonzalez]] came. G-o-n-z-a-l-e-z left.", ["Maria Gonzalez", "G-o-n-z-a-l-e-z"]),
    (
      "[[Maria Gonzalez]] came. G. o. n. z. a. l. e. z left.",
      ["Maria Gonzalez", "G. o. n. z. a. l. e. z"]
    ),
    ("[[Maria Gonzalez]] came. Gonza-\nlez left.", ["Maria Gonzalez", "Gonza-\nlez"]),
    ("[[Maria Gon]]-\nzalez came. Gonzalez left.", ["Maria Gon-\nzalez", "Gonzalez"]),
    ("[[Maria Gonzalez]] came. To mariagonzalez in town.", ["Maria Gonzalez", "mariagonzalez"]),
    ("[[Maria Gonzalez]] came. To gonzalezm@ in town.", ["Maria Gonzalez", "gonzalezm"]),
    ("[[Maria Gonzalez]] came. The xgonzalezq7 file.", ["Maria Gonzalez", "xgonzalezq7"]),
    (
      "[[Anastasios]] [[PAPADIMITRIOU]] came. Mr Papadimitriou left.",
      ["Anastasios PAPADIMITRIOU", "Papadimitriou"]
    ),
  ])
  func `every mention of a person is found and is one person`(
    _ text: String, _ expected: [String]
  ) throws {
    let result = try DocumentMemoryTests.sweep(text)
    #expect(result.found == expected)
    #expect(Set(result.subjects).count == 1)
    #expect(result.people == 1)
  }

  @Test(arguments: [
    ("[[Will Hodgkin]] came. She will have Hodgkin lymphoma.", ["Will Hodgkin"]),
    ("[[May Price]] came. Next visit in May, the price is low.", ["May Price"]),
    ("[[Maria Gonzalez]] came. Gone zalez.", ["Maria Gonzalez"]),
    ("[[Ann Lee]] came. No annual fleece.", ["Ann Lee"]),
    ("[[Maria Gonzalez]] came. Marietta stayed.", ["Maria Gonzalez"]),
    ("[[Norma Price]] came. Normally normalised.", ["Norma Price"]),
    ("[[Ann Barton]] came. The bar ton.", ["Ann Barton"]),
  ])
  func `a word spelt like a name is left where it is a word`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try DocumentMemoryTests.sweep(text).found == expected)
  }

  @Test func `two full names in one candidate are two people`() throws {
    let result = try DocumentMemoryTests.sweep(
      "by [[Ingrid Halvorsen, Rafael Quintana]]. Rafael left.")
    #expect(result.found == ["Ingrid Halvorsen", "Rafael Quintana", "Rafael"])
    #expect(result.people == 2)
    #expect(result.subjects.suffix(2).allSatisfy { $0 == result.subjects.last })
  }

  @Test(arguments: [
    ("[[Pine Hollow Home]] took her. Pine Hollow Home said so.", Category.organization, 2),
    ("MRN [[4417-8832]] here; 44178832 no, 4417-8832 yes.", .record, 2),
    ("[[Ishpeming]] is far. To Ishpeming.", .place, 2),
    ("[[Silvergrove Hospice]] took her. To Silvergrove by car.", .organization, 2),
    ("[[General Hospital]] took her. In General it is fine.", .organization, 1),
    ("room [[12]] and 12 mg", .record, 1),
    ("ask [[@thelopsidedladyclub]]; thelopsidedladyclub says no", .handle, 2),
    ("ask [[@hiker]]; a hiker says no", .handle, 1),
  ])
  func `an organisation, a place or a number is found again`(
    _ text: String, _ category: Category, _ count: Int
  ) throws {
    #expect(
      try DocumentMemoryTests.sweep(text, category: category, confidence: 900).found.count == count)
  }

  @Test func `known things that share their first words are each found again`() throws {
    let ids = (0..<300).map { "AB-\(100_000 + $0)" }
    let text = ids.map { "[[\($0)]] " }.joined() + ids.reversed().joined(separator: " ")
    let result = try DocumentMemoryTests.sweep(text, category: .record, confidence: 900)
    #expect(result.found == ids + ids.reversed())
  }

  @Test func `many people with one surname stay apart`() throws {
    let given = ["Maria", "Peter", "Rosalind", "Tameka", "Olumide"]
    let names = given.map { "\($0) Gonzalez" }
    let text =
      names.map { "[[\($0)]] came. " }.joined() + given.map { "\($0) left. " }.joined()
    let result = try DocumentMemoryTests.sweep(text)
    #expect(result.found == names + given)
    #expect(result.subjects == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
  }

  @Test func `the sweep ends when the time is up`() throws {
    var recognition = try Recognition("Maria Gonzalez came. Gonzalez left.")
    recognition.candidates = [
      Candidate(range: 0..<14, category: .name, rule: "test/known", confidence: 900)
    ]
    let memory = try recognition.learn()
    let tokens = recognition.tokens
    let bytes = recognition.view.bytes
    #expect(throws: DetectionError.interrupted) {
      var candidates: [Candidate] = []
      try memory.sweep(tokens, bytes, TimeCheck(isTimeUp: { true }), into: &candidates)
    }
  }

  @Test(arguments: [
    ("[[Gonzalez]] came. gonzalez left.", 500, ["Gonzalez"]),
    ("[[Gonzalez]] came. He met Gonzalez.", 500, ["Gonzalez", "Gonzalez"]),
    ("[[Gonzalez]] came. He met Gonzalez.", 400, ["Gonzalez"]),
    ("[[GonZalez]] came. He met GonZalez.", 500, ["GonZalez"]),
    ("[[Parkinson]] came. The Parkinson test.", 500, ["Parkinson"]),
  ])
  func `what is learnt without confidence is sought only as it was written`(
    _ text: String, _ confidence: Int, _ expected: [String]
  ) throws {
    #expect(try DocumentMemoryTests.sweep(text, confidence: confidence).found == expected)
  }

  @Test func `the rule that found a name first is told`() throws {
    var recognition = try Recognition("Maria Gonzalez came. Gonzalez left.")
    recognition.candidates = [
      Candidate(range: 0..<14, category: .name, rule: "test/known", confidence: 900)
    ]
    let memory = try recognition.learn()
    try memory.sweep(
      recognition.tokens, recognition.view.bytes, always, into: &recognition.candidates)
    let spans = SpanResolver(bytes: recognition.view.bytes).resolve(recognition.candidates)
    #expect(spans.map(\.rule) == ["test/known", "document/alias"])
  }
}

@Suite struct MedicineSieveTests {
  private static func sift(
    _ text: String, _ name: String, category: Category = .name, confidence: Int
  ) throws -> Bool {
    var recognition = try Recognition(text)
    let bytes = Array(name.utf8)
    var start = 0
    while !recognition.view.bytes[start...].starts(with: bytes) { start += 1 }
    recognition.candidates = [
      Candidate(
        range: start..<(start + bytes.count), category: category, rule: "test/name",
        confidence: confidence)
    ]
    MedicineSieve(
      lexicon: recognition.lexicon, tokens: recognition.tokens, bytes: recognition.view.bytes
    ).sift(&recognition.candidates)
    return !recognition.candidates.isEmpty
  }

  @Test(arguments: [
    ("the Weil-Felix is negative", "Weil-Felix", 720, false),
    ("A 10 FR JACKSON-PRATT DRAIN", "JACKSON-PRATT", 920, false),
    ("told Dr. Weil-Felix so", "Weil-Felix", 950, true),
    ("told Anna Kowalczyk-Meyer so", "Kowalczyk-Meyer", 720, true),
    ("clamps: Kocher, Kelly, Babcock.", "Kocher, Kelly", 800, false),
    ("clamps: Babcock, Kocher, Kelly.", "Kocher, Kelly", 800, false),
    ("Kocher, Kelly seen today", "Kocher, Kelly", 800, true),
    ("Babcock, Kocher, Kelly", "Kocher, Kelly", 950, true),
    ("low AM cortisol, r/o Addison's", "Addison", 860, false),
    ("told that Addison felt well", "Addison", 860, true),
    ("was on Yaz, Camila, Mirena.", "Camila", 560, false),
    ("was on Yaz, Camila, Mirena.", "Camila", 700, true),
    ("saw sister, Camila, Yaz, Mirena.", "Camila", 560, true),
    ("Nope. Think Plummer-Vinson", "Think Plummer-Vinson", 720, false),
    ("then Anna Plummer-Vinson", "Anna Plummer-Vinson", 720, true),
  ])
  func `eponyms are no people unless a title says so`(
    _ text: String, _ name: String, _ confidence: Int, _ stays: Bool
  ) throws {
    #expect(try MedicineSieveTests.sift(text, name, confidence: confidence) == stays)
  }

  @Test(arguments: [
    ("evolved to Lennox-Gastaut", "Lennox-Gastaut", Category.place, 800, false),
    ("evolved to Lennox-Gastaut", "Lennox-Gastaut", .place, 950, true),
    ("moved to Winston-Salem", "Winston-Salem", .place, 800, true),
    ("from Gastaut", "Gastaut", .place, 800, true),
    ("at 39.4419, -119.7710 then", "39.4419, -119.7710", .place, 800, true),
    ("low residue, Boost Breeze.", "Boost Breeze", .organization, 380, false),
    ("low residue, Boost Breeze.", "Boost Breeze", .organization, 700, true),
    ("seen at Kessler Breeze.", "Kessler Breeze", .organization, 380, true),
    ("evolved to Lennox-Gastaut", "Lennox-Gastaut", .date, 380, true),
  ])
  func `medicine is no place and no house`(
    _ text: String, _ name: String, _ category: Category, _ confidence: Int, _ stays: Bool
  ) throws {
    let isLeft = try MedicineSieveTests.sift(
      text, name, category: category, confidence: confidence)
    #expect(isLeft == stays)
  }
}
