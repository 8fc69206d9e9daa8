import Audit
import Detection
import FoundationEssentials
import Lexicons
import PCRE2
import Patterns
import Pipeline
import Redaction
import Revealing
import Settings
import Tagger

/// Everything that decides what is found and what is done with it, loaded once and shared by all workers.
struct Policy {
  let packs: PackSet
  let revealing: RevealingPackSet
  /// The settings' profile.
  let profile: Profile
  /// All that are known, by name: a subfolder of the inbox may ask for another one.
  let profiles: [String: Profile]
  let lexicon: Lexicon
  let tagger: TaggerModel
  let detector: Detector
  private let reader: RevealingReader
  private let restrictedZIP3: Set<String>
  private let surrogates: SurrogateLists?
  private let key: AuditKey?

  /// Loads packs, word lists and the settings' profile. A mistake in any of them fails: a rule that is skipped is a leak.
  ///
  /// - Parameters:
  ///   - expectedBytes: how much text is going to be read; nil when there is no end to it.
  ///   - key: what operators with a key draw from; nil looks for the service's where it usually lies.
  init(_ settings: Settings, expectedBytes: Int? = nil, key: AuditKey? = nil) throws {
    let files = try PatternFiles(settings)
    let rules = try LoadedRules(files, Policy.machineCode(for: expectedBytes))
    packs = rules.packs
    try Coverage.check(packs, in: files.folder)
    revealing = rules.revealing
    // A service closes the door to new machine code once it is loaded.
    if expectedBytes == nil { try rules.prepare() }
    profiles = try files.parsedProfiles()
    profile = try Policy.profile(settings.profile, of: profiles)
    lexicon = try Policy.lexicon(settings)
    tagger = try Policy.tagger(files.folder)
    detector = Detector(
      lexicon: lexicon, patterns: packs.patterns, guards: packs.guards, tagger: tagger,
      filters: rules.filters)
    reader = RevealingReader(
      packs: revealing, lexicon: lexicon, filters: rules.revealingFilters)
    restrictedZIP3 = try Policy.restrictedZIP3(files.folder)
    surrogates = try Policy.surrogates(files.folder)
    self.key = try key ?? Policy.serviceKey(settings)
  }

  /// From so many bytes on, machine code saves more time than it costs to make for all packs.
  private static let worthMachineCode = 256 << 10

  private static func machineCode(for expectedBytes: Int?) -> LoadedRules.MachineCode {
    guard let expectedBytes else { return .lasting }
    return expectedBytes >= worthMachineCode ? .all : .none
  }

  /// Redacts under a profile.
  ///
  /// - Throws: with file, line and remedy, when one of its operators needs what is not there.
  func redactor(for profile: Profile) throws -> Redactor {
    do {
      return try Redactor(
        profile: profile, restrictedZIP3: restrictedZIP3,
        key: key.map { key in RedactionKey { key.redactionMAC($0) } }, surrogates: surrogates)
    } catch {
      throw Failure(error)
    }
  }

  /// Scrubs under a profile; all scrubbers share what finds.
  func scrubber(for profile: Profile) throws -> Scrubber {
    Scrubber(detector: detector, redactor: try redactor(for: profile), revealing: reader)
  }

  /// Scrubs under the settings' profile.
  func scrubber() throws -> Scrubber { try scrubber(for: profile) }

  /// The settings' profile and those that subfolders of the inbox ask for, ready for a service.
  func policies(for subfolders: Set<String>) throws -> Policies {
    let others = try subfolders.sorted().compactMap { profiles[$0] }.map {
      ScrubPolicy($0, try scrubber(for: $0))
    }
    return Policies(standard: ScrubPolicy(profile, try scrubber()), others: others)
  }

  /// Whether every pattern that takes something out really runs as machine code.
  var isJITOn: Bool {
    PCRE2Library.isJITAvailable && packs.patterns.allSatisfy(\.compiled.usesJIT)
  }

  /// The service's key, if it lies where this user may read it: a command that needs it says so by itself.
  private static func serviceKey(_ settings: Settings) throws -> AuditKey? {
    guard Files.isReadable(settings.keyFile) else { return nil }
    do { return try AuditKey.load(settings.keyFile) } catch { throw Failure(error) }
  }

  private static func profile(_ name: String, of profiles: [String: Profile]) throws -> Profile {
    guard let profile = profiles[name] else {
      throw Failure(
        "there is no profile \(name); known are \(profiles.keys.sorted().joined(separator: ", "))")
    }
    return profile
  }

  /// The word lists, whole: a damaged table would not fail, it would know no names.
  static func lexicon(_ settings: Settings) throws -> Lexicon {
    let path = try settings.lexiconFile()
    do {
      let lexicon = try Lexicon(path: path)
      try lexicon.verifyChecksum()
      return lexicon
    } catch let error as LexiconError {
      throw Failure(error)
    } catch {
      throw Failure("\(path) is damaged; run `scrubd lexicon compile`")
    }
  }

  /// The tagger's model, whole and made for the features this program works out.
  static func tagger(_ folder: String) throws -> TaggerModel {
    let path = "\(folder)/\(taggerFile)"
    do {
      let model = try TaggerModel(path: path)
      try model.verifyChecksum()
      guard model.features == Detector.taggerFeatures else {
        throw Failure("\(path) was trained for another version of scrubd; run `make model`")
      }
      return model
    } catch let error as Failure {
      throw error
    } catch let error as TaggerError {
      throw Failure(error)
    } catch {
      throw Failure("\(path) is damaged; install it anew or run `make model`")
    }
  }

  /// The model's place in the patterns folder.
  static let taggerFile = "tagger/tagger.model"

  /// The lists that surrogates are drawn from; nil when there are none.
  private static func surrogates(_ folder: String) throws -> SurrogateLists? {
    let folder = "\(folder)/surrogates"
    guard Files.isFolder(folder) else { return nil }
    let result = SurrogateLists.parse(try PatternFiles.sources(folder, suffix: ".tsv"))
    guard let lists = result.lists else { throw PatternFiles.failure(result.diagnostics) }
    return lists
  }

  private static func restrictedZIP3(_ folder: String) throws -> Set<String> {
    let file = "\(folder)/lexicons/\(RestrictedZIP3.fileName)"
    do { return try RestrictedZIP3.parse(try Files.read(file)) } catch { throw Failure(error) }
  }
}

extension Policy {
  /// What the audit says of the rules that the records after it were made under.
  var auditStart: AuditStart {
    AuditStart(
      version: AuditCode(Version.current) ?? "unknown",
      profile: AuditCode(profile.name) ?? "unnamed",
      profileVersion: AuditCode(String(profile.version)) ?? "0",
      profileDigest: AuditDigest(of: profile.canonical),
      packsDigest: AuditDigest(
        of: packs.canonical + revealing.canonical + (surrogates?.canonical ?? [])),
      lexicon: AuditCode(String(lexicon.sourceDigest, radix: 16)) ?? "unknown",
      tagger: AuditCode(String(tagger.identity, radix: 16)) ?? "unknown",
      isJITOn: isJITOn, zip3Census: "2000-2010-2020-union")
  }
}
