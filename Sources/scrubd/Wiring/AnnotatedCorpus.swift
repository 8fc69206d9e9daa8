import Documents
import Evaluation

/// Annotated documents and the name they are told under.
struct AnnotatedCorpus {
  /// The folder's.
  let name: String
  let path: String
  let gold: GoldCorpus

  /// The documents in a folder, with annotations as JSON Lines.
  init(documents: String, gold: String) throws {
    self.init(path: documents, try AnnotatedFolder.read(documents, gold: gold))
  }

  private init(path: String, _ gold: GoldCorpus) {
    self.path = path
    self.gold = gold
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// All corpora of some folders. Each folder is a corpus (`docs/` beside `gold.jsonl`), holds some, or holds i2b2 or BRAT files.
  /// What two folders hold alike under one name is taken once.
  static func all(in folders: [String]) throws -> [AnnotatedCorpus] {
    var corpora: [AnnotatedCorpus] = []
    for corpus in try folders.flatMap(all(in:)) {
      if let same = corpora.first(where: { $0.name == corpus.name && $0.gold == corpus.gold }) {
        Console.error("\(corpus.path) holds the same as \(same.path), which is measured")
      } else {
        corpora.append(corpus)
      }
    }
    return corpora
  }

  private static func all(in folder: String) throws -> [AnnotatedCorpus] {
    if isCorpus(folder) { return [try whole(folder)] }
    guard Files.isFolder(folder) else { throw Failure("there is no folder \(folder)") }
    let inner = try Files.list(folder, suffix: "").filter(isCorpus)
    if !inner.isEmpty { return try inner.map(whole) }
    return [AnnotatedCorpus(path: folder, try AnnotatedFolder.read(folder, gold: nil))]
  }

  private static func isCorpus(_ folder: String) -> Bool {
    Files.isFolder("\(folder)/docs") && Files.exists("\(folder)/gold.jsonl")
  }

  private static func whole(_ folder: String) throws -> AnnotatedCorpus {
    AnnotatedCorpus(
      path: folder, try AnnotatedFolder.read("\(folder)/docs", gold: "\(folder)/gold.jsonl"))
  }

  /// Of all documents, in bytes.
  var size: Int { gold.documents.reduce(0) { $0 + $1.text.utf8.count } }

  /// Whether the daemon would refuse most of the documents as messages of machines.
  var isOfMachines: Bool {
    let refused = gold.documents.count { document in
      do throws(DocumentRefusal) {
        _ = try TextDocument(Array(document.text.utf8))
        return false
      } catch {
        if case .unsupported = error { return true }
        return false
      }
    }
    return refused * 2 > gold.documents.count
  }
}
