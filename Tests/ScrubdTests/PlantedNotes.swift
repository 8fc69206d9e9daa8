import TestSupport

/// Notes with invented people and numbers in them, in the text and in the file name.
struct PlantedNote: Sendable {
  let fileName: String
  let text: String
  /// What must be seen by nobody outside.
  let planted: [String]

  private static let given = [
    "Marguerite", "Deshawn", "Siobhan", "Ignatius", "Philippa", "Bartholomew", "Anneliese",
    "Cornelius",
  ]
  private static let surnames = [
    "Okonkwo", "Vandersloot", "Papadakis", "Wasilewski", "Gunnarsson", "Castellanos",
    "Featherstone",
    "Achterberg",
  ]
  private static let streets = ["Sycamore", "Larchmont", "Kestrel", "Brookhaven"]

  /// The same notes for the same seed.
  static func notes(_ count: Int, seed: UInt64) -> [PlantedNote] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { note($0, &random) }
  }

  private static func note(_ number: Int, _ random: inout SeededGenerator) -> PlantedNote {
    func pick(_ words: [String], _ random: inout SeededGenerator) -> String {
      words.randomElement(using: &random) ?? words[0]
    }
    let (given, surname) = (pick(given, &random), pick(surnames, &random))
    let doctor = surnames[(surnames.firstIndex(of: surname) ?? 0) ^ 1]
    let record = String(Int.random(in: 30_000_000...99_999_999, using: &random))
    let phone = "555-01\(Int.random(in: 10...99, using: &random))"
    let street = "\(Int.random(in: 100...999, using: &random)) \(pick(streets, &random)) Lane"
    let mail = "\(given.lowercased()).\(surname.lowercased())@mail.example"
    let text = """
      Patient: \(given) \(surname)    MRN: \(record)
      DOB: 02/17/1948

      Mr. \(surname) came with chest pain. ECG and troponin 0.02 ng/mL were normal, BP 132/84.
      He lives at \(street), Springfield, IL 62704. Phone (217) \(phone), e-mail \(mail).
      \(given) was seen by Dr. \(doctor) and takes metoprolol 25 mg twice a day.
      """
    return PlantedNote(
      fileName: "\(surname) \(given) \(record) visit \(number).txt", text: text,
      planted: [given, surname, doctor, record, phone, street, mail, "02/17/1948"])
  }
}
