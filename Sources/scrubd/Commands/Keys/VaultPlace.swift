import Audit
import Settings

/// Where the vault and its key lie. The vault is on when there is a key for it.
enum VaultPlace {
  /// Beside the audit key: systemd hands over both as credentials in one folder.
  static func keyFile(_ settings: Settings) -> String {
    let folder = settings.keyFile.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/vault.key"
  }

  static func folder(_ settings: Settings) -> String { "\(settings.root)/vault" }

  /// Nil when the vault is off.
  static func vault(_ settings: Settings) throws -> Vault? {
    let file = keyFile(settings)
    guard Files.exists(file) else { return nil }
    return try Vault(folder: folder(settings), key: try VaultKey.load(file))
  }

  /// The vault, for a command that needs it.
  static func openVault(_ settings: Settings) throws -> Vault {
    guard let vault = try vault(settings) else {
      throw Failure(
        "there is no vault key at \(keyFile(settings)); `scrubd keys init --vault` makes one, and values are kept from "
          + "then on")
    }
    return vault
  }
}
