package import Detection
package import Redaction
package import Revealing

/// The heart of a document's way: find, redact, and read the result again. Pure: bytes in, bytes out.
package struct Scrubber: Sendable {
  private let detector: Detector
  private let redactor: Redactor
  private let secondScan: SecondScan
  private let revealing: RevealingReader

  /// - Parameter revealing: reads what redaction left for what tells too much.
  package init(detector: Detector, redactor: Redactor, revealing: RevealingReader) {
    self.detector = detector
    self.redactor = redactor
    self.revealing = revealing
    secondScan = SecondScan(detector: detector, profile: redactor.profile)
  }

  /// Scrubs a text and the stem of the file name it came under.
  ///
  /// - Parameters:
  ///   - text: UTF-8, as `Documents` decoded it.
  ///   - stem: the file name without extension; it is scrubbed with what the text taught, under the same labels.
  /// - Throws: when any rule failed or the time was up; nothing may then be released.
  package func scrub(_ text: [UInt8], stem: String, _ scratch: inout DetectionScratch)
    throws(DetectionError) -> Scrubbed
  {
    let settings = DetectionSettings(suspicion: redactor.profile.suspicion)
    let detection = try detector.detect(text, &scratch, settings: settings)
    var labels = Labels(avoiding: text)
    let redacted = redactor.redact(text, detection.findings, &labels)
    let name = Array(stem.utf8)
    let inName = try detector.detectFileName(name, knowing: detection.memory, &scratch)
    let scrubbedName = redactor.redact(name, inName, &labels)
    var catches = try secondScan.check(
      redacted, original: text, memory: detection.memory, &scratch)
    catches += try secondScan.check(
      scrubbedName, original: name, memory: detection.memory, &scratch)
    let references = try revealing.references(in: redacted, &scratch)
    return Scrubbed(
      redacted: redacted, catches: catches, name: name, redactedName: scrubbedName,
      references: references,
      residue: RevealingWeight.weigh(references, redacted, rule: redactor.profile.hold))
  }
}
