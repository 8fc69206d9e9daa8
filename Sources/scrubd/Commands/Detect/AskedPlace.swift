import ArgumentParser

/// A place of a document somebody asks about: `--at 120` or `--at 120-131`, the end not included, in the unit of
/// `--offsets`.
struct AskedPlace: ExpressibleByArgument {
  let range: Range<Int>

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first, let start = first, start >= 0, start < .max else { return nil }
    switch ends.count {
    case 1: range = start..<start + 1
    case 2:
      guard let end = ends[1], end > start else { return nil }
      range = start..<end
    default: return nil
    }
  }
}
