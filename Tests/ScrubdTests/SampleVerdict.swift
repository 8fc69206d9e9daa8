import Detection
import Documents
import Pipeline
import TestSupport
import Testing

@testable import scrubd

/// What a profile decides about a text, without a spool.
enum SampleVerdict {
  static func of(_ sample: Sample, under profile: String) throws -> Verdict {
    try of(sample.bytes, named: sample.name, under: profile)
  }

  static func of(_ bytes: [UInt8], named name: String, under profile: String) throws -> Verdict {
    let document: TextDocument
    do { document = try TextDocument(bytes) } catch { return .quarantined(Reason(error)) }
    let policy = try RealPolicy.publication()
    let scrubber = try policy.scrubber(for: try #require(policy.profiles[profile]))
    var scratch = DetectionScratch()
    let stem = NameParts(fileName: name).stem
    return .on(try scrubber.scrub(document.text, stem: stem, &scratch), document: document)
  }
}
