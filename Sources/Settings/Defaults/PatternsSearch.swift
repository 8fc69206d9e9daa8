/// Finds the patterns when nobody named them: beside an installed executable, above one built in a checkout, or in the working
/// directory.
enum PatternsSearch {
  /// How far above the executable a checkout's top can be: `.build/x86_64-unknown-linux-gnu/release/scrubd` is four below it.
  private static let levels = 8

  /// The folders that could hold the patterns, best first.
  static func candidates(_ surroundings: Surroundings) -> [String] {
    var folder = Paths.parent(of: surroundings.executable)
    var found = [Paths.absolute("../share/scrubd/patterns", from: folder)]
    for _ in 0..<levels where folder != "/" {
      found.append(Paths.absolute("patterns", from: folder))
      folder = Paths.parent(of: folder)
    }
    let here = Paths.absolute("patterns", from: surroundings.workingDirectory)
    return found.contains(here) ? found : found + [here]
  }

  /// Whether a folder holds patterns.
  static func isPatterns(_ folder: String) -> Bool { Paths.exists("\(folder)/profiles") }
}
