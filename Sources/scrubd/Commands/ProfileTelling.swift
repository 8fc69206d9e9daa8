import Audit
import FoundationEssentials
import Patterns
import Pipeline
import Redaction

/// A profile as `profiles show` prints it.
struct ProfileTelling: Encodable {
  let profile: String
  let version: Int
  let summary: String
  /// As the audit log and the reports name it.
  let digest: String
  /// In thousandths.
  let suspicion: Int
  let hold: Hold
  let items: [Item]

  /// What holds a document; numbers in thousandths.
  struct Hold: Encodable {
    let limit: Int
    let weights: [String: Int]
    let decisive: [String]
  }

  struct Item: Encodable {
    /// The letter of 45 CFR 164.514(b)(2)(i).
    let item: String
    let identifier: String
    /// `NAME` to `tag`.
    let goes: [String: String]
    let stays: [String]
  }

  init(_ profile: Profile) {
    self.profile = profile.name
    version = profile.version
    summary = profile.summary
    digest = AuditDigest(of: profile.canonical).description
    suspicion = profile.suspicion
    hold = Hold(
      limit: profile.hold.limit,
      weights: Dictionary(
        uniqueKeysWithValues: profile.hold.weights.map { ($0.key.rawValue, $0.value) }),
      decisive: profile.hold.decisive.map(\.rawValue).sorted())
    items = profile.table.map { row in
      Item(
        item: row.item.rawValue, identifier: row.identifier,
        goes: Dictionary(
          uniqueKeysWithValues: row.goes.map { ($0.category.rawValue, $0.action.rawValue) }),
        stays: row.stays)
    }
  }

  /// For people.
  var plain: String {
    var table = TextTable(["item", "identifier", "goes, as", "stays"])
    for row in items {
      let goes = row.goes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      table.add([
        row.item, row.identifier, goes.isEmpty ? "-" : goes.joined(separator: ", "),
        row.stays.isEmpty ? "-" : row.stays.joined(separator: ", "),
      ])
    }
    let decisive = hold.decisive.isEmpty ? "none" : hold.decisive.joined(separator: ", ")
    let weights = hold.weights.sorted { $0.key < $1.key }
      .map { "\($0.key) \(PatternsCommand.decimal($0.value))" }
    return """
      \(profile), version \(version): \(summary)
      Digest \(digest). Suspicion \(suspicion) of 1000.

      \(table.text)

      Holds a document for a person's decision when what remains weighs \(PatternsCommand.decimal(hold.limit)) or more together, each kind once:
        \(weights.joined(separator: ", "))
      or when one of these remains: \(decisive)
      """
  }
}

/// A value as one line of JSON, keys sorted.
enum JSONLine {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
