package import Patterns

/// The word lists that surrogates are drawn from.
package struct SurrogateLists: Sendable {
  /// A given name or surname.
  struct Name: Sendable, Hashable {
    /// As it is written, ASCII.
    var text: [UInt8]
    var sex: Sex
    var origin: String
  }

  enum Sex: String, Sendable, Hashable {
    case female = "f"
    case male = "m"
    case both = "n"
  }

  /// What came of the files.
  package struct Result: Sendable {
    /// Nil when there is any error.
    package let lists: SurrogateLists?
    package let diagnostics: [Diagnostic]
  }

  /// The names that may be drawn.
  let given: [Name]
  let surnames: [Name]
  let places: [[UInt8]]
  /// First words of streets and organisations.
  let stems: [[UInt8]]
  /// By the lower-case name: what is known of a bearer of it, of names that are never drawn as well.
  let knownGiven: [[UInt8]: Name]
  let knownSurnames: [[UInt8]: Name]
  /// All lists, byte for byte: for the digest of the policy.
  package let canonical: [UInt8]

  /// The names of the files, in the folder `surrogates`.
  package static let fileNames = ["given_names.tsv", "places.tsv", "stems.tsv", "surnames.tsv"]

  /// Parses all four lists together; each is known by the last part of its path.
  package static func parse(_ sources: [PackSource]) -> Result {
    var reader = SurrogateReader()
    let files = Dictionary(sources.map { (fileName(of: $0), $0) }) { first, _ in first }
    for name in fileNames where files[name] == nil {
      reader.log.error(
        name, Position(line: 1), "this list of surrogates is missing; install it again")
    }
    guard let given = files["given_names.tsv"], let surnames = files["surnames.tsv"],
      let places = files["places.tsv"], let stems = files["stems.tsv"]
    else { return Result(lists: nil, diagnostics: reader.log.sorted) }
    var canonical = CanonicalBytes()
    for name in fileNames {
      canonical.add(name)
      canonical.add(String(decoding: files[name]?.bytes ?? [], as: UTF8.self))
    }
    let lists = SurrogateLists(
      given: reader.names(given, hasSex: true), surnames: reader.names(surnames, hasSex: false),
      places: reader.words(places), stems: reader.words(stems), canonical: canonical.bytes)
    return Result(
      lists: reader.log.hasErrors ? nil : lists, diagnostics: reader.log.sorted)
  }

  private static func fileName(of source: PackSource) -> String {
    source.file.split(separator: "/").last.map(String.init) ?? source.file
  }

  private init(
    given: [SurrogateReader.Row], surnames: [SurrogateReader.Row], places: [[UInt8]],
    stems: [[UInt8]], canonical: [UInt8]
  ) {
    self.given = given.filter(\.isDrawn).map(\.name)
    self.surnames = surnames.filter(\.isDrawn).map(\.name)
    self.places = places
    self.stems = stems
    self.canonical = canonical
    knownGiven = SurrogateLists.known(given)
    knownSurnames = SurrogateLists.known(surnames)
  }

  private static func known(_ rows: [SurrogateReader.Row]) -> [[UInt8]: Name] {
    Dictionary(rows.map { (LetterCase.lower.applied(to: $0.name.text), $0.name) }) { first, _ in
      first
    }
  }
}
