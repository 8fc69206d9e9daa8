import Testing

@testable import Detection

/// What the tagger reads, and what it leaves alone.
@Suite struct TaggingGateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var word: String
    var isRead: Bool
    init(_ text: String, _ word: String, _ isRead: Bool) {
      self.text = text
      self.word = word
      self.isRead = isRead
    }
    var testDescription: String { "\(word) in: \(text)" }
  }

  static let cases = [
    // Capitals.
    Case("seen by Okonjo today", "Okonjo", true),
    Case("met Will in clinic", "Will", true),
    Case("The patient slept", "The", false),
    Case("Patient slept well", "Patient", false),
    Case("Will Okonjo come", "Will", true),
    Case("The Dalles is far", "The", true),
    Case("given to Zzyrqua", "Zzyrqua", true),
    // Small letters.
    Case("came with her son okonjo", "okonjo", true),
    Case("the patient slept", "patient", false),
    Case("the patient slept", "the", false),
    Case("started on metoprolol", "metoprolol", false),
    Case("saw carmen today", "carmen", true),
    Case("ate a peggy nut", "peggy", true),
    Case("paid the bill today", "bill", false),
    Case("given bid as before", "bid", false),
    // Numbers.
    Case("account 4471920", "4471920", true),
    Case("on 3/14 he fell", "14", true),
    Case("took 40 mg daily", "40", false),
    Case("saturation 94% on air", "94", false),
    Case("Hgb 9.3 today", "9", false),
    Case("Hgb 9.3 today", "3", false),
    Case("born 3.14.24 here", "14", true),
    Case("ends in 4711 mg", "4711", true),
    Case("in room 12\nmg", "12", true),
    // All else.
    Case("on T2DM diet", "T2DM", true),
    Case("seen by 王 today", "王", true),
    Case("Ana's arm", "'s", false),
    Case("well, then", ",", false),
  ]

  @Test(arguments: cases) func `a token is read where it can identify somebody`(_ example: Case)
    throws
  {
    let recognition = try Recognition(example.text)
    let index = try #require(recognition.index(of: example.word))
    #expect(TagGate.canIdentify(recognition.tokens, index, found: false) == example.isRead)
  }

  @Test func `what rules found is read whatever it is`() throws {
    let recognition = try Recognition("the patient slept, well")
    for index in recognition.tokens.indices {
      #expect(TagGate.canIdentify(recognition.tokens, index, found: true))
    }
  }

  @Test(arguments: [
    ("........", []),
    ("", []),
    ("x", [0..<1]),
    ("x.......", [0..<2]),
    (".......x", [6..<8]),
    ("..xx..", [1..<5]),
    // Three tokens between two candidates are read along, four are not.
    ("x...x", [0..<5]),
    ("x....x", [0..<2, 4..<6]),
    ("..x...x....x..", [1..<8, 10..<13]),
    ("xxxxxx", [0..<6]),
  ])
  func `stretches are candidates with what lies between and one token on each side`(
    _ candidates: String, _ expected: [Range<Int>]
  ) {
    var stretches = [7..<9]
    TagGate.stretches(candidates.map { $0 == "x" }, into: &stretches)
    #expect(stretches == expected)
  }

  /// Candidates four apart are two stretches that share no token: a token in both would be tagged twice.
  @Test func `stretches are in order and apart whatever the candidates`() {
    for pattern in 0..<(1 << 12) {
      let candidates = (0..<12).map { pattern >> $0 & 1 == 1 }
      var stretches: [Range<Int>] = []
      TagGate.stretches(candidates, into: &stretches)
      var end = 0
      for stretch in stretches {
        #expect(stretch.lowerBound >= end && stretch.upperBound <= 12 && !stretch.isEmpty)
        end = stretch.upperBound
      }
      for index in candidates.indices where candidates[index] {
        #expect(stretches.contains { $0.contains(index) })
      }
    }
  }
}
