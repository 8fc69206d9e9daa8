import FoundationEssentials

import TestSupport
import Testing

@testable import Tagger

struct ModelFileTests {
  @Test func `a model read from its file is the model in memory`() throws {
    var random = RandomModel(seed: 1)
    let folder = try TemporaryDirectory()
    let bytes = random.weights.bytes
    try Data(bytes).write(to: URL(filePath: folder.path(of: "tagger.model")))
    let mapped = try TaggerModel(path: folder.path(of: "tagger.model"))
    try mapped.verifyChecksum()
    let sequence = random.sequence(tokens: 20, features: 10)
    #expect(try mapped.marginals(sequence) == random.model.marginals(sequence))
    #expect(mapped.featureCount == 200)
    #expect(mapped.features == 1)
    #expect(mapped.size == bytes.count)
  }

  @Test func `the same weights make the same file, in whatever order they come`() {
    let weights = RandomModel(seed: 2).weights
    var turned = weights
    turned.keys.reverse()
    turned.rows.reverse()
    #expect(weights.bytes == turned.bytes)
  }

  @Test func `a model without features knows its transitions`() throws {
    let random = RandomModel(seed: 3, featureCount: 0)
    var sequence = TagSequence()
    for _ in 0..<3 {
      sequence.add(5)
      sequence.endToken()
    }
    let marginals = try random.model.marginals(sequence)
    let expected = random.enumerate(sequence)
    #expect(abs(Double(marginals[1][4]) - expected[1][4]) < 2e-5)
  }

  @Test(arguments: Damage.all) func `damaged bytes are refused`(_ damage: Damage) {
    var bytes = RandomModel(seed: 4).weights.bytes
    damage.apply(&bytes)
    #expect(throws: damage.reason) {
      try TaggerModel(bytes: bytes).verifyChecksum()
    }
  }

  @Test func `every byte is under a checksum`() throws {
    let bytes = RandomModel(seed: 5, featureCount: 3).weights.bytes
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: TaggerDefect.self) { try TaggerModel(bytes: damaged).verifyChecksum() }
    }
  }

  @Test func `whatever stands behind the header, reading stays in the file`() throws {
    var random = RandomModel(seed: 6)
    var bytes = random.weights.bytes
    for place in bytes.indices.dropFirst(832) {
      bytes[place] = .random(in: 0...255, using: &random.generator)
    }
    let model = try TaggerModel(bytes: bytes)
    var sequence = TagSequence()
    for _ in 0..<50 {
      for _ in 0..<50 { sequence.add(.random(in: 0...UInt32.max, using: &random.generator)) }
      sequence.endToken()
    }
    for belief in model.marginals(sequence) { #expect(abs(belief.sum() - 1) < 1e-5) }
  }

  @Test(arguments: ["missing", "."])
  func `what cannot be read is named with the system's reason`(name: String) throws {
    let path = try TemporaryDirectory().path(of: name)
    let error = #expect(throws: TaggerError.self) { try TaggerModel(path: path) }
    #expect(error?.path == path)
    guard case .unreadable = error?.reason else {
      Issue.record("not refused as unreadable")
      return
    }
  }

  @Test(arguments: [
    (TaggerError.Reason.unreadable("open: no such file"), "cannot be read (open: no such file)"),
    (.defect(.foreign), "no tagger's model"), (.defect(.otherVersion(9)), "format version 9"),
    (.defect(.truncated), "ends too early"), (.defect(.damaged), "is damaged"),
  ])
  func `an error says what happened and what to do`(reason: TaggerError.Reason, words: String) {
    let text = TaggerError(path: "/lib/tagger.model", reason: reason).description
    #expect(text.hasPrefix("/lib/tagger.model: "))
    #expect(text.contains(words))
    #expect(text.hasSuffix("train one anew."))
  }
}

/// A way to spoil a file, and what must be said of it.
struct Damage: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var reason: TaggerDefect
  var apply: @Sendable (inout [UInt8]) -> Void

  static let all = [
    Damage(testDescription: "empty", reason: .foreign) { $0 = [] },
    Damage(testDescription: "another magic", reason: .foreign) { $0[3] = 0 },
    Damage(testDescription: "another version", reason: .otherVersion(7)) { $0[8] = 7 },
    Damage(testDescription: "half a header", reason: .truncated) { $0.removeLast($0.count - 400) },
    Damage(testDescription: "a count changed", reason: .damaged) { $0[16] ^= 1 },
    Damage(testDescription: "a transition changed", reason: .damaged) { $0[100] ^= 1 },
    Damage(testDescription: "one byte short", reason: .truncated) { $0.removeLast() },
    Damage(testDescription: "one byte more", reason: .damaged) { $0.append(0) },
    Damage(testDescription: "a weight changed", reason: .damaged) { $0[840] ^= 1 },
    Damage(testDescription: "the last byte changed", reason: .damaged) { $0[$0.count - 1] ^= 1 },
  ]
}
