import Detection
import Lexicons
import Patterns
import Pipeline
import Redaction
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

  static let profile = Profile(
    name: "small", version: 3, summary: "For tests.", operators: [.handle: .remove],
    suspicion: 900)

  static let redactor = Redactor(profile: profile, restrictedZIP3: [])

  static func packs() throws -> PackSet {
    let result = PackParser.parse([PackSource(file: "small.yaml", bytes: Array(pack.utf8))])
    return try #require(result.packs, "\(result.diagnostics)")
  }

  static func scrubber() throws -> Scrubber {
    let detector = Detector(lexicon: try TestLexicon.shared(), patterns: try packs().patterns)
    return Scrubber(detector: detector, redactor: redactor)
  }

  /// What comes of a text.
  static func scrub(_ text: String, stem: String = "case") throws -> Scrubbed {
    var scratch = DetectionScratch()
    return try scrubber().scrub(Array(text.utf8), stem: stem, &scratch)
  }
}
