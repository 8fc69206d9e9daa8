/// A feature as it was made: its question and the numbers it was answered with.
struct FeatureRecord {
  var template: FeatureTemplate
  var first: UInt32
  /// As the tagger's model knows it.
  var key: UInt32
}

/// Notes features with their questions, where the tagger's own way keeps nothing but keys.
struct RecordSink: FeatureSink {
  private(set) var records: [FeatureRecord] = []

  mutating func add(_ template: FeatureTemplate, _ first: UInt32, _ second: UInt32) {
    // A sequence of features takes the key 0 for 1.
    let key = max(FeatureKey.of(template, first, second), 1)
    records.append(FeatureRecord(template: template, first: first, key: key))
  }
}
