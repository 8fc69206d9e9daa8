import Testing

@testable import TrainingText

@Suite struct FrameTests {
  private func generator() throws -> FrameGenerator {
    try FrameGenerator(vocabulary: Shipped.vocabulary.get(), frames: Shipped.frameFiles)
  }

  @Test func `every shipped frame parses and every slot is known`() throws {
    #expect(try generator().frameCount >= 900)
  }

  @Test func `a third of the shipped frames names no one`() throws {
    let lists = try Shipped.vocabulary.get().lists
    let frames = try Shipped.frameFiles.flatMap { try FrameReader.frames(in: $0, lists: lists) }
    #expect(frames.count { !$0.template.hasMark } * 3 >= frames.count)
  }

  @Test func `what identifies stands inside a mark in every shipped frame`() throws {
    let identifying: Set<String> = [
      "given", "surname", "fullname", "formalname", "nickname", "town", "street", "address", "zip",
      "room", "date", "partialdate", "dob", "mrn", "idnumber", "specimen", "phone", "email",
      "facility", "care", "school", "work", "employer", "profession", "job", "listed_surname",
      "unlisted", "us_town", "handle", "url", "state", "country", "surname_word", "initial",
      "landmark", "anyorg", "countryname", "statename", "serial", "plate", "extension", "year",
    ]
    let lists = try Shipped.vocabulary.get().lists
    for file in Shipped.frameFiles {
      for (index, frame) in try FrameReader.frames(in: file, lists: lists).enumerated() {
        frame.template.visitSlots { slot, marked in
          #expect(
            marked || !identifying.contains(slot.name),
            "{\(slot.name)} stands bare in frame \(index + 1) of \(file.name)")
        }
      }
    }
  }

  @Test func `spans are sorted, apart, without space at their ends, and bounded by the text`()
    throws
  {
    let generator = try generator()
    var random = SeededRandom(seed: 99)
    for number in 0..<300 {
      let document = generator.document(id: "g\(number)", random: &random)
      #expect(String(validating: document.text, as: UTF8.self) != nil)
      var end = 0
      for span in document.spans {
        #expect(span.range.lowerBound >= end && span.range.upperBound <= document.text.count)
        let text = document.string(of: span)
        #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false)
        end = span.range.upperBound
      }
    }
  }

  @Test func `no listed word has space at its ends, which would get into a mark`() throws {
    let vocabulary = try Shipped.vocabulary.get()
    let places = vocabulary.places
    let lists = [
      places.usTowns.words, places.worldTowns.words, places.counties.words, places.countries.words,
      places.states, vocabulary.jobs, vocabulary.devices, vocabulary.eponyms,
    ]
    for word in lists.joined() {
      #expect(word.first?.isWhitespace == false && word.last?.isWhitespace == false)
    }
  }

  @Test func `generated documents survive markup`() throws {
    let generator = try generator()
    var random = SeededRandom(seed: 4)
    let documents = (0..<100).map { generator.document(id: "g\($0)", random: &random) }
    let written = MarkupWriter.markup(of: documents)
    #expect(try MarkupReader.documents(in: written, file: "out") == documents)
  }

  @Test func `the same seed gives the same documents`() throws {
    var one = SeededRandom(seed: 21)
    var other = SeededRandom(seed: 21)
    let first = try generator()
    let second = try generator()
    for _ in 0..<50 {
      #expect(first.document(id: "x", random: &one) == second.document(id: "x", random: &other))
    }
  }

  @Test func `all casings occur, and capitals never break a span`() throws {
    let generator = try generator()
    var random = SeededRandom(seed: 8)
    let documents = (0..<300).map { generator.document(id: "g\($0)", random: &random) }
    let texts = documents.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(texts.contains { $0 == $0.uppercased() && $0 != $0.lowercased() })
    #expect(texts.contains { $0 == $0.lowercased() && $0 != $0.uppercased() })
    #expect(texts.contains { $0 != $0.lowercased() && $0 != $0.uppercased() })
  }
}
