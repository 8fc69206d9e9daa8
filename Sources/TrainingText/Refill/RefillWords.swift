/// The words that tell how an identifier is built, and stay when its own words change; all folded.
struct RefillWords: Sendable {
  let nameSuffixes: Set<String>
  let nameTitles: Set<String>
  let nameParticles: Set<String>
  /// Words of a name that no one bears: baby, girl, nee.
  let nameFillers: Set<String>
  let nicknames: Set<String>
  let functionWords: Set<String>
  let streetWords: Set<String>
  let placeHeads: Set<String>
  let roomWords: Set<String>
  let careHeads: Set<String>
  let schoolHeads: Set<String>
  let workHeads: Set<String>
  /// All three kinds of heads.
  let organizationHeads: Set<String>
  let contactWords: Set<String>
  let holidays: Set<String>
  let ordinals: [String]

  /// Lists that refilling draws from, besides those above.
  private static let drawn = [
    "given", "surname", "given_accented", "surname_accented", "surname_apostrophe", "street_name",
    "place_core", "place", "care_core", "school_core", "work_core", "care", "school", "work",
    "org_bare", "handle_word", "province", "country_form", "profession", "holiday",
  ]

  init(_ lists: TemplateLists) throws(TrainingTextError) {
    for name in Self.drawn { _ = try Self.words(name, lists) }
    func set(_ name: String) throws(TrainingTextError) -> Set<String> {
      Set(try Self.words(name, lists))
    }
    nameSuffixes = try set("name_suffix")
    nameTitles = try set("name_title")
    nameParticles = try set("name_particle")
    nameFillers = try set("name_filler")
    nicknames = try set("nickname")
    functionWords = try set("function_word")
    streetWords = try set("street_word")
    placeHeads = try set("place_head")
    roomWords = try set("room_word")
    careHeads = try set("care_head")
    schoolHeads = try set("school_head")
    workHeads = try set("work_head")
    organizationHeads = careHeads.union(schoolHeads).union(workHeads)
    contactWords = try set("contact_word")
    holidays = try set("holiday")
    ordinals = try Self.words("ordinal_word", lists)
  }

  /// The entries of a list that are plain text, folded.
  private static func words(
    _ name: String, _ lists: TemplateLists
  ) throws(TrainingTextError) -> [String] {
    guard let entries = lists.entries(name) else {
      throw TrainingTextError(file: "lists", line: 1, .missingList(name))
    }
    return entries.compactMap { entry in
      guard entry.pieces.count == 1, case .text(let bytes) = entry.pieces[0] else { return nil }
      return PersonNames.key(String(decoding: bytes, as: UTF8.self))
    }
  }
}
