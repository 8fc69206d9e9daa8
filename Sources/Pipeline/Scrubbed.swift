package import Redaction
package import Revealing

/// One text scrubbed and checked: what it became, what was done, and what the check still found.
package struct Scrubbed: Sendable {
  /// The redacted text with the account of its redactions.
  package var redacted: Redacted
  /// What the second scan caught; the document may be released only when there is nothing.
  package var catches: [SecondScan.Catch]
  /// The file name without its extension, as it came: protected like the document's text.
  package var name: [UInt8]
  /// The file name without its extension, with the account of its redactions.
  package var redactedName: Redacted
  /// What the redacted text still tells, by position.
  package var references: [Reference]
  /// What all of that weighs together under the profile's rule.
  package var residue: Residue

  /// The file name without its extension, scrubbed; empty when nothing of what somebody wrote is left in it: a name that
  /// is all identifiers tells nothing but that.
  package var stem: String {
    var rest = redactedName.text
    for entry in redactedName.entries.reversed() where entry.action != .keep {
      rest.removeSubrange(entry.replacement)
    }
    let hasContent = rest.contains { byte in
      byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
        || Character(Unicode.Scalar(byte)).isNumber
    }
    return hasContent ? String(decoding: redactedName.text, as: UTF8.self) : ""
  }
}
