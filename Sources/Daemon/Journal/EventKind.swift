/// The kinds of `DaemonEvent`, each with the id under which the journal can be searched for it
/// (`journalctl MESSAGE_ID=...`) and monitoring can wait for it. An id never changes and is never used again for something
/// else; `docs/ADMIN.md` says of each what to do.
package enum EventKind: String, Sendable, Hashable, CaseIterable {
  /// The daemon runs, and under which policy.
  case started
  /// Documents of an earlier run are being finished.
  case recovering
  /// The inbox is watched.
  case ready
  /// A document came to its end.
  case finished
  /// The machine fails, and what needs it waits.
  case paused
  /// A fault of the machine has ended.
  case resumed
  /// A document stays in `work/` for the next start.
  case leftInWork
  /// Entries of the inbox cannot be taken up.
  case stuck
  /// Entries of the inbox have had a temporary name for long.
  case forgotten
  /// The inbox cannot be looked at.
  case inboxUnreachable
  /// It can again.
  case inboxReachable
  /// Workers make no progress, so that the watchdog is not fed.
  case stalled
  /// A reload was asked for and what it would take is right.
  case reloading
  /// A reload was asked for and what it would take has mistakes.
  case reloadRefused
  /// A program that should have been told of an outcome failed.
  case hookFailed
  /// Originals were removed because their time was over.
  case originalsExpired
  /// Originals whose time is over cannot be removed.
  case originalsNotRemoved
  /// How far the audit log has come.
  case auditHead
  /// The copy of the audit log's head cannot be written.
  case anchorUnwritable
  /// The figures or the status cannot be written.
  case figuresUnwritable
  /// The daemon ends.
  case stopping
  /// The daemon has ended.
  case stopped

  /// 128 bits in hexadecimal digits, made at random once, see sd_journal_print(3) on `MESSAGE_ID=`.
  package var messageID: String {
    switch self {
    case .started: "d13c513a42f8eda197b1165f0971b7c4"
    case .recovering: "25abd89bd67e4d928a8318174d645fa6"
    case .ready: "3cbb7daa64c184fa48a7c8252abc5619"
    case .finished: "eca9bad1449e78e4f15ce760f3e452f2"
    case .paused: "76e9c8092966493dcbc16f01162794bf"
    case .resumed: "29ec148cead50263f4d6d23508bd9d96"
    case .leftInWork: "959575fe0a734d03343a2c9fbed3e91c"
    case .stuck: "7d791a3ca63cf5f9bdcdc219fe72c33b"
    case .forgotten: "cc9ff851b6ab9f1ab79db4df2694e1f7"
    case .inboxUnreachable: "72488b810dfafe390727d4dad921bf95"
    case .inboxReachable: "e14c1d7e84488709ef4d6ee6dda4dd1e"
    case .stalled: "f9fc2f72a562d07cbc2c8e3e93afd954"
    case .reloading: "4630de19bf77d38d8b9b7cefad989a70"
    case .reloadRefused: "86ad910108d213b7b25a55f4796ce0e9"
    case .hookFailed: "3dbf2458c92830e179c919c108050a4e"
    case .originalsExpired: "551ce3214c0734e488ad5b54da07a576"
    case .originalsNotRemoved: "1b50e4441e7ddfe10e1fe66c78ab4852"
    case .auditHead: "beb2956bed7407c246339e9b0546e421"
    case .anchorUnwritable: "68a7e7a989bf81e082431d2637f893f8"
    case .figuresUnwritable: "627e79c72b420dd882e2e271c93de18f"
    case .stopping: "e973d4d0d37e67494087c813f045f6e0"
    case .stopped: "68b49734b70da03b466b3aa827a0018a"
    }
  }
}
