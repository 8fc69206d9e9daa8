import Lexicons
import PCRE2
import Patterns
import Redaction
import Settings
import Tagger

/// Checks of patterns, profiles and word lists.
enum PolicyCheckup {
  static func patterns(_ settings: Settings) -> Checkup.Result {
    do {
      let packs = try PatternFiles(settings).parsedPacks()
      let missing = Coverage.missing(packs).map(\.rawValue)
      guard missing.isEmpty else {
        return .failed(
          "no pattern for HIPAA items \(missing.joined(separator: ", ")): a pack is missing; restore it"
        )
      }
      return .good("\(packs.patterns.count) patterns in \(packs.packs.count) packs")
    } catch { return .failed("\(error)") }
  }

  static func profile(_ settings: Settings) -> Checkup.Result {
    do {
      let result = ProfileParser.parse(try PatternFiles(settings).profiles)
      guard let profiles = result.profiles else {
        return .failed(result.diagnostics.map(\.description).joined(separator: "; "))
      }
      guard let profile = profiles[settings.profile] else {
        return .failed("there is no profile \(settings.profile); set another one")
      }
      return .good("\(profile.name) version \(profile.version) of \(profiles.count)")
    } catch { return .failed("\(error)") }
  }

  static func lexicon(_ settings: Settings) -> Checkup.Result {
    do {
      let path = try settings.lexiconFile()
      let lexicon = try Lexicon(path: path)
      try lexicon.verifyChecksum()
      let lists = try WordLists.read("\(try settings.patternsDirectory())/lexicons")
      guard LexiconCompiler.digest(of: lists) == lexicon.sourceDigest else {
        return .failed(
          "\(path) is older than the lists beside it; run `scrubd lexicon compile`")
      }
      return .good("\(lexicon.count) words and phrases, checksum right")
    } catch { return .failed("\(error)") }
  }

  static func tagger(_ settings: Settings) -> Checkup.Result {
    do {
      let model = try Policy.tagger(try settings.patternsDirectory())
      return .good("\(model.featureCount) features, checksum right")
    } catch { return .failed("\(error)") }
  }

  static func jit(_ settings: Settings) -> Checkup.Result {
    guard PCRE2Library.isJITAvailable else {
      return .doubtful(
        "off, PCRE2 \(PCRE2Library.version) interprets the patterns, which takes a little longer; "
          + "MemoryDenyWriteExecute=yes in the unit turns it off")
    }
    return .good("on, PCRE2 \(PCRE2Library.version)")
  }
}
