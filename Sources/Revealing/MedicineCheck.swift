import Detection
import Lexicons

/// Whether words name something of medicine: a disease, a drug, a part of the body.
struct MedicineCheck: Sendable {
  let lexicon: Lexicon

  /// From this commonness on (`WordFacts.Weight.dictionary`) a word that names of diseases hold too is one of everybody's.
  private static let everybodys = 10

  /// - Parameter words: folded, with single blanks.
  func isNamed(in words: ArraySlice<UInt8>) -> Bool {
    words.split { !ByteClass.isLetter($0) && $0 != UInt8(ascii: "'") }.contains { word in
      // Short words are listed as abbreviations of nearly anything.
      guard word.count > 3 else { return false }
      let facts = lexicon.facts(of: String(decoding: word, as: UTF8.self))
      if facts.has(.drug) || facts.has(.anatomy) { return true }
      return facts.has(.medical) && facts.weight(.dictionary) < MedicineCheck.everybodys
    }
  }
}
