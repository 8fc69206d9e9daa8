package import Detection
import Patterns

/// Applies a profile to a document's findings.
package struct Redactor: Sendable {
  package let profile: Profile
  private let zips: ZIP3
  private let key: RedactionKey?
  private let lists: SurrogateLists?

  /// A redactor without a key: where the profile asks for an operator that needs one, a tag stands.
  ///
  /// - Parameter restrictedZIP3: three-digit prefixes of areas with 20,000 people or fewer (`zip3_restricted.tsv`).
  package init(profile: Profile, restrictedZIP3: Set<String>) {
    self.profile = profile
    self.zips = ZIP3(restricted: restrictedZIP3)
    key = nil
    lists = nil
  }

  /// - Parameters:
  ///   - restrictedZIP3: three-digit prefixes of areas with 20,000 people or fewer (`zip3_restricted.tsv`).
  ///   - key: what shifted dates and surrogates are drawn by.
  ///   - surrogates: the word lists that surrogates are drawn from.
  /// - Throws: when the profile needs a key or lists that are not there, with file, line and remedy.
  package init(
    profile: Profile, restrictedZIP3: Set<String>, key: RedactionKey?, surrogates: SurrogateLists?
  ) throws(RedactorError) {
    if let error = RedactorError(profile, hasKey: key != nil, hasLists: surrogates != nil) {
      throw error
    }
    self.profile = profile
    self.zips = ZIP3(restricted: restrictedZIP3)
    self.key = key
    lists = surrogates
  }

  /// Replaces every finding in `text` as the profile says.
  ///
  /// - Parameters:
  ///   - text: the document's UTF-8 text.
  ///   - findings: sorted, without overlaps, in byte offsets of `text`.
  ///   - labels: what stands for what so far in this document; its file name goes on with the labels of its text.
  package func redact(_ text: [UInt8], _ findings: [Finding], _ labels: inout Labels) -> Redacted {
    let findings = profile.uncovered(findings, in: text).map { Possessive.parted($0, in: text) }
    let policy = DocumentPolicy(profile, text, findings, knowing: labels.years)
    labels.years = policy.tellingYears
    let replacing = Replacing(
      policy: policy, text: text, findings: findings, zips: zips, key: key, lists: lists, &labels)
    var writer = RedactionWriter(text, count: findings.count)
    for (index, finding) in findings.enumerated() {
      let replacement = replacing.replacement(for: finding, &labels)
      let next = index + 1 < findings.count ? findings[index + 1].range.lowerBound : text.count
      writer.write(replacement, for: finding, before: next)
    }
    return writer.finished()
  }

  /// What the profile does with a finding.
  package func action(for finding: Finding) -> Operator { profile.action(for: finding) }
}
