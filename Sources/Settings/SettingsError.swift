/// A setting that cannot be used. Never carries the value: a key pasted into the wrong place must not end in a journal.
package struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is set wrongly, as its author wrote it: `--workers`, `SCRUBD_WORKERS`, or `workers` in a file.
  package let key: String
  /// The configuration file it stands in; nil when it is none.
  package let file: String?
  /// What is wrong: the rest of a sentence that begins with the key.
  package let problem: String
  /// What would be right, or what to do.
  package let allowed: String

  package init(key: String, file: String? = nil, problem: String, allowed: String) {
    self.key = key
    self.file = file
    self.problem = problem
    self.allowed = allowed
  }

  package var description: String {
    let place = file.map { " in \($0)" } ?? ""
    return "\(key)\(place) \(problem). \(allowed)"
  }
}
