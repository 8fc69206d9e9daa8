import FoundationEssentials
import TrainingText

/// The lexicons, lists and frames of the tree, read once.
enum Shipped {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let frameFiles = files(in: "corpora/frames").filter { !$0.name.hasPrefix("lists-") }
  static let listFiles = files(in: "corpora/frames").filter { $0.name.hasPrefix("lists-") }
  static let vocabulary = Result {
    try Vocabulary(lexicons: files(in: "patterns/lexicons"), lists: listFiles)
  }

  private static func files(in folder: String) -> [TrainingFile] {
    let folder = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") || $0.hasSuffix(".tsv") }.map { name in
      let data = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
      return TrainingFile(name: name, bytes: Array(data))
    }
  }
}
