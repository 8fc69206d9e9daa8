import Lexicons
import Patterns
import TestSupport
import Testing

@testable import Detection

/// How a long text is cut.
@Suite struct TextWindowTests {
  @Test(arguments: UInt64(1)...20)
  func `the cores of any text are all of it, and no slice cuts a code point`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<4).flatMap { _ in TaggingPropertyTests.text(&generator) }
    for size in [
      WindowSize(core: 1, margin: 0), WindowSize(core: 1, margin: 7),
      WindowSize(core: 13, margin: 20), WindowSize(core: 200, margin: 64), .whole,
    ] {
      let windows = TextWindow.windows(of: text, size)
      var end = 0
      for window in windows {
        #expect(window.core.lowerBound == end && window.slice.contains(window.core))
        for border in [window.slice.lowerBound, window.slice.upperBound] where border < text.count {
          #expect(text[border] & 0xc0 != 0x80)
        }
        end = window.core.upperBound
      }
      #expect(end == text.count)
    }
  }

  @Test func `a text is cut between lines, else between words`() {
    let lines = Array("one two\nthree four five six seven eight nine\nten\n".utf8)
    let windows = TextWindow.windows(of: lines, WindowSize(core: 12, margin: 2))
    let pieces = windows.map { String(decoding: lines[$0.core], as: UTF8.self) }
    #expect(pieces.first == "one two\n")
    #expect(pieces.dropLast().allSatisfy { $0.hasSuffix(" ") || $0.hasSuffix("\n") }, "\(pieces)")
  }

  @Test func `a text without any seam is cut all the same`() {
    let text = [UInt8](repeating: 0x61, count: 100)
    let windows = TextWindow.windows(of: text, WindowSize(core: 10, margin: 5))
    #expect(windows.count == 10 && windows.allSatisfy { $0.slice.count <= 30 })
  }
}

/// What is found does not depend on how a text is cut.
@Suite struct WindowedDetectionTests {
  /// Cores down to the absurd; a margin is what a rule, a line or a phrase may need.
  static let sizes = [
    WindowSize(core: 97, margin: 6 << 10), WindowSize(core: 1500, margin: 8 << 10),
    WindowSize(core: 9001, margin: 12 << 10), WindowSize(core: 40000, margin: 16 << 10),
  ]

  /// Documents of a corpus one behind the other, as somebody keeps a year's notes in one file.
  private static func texts(_ corpus: String, _ count: Int, bytes: Int) throws -> [[UInt8]] {
    let all = try ShippedDetector.texts(in: "\(SourceTree.root)/corpora/\(corpus)/docs", ".txt")
    var joined: [[UInt8]] = []
    var next = 0
    while joined.count < count {
      var text: [UInt8] = []
      while text.count < bytes {
        text += all[next % all.count].bytes + [0x0a]
        next += 1
      }
      joined.append(text)
    }
    return joined
  }

  @Test(arguments: ["writeups_dev", "writeups_train", "outis_base"])
  func `whatever the windows, the findings are those of the whole`(_ corpus: String) throws {
    let detector = try ShippedDetector.shared()
    var scratch = DetectionScratch()
    for text in try WindowedDetectionTests.texts(corpus, 2, bytes: 60_000) {
      let whole = try detector.detect(
        text, &scratch, settings: DetectionSettings(windows: .whole))
      for size in WindowedDetectionTests.sizes.dropFirst() {
        let cut = try detector.detect(text, &scratch, settings: DetectionSettings(windows: size))
        WindowedDetectionTests.compare(cut.findings, whole.findings, text, "\(corpus), \(size)")
        #expect(cut.memory.subjects == whole.memory.subjects)
        #expect(cut.memory.spared == whole.memory.spared)
        let again = try detector.rescan(text, whole.memory, &scratch, windows: size)
        let wanted = try detector.rescan(text, whole.memory, &scratch, windows: .whole)
        #expect(Set(again) == Set(wanted), "\(corpus), \(size)")
      }
    }
  }

  private static func compare(
    _ cut: [Finding], _ whole: [Finding], _ text: [UInt8], _ name: String
  ) {
    guard cut != whole else { return }
    for finding in Set(cut).symmetricDifference(whole).sorted(by: {
      $0.range.lowerBound < $1.range.lowerBound
    }) {
      let side = cut.contains(finding) ? "cut" : "whole"
      Issue.record(
        "\(name): only \(side): \(String(decoding: text[finding.range], as: UTF8.self)) \(finding)")
    }
  }

  @Test func `what two windows see in two ways is lost by neither`() {
    var scratch = DetectionScratch()
    let bytes = [UInt8](repeating: 0x61, count: 40)
    var text = WindowedText(
      bytes, WindowSize(core: 10, margin: 10), Tokenizer(lexicon: Lexicon()))
    func span(_ range: Range<Int>) -> Candidate {
      let base = text.window.slice.lowerBound
      return Candidate(
        range: range.lowerBound - base..<range.upperBound - base, category: .name,
        rule: "test/rule", confidence: 900)
    }
    var findings = FindingList()
    text.open(0, &scratch)
    findings.add([span(3..<5), span(10..<14)], of: text)
    text.open(1, &scratch)
    findings.add([span(3..<5), span(8..<13), span(18..<22)], of: text)
    text.open(2, &scratch)
    findings.add([span(17..<24)], of: text)
    #expect(findings.all.map(\.range) == [3..<5, 8..<13, 18..<22, 22..<24])
  }

  @Test func `windows of a few bytes find what the whole has`() throws {
    let detector = try ShippedDetector.shared()
    var scratch = DetectionScratch()
    let text = try #require(try WindowedDetectionTests.texts("writeups_dev", 1, bytes: 4000).first)
    let whole = try detector.detect(text, &scratch, settings: DetectionSettings(windows: .whole))
    let cut = try detector.detect(
      text, &scratch, settings: DetectionSettings(windows: WindowedDetectionTests.sizes[0]))
    WindowedDetectionTests.compare(cut.findings, whole.findings, text, "a few bytes")
  }

  @Test func `a name met at the end is found at the start, and a table's head is known below`()
    throws
  {
    let detector = try ShippedDetector.shared()
    var scratch = DetectionScratch()
    var lines = ["Okonjo came back.", "", "No | Initials | Sex"]
    lines += (0..<2000).map {
      "\($0) | \(["JH", "TMO", "KB"][$0 % 3]) | \($0 % 2 == 0 ? "M" : "F")"
    }
    lines += ["", "Dr. Amara Okonjo signed."]
    let text = Array(lines.joined(separator: "\n").utf8)
    let size = WindowSize(core: 2000, margin: 2000)
    let whole = try detector.detect(text, &scratch, settings: DetectionSettings(windows: .whole))
    let cut = try detector.detect(text, &scratch, settings: DetectionSettings(windows: size))
    #expect(whole.findings.contains { $0.range == 0..<6 })
    #expect(whole.findings.count > 2000)
    WindowedDetectionTests.compare(cut.findings, whole.findings, text, "table")
  }
}
