import Testing

@testable import Detection

@Suite struct TextViewTests {
  @Test(arguments: [
    ("plain ASCII", "plain ASCII"),
    ("José Núñez", "Jose Nunez"),
    ("“Mary’s” – note…", "\"Mary's\" - note..."),
    ("Sm\u{200B}ith", "Smith"),
    ("Ѕаrаh", "Sarah"),
    ("Москва", "Москва"),
    ("а", "а"), ("аааааZ", "aaaaaZ"), ("ааааа", "ааааа"), ("аааа жZ", "аааа жZ"),
    ("аа ааb", "аа aab"),
    ("５５５－０１９８", "555-0198"),
    ("Straße", "Strasse"),
    ("e\u{301}", "e"),
    ("10 µg", "10 ug"),
    ("TNF-α and IFN-γ", "TNF-α and IFN-γ"),
  ])
  func `the view folds accents, marks, look-alikes and zero-width characters`(
    _ text: String, _ view: String
  ) {
    #expect(String(decoding: TextView(Array(text.utf8)).bytes, as: UTF8.self) == view)
  }

  @Test func `a range of the view maps to all bytes of the text it came from`() throws {
    let text = "Dr. Jos\u{200B}é Núñez… ok"
    let view = TextView(Array(text.utf8))
    let folded = String(decoding: view.bytes, as: UTF8.self)
    let name = try #require(folded.firstRange(of: "Jose Nunez"))
    let start = folded.utf8.distance(from: folded.startIndex, to: name.lowerBound)
    let range = view.textRange(of: start..<(start + 10))
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "Jos\u{200B}é Núñez")
  }

  @Test func `half of a folded mark is never cut off`() {
    let text = Array("a…b".utf8)
    let view = TextView(text)
    #expect(view.textRange(of: 1..<2) == 1..<4)
    #expect(view.textRange(of: 2..<3) == 1..<4)
  }

  @Test func `text in ASCII is its own view`() {
    let view = TextView(Array("MRN 123".utf8))
    #expect(view.isIdentity)
    #expect(view.textRange(of: 4..<7) == 4..<7)
  }
}
