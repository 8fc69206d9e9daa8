import Patterns
import Testing

@testable import Detection

@Suite struct PlaceRecognizerTests {
  private static func find(_ text: String) throws -> [(String, Category)] {
    var recognition = try Recognition(text)
    PlaceRecognizer(lexicon: recognition.lexicon).find(
      in: recognition.tokens, bytes: recognition.view.bytes, into: &recognition.candidates)
    return recognition.candidates.map { (recognition.text($0), $0.category) }
  }

  @Test(arguments: [
    ("she lives in Duluth now", "Duluth", Category.place),
    ("moved to San Diego", "San Diego", .place),
    ("from Ohio by car", "Ohio", .state), ("a trip to Kenya", "Kenya", .country),
    ("seen in Waukesha, WI last May", "Waukesha", .place),
    ("school in Montego Bay first", "Montego Bay", .place),
    ("the cousin phoned Sacramento twice", "Sacramento", .place),
    ("back from Lagos nausea set in", "Lagos", .place),
    ("camped in the Adirondacks twice", "Adirondacks", .place),
    ("her flat in Noe Valley", "Noe Valley", .place),
    ("moved to Leeds LS9 4QT", "Leeds", .place),
  ])
  func `a listed place is found where a place can stand`(
    _ text: String, _ place: String, _ category: Category
  ) throws {
    let found = try PlaceRecognizerTests.find(text)
    #expect(found.first?.0 == place)
    #expect(found.first?.1 == category)
  }

  @Test(arguments: [
    "the Philadelphia chromosome", "fitted with a Boston brace", "an Arab woman",
    "he left AMA", "Georgia says she is well", "Eighty-four patients",
    "the Ottawa ankle rules", "reflux graded Prague C2M4", "pancreatitis, Atlanta II",
  ])
  func `a place that names a thing or a person is left`(_ text: String) throws {
    #expect(try PlaceRecognizerTests.find(text).isEmpty)
  }
}

@Suite struct UnlistedTownTests {
  private static func find(_ text: String) throws -> [String] {
    var recognition = try Recognition(text)
    UnlistedTowns().find(in: recognition.tokens, into: &recognition.candidates)
    return recognition.found
  }

  @Test(
    arguments: [
      "a farm in [[Brindlemoor]], [[VT]].", "from [[Brindlemoor]], [[RI]] 02814 today",
      "from [[Brindlemoor]], [[PA]] 18512 today",
    ].map(Marked.init))
  func `a town no list has is told by the state behind it`(_ example: Marked) throws {
    #expect(try UnlistedTownTests.find(example.text) == example.spans)
  }

  @Test(arguments: ["seen by Brindlemoor, MD today", "given aspirin, OK", "Brindlemoor VT"])
  func `a credential behind a name makes no town`(_ text: String) throws {
    #expect(try UnlistedTownTests.find(text).isEmpty)
  }
}

@Suite struct OrganizationRecognizerTests {
  private static func find(_ text: String) throws -> [String] {
    var recognition = try Recognition(text)
    OrganizationRecognizer(lexicon: recognition.lexicon).find(
      in: recognition.tokens, bytes: recognition.view.bytes, into: &recognition.candidates)
    return recognition.found
  }

  @Test(
    arguments: [
      "seen at [[Mayo Clinic]] in May", "a letter from [[Kaiser Permanente]] came",
      "sent to [[Brigham and Women's Hospital]] in May",
      "a nurse at [[Northwell]] for years", "on the ward at [[Addenbrooke's]] in May",
      "stocks shelves at [[Hobby Lobby]]", "retired from [[Weyerhaeuser]] in 2009",
      "she is a [[Texas A&M]] junior",
    ].map(Marked.init))
  func `a listed institution is found`(_ example: Marked) throws {
    #expect(try OrganizationRecognizerTests.find(example.text) == example.spans)
  }

  private static func confidence(_ text: String) throws -> Int? {
    var recognition = try Recognition(text)
    OrganizationRecognizer(lexicon: recognition.lexicon).find(
      in: recognition.tokens, bytes: recognition.view.bytes, into: &recognition.candidates)
    return recognition.candidates.first?.confidence
  }

  @Test(arguments: [
    ("hippocampal atrophy (HCA) was rated", "transferred to HCA on Monday"),
    ("Beaumont came by", "an aide at Beaumont now"),
  ])
  func `letters and surnames need a place where an organisation can stand`(
    _ weak: String, _ strong: String
  ) throws {
    #expect(try OrganizationRecognizerTests.confidence(weak) ?? 0 < 700)
    #expect(try OrganizationRecognizerTests.confidence(strong) ?? 0 >= 700)
  }

  @Test(arguments: ["with mayo on toast", "the clinic was shut", "dialysed on a Fresenius 2008T"])
  func `words of an institution's name alone are left`(_ text: String) throws {
    #expect(try OrganizationRecognizerTests.find(text).isEmpty)
  }
}

@Suite struct FileNameRecognizerTests {
  private static func find(_ stem: String) throws -> [String] {
    var recognition = try Recognition(stem)
    FileNameRecognizer().find(in: recognition.tokens, into: &recognition.candidates)
    return recognition.found
  }

  @Test(
    arguments: [
      "[[smith]] case final", "discharge summary", "case 12 [[Okonkwo]]", "ED note [[20240312]]",
      "consult letter 2",
    ].map(Marked.init))
  func `what is not plainly harmless in a file name goes`(_ example: Marked) throws {
    #expect(try FileNameRecognizerTests.find(example.text) == example.spans)
  }
}
