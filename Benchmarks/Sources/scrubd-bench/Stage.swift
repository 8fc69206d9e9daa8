import Audit
import Detection
import Documents
import Foundation
import Patterns
import Pipeline
import Redaction

/// A part of the work on a document that can be timed by itself.
struct Stage {
  let name: String
  /// Works through all documents once.
  let run: ([[UInt8]]) throws -> Void
}

/// The parts, from the smallest to the whole of a document's way without its files.
struct Stages {
  let policy: LoadedPolicy

  /// Those before and in detection, and what follows it; each includes what it is built on.
  func all() throws -> [Stage] {
    try reading() + detecting() + writing()
  }

  private func reading() -> [Stage] {
    let tokenizer = Tokenizer(lexicon: policy.lexicon)
    return [
      Stage(name: "decode") { for bytes in $0 { consume(try TextDocument(bytes)) } },
      Stage(name: "normalised view") { for bytes in $0 { consume(TextView(bytes)) } },
      Stage(name: "view, tokens, word lists") { documents in
        var tokens: [Token] = []
        for bytes in documents { tokenizer.tokenize(TextView(bytes), into: &tokens) }
      },
    ]
  }

  private func detecting() -> [Stage] {
    let bare = detection("recognizers, without packs", policy.detector(patterns: []), .rules)
    let packs = policy.patternsOfPack.map { pack, patterns in
      detection("the same with \(pack)", policy.detector(patterns: patterns), .rules)
    }
    let detector = policy.detector()
    return [bare] + packs + [
      detection("all rules", detector, [.rules, .memory]),
      detection("all rules and tagger", detector, .all),
    ]
  }

  private func detection(
    _ name: String, _ detector: Detector, _ finders: DetectionSettings.Finders
  ) -> Stage {
    let settings = DetectionSettings(suspicion: policy.profile.suspicion, finders: finders)
    return Stage(name: name) { documents in
      var scratch = DetectionScratch()
      for bytes in documents { consume(try detector.detect(bytes, &scratch, settings: settings)) }
    }
  }

  private func writing() throws -> [Stage] {
    let detector = policy.detector()
    let settings = DetectionSettings(suspicion: policy.profile.suspicion)
    let redactor = policy.redactor
    let scrubber = policy.scrubber(detector)
    return [
      Stage(name: "detection, redaction") { documents in
        var scratch = DetectionScratch()
        for bytes in documents {
          let found = try detector.detect(bytes, &scratch, settings: settings).findings
          var labels = Labels(avoiding: bytes)
          consume(redactor.redact(bytes, found, &labels))
        }
      },
      Stage(name: "all of it: second scan, revealing references") { documents in
        var scratch = DetectionScratch()
        for bytes in documents { consume(try scrubber.scrub(bytes, stem: "note", &scratch)) }
      },
      try auditing(),
    ]
  }

  /// A record of release for every document, on disk at the end: what the log costs without waiting for each.
  private func auditing() throws -> Stage {
    let folder = FileManager.default.temporaryDirectory.path + "/scrubd-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let key = try AuditKey.loadOrCreate("\(folder)/key")
    let log = try AuditLog(folder: "\(folder)/audit", key: key)
    guard let id = DocumentID("01m8fkm0s87fxaz94etka0q5ra") else {
      throw BenchFailure("the id of the audit's measurement is none")
    }
    return Stage(name: "audit append, one sync") { documents in
      for bytes in documents {
        let mac = key.mac(content: bytes)
        try log.append([.claimed(id, size: bytes.count, contentMAC: mac)], durable: false)
      }
      try log.append([.held(id, reasons: ["second-scan"])], durable: true)
    }
  }
}
