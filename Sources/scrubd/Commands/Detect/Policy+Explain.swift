import Detection
import Documents
import Redaction

extension Policy {
  /// Why places of a document go or stay.
  ///
  /// - Parameters:
  ///   - places: in the unit of `offsets`; every finding when empty.
  ///   - file: how the document is named.
  func explanation(
    of document: TextDocument, at places: [AskedPlace], _ unit: DetectCommand.Offsets,
    file: String
  ) throws -> [ExplainedPlace] {
    let offsets = TextOffsets(document.text, unit)
    let ranges = try places.map { place in
      guard let bytes = offsets.bytes(of: place.range) else {
        throw Failure(
          "--at reaches behind the end: the text has \(offsets.count) \(unit.rawValue)")
      }
      return bytes
    }
    let settings = DetectionSettings(suspicion: profile.suspicion)
    let explanation = try detector.explain(
      document.text, at: ranges.isEmpty ? nil : ranges, settings: settings)
    var labels = Labels(avoiding: document.text)
    let telling = PlaceTelling(
      file: file, text: document.text, offsets: offsets, profile: profile,
      redacted: try redactor(for: profile).redact(document.text, explanation.findings, &labels))
    return explanation.places.map(telling.told)
  }
}
