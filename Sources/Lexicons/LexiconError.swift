/// Why a compiled lexicon cannot be used. Nothing is detected without one.
package struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  package enum Reason: Hashable, Sendable {
    /// The file cannot be opened or mapped; the system's words for it.
    case unreadable(String)
    /// The file is open, and is no lexicon this scrubd can use.
    case defect(LexiconDefect)
  }

  /// The path of the compiled file.
  package var path: String
  package var reason: Reason

  /// What happened and what to do.
  package var description: String {
    "\(path): \(problem). Run `scrubd lexicon compile` to write it anew."
  }

  private var problem: String {
    switch reason {
    case .unreadable(let why): "the compiled lexicon cannot be read (\(why))"
    case .defect(.foreign): "this is no compiled lexicon"
    case .defect(.otherVersion(let version)):
      "this lexicon has format version \(version), this scrubd needs \(CompiledLayout.version)"
    case .defect(.truncated): "the compiled lexicon ends too early"
    case .defect(.damaged): "the compiled lexicon is damaged"
    }
  }
}
