package import Detection
import Patterns

/// A redacted text and the account of what was done to it.
package struct Redacted: Sendable {
  /// UTF-8 text with every finding treated as the profile says.
  package var text: [UInt8]
  /// One entry for every finding, in order of position, kept ones included.
  package var entries: [RedactionEntry]
}

/// What was done with one finding. It holds offsets, codes and labels; never text of the document.
package struct RedactionEntry: Sendable, Hashable {
  package var finding: Finding
  package var action: Operator
  /// `NAME-1` for tags, else empty.
  package var label: String
  /// Where the replacement stands in the redacted text, in bytes.
  package var replacement: Range<Int>
}
