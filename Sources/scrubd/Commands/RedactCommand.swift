import ArgumentParser
import Detection
import Documents
import FoundationEssentials
import Pipeline
import Redaction
import Settings
import Syscalls

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Scrubs one file, or standard input.",
    discussion: """
      Nothing is written when scrubd is in doubt: the exit code is then 1 and standard error says why. A text that is free of \
      identifiers and still tells too much (see "hold" in the profile) is written, and the service would hold it for a \
      person's decision: standard error lists what tells, line by line, with what to write instead, and the exit code is 1.

      EXAMPLE
        scrubd redact "case final.txt" -o scrubbed.txt
        pbpaste | scrubd redact --profile safe-harbor -
      """)

  @Argument(help: "The file to scrub; - for standard input.")
  var file = "-"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; standard output if left out.", valueName: "file"))
  var output: String?

  @Flag(help: "Write the draft even when the second scan found something; the exit code stays 1.")
  var draft = false

  @OptionGroup var policy: PolicyOptions

  func run() throws {
    let settings = try Settings.load(policy.overrides)
    let bytes = try input(settings.documentLimitBytes)
    let loaded = try Policy(settings, expectedBytes: bytes.count)
    let document: TextDocument
    do { document = try TextDocument(bytes) } catch {
      throw Failure(error.explanation)
    }
    let scrubbed = try scrub(
      document, loaded, within: .seconds(settings.documentTimeoutSeconds))
    guard let text = document.assembled([scrubbed.redacted.text]),
      let output = document.encoding.encode(text)
    else { throw Failure(Reason.unwritable.explanation) }
    let verdict = Verdict.on(scrubbed, document: document)
    if scrubbed.catches.isEmpty || draft { try write(output) }
    tellReferences(scrubbed)
    guard verdict.outcome == .released else { throw failure(verdict, scrubbed) }
  }

  /// What remains and can tell who is meant, for the person at the terminal.
  private func tellReferences(_ scrubbed: Scrubbed) {
    let places = Report.places(scrubbed.references, in: scrubbed.redacted.text)
    guard !places.isEmpty else { return }
    Console.error("What can still tell who is meant, in the scrubbed text:")
    for line in ReferenceLines(places).text { Console.error(line) }
  }

  private func failure(_ verdict: Verdict, _ scrubbed: Scrubbed) -> Failure {
    let why = verdict.reasons.map(\.explanation).joined(separator: " ")
    guard !scrubbed.catches.isEmpty else {
      return Failure("\(why) The text was written; the service would hold it.")
    }
    let rules = Set(scrubbed.catches.map(\.rule)).sorted().joined(separator: ", ")
    return Failure(
      "\(why) Found by: \(rules)."
        + (draft ? "" : " Nothing was written; --draft writes it nevertheless."))
  }

  private func input(_ limit: Int) throws -> [UInt8] {
    if file != "-", Files.size(file) ?? 0 <= limit { return try Files.read(file) }
    guard file == "-", let bytes = try StandardInput.read(limit: limit) else {
      throw Failure("this is more than the \(limit) bytes allowed for one document; split it")
    }
    return bytes
  }

  private func scrub(
    _ document: TextDocument, _ policy: Policy, within timeLimit: Duration
  ) throws -> Scrubbed {
    var scratch = DetectionScratch()
    let end = ContinuousClock.now + timeLimit
    scratch.isTimeUp = { ContinuousClock.now > end }
    do {
      return try policy.scrubber().scrub(document.text, stem: "", &scratch)
    } catch {
      throw Failure(DetectCommand.explanation(error))
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    if let output { try Files.write(bytes, to: output) } else { Console.out(bytes: bytes) }
  }
}
