import TrainingText

/// The documents the tagger is trained on: annotated by hand, the same with other names, and made from frames.
struct TrainingTexts {
  struct Entry {
    var document: TrainingDocument
    /// As its author wrote it.
    var isOriginal: Bool
    /// Kept from the training that calibration measures; what was made from a document goes with it.
    var isHeldOut: Bool
    /// How much it counts.
    var weight: Float
  }

  /// How the texts are put together.
  struct Recipe {
    /// How often each annotated document is taken again with other fillers.
    var refills: Int
    /// How many documents are made from frames.
    var generated: Int
    var refillWeight: Float
    var generatedWeight: Float
    var seed: UInt64
  }

  private(set) var documents: [Entry] = []

  /// Reads the texts of the tree and makes the others.
  ///
  /// - Parameters:
  ///   - corpora: a folder with `writeups_train`, `written` and `frames` in it; nothing else of it is read.
  ///   - patterns: a folder with the word lists in `lexicons`.
  init(corpora: String, patterns: String, _ recipe: Recipe) throws {
    let frames = try Folder("\(corpora)/frames").files(ending: ".txt")
      .map { TrainingFile(name: $0.name, bytes: $0.bytes) }
    let lexicons = try Vocabulary.lexiconNames.map {
      TrainingFile(name: $0, bytes: try Folder("\(patterns)/lexicons").bytes($0))
    }
    let vocabulary = try Vocabulary(
      lexicons: lexicons, lists: frames.filter { $0.name.hasPrefix("lists-") })
    try self.init(
      originals: try TrainingTexts.originals(corpora), vocabulary,
      frames: frames.filter { !$0.name.hasPrefix("lists-") }, recipe)
  }

  /// Makes the other texts: each original's refills, and documents of frames.
  init(
    originals: [TrainingDocument], _ vocabulary: Vocabulary, frames: [TrainingFile],
    _ recipe: Recipe
  ) throws {
    for (number, document) in originals.enumerated() {
      add(document, number, isOriginal: true, weight: 1)
    }
    var random = SeededRandom(seed: recipe.seed)
    let refiller = try Refiller(vocabulary: vocabulary)
    for round in 0..<recipe.refills {
      for (number, document) in originals.enumerated() where !document.spans.isEmpty {
        let refilled = refiller.refill(
          document, id: "\(document.id)-refill-\(round)", random: &random)
        add(refilled, number, isOriginal: false, weight: recipe.refillWeight)
      }
    }
    let generator = try FrameGenerator(vocabulary: vocabulary, frames: frames)
    for number in 0..<recipe.generated {
      let document = generator.document(id: "frames-\(number)", random: &random)
      add(document, number, isOriginal: false, weight: recipe.generatedWeight)
    }
  }

  /// - Parameter number: the place of the document, or of the one it was made from, among its like: one in six is held out.
  private mutating func add(
    _ document: TrainingDocument, _ number: Int, isOriginal: Bool, weight: Float
  ) {
    documents.append(
      Entry(
        document: document, isOriginal: isOriginal, isHeldOut: number % 6 == 5, weight: weight))
  }

  /// The documents annotated by hand: the corpus of write-ups, and texts written for training alone.
  private static func originals(_ corpora: String) throws -> [TrainingDocument] {
    let corpus = Folder("\(corpora)/writeups_train")
    var originals = try CorpusReader.documents(
      gold: try corpus.bytes("gold.jsonl"), goldFile: "writeups_train/gold.jsonl",
      texts: try Folder("\(corpora)/writeups_train/docs").files(ending: "")
        .map { ($0.name, $0.bytes) })
    for file in try Folder("\(corpora)/written").files(ending: ".txt") {
      originals += try MarkupReader.documents(in: file.bytes, file: "written/\(file.name)")
    }
    return originals.map(TrainingTexts.withoutArticles)
  }

  /// Spans begin behind "the": annotators differ, and the word tells nobody anything.
  static func withoutArticles(_ document: TrainingDocument) -> TrainingDocument {
    var document = document
    document.spans = document.spans.map { span in
      var span = span
      let text = document.text[span.range]
      if text.count > 4, text.starts(with: "the ".utf8) || text.starts(with: "The ".utf8) {
        span.range = span.range.lowerBound + 4..<span.range.upperBound
      }
      return span
    }
    return document
  }
}
