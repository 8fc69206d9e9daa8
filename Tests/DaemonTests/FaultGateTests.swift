import Audit
import Logging
import Pipeline
import Testing

@testable import Daemon

@Suite struct FaultGateTests {
  private let captured = CapturedJournal()
  private static let audit = MachineFault.pipeline(.audit(.poisoned))
  private static let space = MachineFault.lowSpace(free: 1 << 20, minimum: 2 << 20)

  @Test func `a fault is said once, and its end once`() {
    let gate = FaultGate(captured.journal)
    let trier = gate.newTrier()
    for _ in 0..<5 { gate.failed(FaultGateTests.audit, trier) }
    for _ in 0..<5 { gate.worked(trier) }
    gate.failed(FaultGateTests.space, trier)
    #expect(captured.lines.map(\.level) == [.warning, .info, .warning])
    #expect(captured.lines[0].text.contains("\(AuditError.poisoned)"))
    #expect(captured.lines[1].text == "working again: the audit log")
    #expect(captured.lines[2].text.contains("1 MiB are free on the disk and 2 MiB are asked for"))
  }

  @Test func `while all is well nothing is said`() {
    let gate = FaultGate(captured.journal)
    for _ in 0..<5 { gate.worked(gate.newTrier()) }
    #expect(captured.lines.isEmpty)
  }

  @Test func `one document that fails while others work is one line, and its end another`() {
    let gate = FaultGate(captured.journal)
    let failing = gate.newTrier()
    for _ in 0..<20 {
      gate.failed(FaultGateTests.audit, failing)
      gate.worked(gate.newTrier())
    }
    #expect(captured.lines.count == 1)
    gate.worked(failing)
    #expect(captured.lines.count == 2)
  }

  @Test func `each kind is said by itself, and a fault that turns into another ends`() {
    let gate = FaultGate(captured.journal)
    let (one, other) = (gate.newTrier(), gate.newTrier())
    gate.failed(FaultGateTests.audit, one)
    gate.failed(FaultGateTests.space, other)
    gate.failed(FaultGateTests.space, one)
    #expect(captured.lines.map(\.level) == [.warning, .warning, .info])
    #expect(captured.lines[2].text == "working again: the audit log")
    gate.worked(one)
    #expect(captured.lines.count == 3)
    gate.worked(other)
    #expect(captured.lines[3].text == "working again: room on the disk")
  }

  @Test func `who gives up says nothing of the end, and does not keep others from saying it`() {
    let gate = FaultGate(captured.journal)
    let (one, other) = (gate.newTrier(), gate.newTrier())
    gate.failed(FaultGateTests.audit, one)
    gate.failed(FaultGateTests.audit, other)
    gate.gaveUp(one)
    #expect(captured.lines.count == 1)
    gate.worked(other)
    #expect(captured.lines.count == 2)
  }

  @Test func `many workers that fail together are one line`() async {
    let gate = FaultGate(captured.journal)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask { gate.failed(.pipeline(.audit(.closed)), gate.newTrier()) }
      }
    }
    #expect(captured.lines.count == 1)
  }
}
