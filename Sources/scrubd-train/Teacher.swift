import Detection
import Lexicons
import Patterns
import Tagger
import TaggerTraining
import TrainingText

/// One document as training sequences, one for each stretch the tagger reads.
struct Lesson {
  let sequences: [LabelledSequence]
  /// As in `TrainingTexts.Entry`.
  let isHeldOut: Bool
  /// As in `TrainingTexts.Entry`.
  let isOriginal: Bool
  let tokenCount: Int
  /// Tokens of the stretches.
  let readCount: Int
  /// Tokens of identifiers.
  let markedCount: Int
  /// Tokens of identifiers outside all stretches: what the tagger can never find.
  let missedCount: Int
}

/// Turns annotated texts into lessons with the detector that will run.
struct Teacher {
  private let detector: Detector
  /// The groups of words the lessons are made with.
  let groups: WordGroups

  /// - Parameters:
  ///   - patterns: a folder of packs with the compiled word lists in it.
  ///   - corpora: the folder with the groups of words.
  init(patterns: String, corpora: String) throws {
    let sources = try Folder(patterns).files(ending: ".yaml").map {
      PackSource(file: $0.name, bytes: $0.bytes)
    }
    guard !sources.isEmpty else {
      throw TrainFailure("\(patterns) holds no packs; give the folder of packs with --patterns")
    }
    let result = PackParser.parse(sources)
    guard let packs = result.packs else {
      throw TrainFailure(result.diagnostics.map(\.description).joined(separator: "\n"))
    }
    groups = try Teacher.groups(corpora)
    detector = Detector(
      lexicon: try Teacher.lexicon("\(patterns)/lexicons/words.lexicon"),
      patterns: packs.patterns, guards: packs.guards, groups: groups)
  }

  /// The word lists, whole: a damaged table would teach that no name is known.
  private static func lexicon(_ path: String) throws -> Lexicon {
    do {
      let lexicon = try Lexicon(path: path)
      try lexicon.verifyChecksum()
      return lexicon
    } catch let error as LexiconError {
      throw TrainFailure(error.description)
    } catch {
      throw TrainFailure("\(path) is damaged; run `make lexicon`")
    }
  }

  /// The words that English uses alike, from the file that has one group a line.
  private static func groups(_ corpora: String) throws -> WordGroups {
    let text = String(decoding: try Folder(corpora).bytes("word_groups.txt"), as: UTF8.self)
    var entries: [WordGroups.Entry] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      guard let number = fields.first, let group = UInt16(number), group > 0 else {
        throw TrainFailure(
          "\(corpora)/word_groups.txt: no number begins the line \(line.prefix(40))")
      }
      entries += fields.dropFirst().map { Detector.groupEntry($0.utf8, group) }
    }
    return WordGroups(entries)
  }

  func lessons(_ texts: TrainingTexts) throws -> [Lesson] {
    var scratch = DetectionScratch()
    return try texts.documents.map { entry in
      do {
        return Teacher.lesson(try detector.lesson(entry.document.text, &scratch), entry)
      } catch {
        throw TrainFailure(
          "\(entry.document.id) cannot be read by the rules (\(error)); correct the rule or the text"
        )
      }
    }
  }

  private static func lesson(_ lesson: TaggerLesson, _ entry: TrainingTexts.Entry) -> Lesson {
    let labels = SpanLabels(entry.document.spans)
    let truth = labels.labels(of: lesson.places)
    let missed = labels.labels(of: lesson.unread).count { !$0.isNothing }
    let sequences = lesson.stretches.map { stretch in
      var features = TagSequence()
      for token in stretch {
        for key in lesson.features.features(of: token) { features.add(key) }
        features.endToken()
      }
      return LabelledSequence(
        features, truth[stretch].map { TagLabels.only($0) }, weight: entry.weight)
    }
    return Lesson(
      sequences: sequences, isHeldOut: entry.isHeldOut, isOriginal: entry.isOriginal,
      tokenCount: lesson.places.count + lesson.unread.count, readCount: lesson.places.count,
      markedCount: truth.count { !$0.isNothing } + missed, missedCount: missed)
  }
}
