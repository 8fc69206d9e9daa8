import Patterns
import Testing

@testable import Detection

@Suite struct SpanResolverTests {
  private static let text = Array(
    "Dr. Ann Lee, 12 Elm Street, Duluth 55806 on 3/4/2020 and more".utf8)

  private static func candidate(
    _ range: Range<Int>, _ category: Category, _ confidence: Int, subject: Int? = nil
  ) -> Candidate {
    Candidate(
      range: range, category: category, rule: "test/\(category.rawValue)", confidence: confidence,
      subject: subject)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var candidates: [Candidate]
    var spans: [Range<Int>]
    var categories: [Category]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "apart: both stay",
      candidates: [candidate(4..<11, .name, 900), candidate(44..<52, .date, 900)],
      spans: [4..<11, 44..<52], categories: [.name, .date]),
    Case(
      name: "same span: the surer label wins",
      candidates: [candidate(4..<11, .place, 600), candidate(4..<11, .name, 900)],
      spans: [4..<11], categories: [.name]),
    Case(
      name: "one inside the other, both sure: the longer wins",
      candidates: [candidate(13..<40, .address, 850), candidate(28..<34, .place, 940)],
      spans: [13..<40], categories: [.address]),
    Case(
      name: "a sure one inside an unsure one: what is left of the unsure stays covered",
      candidates: [candidate(13..<40, .address, 600), candidate(28..<34, .place, 940)],
      spans: [13..<26, 28..<34, 35..<40], categories: [.address, .place, .address]),
    Case(
      name: "a chain of overlaps loses no byte",
      candidates: [
        candidate(4..<9, .name, 700), candidate(8..<15, .id, 900), candidate(13..<22, .place, 500),
      ],
      spans: [4..<7, 8..<15, 16..<22], categories: [.name, .id, .place]),
    Case(
      name: "names that touch are one name",
      candidates: [candidate(4..<7, .name, 900), candidate(8..<11, .name, 900)],
      spans: [4..<11], categories: [.name]),
    Case(
      name: "names of two people stay two",
      candidates: [
        candidate(4..<7, .name, 900, subject: 0), candidate(8..<11, .name, 900, subject: 1),
      ],
      spans: [4..<7, 8..<11], categories: [.name, .name]),
    Case(
      name: "dates that touch are one date",
      candidates: [candidate(44..<48, .date, 850), candidate(48..<52, .date, 950)],
      spans: [44..<52], categories: [.date]),
    Case(
      name: "dates with anything between them stay two",
      candidates: [candidate(44..<47, .date, 850), candidate(48..<52, .date, 950)],
      spans: [44..<47, 48..<52], categories: [.date, .date]),
    Case(name: "nothing in, nothing out", candidates: [], spans: [], categories: []),
  ]

  @Test(arguments: cases)
  func `overlapping proposals become spans`(_ example: Case) {
    let resolver = SpanResolver(bytes: SpanResolverTests.text)
    for order in [example.candidates, example.candidates.reversed()] {
      let spans = resolver.resolve(order)
      #expect(spans.map(\.range) == example.spans)
      #expect(spans.map(\.category) == example.categories)
    }
  }

  @Test(arguments: [
    ("saw Ann. Ben left", 4..<7, 9..<12, 2), ("saw A. Ben left", 4..<5, 7..<10, 1),
    ("saw Ann-Ben left", 4..<7, 8..<11, 1), ("saw Ann, Ben left", 4..<7, 9..<12, 2),
    ("saw Ann\nBen left", 4..<7, 8..<11, 2),
  ])
  func `names are joined across a hyphen or an initial's full stop and not across sentences`(
    _ text: String, _ one: Range<Int>, _ other: Range<Int>, _ count: Int
  ) {
    let names = [one, other].map { SpanResolverTests.candidate($0, .name, 900) }
    #expect(SpanResolver(bytes: Array(text.utf8)).resolve(names).count == count)
  }

  @Test func `a span knows what else its bytes may be`() {
    let spans = SpanResolver(bytes: SpanResolverTests.text).resolve([
      SpanResolverTests.candidate(13..<40, .address, 900),
      SpanResolverTests.candidate(28..<34, .place, 850),
      SpanResolverTests.candidate(35..<44, .zip, 700),
    ])
    #expect(spans.map(\.category) == [.address, .zip])
    #expect(spans[0].covered.map(\.category) == [.place, .zip])
    #expect(spans[0].covered.map(\.range) == [28..<34, 35..<40])
  }

  @Test func `coverage is never lost, whatever overlaps`() {
    var random = SplitMix(state: 7)
    let text = SpanResolverTests.text
    for _ in 0..<500 {
      let candidates = (0..<Int(random.next() % 8)).map { _ in
        let start = Int(random.next() % UInt64(text.count - 1))
        let length = 1 + Int(random.next() % 20)
        return SpanResolverTests.candidate(
          start..<min(text.count, start + length),
          Category.allCases[Int(random.next() % UInt64(Category.allCases.count))],
          Int(random.next() % 1000) + 1)
      }
      let spans = SpanResolver(bytes: text).resolve(candidates)
      for pair in zip(spans, spans.dropFirst()) {
        #expect(pair.0.range.upperBound <= pair.1.range.lowerBound)
      }
      for candidate in candidates {
        for byte in candidate.range
        where ByteClass.isLetter(text[byte]) || ByteClass.isDigit(text[byte]) {
          #expect(spans.contains { $0.range.contains(byte) })
        }
      }
    }
  }
}

/// A small deterministic generator for property tests.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
