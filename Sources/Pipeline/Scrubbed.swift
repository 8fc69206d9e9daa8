package import Redaction

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

  /// The file name without its extension, scrubbed.
  package var stem: String { String(decoding: redactedName.text, as: UTF8.self) }
}
