/// Where something stands in a file: line and column count from 1, columns in Unicode scalars.
package struct Position: Sendable, Hashable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One mistake in a pack or profile: where it stands, and what to do about it.
///
/// It speaks of files that an administrator edits, never of documents.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable {
    /// The files must not be used.
    case error
    /// The files work, but probably not as meant.
    case warning
  }

  /// The name the file was handed in under.
  package var file: String
  package var position: Position
  package var severity: Severity
  /// What is wrong and what to do, without place or severity.
  package var message: String

  package init(
    file: String, position: Position, severity: Severity = .error, message: String
  ) {
    self.file = file
    self.position = position
    self.severity = severity
    self.message = message
  }

  package var line: Int { position.line }
  package var column: Int { position.column }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message`, which editors and CI systems know how to link.
  package var description: String {
    "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message)"
  }
}

extension Diagnostic: Comparable {
  /// By file, then place.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return left.message < right.message
  }
}

extension Sequence<Diagnostic> {
  /// Whether the files these speak of must not be used.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
