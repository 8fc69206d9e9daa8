package import Audit
import Documents
import Syscalls

/// A field of the journal beside the message. Its value is a number or a code, so that no text of a document fits in.
package struct EventField: Sendable, Hashable {
  /// Upper-case letters and underscores, as journald wants them.
  package let name: StaticName
  package let value: Value

  package enum StaticName: String, Sendable, Hashable, CaseIterable {
    case event = "SCRUBD_EVENT"
    case document = "SCRUBD_DOCUMENT"
    case outcome = "SCRUBD_OUTCOME"
    case milliseconds = "SCRUBD_MILLISECONDS"
    case count = "SCRUBD_COUNT"
    case fault = "SCRUBD_FAULT"
    case errno = "SCRUBD_ERRNO"
    case version = "SCRUBD_VERSION"
    case profile = "SCRUBD_PROFILE"
    case profileVersion = "SCRUBD_PROFILE_VERSION"
    case patterns = "SCRUBD_PATTERNS"
    case workers = "SCRUBD_WORKERS"
    case jit = "SCRUBD_JIT"
    case seal = "SCRUBD_SEAL"
    case head = "SCRUBD_HEAD"
    case released = "SCRUBD_RELEASED"
    case held = "SCRUBD_HELD"
    case quarantined = "SCRUBD_QUARANTINED"
  }

  package enum Value: Sendable, Hashable {
    case number(Int)
    case code(AuditCode)
  }

  /// The value as the journal stores it.
  package var text: String {
    switch value {
    case .number(let number): String(number)
    case .code(let code): code.text
    }
  }

  fileprivate init(_ name: StaticName, _ number: Int) {
    self.name = name
    value = .number(number)
  }

  /// What is no code is recorded as that rather than passed on.
  fileprivate init(_ name: StaticName, _ code: String) {
    self.name = name
    value = .code(AuditCode(code) ?? "invalid-code")
  }
}

extension DaemonEvent {
  /// Its fields, for machines.
  package var fields: [EventField] { [EventField(.event, kind.rawValue)] + ownFields }

  private var ownFields: [EventField] {
    switch self {
    case .started(let startup): startup.fields
    case .finished(let id, let outcome, let milliseconds):
      [
        EventField(.document, id.text), EventField(.outcome, outcome.rawValue),
        EventField(.milliseconds, milliseconds),
      ]
    case .paused(let fault): [EventField(.fault, fault.kind.code)]
    case .resumed(let kind): [EventField(.fault, kind.code)]
    case .leftInWork(let id, _): [EventField(.document, id.text)]
    case .hookFailed(let id, let fault):
      [EventField(.document, id.text), EventField(.fault, fault.code)]
    case .recovering(let count), .stuck(let count, _), .forgotten(let count),
      .originalsExpired(let count):
      [EventField(.count, count)]
    case .inboxUnreachable(let error), .figuresUnwritable(let error):
      [EventField(.errno, Int(error.errno))]
    case .stalled(let workers, _): [EventField(.workers, workers)]
    case .stopped(let released, let held, let quarantined):
      [
        EventField(.released, released), EventField(.held, held),
        EventField(.quarantined, quarantined),
      ]
    case .auditHead(let head): [EventField(.head, head.description)]
    case .ready, .inboxReachable, .reloading, .reloadRefused, .originalsNotRemoved,
      .anchorUnwritable, .stopping:
      []
    }
  }
}

extension DaemonEvent.Startup {
  fileprivate var fields: [EventField] {
    [
      EventField(.version, version), EventField(.profile, profile),
      EventField(.profileVersion, profileVersion), EventField(.patterns, patterns),
      EventField(.workers, workers), EventField(.jit, isJITOn ? "on" : "off"),
      EventField(.seal, seal.code),
    ]
  }
}
