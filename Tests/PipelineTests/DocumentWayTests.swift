import Audit
import Detection
import Documents
import Spool
import TestSupport
import Testing

@testable import Pipeline

/// The state machine alone: events in, actions out.
@Suite struct DocumentWayTests {
  /// An event, as a name; what it carries is always the same.
  enum Step: String, CaseIterable, Sendable {
    case begun, bytes, unread, decoded, undecodable, clean, caught, failed, staged, unwritable
    case committed, published

    func event() throws -> DocumentWay.Event {
      switch self {
      case .begun: .begun
      case .bytes: .read(.bytes(Array(SmallPolicy.plain.utf8)))
      case .unread: .read(.refused(.tooLarge))
      case .decoded: .decoded(try TextDocument(Array(SmallPolicy.plain.utf8)))
      case .undecodable: .undecodable(.unsupported(.pdf))
      case .clean: .scrubbed(try SmallPolicy.scrub(SmallPolicy.plain))
      case .caught: .scrubbed(try SmallPolicy.scrub(SmallPolicy.surfacing))
      case .failed: .failed(.timeLimit)
      case .staged: .staged([])
      case .unwritable: .unwritable(.unwritable)
      case .committed: .committed
      case .published: .published
      }
    }
  }

  struct Path: Sendable, CustomTestStringConvertible {
    let steps: [Step]
    let ends: String
    var testDescription: String { steps.map(\.rawValue).joined(separator: " ") }
  }

  private static let toEnd: [Step] = [.staged, .committed, .published]

  static let paths = [
    Path(steps: [.begun, .bytes, .decoded, .clean] + toEnd, ends: "released clean"),
    Path(steps: [.begun, .bytes, .decoded, .caught] + toEnd, ends: "held second-scan"),
    Path(steps: [.begun, .bytes, .decoded, .failed] + toEnd, ends: "quarantined time-limit"),
    Path(steps: [.begun, .bytes, .undecodable] + toEnd, ends: "quarantined format.pdf"),
    Path(steps: [.begun, .unread] + toEnd, ends: "quarantined refused.too-large"),
    Path(
      steps: [.begun, .bytes, .decoded, .clean, .unwritable] + toEnd,
      ends: "quarantined unwritable"),
    Path(
      steps: [.begun, .bytes, .decoded, .caught, .unwritable] + toEnd,
      ends: "quarantined unwritable"),
    Path(
      steps: [.begun, .bytes, .decoded, .clean, .staged, .unwritable] + toEnd,
      ends: "quarantined unwritable"),
  ]

  /// The events that a state knows what to do with, by how the way got there.
  static let expected: [(way: [Step], next: Set<Step>)] = [
    ([], [.begun]),
    ([.begun], [.bytes, .unread]),
    ([.begun, .bytes], [.decoded, .undecodable]),
    ([.begun, .bytes, .decoded], [.clean, .caught, .failed]),
    ([.begun, .bytes, .decoded, .clean], [.staged, .unwritable]),
    ([.begun, .bytes, .decoded, .clean, .staged], [.committed, .unwritable]),
    ([.begun, .bytes, .decoded, .clean, .staged, .committed], [.published]),
  ]

  @Test(arguments: paths) func `every path has its end`(_ path: Path) throws {
    var way = DocumentWay(Claim(id: Bench.id(), name: Array("case.txt".utf8)))
    var said = ""
    for step in path.steps {
      let action = way.next(try step.event())
      if case .publish(let verdict) = action {
        said = "\(verdict.outcome.rawValue) \(verdict.reasons.first?.code ?? "clean")"
      }
      if step == .published {
        guard case .finish(let outcome) = action else {
          Issue.record("the way did not end")
          return
        }
        #expect(said.hasPrefix(outcome.rawValue))
      }
    }
    #expect(said == path.ends)
  }

  @Test
  func `nothing is published before its records are committed, nor committed before it is staged`()
    throws
  {
    for path in DocumentWayTests.paths {
      var way = DocumentWay(Claim(id: Bench.id(), name: []))
      var asked: [String] = []
      for step in path.steps { asked.append(DocumentWayTests.name(way.next(try step.event()))) }
      #expect(asked.suffix(4) == ["stage", "commit", "publish", "finish"])
      #expect(asked.filter { $0 == "publish" }.count == 1)
    }
  }

  @Test(arguments: expected.indices)
  func `every unexpected event ends in quarantine`(_ row: Int) throws {
    let (steps, known) = DocumentWayTests.expected[row]
    for surprise in Step.allCases where !known.contains(surprise) {
      var way = DocumentWay(Claim(id: Bench.id(), name: []))
      for step in steps { _ = way.next(try step.event()) }
      guard case .stage(let verdict) = way.next(try surprise.event()) else {
        Issue.record("\(surprise) after \(steps) was not sent to quarantine")
        continue
      }
      #expect(verdict.outcome == .quarantined)
      #expect(verdict.reasons == [.undecided])
      #expect(verdict.scrubbed == nil)
      guard case .commit = way.next(.staged([])), case .publish(let last) = way.next(.committed)
      else {
        Issue.record("\(surprise) after \(steps) is stuck")
        continue
      }
      #expect(last.outcome == .quarantined)
    }
  }

  @Test func `no order of events releases a text that no clean scan came before`() throws {
    var random = SeededGenerator(seed: 1)
    let events = try Step.allCases.map { ($0, try $0.event()) }
    for _ in 0..<2000 {
      var way = DocumentWay(Claim(id: Bench.id(), name: []))
      var seen: [Step] = []
      for _ in 0..<12 {
        guard let (step, event) = events.randomElement(using: &random) else { break }
        let action = way.next(event)
        seen.append(step)
        guard case .publish(let verdict) = action, verdict.outcome == .released else { continue }
        #expect(seen == [.begun, .bytes, .decoded, .clean, .staged, .committed])
      }
    }
  }

  @Test(arguments: Refusal.allCases)
  func `what is no document is quarantined without being read`(_ refusal: Refusal) {
    var way = DocumentWay(Claim(id: Bench.id(), name: [], refusal: refusal))
    guard case .stage(let verdict) = way.next(.begun) else {
      Issue.record("it was read")
      return
    }
    #expect(verdict.outcome == .quarantined)
    #expect(verdict.reasons.first?.code == "refused.\(refusal.rawValue)")
  }

  @Test func `a finished way stays finished`() throws {
    var way = DocumentWay(Claim(id: Bench.id(), name: []))
    for step in DocumentWayTests.paths[0].steps { _ = way.next(try step.event()) }
    for step in Step.allCases {
      guard case .finish(.released) = way.next(try step.event()) else {
        Issue.record("\(step) began something new")
        continue
      }
    }
  }

  private static func name(_ action: DocumentWay.Action) -> String {
    switch action {
    case .read: "read"
    case .decode: "decode"
    case .scrub: "scrub"
    case .stage: "stage"
    case .commit: "commit"
    case .publish: "publish"
    case .finish: "finish"
    }
  }
}
