package import Detection
import Patterns

/// Applies a profile to a document's findings.
package struct Redactor: Sendable {
  package let profile: Profile
  private let zips: ZIP3

  /// - Parameter restrictedZIP3: three-digit prefixes of areas with 20,000 people or fewer (`zip3_restricted.tsv`).
  package init(profile: Profile, restrictedZIP3: Set<String>) {
    self.profile = profile
    self.zips = ZIP3(restricted: restrictedZIP3)
  }

  /// Replaces every finding in `text` as the profile says.
  ///
  /// - Parameters:
  ///   - text: the document's UTF-8 text.
  ///   - findings: sorted, without overlaps, in byte offsets of `text`.
  ///   - labels: the numbers given so far in this document; its file name goes on with those of its text.
  package func redact(_ text: [UInt8], _ findings: [Finding], _ labels: inout Labels) -> Redacted {
    let findings = profile.uncovered(findings, in: text)
    var output: [UInt8] = []
    output.reserveCapacity(text.count + findings.count * 4)
    var entries: [RedactionEntry] = []
    entries.reserveCapacity(findings.count)
    var copied = 0
    let tellingYears = TellingYears(in: text, findings)
    for finding in findings {
      output.append(contentsOf: text[copied..<finding.range.lowerBound])
      let value = text[finding.range]
      var action = self.action(for: finding)
      if action == .year || finding.category == .year, tellingYears.contains(value) {
        action = .tag
      }
      var label = ""
      let start = output.count
      if let replacement = replacement(action, for: value) {
        output.append(contentsOf: replacement)
      } else {
        action = .tag
        label = labels.label(for: finding, value: value)
        output.append(contentsOf: "[\(label)]".utf8)
      }
      copied = finding.range.upperBound
      entries.append(
        RedactionEntry(
          finding: finding, action: action, label: label, replacement: start..<output.count))
    }
    output.append(contentsOf: text[copied...])
    return Redacted(text: output, entries: entries)
  }

  /// What the profile does with a finding.
  package func action(for finding: Finding) -> Operator { profile.action(for: finding) }

  /// The bytes that stand for `value`; nil when the operator cannot be applied and a tag must do.
  private func replacement(_ action: Operator, for value: ArraySlice<UInt8>) -> [UInt8]? {
    switch action {
    case .tag: nil
    case .remove: []
    case .keep: Array(value)
    case .mask: Mask.masked(value)
    case .year: YearOnly.year(in: value)
    case .ninetyOrOlder: Array("90 or older".utf8)
    case .zip3: zips.prefix(of: value)
    }
  }
}
