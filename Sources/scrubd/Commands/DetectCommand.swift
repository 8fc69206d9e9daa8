import ArgumentParser
import Detection
import Documents
import Pipeline
import Redaction
import Settings

struct DetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect", abstract: "Shows what would be taken out, without changing anything.",
    discussion: """
      A folder means all files in it. Texts are shown only when asked for: with --show-text, and with --explain, which tells \
      of every finding, or of the places asked for with --at, why it goes or stays: the rules, the word lists, the tagger's \
      reasons, the document's memory, the profile. Use both only where you may read the documents, and do not paste what \
      they print.

      EXAMPLE
        scrubd detect notes/ --json --offsets codepoints > findings.jsonl
        scrubd detect draft.txt --show-text
        scrubd detect draft.txt --explain --at 120-131
      """)

  enum Offsets: String, ExpressibleByArgument, CaseIterable { case bytes, codepoints }

  @Argument(help: "Files and folders.") var paths: [String]
  @Flag(help: "One JSON object a line.") var json = false
  @Option(help: "What start and end count.") var offsets = Offsets.bytes
  @Flag(help: "Show the identifiers themselves.") var showText = false
  @Flag(help: "Show what the policy keeps as well, such as years and ages under 90.") var all =
    false
  @Flag(help: "Tell why each finding goes or stays. Shows text.") var explain = false
  @Option(
    help: ArgumentHelp(
      "With --explain: the place to tell of, in the unit of --offsets, such as 120 or 120-131.",
      valueName: "place"))
  var at: [AskedPlace] = []
  @Flag(help: "Exit with 1 when anything was found.") var failOnFinding = false
  @OptionGroup var policy: PolicyOptions

  func validate() throws {
    guard !at.isEmpty else { return }
    guard explain else { throw ValidationError("--at is for --explain.") }
    guard paths.count == 1 else { throw ValidationError("--at is for one file.") }
  }

  func run() throws {
    let files = try paths.flatMap(InputFile.expand)
    if !at.isEmpty, files.count != 1 { throw Failure("--at is for one file, and not for a folder") }
    let loaded = try Policy(
      try Settings.load(policy.overrides), expectedBytes: files.reduce(0) { $0 + $1.size })
    let progress = Progress(total: files.count)
    var scratch = DetectionScratch()
    var found = 0
    var unread = 0
    for file in files {
      progress.step()
      do {
        let document = try file.document()
        let findings = try loaded.findings(in: document, withKept: all, &scratch)
        found += findings.count
        if explain { try tell(document, file, loaded) } else { show(findings, document, file) }
      } catch {
        unread += 1
        Console.error("\(file.path): \(DetectCommand.explanation(error))")
      }
    }
    progress.end()
    if unread > 0 { throw Failure("\(unread) of \(files.count) files could not be checked") }
    if failOnFinding, found > 0 { throw ExitCode.failure }
  }

  private func show(_ findings: [Finding], _ document: TextDocument, _ file: InputFile) {
    var points = CodePoints(document.text)
    for finding in findings {
      var line = FindingLine(finding, file: file.name)
      if offsets == .codepoints {
        line.start = points.offset(of: finding.range.lowerBound)
        line.end = points.offset(of: finding.range.upperBound)
      }
      if showText { line.text = String(decoding: document.text[finding.range], as: UTF8.self) }
      Console.out(json ? line.json : line.plain)
    }
  }

  private func tell(_ document: TextDocument, _ file: InputFile, _ loaded: Policy) throws {
    for place in try loaded.explanation(of: document, at: at, offsets, file: file.name) {
      Console.out(json ? try place.json() : place.plain)
    }
  }

  static func explanation(_ error: any Error) -> String {
    switch error {
    case let refusal as DocumentRefusal: refusal.explanation
    case let failure as DetectionError: Reason(failure).explanation
    default: "\(error)"
    }
  }
}

extension Policy {
  /// A document's findings; those the profile keeps only if asked for.
  func findings(in document: TextDocument, withKept: Bool, _ scratch: inout DetectionScratch)
    throws -> [Finding]
  {
    let settings = DetectionSettings(suspicion: profile.suspicion)
    let findings = try detector.detect(document.text, &scratch, settings: settings).findings
    return withKept ? findings : profile.taken(findings, from: document.text)
  }
}
