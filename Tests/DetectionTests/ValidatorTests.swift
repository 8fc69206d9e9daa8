import Lexicons
import Patterns
import Testing

@testable import Detection

@Suite struct ValidatorTests {
  private static func passes(
    _ validator: Validator, _ identifier: String, lexicon: Lexicon = Lexicon()
  ) -> Bool {
    let view = TextView(Array("(\(identifier))".utf8))
    var tokens: [Token] = []
    Tokenizer(lexicon: lexicon).tokenize(view, into: &tokens)
    return IdentifierChecks(lexicon: lexicon).passes(
      validator, 1..<(view.bytes.count - 1), view.bytes, tokens)
  }

  @Test(arguments: [
    (Validator.luhn, "4111 1111 1111 1111", true), (.luhn, "4111 1111 1111 1112", false),
    (.luhn, "490154203237518", true), (.luhn, "0000", false), (.luhn, "", false),
    (.npi, "1234567893", true), (.npi, "1234567890", false), (.npi, "3234567899", false),
    (.npi, "123456789", false),
    (.dea, "BB1388568", true), (.dea, "bb1388568", true), (.dea, "BB1388567", false),
    (.dea, "A91234563", true), (.dea, "1B1388568", false), (.dea, "BB138856", false),
    (.vin, "1M8GDM9AXKP042788", true), (.vin, "1M8GDM9A1KP042788", false),
    (.vin, "11111111111111111", true), (.vin, "1M8GDM9AXKP04278I", false),
    (.vin, "5GZCZ43D13S812715", true), (.vin, "5GZCZ43D13S81271", false),
    (.iban, "GB82 WEST 1234 5698 7654 32", true), (.iban, "GB82 WEST 1234 5698 7654 33", false),
    (.iban, "DE89370400440532013000", true), (.iban, "DE8937040044", false),
    (.nhs, "943 476 5919", true), (.nhs, "943 476 5918", false), (.nhs, "401 023 2137", true),
    (.nhs, "94347659", false),
  ])
  func `check digits are computed`(_ validator: Validator, _ text: String, _ passes: Bool) {
    #expect(ValidatorTests.passes(validator, text) == passes)
  }

