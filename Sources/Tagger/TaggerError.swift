/// Why a tagger's model cannot be used.
package struct TaggerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  package enum Reason: Hashable, Sendable {
    /// The file cannot be opened or mapped; the system's words for it.
    case unreadable(String)
    /// The file is open, and is no model this scrubd can use.
    case defect(TaggerDefect)
  }

  /// The path of the model.
  package var path: String
  package var reason: Reason

  /// What happened and what to do.
  package var description: String {
    "\(path): \(problem). Install the model that came with this scrubd, or train one anew."
  }

  private var problem: String {
    switch reason {
    case .unreadable(let why): "the tagger's model cannot be read (\(why))"
    case .defect(.foreign): "this is no tagger's model"
    case .defect(.otherVersion(let version)):
      "this model has format version \(version), this scrubd needs \(ModelLayout.version)"
    case .defect(.truncated): "the tagger's model ends too early"
    case .defect(.damaged): "the tagger's model is damaged"
    }
  }
}

/// What is wrong with bytes that should be a tagger's model.
package enum TaggerDefect: Error, Hashable, Sendable {
  /// Does not start with the magic: another kind of file.
  case foreign
  /// Written by another version of scrubd, with this format version.
  case otherVersion(UInt64)
  /// Shorter than its header says.
  case truncated
  /// Not what was written: a checksum, a count or a value does not fit.
  case damaged
}
