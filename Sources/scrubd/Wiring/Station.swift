import Audit
import Daemon
import FoundationEssentials
import Patterns
import Pipeline
import Redaction
import Settings
import Spool
import Syscalls

/// Everything the daemon needs, opened and wired: the spool, the audit log, the policy.
struct Station {
  let spool: DirectorySpool
  let audit: AuditLog
  let place: Workplace
  let originals: OriginalsKeeper
  let startup: DaemonEvent.Startup
  /// The inbox's subfolders that choose a profile.
  let dropFolders: Set<String>
  let notifier: ServiceNotifier
  private let start: AuditStart

  /// - Throws: a failure that says what to do. Nothing is taken up before all of it works.
  ///
  /// - Parameters:
  ///   - expectedBytes: as for `Policy`.
  ///   - telemetry: counts what is put on record; nil when nobody asks.
  ///   - journal: is told how far the audit log has come; nil when nobody asks.
  init(
    _ settings: Settings, expectedBytes: Int? = nil, telemetry: Telemetry? = nil,
    journal: Journal? = nil
  ) throws {
    ProcessLimits.setUmask(0o077)
    try ProcessLimits.forbidCoreDumps()
    if settings.memoryLimitBytes > 0 {
      try ProcessLimits.limitMemory(bytes: settings.memoryLimitBytes)
    }
    try Station.makeFolder(Station.parent(of: settings.keyFile))
    let key = try AuditKey.loadOrCreate(settings.keyFile)
    let policy = try Policy(settings, expectedBytes: expectedBytes, key: key)
    try Station.makeFolder(Station.parent(of: settings.root))
    spool = try DirectorySpool(
      root: settings.root, policy: settings.originals == .keep ? .keep : .delete)
    dropFolders = try DropFolders.accepted(root: settings.root, known: Set(policy.profiles.keys))
    audit = try AuditLog(
      folder: "\(settings.root)/\(SpoolFolder.audit.rawValue)", key: key,
      anchor: AuditAnchor(settings.anchorFile, journal))
    let trail: any AuditTrail = telemetry.map { [audit] in ObservedTrail(audit, $0) } ?? audit
    let runner = DocumentRunner(
      spool: spool, audit: trail, key: key, policies: try policy.policies(for: dropFolders),
      vault: try VaultPlace.vault(settings),
      sizeLimit: settings.documentLimitBytes)
    place = Workplace(
      spool: spool, runner: runner, timeLimit: .seconds(settings.documentTimeoutSeconds),
      freeBytes: { [spool] in try? spool.freeBytes() },
      minimumFreeBytes: settings.minimumFreeBytes, stopGrace: .seconds(settings.stopSeconds))
    originals = OriginalsKeeper(spool: spool, audit: audit, days: settings.originalsDays)
    startup = DaemonEvent.Startup(
      version: Version.current, profile: policy.profile.name,
      profileVersion: policy.profile.version, patterns: policy.packs.patterns.count,
      isJITOn: policy.isJITOn, workers: settings.workers)
    start = policy.auditStart
    notifier = Station.notifier()
  }

  /// Puts on record under which software and rules the records that follow are made.
  func announce() throws { try audit.append([.started(start)], durable: true) }

  func watcher(_ settings: Settings) throws -> InboxWatcher {
    try InboxWatcher(
      root: settings.root, profiles: dropFolders, settle: .seconds(settings.settleSeconds),
      rescan: .seconds(settings.rescanSeconds))
  }

  private static func notifier() -> ServiceNotifier {
    let environment = Surroundings.ofThisProcess().environment
    return ServiceNotifier(
      socket: environment["NOTIFY_SOCKET"],
      watchdogMicroseconds: environment["WATCHDOG_USEC"].flatMap { Int($0) })
  }

  /// Makes a folder that only the service can enter, if there is none.
  private static func makeFolder(_ path: String) throws {
    guard !Files.isFolder(path) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
    } catch {
      throw Failure("cannot make the folder \(path): check that its parent exists and is yours")
    }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

extension AuditAnchor {
  /// A file, and the journal, which is kept apart from the log and often elsewhere.
  fileprivate init(_ file: String?, _ journal: Journal?) {
    self.init(
      file: file, tell: { journal?.say(.auditHead($0)) },
      failed: { journal?.say(.anchorUnwritable($0)) })
  }
}
