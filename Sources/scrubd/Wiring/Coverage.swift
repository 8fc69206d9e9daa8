import Patterns

/// Whether the packs that were found can do what scrubd promises. A pack that is missing makes no noise by itself: its
/// identifiers simply stay in the text.
enum Coverage {
  /// The items of 45 CFR 164.514(b)(2)(i) that no pattern is for.
  static func missing(_ packs: PackSet) -> [HIPAAItem] {
    let covered = Set(packs.patterns.map(\.category.item))
    return HIPAAItem.allCases.filter { !covered.contains($0) }
  }

  /// Fails when a pack is missing.
  static func check(_ packs: PackSet, in folder: String) throws {
    let missing = missing(packs)
    guard missing.isEmpty else {
      let items = missing.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        "the packs in \(folder) have no pattern for HIPAA items \(items): a pack is missing; restore it from the package"
      )
    }
  }
}
