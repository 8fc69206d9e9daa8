/// Everything the lexicons know of one word, packed into 64 bits so that a lookup costs one load and no allocation.
///
/// Bits 0..<24 hold six weights of four bits (0 = not listed, 15 = the commonest); bits 24..<64 hold one bit
/// per `WordClass`. None of it is a verdict: recognizers weigh it.
package struct WordFacts: Sendable, Hashable {
  package var bits: UInt64

  package init(bits: UInt64 = 0) { self.bits = bits }

  /// Nothing known: the word is in no list.
  package static let unknown = WordFacts(bits: 0)

  /// A four-bit weight by its place in the word. `Bins` makes the numbers.
  package enum Weight: UInt64, Sendable, CaseIterable {
    /// How many people bear it as a surname: 1 under 200, then twice as many each step; 4 from 800, 8 from 12,800, 12
    /// from 204,800, 15 from 1,638,400. 0: no census lists it.
    case surname = 0
    /// How many people bear it as a given name; the steps are those of `surname`, so the two can be compared.
    case given = 4
    /// How often it is written in lower case, per thousand million words: 1 under 4, then four times as often each
    /// step; 5 from 256, 8 from 16,384, 11 from 1,048,576. 0: never seen.
    case english = 8
    /// The share of Title-case uses among all its uses in English text, in fifteenths: 1 under 1/15, 8 from 7/15, 15
    /// from 14/15. A word without counts has 15 if dictionaries print it with a capital only, 8 if both ways, else 0.
    case titleShare = 12
    /// The population of the largest US place or world city of this name: 1 under 1,000, 2 from 1,000, then twice as
    /// many each step; 5 from 8,000, 8 from 64,000, 11 from 512,000, 15 from 8,192,000. A county, whose population no list
    /// tells, has 5.
    case place = 16
    /// The smallest SCOWL list that has it in lower case, as commonness: 15 for list 10, 13 for 20, 10 for 35, 9 for 40,
    /// 7 for 50, 6 for 55, 5 for 60, 3 for 70, 1 for 80. 0: no dictionary word, or one written with a capital only.
    case dictionary = 20
  }

  @inlinable package func weight(_ weight: Weight) -> Int { Int((bits >> weight.rawValue) & 15) }

  @inlinable package func has(_ wordClass: WordClass) -> Bool {
    bits & (1 << (24 + UInt64(wordClass.rawValue))) != 0
  }

  package mutating func set(_ weight: Weight, to value: Int) {
    bits &= ~(15 << weight.rawValue)
    bits |= UInt64(max(0, min(15, value))) << weight.rawValue
  }

  package mutating func insert(_ wordClass: WordClass) {
    bits |= 1 << (24 + UInt64(wordClass.rawValue))
  }

  mutating func remove(_ wordClass: WordClass) {
    bits &= ~(1 << (24 + UInt64(wordClass.rawValue)))
  }

  /// Facts of one word from two lists: the larger of each weight, the classes of both.
  func union(_ other: WordFacts) -> WordFacts {
    var joined = WordFacts(bits: bits | other.bits)
    for weight in Weight.allCases {
      joined.set(weight, to: max(self.weight(weight), other.weight(weight)))
    }
    return joined
  }
}

/// A list a word (or a phrase) may stand on. The raw value is its bit in `WordFacts`, 0..<40.
package enum WordClass: UInt8, Sendable, CaseIterable {
  // From the shipped lists, as far as `FactRules` lets them stand.
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
  /// An organisation people work at, study at, are treated at or belong to, named without a word that says what it is:
  /// Northwell, Safeway, VFW (`organizations.tsv`).
  case knownOrganization
}
