import ArgumentParser

/// A command that failed: what happened and what to do, for standard error; the exit code is 1.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// Any error of the rooms; all of them describe themselves in words for people, without document text.
  init(_ error: any Error) { description = "\(error)" }
}
