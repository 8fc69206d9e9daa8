import Testing

@testable import Evaluation

@Suite struct XMLReaderTests {
  private static func events(_ xml: String) throws(GoldError) -> [XMLReader.Event] {
    var reader = XMLReader(xml)
    var events: [XMLReader.Event] = []
    while let event = try reader.next() { events.append(event) }
    return events
  }

  @Test func `elements, attributes, text and entities are read`() throws {
    let xml = """
      \u{feff}<?xml version="1.0"?>
      <!-- a <note> -->
      <a x='1 &amp; "2"' y = "&#233;&#xE9;">t &lt;&gt;<b/><![CDATA[<&>]]></a>

      """
    #expect(
      try XMLReaderTests.events(xml) == [
        .start("a", ["x": "1 & \"2\"", "y": "\u{e9}\u{e9}"]), .text("t <>"), .start("b", [:]),
        .end("b"), .text("<&>"), .end("a"),
      ])
  }

  @Test(arguments: [
    "", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>tail", "<a x=1/>", "<a x/>", "<a x='1/>",
    "<a x='1'y='2'/>", "<a x='1' x='2'/>", "<a x='<'/>", "<a>&nbsp;</a>", "<a>&#xd800;</a>",
    "<a>&amp</a>", "<a><![CDATA[x</a>", "<!DOCTYPE a []><a/>", "<!-- a", "<a", "< a/>",
    "<![CDATA[x]]>", "<a>&#;</a>",
  ])
  func `malformed XML is refused`(_ xml: String) {
    #expect(throws: GoldError.self) { try XMLReaderTests.events(xml) }
  }

  @Test func `an error names the line`() {
    let error = #expect(throws: GoldError.self) { try XMLReaderTests.events("<a>\n\n&no;\n</a>") }
    #expect(error?.line == 3)
  }
}
