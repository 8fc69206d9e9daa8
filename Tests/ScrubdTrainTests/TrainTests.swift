import ArgumentParser
import Detection
import FoundationEssentials
import Tagger
import TestSupport
import Testing

@testable import scrubd_train

/// The command as a whole, on a corpus that is learnt in a moment.
@Suite struct TrainTests {
  private static func train(_ output: String, _ options: [String] = []) throws -> TaggerModel {
    let corpora = try SmallCorpora()
    let command = try Train.parse(
      [
        "--corpora", corpora.path, "--patterns", SourceTree.patterns, "--output", output,
        "--refills", "1", "--generated", "4", "--iterations", "3", "--least-count", "2",
      ] + options)
    try command.run()
    return try TaggerModel(path: output)
  }

  @Test func `the same texts give the same model, byte for byte, and scrubd can use it`() throws {
    let folder = try TemporaryDirectory()
    let first = try TrainTests.train(folder.path(of: "first.model"))
    let second = try TrainTests.train(folder.path(of: "second.model"))
    try first.verifyChecksum()
    #expect(first.features == Detector.taggerFeatures)
    #expect(first.featureCount > 100)
    #expect(first.calibration != .identity)
    #expect(first.identity == second.identity)
    let bytes = try ["first.model", "second.model"].map {
      try Data(contentsOf: URL(filePath: folder.path(of: $0)))
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test func `a model that is not calibrated takes itself at its word`() throws {
    let folder = try TemporaryDirectory()
    let model = try TrainTests.train(folder.path(of: "one.model"), ["--uncalibrated"])
    #expect(model.calibration == .identity)
  }

  @Test(arguments: [
    ["--refills", "-1"], ["--generated", "-1"], ["--refill-weight", "-0.5"],
    ["--generated-weight", "nan"], ["--sigma", "0"], ["--sigma", "nan"], ["--iterations", "0"],
    ["--least-count", "0"], ["--least-weight", "-1"],
  ])
  func `an option that makes no sense is refused`(_ option: [String]) {
    let joined = "\(option[0])=\(option[1])"
    #expect(throws: (any Error).self) { try Train.parse(["--output", "x", joined]) }
    #expect(throws: Never.self) { try Train.parse(["--output", "x"]) }
  }

  @Test func `a model that cannot be written is told of before it is made`() throws {
    let command = try Train.parse([
      "--corpora", "/none", "--output", "/no/such/folder/tagger.model",
    ])
    let error = #expect(throws: TrainFailure.self) { try command.run() }
    #expect(error?.description.contains("/no/such/folder/tagger.model") == true)
    #expect(throws: TrainFailure.self) { try Folder.write([1], to: "/no/such/folder/tagger.model") }
  }

  @Test func `a folder without packs is no folder of patterns`() throws {
    let folder = try TemporaryDirectory()
    let error = #expect(throws: TrainFailure.self) {
      try Teacher(patterns: folder.path, corpora: folder.path)
    }
    #expect(error?.description.contains("no packs") == true)
  }

  @Test func `the model carries the groups of words it was taught with`() throws {
    let folder = try TemporaryDirectory()
    let model = try TrainTests.train(folder.path(of: "one.model"), ["--uncalibrated"])
    #expect(model.groups.entries.count == 5)
    #expect(model.groups.entries.contains(Detector.groupEntry("rang".utf8, 5)))
  }

  @Test(arguments: ["x seen met", "0 seen", "70000 seen"])
  func `a group of words without its number is told of`(_ line: String) throws {
    let corpora = try SmallCorpora()
    try corpora.write(line + "\n", to: "word_groups.txt")
    let error = #expect(throws: TrainFailure.self) {
      try Teacher(patterns: SourceTree.patterns, corpora: corpora.path)
    }
    #expect(error?.description.contains("no number begins the line") == true)
  }

  @Test func `the help has an example`() {
    #expect(Train.helpMessage().contains("EXAMPLE\n  scrubd-train --output"))
  }

  @Test func `texts without anything to learn from are told of`() throws {
    let settings = try Train.parse(["--output", "x"]).training.settings
    let error = #expect(throws: TrainFailure.self) {
      try Course([]).model(settings, isCalibrated: true) { _ in }
    }
    #expect(error?.description.contains("nothing to learn from") == true)
  }
}
