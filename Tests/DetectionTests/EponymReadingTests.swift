import Testing

@testable import Detection

/// Whether an eponym stands for medicine or for somebody of that name, by the words around it.
@Suite struct EponymReadingTests {
  private static func verdict(_ marked: String) throws -> EponymReading.Verdict {
    let text = Marked(marked)
    let recognition = try Recognition(text.text)
    let before = try #require(marked.firstRange(of: "[[")).lowerBound
    let start = marked[..<before].utf8.count
    let index = try #require(recognition.tokens.firstIndex { Int($0.start) == start })
    return EponymReading(tokens: recognition.tokens).verdict(at: index)
  }

  @Test(arguments: [
    "seen for [[Parkinson]]'s disease", "a patch of [[Hodgkin]] lymphoma", "the [[Foley]] came out",
    "without a [[Foley]]", "for known [[Barrett]]'s, Prague C2M4", "r/o [[Addison]]'s",
    "h/o of it, c/w [[Cushing]]'s.", "testing for [[Huntington]]'s. HTT sent",
    "history of [[Crohn]]'s or UC", "[[Bell]]'s palsy vs stroke", "stroke vs [[Bell]]'s",
    "I agree that this is [[Bell]]'s.", "told that [[Hodgkin]]'s is curable",
    "Plan: 16 Fr [[Foley]] placed", "please remove [[Foley]] today", "in bed. [[Romberg]] negative",
    "[[Foley]] draining well", "a non-[[Hodgkin]] lymphoma", "a Peutz-[[Jeghers]] polyp",
    "Ddx: [[Hodgkin]], sarcoidosis, tuberculosis", "Clamps: Kocher, [[Kelly]], Allis.",
    "Incision: [[Kocher]].", "[[Barthel]] 55/100. Katz 4", "out. [[Ranson]] 4 at 48 h",
    "[[Felty]]? Caplan? Both out", "[[Noonan]] vs Turner", "[[Hamilton]]-D 17",
    "diagnosed with [[Parkinson]] and COPD",
  ])
  func `medicine is told by the words beside it`(_ text: String) throws {
    #expect(try EponymReadingTests.verdict(text) == .medicine)
  }

  @Test(arguments: [
    "Dr. [[Bell]]'s palsy clinic", "told [[Hodgkin]]'s husband", "[[Foley]]'s wife came",
    "[[Foley]] states it hurts", "[[Graves]] would like it", "Assistant: [[Kelly]]",
    "as read by [[Hoffmann]]", "his nurse [[Kelly]] called",
    "discussed with [[Coombs]] in the bank", "[[Gilbert]] is worried",
    "[[Foley]] is upset", "seen with [[Bell]], Foley", "[[Whipple]] rounds at six",
  ])
  func `a person is told by title, kin and deeds`(_ text: String) throws {
    #expect(try EponymReadingTests.verdict(text) == .person)
  }

  @Test(arguments: [
    "[[Parkinson]]'s doing well", "[[Foley]]'s in bed 4", "we saw [[Bell]] again",
    "[[Foley]] positive for MRSA", "[[Foley]], insulin given at nine",
    "the [[Parkinson]] family came", "orders for [[Foley]] placed", "in the care of [[Bell]].",
    "finish the treatment for [[Bell]].", "told that [[Okonjo]] left",

    "as in Henderson, [[Hicks]] and Brown",
  ])
  func `what may be either is left to others`(_ text: String) throws {
    #expect(try EponymReadingTests.verdict(text) == .open)
  }
}
