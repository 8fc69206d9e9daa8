import Lexicons
import Testing

/// What the shipped lists must say of words that stand in clinical notes as names and as medicine.
enum WordTable {
  struct Row: Sendable, CustomTestStringConvertible {
    var word: String
    var has: Set<WordClass> = []
    var hasNot: Set<WordClass> = []
    /// Weights and the range each must lie in.
    var weights: [WordFacts.Weight: ClosedRange<Int>] = [:]
    var testDescription: String { word }
  }

  static let medicine: Set<WordClass> = [.medical, .drug, .gene]

  static let namesAndMedicine: [Row] = [
    Row(
      word: "Foley", has: [.device, .eponym], hasNot: medicine,
      weights: [.surname: 10...10, .titleShare: 12...15]),
    Row(word: "Lasix", has: [.drug], weights: [.surname: 0...0, .given: 0...0]),
    Row(word: "Hodgkin", has: [.eponym], hasNot: medicine, weights: [.surname: 3...3]),
    Row(word: "Brown", has: [.eponym], hasNot: medicine, weights: [.surname: 14...14]),
    Row(word: "Young", hasNot: medicine, weights: [.surname: 13...13, .titleShare: 1...3]),
    Row(word: "Rose", hasNot: medicine, weights: [.given: 13...13, .titleShare: 8...10]),
    Row(word: "Will", has: [.nickname], hasNot: medicine, weights: [.english: 11...11]),
    Row(word: "Wasilewski", weights: [.surname: 5...5, .english: 0...0]),
    Row(word: "Okonkwo", weights: [.surname: 4...4, .dictionary: 0...0]),
    Row(word: "Allegra", has: [.drug], weights: [.given: 6...6]),
    Row(word: "Jardiance", has: [.drug]),
    Row(word: "Carter", hasNot: medicine, weights: [.surname: 12...12, .given: 11...11]),
    Row(word: "Madison", hasNot: medicine, weights: [.given: 12...12, .place: 10...10]),
    Row(word: "Chelsea", hasNot: medicine, weights: [.given: 11...11, .place: 7...7]),
    Row(word: "Lyme", has: [.eponym], hasNot: medicine, weights: [.place: 2...2]),
    Row(word: "Boston", hasNot: medicine, weights: [.place: 11...11, .titleShare: 14...15]),
    Row(word: "May", has: [.month], hasNot: medicine, weights: [.surname: 11...11]),
    Row(word: "Grace", hasNot: medicine, weights: [.given: 13...13]),
    Row(word: "Mark", hasNot: medicine, weights: [.given: 14...14]),
    Row(word: "Price", hasNot: medicine, weights: [.surname: 12...12, .english: 9...9]),
    Row(word: "Murphy", has: [.eponym], hasNot: medicine, weights: [.surname: 12...12]),
    Row(word: "Barrett", has: [.eponym], hasNot: medicine),
    Row(word: "Foster", hasNot: medicine.union([.relation]), weights: [.surname: 12...12]),
    Row(word: "Graves", has: [.eponym], hasNot: medicine),
    Row(word: "Bell", has: [.eponym], hasNot: medicine),
    Row(word: "Wilson", has: [.eponym], hasNot: medicine, weights: [.surname: 13...13]),
    Row(word: "Down", has: [.eponym], hasNot: medicine, weights: [.titleShare: 1...1]),
    Row(word: "Bishop", hasNot: [.title], weights: [.surname: 11...11]),
    Row(word: "Ma", hasNot: [.credential, .relation]),
    Row(word: "Abbott", hasNot: [.device], weights: [.surname: 10...10]),
    Row(word: "Tiger", hasNot: [.drug]),
    Row(word: "Olean", hasNot: [.drug], weights: [.place: 5...5]),
  ]

  static let vocabulary: [Row] = [
    Row(word: "percutaneous", has: [.medical]),
    Row(word: "aspirin", has: [.drug], weights: [.dictionary: 10...10]),
    Row(word: "with", hasNot: medicine),
    Row(word: "approach", hasNot: medicine),
    Row(word: "BRCA1", has: [.gene]),
    Row(word: "REST", hasNot: [.gene]),
    Row(word: "femur", has: [.anatomy]),
    Row(word: "mmHg", has: [.unit]),
    Row(word: "Street", has: [.streetSuffix]),
    Row(word: "hospital", has: [.facilityHead]),
    Row(word: "university", has: [.organizationHead]),
    Row(word: "syndrome", has: [.eponymHead]),
    Row(word: "nurse", has: [.personRole]),
    Row(word: "denies", has: [.personVerb]),
    Row(word: "near", has: [.placePreposition]),
    Row(word: "of", hasNot: [.placePreposition]),
    Row(word: "Impression", has: [.heading]),
    Row(word: "daughter", has: [.relation]),
    Row(word: "twenty-third", has: [.numberWord]),
    Row(word: "Peggy", has: [.nickname]),
    Row(word: "Dear", has: [.greeting]),
    Row(word: "Dr.", has: [.title]),
    Row(word: "MBBS", has: [.credential]),
    Row(word: "van", has: [.nameParticle]),
    Row(word: "Jr", has: [.nameSuffix]),
    Row(word: "Tues", has: [.weekday]),
    Row(word: "Ohio", has: [.state]),
    Row(word: "OH", has: [.stateAbbreviation]),
    Row(word: "Nigeria", has: [.country]),
    Row(word: "Nigerian", has: [.demonym]),
  ]
}