  // Not DEA's: twice a digit does not tell digits apart that differ by five.
  @Test(arguments: [Validator.luhn, .npi, .vin, .iban, .nhs])
  func `a check digit finds every single wrong digit`(_ validator: Validator) throws {
    let right = [
      Validator.luhn: "4111111111111111", .npi: "1234567893",
      .vin: "1M8GDM9AXKP042788", .iban: "GB82WEST12345698765432", .nhs: "9434765919",
    ]
    let text = Array(try #require(right[validator]).utf8)
    for index in text.indices where ByteClass.isDigit(text[index]) {
      for digit in UInt8(0x30)...0x39 where digit != text[index] {
        var wrong = text
        wrong[index] = digit
        #expect(!ValidatorTests.passes(validator, String(decoding: wrong, as: UTF8.self)))
      }
    }
  }

  @Test(arguments: [
    (Validator.ssn, "219-09-9999", true), (.ssn, "219 09 9999", true), (.ssn, "000-09-9999", false),
    (.ssn, "666-09-9999", false), (.ssn, "900-09-9999", false), (.ssn, "899-09-9999", true),
    (.ssn, "219-00-9999", false), (.ssn, "219-09-0000", false), (.ssn, "219-09-999", false),
    (.mbi, "1EG4-TE5-MK73", true), (.mbi, "1eg4te5mk73", true), (.mbi, "0EG4TE5MK73", false),
    (.mbi, "1SG4TE5MK73", false), (.mbi, "1EG4TE5MK7", false), (.mbi, "1EG4TE55K73", false),
    (.nanp, "(217) 555-0198", true), (.nanp, "+1 217 555 0198 x12", true),
    (.nanp, "1-217-555-0198", true), (.nanp, "117-555-0198", false), (.nanp, "217-155-0198", false),
    (.nanp, "911-555-0198", false), (.nanp, "217-911-0198", false), (.nanp, "555-0198", true),
    (.nanp, "155-0198", false), (.nanp, "217555019", false), (.nanp, "tel 217.555.0141", true),
    (.ipv4, "192.168.0.1", true), (.ipv4, "10.0.0.1:8080", true), (.ipv4, "10.0.0.0/24", true),
    (.ipv4, "256.1.1.1", false), (.ipv4, "1.2.3", false), (.ipv4, "1.2.3.4.5", false),
    (.ipv4, "1..2.3", false), (.ipv4, "1.2.3.0004", false),
    (.age90, "93", true), (.age90, "89", false), (.age90, "90s", true), (.age90, "130", true),
    (.age90, "131", false), (.age90, "88-92", true), (.age90, "1905", false),
    (.age90, "Ninety-two", true), (.age90, "one hundred and three", true),
    (.age90, "nonagenarian", true), (.age90, "eighty-nine", false),
    (.hasDigit, "AB1", true), (.hasDigit, "ABC", false),
  ])
  func `numbers outside their register's ranges are refused`(
    _ validator: Validator, _ text: String, _ passes: Bool
  ) {
    #expect(ValidatorTests.passes(validator, text) == passes)
  }

  @Test(arguments: [
    ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
    ("2/29/24", true), ("2/29/23", false), ("13/4/2020", true), ("4/13/2020", true),
    ("13/13/2020", false), ("31.04.2020", false), ("31.05.2020", true), ("0/4/2020", false),
    ("4/0/2020", false), ("April 31, 2020", false), ("30 April 2020", true),
    ("Sept. 9th, '21", true),
    ("2020 May 3", true), ("20240821", true), ("20241341", false), ("08212024", true),
    ("082124", true), ("1799-01-01", false), ("2201-01-01", false), ("2200-12-31", true),
    ("2023-11-04T08:15:09+02:00", true), ("3/14", false), ("May 2020", false), ("", false),
    ("99999999999999999999/1/1", false),
  ])
  func `only dates that exist are calendar dates`(_ text: String, _ passes: Bool) {
    #expect(ValidatorTests.passes(.calendarDate, text) == passes)
  }

  @Test(arguments: [
    ("3/14", true), ("14/3", true), ("13/14", false), ("0/14", false), ("12/32", false),
    ("Mar 14", true), ("31 December", true), ("Mar 32", false), ("March", false), ("14", false),
  ])
  func `a month and a day must exist`(_ text: String, _ passes: Bool) {
    #expect(ValidatorTests.passes(.monthDay, text) == passes)
  }

  private static let lexicon: Lexicon = {
    func facts(
      _ weights: [WordFacts.Weight: Int] = [:], _ classes: WordClass...
    ) -> WordFacts {
      var facts = WordFacts()
      for (weight, value) in weights { facts.set(weight, to: value) }
      for wordClass in classes { facts.insert(wordClass) }
      return facts
    }
    return Lexicon(entries: [
      ("gonzalez", facts([.surname: 14, .titleShare: 15])),
      ("table", facts([.english: 9, .titleShare: 1, .dictionary: 15])),
      ("will", facts([.given: 10, .surname: 6, .english: 12, .titleShare: 1, .dictionary: 15])),
      ("april", facts([.given: 12, .titleShare: 15], .month)),
      (
        "lane", facts([.surname: 11, .english: 8, .titleShare: 1, .dictionary: 13], .streetSuffix)
      ),
      ("impression", facts([.english: 6, .titleShare: 2, .dictionary: 13], .heading)),
      ("metformin", facts([:], .drug)),
      ("cabg", facts([:], .abbreviation)),
      ("de", facts([.surname: 3, .english: 10, .titleShare: 1], .nameParticle)),
      ("duluth", facts([.place: 8, .titleShare: 15])),
      ("san", facts([.titleShare: 15], .phraseStart)),
      ("san jose", facts([.place: 11])),
      ("ohio", facts([.titleShare: 15], .state)),
    ])
  }()

  @Test(arguments: [
    (Validator.nameLike, "Gonzalez", true), (.nameLike, "table", false),
    (.nameLike, "Table Gonzalez", true), (.nameLike, "Qazweth", true),
    (.nameLike, "Metformin", false),
    (.nameLike, "CABG", false), (.nameLike, "Impression", false), (.nameLike, "J.R.", true),
    (.nameLike, "J. Table", false), (.nameLike, "12", false), (.nameLike, "王伟", true),
    (.notVocabulary, "Gonzalez", true), (.notVocabulary, "Gonzalez table", false),
    (.notVocabulary, "Metformin", false), (.notVocabulary, "Will", false),
    (.notVocabulary, "Gonzalez Table", true), (.notVocabulary, "Table Will", false),
    (.notVocabulary, "Gonzalez Metformin", false), (.notVocabulary, "CABG", false),
    (.notVocabulary, "Lane", true), (.notVocabulary, "lane", false),
    (.notVocabulary, "de Gonzalez Jr", true),
    (.notStructural, "Gonzalez", true), (.notStructural, "Impression", false),
    (.notStructural, "Gonzalez Impression", false), (.notStructural, "April Lane", true),
    (.notStructural, "April Gonzalez", true), (.notStructural, "April", false),
    (.notStructural, "April Impression", false), (.nameLike, "Ohio", false),
    (.placeListed, "Duluth", true), (.placeListed, "San Jose", true), (.placeListed, "San", false),
    (.placeListed, "Ohio", true), (.placeListed, "Gonzalez", false), (.placeListed, "12", false),
  ])
  func `words are weighed by the lists`(_ validator: Validator, _ text: String, _ passes: Bool) {
    #expect(ValidatorTests.passes(validator, text, lexicon: ValidatorTests.lexicon) == passes)
  }
}
