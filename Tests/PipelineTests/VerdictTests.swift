import Documents
import Redaction
import TestSupport
import Testing

@testable import Pipeline

@Suite struct VerdictTests {
  @Test func `a text in which the second scan found nothing is released`() throws {
    let verdict = try verdict(on: SmallPolicy.plain)
    #expect(verdict.outcome == .released)
    #expect(verdict.reasons.isEmpty)
  }

  @Test func `a text in which the second scan found something is held and says how much`() throws {
    let verdict = try verdict(on: SmallPolicy.surfacing)
    #expect(verdict.outcome == .held)
    #expect(verdict.reasons == [.secondScan(1)])
    #expect(verdict.scrubbed?.catches.map(\.rule) == ["small/joined"])
  }

  @Test func `a text with words in a script that no rule reads is held for that`() throws {
    let verdict = try verdict(on: "A letter: Пациент поступил.")
    #expect(verdict.outcome == .held)
    #expect(verdict.reasons == [.unsupportedScript])
  }

  @Test func `a text that tells too much is held for each decisive thing and for the sum`() throws {
    let decisive = try verdict(on: SmallPolicy.decisive)
    #expect(decisive.outcome == .held)
    #expect(decisive.reasons.map(\.code) == ["revealing.public-event"])
    let both = try verdict(on: SmallPolicy.decisive + SmallPolicy.adding)
    #expect(both.reasons.map(\.code) == ["revealing.public-event", "revealing"])
  }

  @Test func `a document that could not be processed has no text to release`() {
    let verdict = Verdict.quarantined(.timeLimit)
    #expect(verdict.outcome == .quarantined)
    #expect(verdict.scrubbed == nil)
    #expect(verdict.reasons == [.timeLimit])
  }

  private func verdict(on text: String) throws -> Verdict {
    .on(try SmallPolicy.scrub(text), document: try TextDocument(Array(text.utf8)))
  }
}
