import Evaluation

/// A folder of documents with their annotations, in whichever of the known formats.
enum AnnotatedFolder {
  /// - Parameter gold: annotations as JSON Lines; without it the folder holds i2b2 XML or BRAT files.
  static func read(_ folder: String, gold: String?) throws -> GoldCorpus {
    if let gold {
      let spans: [GoldSpan]
      do { spans = try SpanLines.gold(try text(gold)) } catch { throw Failure("\(gold): \(error)") }
      let documents = try Files.recursive(folder).map {
        EvaluationDocument(name: $0, text: try text("\(folder)/\($0)"))
      }
      return GoldCorpus(documents: documents, spans: spans)
    }
    var corpus = GoldCorpus()
    for name in try Files.recursive(folder) {
      let path = "\(folder)/\(name)"
      guard let part = try annotated(path, name) else { continue }
      corpus.documents += part.documents
      corpus.spans += part.spans
    }
    guard !corpus.documents.isEmpty else {
      throw Failure(
        "\(folder) holds no corpus (docs/ beside gold.jsonl), no i2b2 XML (.xml) and no BRAT (.ann beside .txt); for JSON Lines of another name use --gold"
      )
    }
    return corpus
  }

  private static func annotated(_ path: String, _ name: String) throws -> GoldCorpus? {
    do {
      if name.hasSuffix(".xml") { return try I2B2.read(try text(path), name: name) }
      guard name.hasSuffix(".ann") else { return nil }
      let document = String(path.dropLast(4)) + ".txt"
      return try Standoff.read(
        try text(path), text: try text(document), name: String(name.dropLast(4)) + ".txt")
    } catch let error as GoldError {
      throw Failure("\(path): \(error)")
    }
  }

  private static func text(_ path: String) throws -> String {
    guard let text = String(validating: try Files.read(path), as: UTF8.self) else {
      throw Failure("\(path) is not UTF-8, which offsets in code points need")
    }
    return text
  }
}
