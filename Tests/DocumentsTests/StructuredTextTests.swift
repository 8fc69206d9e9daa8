import Testing

@testable import Documents

@Suite struct StructuredTextTests {
  @Test(arguments: [
    ("<?xml version=\"1.0\"?>\n<note>x</note>", FileKind.markup),
    ("  <!DOCTYPE html><html><body>x</body></html>", .markup),
    ("<p>Seen today</p>", .markup), ("<br/>x", .markup),
    ("{\"family\": \"Okonkwo\"}", .json), ("[{\"a\": 1},\n {\"b\": 2}]\n", .json),
    ("{\"a\": 1}\n{\"a\": 2}", .json),
    ("MSH|^~\\&|A|B\rPID|1||7", .hl7), ("\u{0b}MSH|^~\\&|A|B\rPID|1", .hl7), ("FHS|^~\\&|", .hl7),
  ])
  func `what programs exchange is not read as prose`(_ text: String, _ kind: FileKind) {
    #expect(throws: DocumentRefusal.unsupported(kind)) { try TextDocument(Array(text.utf8)) }
    #expect(throws: Never.self) { try TextDocument(Array(text.utf8), refusesStructure: false) }
  }

  @Test(arguments: [
    "", "  \n", "<5 mg/dL, repeated twice", "< 1 % of patients, CI [0.2, 0.9]",
    "[NAME-1] was seen.",
    "[Draft] A case {to be continued}", "{unfinished", "MSH is melanocyte-stimulating hormone.",
    "<3 from all of us at the ward",
  ])
  func `prose that begins with a mark is prose`(_ text: String) {
    #expect(throws: Never.self) { try TextDocument(Array(text.utf8)) }
  }
}
