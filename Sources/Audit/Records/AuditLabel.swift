package import Patterns

/// The tag that stands for a value in the scrubbed text, `NAME-1`: a category and a number, and nothing else.
package struct AuditLabel: Sendable, Hashable, CustomStringConvertible {
  package let category: Category
  /// Counted from 1 in the order of appearance.
  package let number: Int

  /// A label; nil when the number is below 1.
  package init?(_ category: Category, _ number: Int) {
    guard number >= 1 else { return nil }
    self.category = category
    self.number = number
  }

  /// A label in its written form; nil when the text is none, the empty text included.
  package init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"),
      let category = Category(rawValue: String(text[..<dash])),
      let number = Int(text[text.index(after: dash)...]),
      let label = AuditLabel(category, number), label.description == text
    else { return nil }
    self = label
  }

  package var description: String { "\(category.rawValue)-\(number)" }
}
