import Detection
import Lexicons
import Patterns
import Pipeline
import Redaction
import Revealing
import TestSupport
import Testing

/// A policy of a few rules whose effect can be seen at a glance.
enum SmallPolicy {
  private static let pack = #"""
    pack: small
    version: 1
    finds: What the tests of the pipeline plant.
    patterns:
      - id: small/record
        category: MRN
        hipaa: H
        finds: Record numbers.
        regex: 'MRN:\ (?<phi>\d{8})'
        confidence: 0.95
        match: ['MRN: [[12345678]]']
      - id: small/handle
        category: HANDLE
        hipaa: R
        finds: What the profile removes without a trace.
        regex: '(?<phi>[#]gone[#])'
        confidence: 0.95
        match: ['[[#gone#]]']
      - id: small/joined
        category: ID
        hipaa: R
        finds: What can be seen only once the handle between its halves is removed.
        regex: '(?<phi>alphabeta)'
        confidence: 0.95
        match: ['[[alphabeta]]']
      - id: small/runaway
        category: ID
        hipaa: R
        finds: What PCRE2 gives up on.
        regex: '(?<phi>(x+x+)+y)'
        confidence: 0.95
        match: ['[[xxy]]']
    """#

  /// A text of each kind the rules can meet.
  static let plain = "The wound healed well.\nMRN: 12345678\n"
  static let surfacing = "The code alpha#gone#beta was read aloud.\n"
  static let runaway = "Marks: \(String(repeating: "x", count: 60)), made by hand.\n"

  private static let telling = #"""
    pack: telling
    version: 1
    finds: What tells too much in these tests.
    kind: occupation
    reason: Few people there do this.
    suggestion: Write "a worker".
    patterns:
      - id: telling/keeper
        finds: Keepers of lighthouses.
        regex: 'lighthouse\ keeper'
        match: ['[[lighthouse keeper]]']
      - id: telling/fire
        kind: public-event
        finds: Fires.
        regex: 'ferry\ fire'
        reason: Everybody there remembers it.
        suggestion: Write "an accident".
        match: ['[[ferry fire]]']
    """#

  /// Texts that tell too much: by one decisive thing, and by two that add up.
  static let decisive = "She survived.\r\nIt was the ferry fire.\n"
  static let adding = "One line.\nA lighthouse keeper came.\nMRN: 12345678\n"

  static let profile = profile("small")

  /// - Parameter limit: the sum, in thousandths, from which a document is held.
  static func profile(_ name: String, limit: Int = 1000) -> Profile {
    Profile(
      name: name, version: 3, summary: "For tests.", operators: [.handle: .remove],
      suspicion: 900,
      hold: HoldRule(limit: limit, weights: [.occupation: 1000], decisive: [.publicEvent]))
  }

  static let redactor = Redactor(profile: profile, restrictedZIP3: [])

  static func packs() throws -> PackSet {
    let result = PackParser.parse([PackSource(file: "small.yaml", bytes: Array(pack.utf8))])
    return try #require(result.packs, "\(result.diagnostics)")
  }

  static func scrubber(_ redactor: Redactor = redactor) throws -> Scrubber {
    let lexicon = try TestLexicon.shared()
    let detector = Detector(lexicon: lexicon, patterns: try packs().patterns)
    let revealing = RevealingPackParser.parse([
      PackSource(file: "telling.yaml", bytes: Array(telling.utf8))
    ])
    return Scrubber(
      detector: detector, redactor: redactor,
      revealing: RevealingReader(
        packs: try #require(revealing.packs, "\(revealing.diagnostics)"), lexicon: lexicon))
  }

  static func policy(_ profile: Profile = profile) throws -> ScrubPolicy {
    ScrubPolicy(profile, try scrubber(Redactor(profile: profile, restrictedZIP3: [])))
  }

  /// What comes of a text.
  static func scrub(_ text: String, stem: String = "case") throws -> Scrubbed {
    var scratch = DetectionScratch()
    return try scrubber().scrub(Array(text.utf8), stem: stem, &scratch)
  }
}
