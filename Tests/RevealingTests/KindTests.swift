import Patterns
import Testing

@testable import Revealing

/// Texts of a redacted document, and whether a kind of reference stands in them.
@Suite struct KindTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: RevealingKind
    var texts: [String]
    var testDescription: String { kind.rawValue }
  }

  @Test(arguments: [
    Case(
      kind: .occupation,
      texts: [
        "A 54-year-old lighthouse keeper presented with cough.", "She works as a glass blower.",
        "Retired farrier, lives alone.", "Her husband, a crab fisherman, drove her in.",
        "Occupation: cheese grader", "[NAME-1], 33, is an ornithologist at [ORG-1].",
        "SH: line cook at a diner.", "A 44-YEAR-OLD RETIRED ORGAN BUILDER WITH GOUT",
        "His mother is a school nurse.",
      ]),
    Case(
      kind: .workplace,
      texts: ["She works nights at the cannery.", "now lectures at the law school"]),
    Case(kind: .socioeconomic, texts: ["He is homeless and uninsured.", "They won the lottery."]),
    Case(
      kind: .knownPerson,
      texts: [
        "This is the mayor's wife.", "brother of the quarterback", "She is a former state senator.",
        "Everyone in town knows her.", "Guess which anchor is in bed 4.",
        "a cousin of the parish clerk",
        "the ferry captain's daughter",
        "Her husband is a member of the cabinet.",
      ]),
    Case(
      kind: .household,
      texts: [
        "the youngest of eleven", "She lives on a houseboat.", "after her sister's wedding",
        "lost two brothers in the storm",
      ]),
    Case(
      kind: .publicEvent,
      texts: [
        "the only survivor of last month's ferry fire", "it was all over the news",
        "You've all seen the clip.", "burned in the cannery explosion", "the video went viral",
        "the day the mill burned",
        "covered by the local paper",
        "does the weather on channel 33",
        "\"Miller, 63, trapped beneath his own wheel\"",
      ]),
    Case(
      kind: .localEvent,
      texts: [
        "fell at the Strawberry Festival", "mauled by a bear", "hit by a parade float",
        "hurt at the semi-final of the cup", "it happened in front of a cheering crowd",
      ]),
    Case(
      kind: .superlative,
      texts: [
        "the only female fire chief in the county", "the oldest living ferryman",
        "the first woman to skipper a trawler", "the island's only postmistress",
        "the first case reported in a free-diver",
      ]),
    Case(
      kind: .smallNumber,
      texts: ["one of two cases in the county", "from a village of 80", "population 212"]),
    Case(
      kind: .birthplace,
      texts: [
        "She was born in Haiti.", "He grew up on an island.",
        "delivered on the night bus by the driver",
      ]),
    Case(kind: .ethnicity, texts: ["a 30-year-old Hmong woman", "of Lebanese descent"]),
    Case(kind: .multipleBirth, texts: ["his identical twin", "mother of triplets"]),
    Case(
      kind: .bodyMark,
      texts: [
        "a forearm tattoo of a pelican", "dressed as a waffle", "the word MERCY across his throat",
      ]),
    Case(kind: .anthropometry, texts: ["He is 6'9\" tall.", "weighs 230 kg."]),
    Case(
      kind: .quotation,
      texts: [
        "She said \u{201C}I had two. The arithmetic was easy.\u{201D}",
        "His sign: \"My dog ate the mayor's hat\"",
      ]),
    Case(kind: .handle, texts: ["thanks @tidal_nurse for this"]),
    Case(kind: .hashtag, texts: ["long night #ferryfire"]),
    Case(kind: .mention, texts: ["Shout-out to the night crew!"]),
    Case(kind: .geotag, texts: ["📍Harbour Street", "the photo is geotagged"]),
    Case(kind: .photograph, texts: ["crop the photo first", "Photo of her below."]),
    Case(
      kind: .posting,
      texts: [
        "She posted it on Facebook.", "DM me for details", "sits on the old pier all day",
        "slept on his father's sloop",
      ]),
    Case(kind: .rareDisease, texts: ["died of Creutzfeldt-Jakob disease"]),
    Case(kind: .sensitive, texts: ["He was released from prison.", "She is undocumented."]),
    Case(
      kind: .treatmentPlace, texts: ["the only burn unit in the state", "airlifted off the rig"]),
    Case(
      kind: .advice,
      texts: ["You most likely have lupus.", "You should stop taking the statin."]),
  ])
  func `is found`(_ expected: Case) throws {
    for text in expected.texts {
      let kinds = try Revelations.shared().kinds(text)
      #expect(kinds.contains(expected.kind), "\(text): \(kinds)")
    }
  }

  @Test(arguments: [
    "The first dose was given at noon.", "The only abnormality was a raised CRP.",
    "A rare adverse event was reported.", "One of two catheters was removed.",
    "He was seen by the nurse and the surgeon.", "The physical therapist visited.",
    "Students in the trial were randomised.", "The patient's wife was at the bedside.",
    "A 54-year-old man with a history of asthma presented to our hospital.",
    "She is a 61-year-old white female in no acute distress.", "Lives alone. Denies tobacco.",
    "The patient was placed in the supine position, prepped and draped.",
    "Wife at bedside; the chaplain was called.", "\"Small vessel disease\" was seen on MRI.",
    "History of alcohol abuse. Denies domestic violence.", "Two views of the chest were obtained.",
    "The wound was covered with gauze.", "Born at 39 weeks.", "6 ft of bowel were resected.",
    "Weight 80 kg, height 180 cm, BMI 24.", "Call the clinic if you have fever.",
    "Between 2010 and 2014, 120 patients were enrolled at three centres.",
    "The sylvian aqueduct is patent.", "Two pigs were used.", "A letter of approval was sent.",
    "The number of patients rose.", "On the day prior to admission she vomited.",
    "CHIEF COMPLAINT: \"I want my leg looked at.\"", "The surgical team was called.",
    "His father died in the hospital.", "The Bishop score was 6.", "A musical murmur was heard.",
    "Tanner stage 3.", "A Baker cyst was seen.", "The pilot study was stopped.",
    "The restrained driver of a car was brought in.", "[NAME-1] was seen in [ORG-1] on [DATE-1].",
  ])
  func `common medical text raises nothing`(text: String) throws {
    let references = try Revelations.shared().references(text)
    #expect(references.isEmpty, "\(references.map(\.rule))")
  }
}
