/// Finds the patterns when nobody named them: where a package puts what administrators change, beside an installed executable, above
/// one built in a checkout, or in the working directory.
enum PatternsSearch {
  /// How far above the executable a checkout's top can be: `.build/x86_64-unknown-linux-gnu/release/scrubd` is four below it.
  private static let levels = 8

  /// Where a package puts them; for the executables of a package alone, so that a checkout's has the checkout's.
  private static let packaged = "/etc/scrubd/patterns"
  private static let packagedExecutables = "/usr/bin"

  /// The folders that could hold the patterns, best first.
  static func candidates(_ surroundings: Surroundings) -> [String] {
    var folder = Paths.parent(of: surroundings.executable)
    var found = folder == packagedExecutables ? [packaged] : []
    found.append(Paths.absolute("../share/scrubd/patterns", from: folder))
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
