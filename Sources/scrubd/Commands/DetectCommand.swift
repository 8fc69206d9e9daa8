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
      A folder means all files in it. Texts are shown only when asked for.

      EXAMPLE
        scrubd detect notes/ --json --offsets codepoints > findings.jsonl
        scrubd detect draft.txt --show-text
      """)

  enum Offsets: String, ExpressibleByArgument, CaseIterable { case bytes, codepoints }

  @Argument(help: "Files and folders.") var paths: [String]
  @Flag(help: "One JSON object a line.") var json = false
  @Option(help: "What start and end count.") var offsets = Offsets.bytes
  @Flag(help: "Show the identifiers themselves.") var showText = false
  @Flag(help: "Show what the policy keeps as well, such as years and ages under 90.") var all =
    false
  @Flag(help: "Exit with 1 when anything was found.") var failOnFinding = false
  @OptionGroup var policy: PolicyOptions

  func run() throws {
    let files = try paths.flatMap(InputFile.expand)
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
        show(findings, document, file)
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
    let findings = try detector.detect(document.text, &scratch).findings
    return withKept ? findings : findings.filter { redactor.action(for: $0) != .keep }
  }
}
