@testable import Spool
import Testing

@Suite struct TemporaryNameTests {
  @Test(arguments: [
    ".hidden", ".case.txt.Xb31Ze", "~$case.docx", "~case.txt", "case.txt~", "case.tmp", "case.TMP",
    "case.txt.part", "case.partial", "case.pdf.crdownload", "case.filepart", ".case.swp", "x.swp",
  ])
  func `a file under a temporary name is left alone`(name: String) {
    #expect(TemporaryName.matches(Array(name.utf8)))
  }

  @Test(arguments: [
    "case.txt", "part", "tmp", "case.tmp.txt", "a~b.txt", "-case", "c", "case.party", "departed",
  ])
  func `a file under another name is not`(name: String) {
    #expect(!TemporaryName.matches(Array(name.utf8)))
  }
}
