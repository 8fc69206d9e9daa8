/// A file of annotations that cannot be read. Says where, never what stands there.
package struct GoldError: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  package let problem: String

  package init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }

  package var description: String { "Line \(line): \(problem)." }
}
