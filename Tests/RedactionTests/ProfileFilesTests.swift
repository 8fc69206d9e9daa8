import FoundationEssentials
import Patterns
import Testing

@testable import Redaction

/// The profiles that are delivered, as they stand in `patterns/profiles`.
@Suite struct ProfileFilesTests {
  private func delivered() throws -> ProfileParser.Result {
    var root = #filePath.split(separator: "/").dropLast(3)
    root += ["patterns", "profiles"]
    let folder = "/" + root.joined(separator: "/")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let sources = names.filter { $0.hasSuffix(".yaml") }.map { name in
      let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
      return PackSource(file: name, bytes: Array(data))
    }
    return ProfileParser.parse(sources)
  }

  @Test func `they have no mistake and keep no direct identifier`() throws {
    #expect(try delivered().diagnostics == [])
  }

  @Test func `publication takes out places that safe harbor lets stay`() throws {
    let profiles = try #require(try delivered().profiles)
    let publication = try #require(profiles["publication"])
    let safeHarbor = try #require(profiles["safe-harbor"])
    #expect(publication.action(for: .state) == .tag)
    #expect(safeHarbor.action(for: .state) == .keep)
    #expect(publication.action(for: .zip) == .tag)
    #expect(safeHarbor.action(for: .zip) == .zip3)
    #expect(safeHarbor.action(for: .date) == .year)
    #expect(publication.canonical != safeHarbor.canonical)
  }

  @Test func `both tell ages of 90 and more as such`() throws {
    let profiles = try #require(try delivered().profiles)
    #expect(profiles["publication"]?.action(for: .age) == .ninetyOrOlder)
    #expect(profiles["safe-harbor"]?.action(for: .age) == .ninetyOrOlder)
  }
}
