import ArgumentParser
import Audit

struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that no record was changed, dropped, moved or cut off.",
    discussion: """
      Needs no daemon, no network and no secret: the public key is enough. Keep copies of audit/checkpoint.pub and \
      audit/head.json where whoever can write the audit folder cannot reach: a log that was made anew is caught by the key \
      kept elsewhere, and one that was cut off at a checkpoint, its old head put back, by the head kept elsewhere alone.

      EXAMPLE
        scrubd audit verify --root ./var
        scrubd audit verify --folder /mnt/copy/audit --public-key ./checkpoint.pub --anchor /mnt/witness/head.json
      """)

  @OptionGroup var place: AuditPlace
  @Option(help: ArgumentHelp("The audit folder itself, such as a copy of it.", valueName: "dir"))
  var folder: String?
  @OptionGroup var trust: AuditTrust

  func run() throws {
    let result = try trust.verify(folder: try folder ?? place.folder())
    for problem in result.problems { Console.out("PROBLEM  \(problem)") }
    if let first = result.firstBad { Console.out("FIRST    \(first)") }
    Console.out(
      "\(result.records) records in \(result.segments) segments, \(result.signatures) signatures checked, "
        + (result.isIntact ? "intact" : "\(result.problemCount) problems"))
    if result.prunedRecords > 0 {
      Console.out("records 1 to \(result.prunedRecords) were removed when their time was over")
    }
    if result.recordsPastHead > 0 {
      Console.out("\(result.recordsPastHead) of them are newer than the head in head.json")
    }
    if let end = result.end { Console.out("last record \(end)") }
    if !result.isIntact { throw ExitCode.failure }
  }
}

/// What an auditor has kept elsewhere.
struct AuditTrust: ParsableArguments {
  @Option(
    help: ArgumentHelp("Public keys kept elsewhere: a copy of checkpoint.pub.", valueName: "file"))
  var publicKey: String?
  @Option(
    help: ArgumentHelp("A head kept elsewhere: a copy of head.json.", valueName: "file"))
  var anchor: [String] = []
  @Option(
    help: ArgumentHelp("A head as the journal tells it, 1234:<digest>.", valueName: "head"))
  var head: [String] = []

  func verify(folder: String) throws -> AuditVerification {
    let segments = try Files.list(folder, suffix: ".jsonl").count
    let progress = Progress(total: segments)
    defer { progress.end() }
    return try AuditVerifier.verify(folder: folder, witnesses: try witnesses()) { _ in
      progress.step()
    }
  }

  private func witnesses() throws -> AuditVerifier.Witnesses {
    var witnesses = AuditVerifier.Witnesses()
    if let publicKey {
      guard let keys = CheckpointPublicKeys(file: try Files.read(publicKey)) else {
        throw Failure("\(publicKey) holds no public keys; it should be a copy of checkpoint.pub")
      }
      witnesses.keys = keys.keys
    }
    witnesses.headFiles = try anchor.map { try Files.read($0) }
    witnesses.heads = try head.map { text in
      guard let head = AuditHead(text) else {
        throw ValidationError("--head needs a number, a colon and 64 hexadecimal digits")
      }
      return head
    }
    return witnesses
  }
}
