import ArgumentParser
import Audit
import FoundationEssentials
import Settings

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Makes, changes and shows the keys of the audit log and the vault.",
    subcommands: [KeysInit.self, KeysRotate.self, KeysShow.self])
}

struct KeysInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes the audit key, or the vault's, unless there is one.",
    discussion: """
      The file is its owner's alone. Keep a backup of it where the audit log is not. The vault keeps removed values, \
      encrypted, from the moment it has a key; without one it is off.

      To hand a key over as a systemd credential instead:
        systemd-creds encrypt --name=scrubd.key keys/audit.key /etc/credstore.encrypted/scrubd.key

      EXAMPLE
        scrubd keys init --root /srv/scrubd
        scrubd keys init --vault
      """)

  @OptionGroup var place: AuditPlace
  @Flag(help: "The key of the vault, which turns the vault on.") var vault = false

  func run() throws {
    let settings = try place.settings()
    let file = vault ? VaultPlace.keyFile(settings) : settings.keyFile
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/\(folder)", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    guard try AuditKey.create(file) else {
      throw Failure("there is a key at \(file) already; it was left as it is")
    }
    Console.out("made \(file)")
    if !vault { try KeysShow.tell(try AuditKey.load(file)) }
  }
}

struct KeysRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract:
      "Adds a new secret to a key file; old ones stay in it, and old public keys in the log.",
    discussion: """
      The log goes over to the new key when the service starts next: the old key signs who its heir is, so that the log \
      verifies from its first record to its last. Digests of removed values made with the new key cannot be compared with \
      older ones.

      With --vault every document's key is wrapped anew with the new secret.

      EXAMPLE
        scrubd keys rotate && systemctl restart scrubd
      """)

  @OptionGroup var place: AuditPlace
  @Flag(help: "The key of the vault.") var vault = false

  func run() throws {
    let settings = try place.settings()
    guard vault else {
      let key = try AuditKey.rotate(settings.keyFile)
      Console.out("the log goes over to the newest key when the service starts next")
      return try KeysShow.tell(key)
    }
    let file = VaultPlace.keyFile(settings)
    _ = try AuditKey.rotate(file)
    let count = try VaultPlace.openVault(settings).rewrap()
    Console.out("\(count) documents' keys are wrapped with the newest secret of \(file)")
  }
}

struct KeysShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints the public keys, oldest first; the last one signs.",
    discussion: """
      Keep them elsewhere: `scrubd audit verify --public-key` checks the log against them.

      EXAMPLE
        scrubd keys show > /media/safe/checkpoint.pub
      """)

  @OptionGroup var place: AuditPlace

  func run() throws { try KeysShow.tell(try AuditKey.load(try place.settings().keyFile)) }

  static func tell(_ key: AuditKey) throws {
    for publicKey in key.publicKeys { Console.out("\(publicKey)") }
  }
}
