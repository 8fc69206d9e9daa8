import FoundationEssentials
import Lexicons
import Patterns
import Tagger
import TestSupport

@testable import Detection

/// A model made by hand: all tokens are nothing, but for the words it was told of.
struct HandMadeModel {
  /// Eight steps to a bit: weights of a byte reach from -16 to 16 bits.
  private var weights = ModelWeights(steps: 3, features: Detector.taggerFeatures)
  /// How much more likely "nothing" is than any other label of a token that no other feature speaks of.
  private static let nothing = 12

  init() { say(FeatureKey.of(.always, 0), [.outside: HandMadeModel.nothing]) }

  /// - Parameter odds: how much more likely the label is than "nothing", in bits; 0 is an even chance.
  init(_ words: [String: TagLabel], odds: Int = 12) {
    self.init()
    for word in words.keys.sorted() {
      guard let label = words[word], label != .outside else { continue }
      say(HandMadeModel.key(word), [label: HandMadeModel.nothing, .outside: -odds])
    }
  }

  private mutating func say(_ key: UInt32, _ bits: [TagLabel: Int]) {
    var row = SIMD16<Int8>.zero
    for (label, bits) in bits { row[label.lane] = Int8(bits * 8) }
    weights.keys.append(key)
    weights.rows.append(row)
  }

  /// The key of the feature "this word", or number, or mark of punctuation.
  private static func key(_ word: String) -> UInt32 {
    let view = TextView(Array(word.utf8))
    var tokens: [Token] = []
    Tokenizer(lexicon: Lexicon()).tokenize(view, into: &tokens)
    return FeatureKey.of(.word, tokens.first.map { TokenTraits($0, view.bytes).word } ?? 0)
  }

  var model: TaggerModel {
    get throws { try TaggerModel(bytes: weights.bytes) }
  }
}

/// What the tagger makes of a text and of what rules found in it.
struct Tagged {
  var recognition: Recognition
  var scratch = TaggingScratch()

  /// - Parameters:
  ///   - rules: what rules found: a piece of the text, its category, how sure (thousandths).
  ///   - least: the probability from which a token is part of an identifier.
  init(
    _ text: String, _ model: TaggerModel, rules: [(String, Category, Int)] = [],
    least: Int = 500
  ) throws {
    recognition = try Recognition(text)
    for (part, category, confidence) in rules {
      recognition.candidates.append(
        Candidate(
          range: recognition.range(of: part), category: category, rule: "test/rule",
          confidence: confidence))
    }
    TaggerRecognizer(
      model: model, tokens: recognition.tokens, bytes: recognition.view.bytes,
      threshold: TagThreshold(suspicion: 1000 - least)
    ).findInWhole(&scratch, into: &recognition.candidates)
  }

  /// The texts of what is left, each with its category and rule, by place.
  var found: [String] {
    recognition.candidates.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { "\(recognition.text($0)) \($0.category.rawValue) \($0.rule)" }
  }

  /// The texts of the tagger's own findings, by place.
  var tagged: [String] {
    recognition.candidates.filter { $0.rule == TaggerRecognizer.rule }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }.map { recognition.text($0) }
  }
}

extension Recognition {
  /// Where a piece of the text stands first; empty at the start if it does not.
  func range(of part: String) -> Range<Int> {
    let part = Array(part.utf8)
    let bytes = view.bytes
    let start = bytes.indices.first { bytes[$0...].starts(with: part) }
    return start.map { $0..<$0 + part.count } ?? 0..<0
  }

  /// The token that is this word.
  func index(of word: String) -> Int? {
    tokens.firstIndex { view.bytes[$0.range].elementsEqual(word.utf8) }
  }
}

/// The tree's packs, word lists and model, as the daemon has them.
enum ShippedDetector {
  static func shared() throws -> Detector { try loaded.get() }

  /// The shipped model.
  static let model = Result<TaggerModel, any Error> {
    try TaggerModel(path: "\(SourceTree.patterns)/tagger/tagger.model")
  }

  private static let loaded = Result<Detector, any Error> { () throws -> Detector in
    let sources = try texts(in: SourceTree.patterns, ".yaml").map {
      PackSource(file: $0.name, bytes: $0.bytes)
    }
    let result = PackParser.parse(sources, useJIT: false)
    guard let packs = result.packs else { throw Broken(diagnostics: "\(result.diagnostics)") }
    return Detector(
      lexicon: try TestLexicon.shared(), patterns: packs.patterns, guards: packs.guards,
      tagger: try model.get())
  }

  private struct Broken: Error {
    var diagnostics: String
  }

  /// The files of a folder whose names end so, by name.
  static func texts(in folder: String, _ ending: String) throws -> [(name: String, bytes: [UInt8])]
  {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(ending) }
      .map { ($0, [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))) }
  }
}

extension TaggerRecognizer {
  /// Reads `tokens` as a whole document.
  func findInWhole(_ scratch: inout TaggingScratch, into candidates: inout [Candidate]) {
    scratch.found.read(candidates, tokens)
    scratch.all.begin(words: tokens.count)
    scratch.all.count(tokens, tokens.indices, scratch.found.marks)
    find(WritingHabits(of: tokens), &scratch, into: &candidates)
  }
}
