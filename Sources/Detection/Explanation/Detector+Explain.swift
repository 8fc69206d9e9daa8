import Tagger

extension Detector {
  /// Detects in a document as `detect` does, and tells why places of it are found to be identifiers or not.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - places: ranges in bytes of `text`; nil asks about every finding.
  ///   - settings: how suspicious the profile is.
  /// - Throws: what `detect` throws.
  package func explain(
    _ text: [UInt8], at places: [Range<Int>]? = nil,
    settings: DetectionSettings = DetectionSettings()
  ) throws(DetectionError) -> Explanation {
    var scratch = DetectionScratch()
    scratch.trace = DetectionTrace()
    // What was noted of each step must be of the whole text.
    var settings = settings
    settings.windows = .whole
    let detection = try detect(text, &scratch, settings: settings)
    let view = TextView(text)
    let history = ProposalHistory(
      scratch.trace ?? DetectionTrace(), detection.findings, view)
    let hasTagger = settings.finders.contains(.tagger)
    var explainer = PlaceExplainer(
      view: view, tokens: scratch.tokens, history: history, spared: detection.memory.spared,
      readings: ReadingExplainer(
        model: hasTagger ? tagger : nil, tokens: scratch.tokens, bytes: view.bytes,
        tagging: scratch.tagging, threshold: TagThreshold(suspicion: settings.suspicion),
        proposed: history.rules))
    var explanation = Explanation(
      findings: detection.findings, places: [])
    for range in places ?? detection.findings.map(\.range) {
      explanation.places.append(explainer.explain(range))
    }
    return explanation
  }
}
