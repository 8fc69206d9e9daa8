/// Everything the lexicons know of one word, packed into 64 bits so that a lookup costs one load and no allocation.
///
/// Bits 0..<24 hold six weights of four bits (0 = not listed, 15 = the commonest); bits 24..<64 hold one bit
/// per `WordClass`. None of it is a verdict: recognizers weigh it.
package struct WordFacts: Sendable, Hashable {
  package var bits: UInt64

  package init(bits: UInt64 = 0) { self.bits = bits }

  /// Nothing known: the word is in no list.
  package static let unknown = WordFacts(bits: 0)

  /// A four-bit weight by its place in the word.
  package enum Weight: UInt64, Sendable, CaseIterable {
    /// Binned log2 of the census count as a surname.
    case surname = 0
    /// Binned log2 of the count as a given name.
    case given = 4
    /// Binned log2 of the frequency in English text, lower case.
    case english = 8
    /// Share of Title-case uses among all uses in English text: 0 none or unknown, 1 = under 1/15, 15 = all.
    case titleShare = 12
    /// Binned log2 of the population of the largest US place or world city of this name.
    case place = 16
    /// SCOWL size level of the word (how common a dictionary word it is): 15 = level 10, 1 = level 80; 0 = no dictionary word.
    case dictionary = 20
  }

  package func weight(_ weight: Weight) -> Int { Int((bits >> weight.rawValue) & 15) }

  package func has(_ wordClass: WordClass) -> Bool {
    bits & (1 << (24 + UInt64(wordClass.rawValue))) != 0
  }

  package mutating func set(_ weight: Weight, to value: Int) {
    bits &= ~(15 << weight.rawValue)
    bits |= UInt64(max(0, min(15, value))) << weight.rawValue
  }

  package mutating func insert(_ wordClass: WordClass) {
    bits |= 1 << (24 + UInt64(wordClass.rawValue))
  }
}

/// A list a word (or a phrase) may stand on. The raw value is its bit in `WordFacts`, 0..<40.
package enum WordClass: UInt8, Sendable, CaseIterable {
  // From the shipped lists.
  case medical, drug, gene, eponym, abbreviation, device, profession
  case title, credential, nameSuffix, nameParticle, relation, month, weekday, holiday
  case state, stateAbbreviation, country, demonym, hospitalSystem
  /// Starts at least one listed phrase of two words or more.
  case phraseStart
  // From `context.tsv`, word lists of our own.
  /// Ends a facility's name: hospital, clinic, infirmary.
  case facilityHead
  /// Ends an organisation's name that is no facility: school, church, bank.
  case organizationHead
  /// Ends a street's name: street, ave, lane.
  case streetSuffix
  /// Ends a place's name: county, township, lake, park.
  case placeHead
  /// A word for a person in a role, before a name: nurse, attending, patient, daughter's friend.
  case personRole
  /// A verb a person is the subject of: said, reports, denies.
  case personVerb
  /// A verb a person is the object of: met, examined, called.
  case personObjectVerb
  /// A preposition that places stand after: in, near, from.
  case placePreposition
  /// A noun that makes an eponym of the word before it: disease, syndrome, sign, catheter.
  case eponymHead
  /// A heading or label word of clinical documents: impression, allergies, plan.
  case heading
  /// A number spelled out, or its ordinal.
  case numberWord
  /// A unit of measure: mg, mmHg, cm.
  case unit
  /// A body part or position: hip, femur, lateral.
  case anatomy
  /// A nickname or short form of a given name: Bill, Peggy.
  case nickname
  /// A word of greeting or leave-taking before or after a name: dear, hi, thanks, sincerely.
  case greeting
}
