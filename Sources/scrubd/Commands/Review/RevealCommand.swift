import ArgumentParser
import Audit
import Documents
import Settings

struct RevealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reveal",
    abstract: "Shows what a tag stands for, from the vault, and puts on record who asked and why.",
    discussion: """
      Needs the vault's key. The attempt is on record before anything is shown, whatever comes of it.
      Reasons: \(RevealReason.allCases.map(\.rawValue).joined(separator: ", ")).
      With --shred the document's key is destroyed instead: nobody reads its removed values again.
      Reasons then: \(ShredReason.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLE
        scrubd review reveal 01jz3k9x2m7a4t6w8y0b1c5d7f --label NAME-1 --reason treatment
        scrubd review reveal 01jz3k9x2m7a4t6w8y0b1c5d7f --shred --reason consent-withdrawn
      """)

  @OptionGroup var place: AuditPlace
  @Argument(help: "The document's id.") var document: String
  @Option(help: "The tag, such as NAME-1; all of the document's values when it is left out.")
  var label: String?
  @Option(help: "Why, as one of the codes above.") var reason: String
  @Flag(help: "Destroy the document's key in the vault.") var shred = false

  func run() throws {
    guard let id = DocumentID(document) else {
      throw ValidationError("\(document) is no document's id: it has 26 letters and digits")
    }
    let settings = try place.settings()
    let vault = try VaultPlace.openVault(settings)
    let log = try AuditLog(
      folder: try AuditPlace.folder(settings), key: try AuditKey.load(settings.keyFile))
    defer { try? log.close() }
    if shred {
      try vault.shred(
        id, by: .ofThisProcess, for: try choice(ShredReason.allCases), log: log)
      Console.out("the key of \(id) is destroyed")
    } else {
      let entries = try vault.reveal(
        id, label: try tag(), by: .ofThisProcess, for: try choice(RevealReason.allCases),
        log: log)
      for entry in entries { tell(entry) }
    }
  }

  private func tell(_ entry: VaultEntry) {
    let label = entry.label?.description ?? "-"
    Console.out(
      bytes: Array("\(label)\t\(entry.start)\t".utf8) + entry.value + [UInt8(ascii: "\n")])
  }

  private func tag() throws -> AuditLabel? {
    guard let label else { return nil }
    guard let tag = AuditLabel(label) else {
      throw ValidationError("--label \(label) is no tag; tags look like NAME-1")
    }
    return tag
  }

  private func choice<Reason: RawRepresentable<String>>(_ all: [Reason]) throws -> Reason {
    if let reason = Reason(rawValue: reason) { return reason }
    let known = all.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--reason \(reason) is none of: \(known)")
  }
}
