import Testing

@testable import Evaluation

@Suite struct I2B2Tests {
  private static let note = """
    <?xml version="1.0" encoding="UTF-8" ?>
    <deIdi2b2>
    <TEXT><![CDATA[

    Record date: 2067-05-03
    Mr. Orrin Vale <93> & son, of Ohio, 1999]]></TEXT>
    <TAGS>
    <DATE id="P0" start="15" end="25" text="2067-05-03" TYPE="DATE" comment="" />
    <NAME id="P1" start="30" end="40" text="Orrin Vale" TYPE="PATIENT" comment="" />
    <AGE id="P2" start="42" end="44" text="93" TYPE="AGE" comment="" />
    <LOCATION id="P3" start="56" end="60" text="Ohio" TYPE="STATE" comment="" />
    <DATE id="P4" start="62" end="66" text="1999" TYPE="DATE" comment="" />
    </TAGS>
    </deIdi2b2>
    """

  @Test func `text and annotations are read`() throws {
    let corpus = try I2B2.read(I2B2Tests.note, name: "110-01.xml")
    #expect(
      corpus.documents.map(\.text) == [
        "\n\nRecord date: 2067-05-03\nMr. Orrin Vale <93> & son, of Ohio, 1999"
      ])
    #expect(corpus.spans.map(\.text) == ["2067-05-03", "Orrin Vale", "93", "Ohio", "1999"])
    #expect(corpus.spans.map(\.label) == ["DATE", "PATIENT", "AGE", "STATE", "DATE"])
    #expect(corpus.spans.map(\.hipaa) == ["DATE", "NAME", "AGE", "LOCATION_STATE", "DATE"])
    #expect(corpus.spans.map(\.required) == [true, true, true, false, false])
    #expect(
      Scorer.score(documents: corpus.documents, gold: corpus.spans, predicted: []).badGoldOffsets
        == 0)
  }

  @Test func `Windows line ends do not move the offsets`() throws {
    let windows = I2B2Tests.note.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let corpus = try I2B2.read(windows, name: "110-01.xml")
    #expect(try corpus == I2B2.read(I2B2Tests.note, name: "110-01.xml"))
  }

  @Test func `a line feed inside an annotation is a space in its attribute`() throws {
    let xml = "<d><TEXT>Ann\nLee</TEXT><TAGS><NAME start='0' end='7' text='Ann\nLee'/></TAGS></d>"
    let span = try #require(try I2B2.read(xml, name: "x").spans.first)
    #expect(span.text == "Ann\nLee")
    #expect(span.label == "NAME")
  }

  @Test(arguments: [
    "<d></d>", "<d><TEXT>x</TEXT><TAGS><NAME start='a' end='1'/></TAGS></d>",
    "<d><TEXT>x</TEXT><TAGS><NAME start='2' end='1'/></TAGS></d>",
    "<d><TEXT>x</TEXT><TAGS><NAME/></TAGS></d>",
  ])
  func `a file without usable text and offsets is refused`(_ xml: String) {
    #expect(throws: GoldError.self) { try I2B2.read(xml, name: "x") }
  }

  @Test(arguments: [
    ("DOCTOR", "Vale", "NAME", true), ("USERNAME", "ov1", "NAME", true),
    ("HOSPITAL", "North Pier", "ORG", true), ("ZIP", "55806", "LOCATION", true),
    ("LOCATION-OTHER", "the pier", "LOCATION", true),
    ("COUNTRY", "Peru", "LOCATION_COUNTRY", false),
    ("AGE", "89", "AGE", false), ("AGE", "90", "AGE", true), ("AGE", "nineties", "AGE", true),
    ("DATE", "2019", "DATE", false), ("DATE", "May 2019", "DATE", true),
    ("MEDICALRECORD", "1", "ID", true), ("IPADDR", "1", "CONTACT", true),
    ("PROFESSION", "welder", "PROFESSION", false), ("unheard", "x", "OTHER", false),
  ])
  func `a type is counted under a coarse label`(
    _ type: String, _ text: String, _ hipaa: String, _ required: Bool
  ) {
    #expect(
      GoldLabel.meaning(of: type, text: text) == GoldLabel.Meaning(hipaa: hipaa, required: required)
    )
  }
}
