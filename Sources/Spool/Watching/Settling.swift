internal import Syscalls

/// Which entries of the inbox are finished: pure bookkeeping over what others saw, so every case can be tested.
///
/// A regular file is settled when nobody has it open for writing and since its last change it was renamed in, or closed
/// and left alone for a moment (some programs open a file anew for each line), or nothing about it has changed for `quiet`. Where the kernel does not tell who is writing, only the quiet
/// counts. An empty file has to be quiet too: many programs make a file first and write it later. Anything that is no
/// regular file is settled when it has looked the same for `quiet`.
struct Settling {
  private struct Entry {
    /// Nil until it is looked at for the first time after it appeared or was closed.
    var sighting: Sighting?
    /// When it last appeared or changed.
    var since: ContinuousClock.Instant
    /// From when on it counts as whole, being closed after writing or renamed in and not changed since; nil when it was
    /// neither.
    var wholeAt: ContinuousClock.Instant?
    /// When it is worth the next look.
    var nextLook: ContinuousClock.Instant
  }

  /// Put off because it could not be taken.
  private struct Delay {
    var tries: Int
    var until: ContinuousClock.Instant
  }

  let quiet: Duration
  /// The most entries remembered; more of them are left to a later scan, so that a flood costs no memory.
  let capacity: Int
  private var entries: [[UInt8]: Entry] = [:]
  private var inWork: Set<[UInt8]> = []
  private var delays: [[UInt8]: Delay] = [:]
  /// Whether entries were left out for want of room.
  private(set) var hasOverflowed = false

  init(quiet: Duration, capacity: Int) {
    self.quiet = quiet
    self.capacity = capacity
  }

  /// The number of entries waited for.
  var count: Int { entries.count }

  /// The number of entries delivered and not yet done.
  var inWorkCount: Int { inWork.count }

  /// A name was seen, by a scan or because it was created.
  mutating func appeared(
    _ name: [UInt8], _ sighting: Sighting? = nil, at now: ContinuousClock.Instant
  ) {
    guard entries[name] == nil, hasRoom(for: name), sighting == nil || !inWork.contains(name)
    else { return }
    entries[name] = Entry(
      sighting: sighting, since: now, wholeAt: nil, nextLook: delays[name]?.until ?? now)
  }

  /// A name was closed after writing.
  mutating func closed(_ name: [UInt8], at now: ContinuousClock.Instant) {
    isWhole(name, at: now.advanced(by: min(quiet, Settling.reopening)), since: now)
  }

  /// A name was renamed in.
  mutating func renamedIn(_ name: [UInt8], at now: ContinuousClock.Instant) {
    isWhole(name, at: now, since: now)
  }

  private mutating func isWhole(
    _ name: [UInt8], at time: ContinuousClock.Instant, since now: ContinuousClock.Instant
  ) {
    guard entries[name] != nil || hasRoom(for: name) else { return }
    delays[name] = nil
    entries[name] = Entry(sighting: nil, since: now, wholeAt: time, nextLook: time)
  }

  /// A name was deleted or renamed away.
  mutating func vanished(_ name: [UInt8]) {
    entries[name] = nil
    delays[name] = nil
  }

  /// The kernel told of a name.
  mutating func heard(
    _ event: InboxWatch.Event, of name: [UInt8], at now: ContinuousClock.Instant
  ) {
    switch event {
    case .appeared: appeared(name, at: now)
    case .closed: closed(name, at: now)
    case .renamedIn: renamedIn(name, at: now)
    case .vanished: vanished(name)
    }
  }

  /// A scan of the whole inbox has been made.
  ///
  /// - Parameters:
  ///   - found: its entries.
  ///   - isPartial: whether it left entries out.
  mutating func scanned(
    _ found: [(name: [UInt8], sighting: Sighting)], isPartial: Bool,
    at now: ContinuousClock.Instant
  ) {
    hasOverflowed = isPartial
    for entry in found { appeared(entry.name, entry.sighting, at: now) }
    if !isPartial, !delays.isEmpty {
      let present = Set(found.map(\.name))
      delays = delays.filter { present.contains($0.key) }
    }
  }

  /// The names worth a look now, without those in work: at most `limit`, oldest content first.
  func due(at now: ContinuousClock.Instant, limit: Int = .max) -> [[UInt8]] {
    guard limit > 0 else { return [] }
    let due = entries.filter { $0.value.nextLook <= now && !inWork.contains($0.key) }
    if due.count <= limit { return Array(due.keys) }
    // One that was not looked at yet has just arrived.
    let latest = FileTime(nanoseconds: .max)
    return due.sorted {
      ($0.value.sighting?.modified ?? latest) < ($1.value.sighting?.modified ?? latest)
    }.prefix(limit).map(\.key)
  }

  /// When a look is worth it next; nil when nothing is waited for.
  var nextLook: ContinuousClock.Instant? {
    entries.lazy.filter { !inWork.contains($0.key) }.map(\.value.nextLook).min()
  }

  /// Judges an entry by a look at it.
  ///
  /// - Parameters:
  ///   - look: nil when it is gone.
  ///   - wall: the wall clock's time now, to compare with the file's.
  /// - Returns: whether it is settled.
  mutating func judge(
    _ name: [UInt8], _ look: Look?, at now: ContinuousClock.Instant, wall: FileTime
  ) -> Bool {
    guard let look, var entry = entries[name] else {
      entries[name] = nil
      return false
    }
    if let before = entry.sighting, !before.isSameContent(as: look.sighting) {
      entry.since = now
      entry.wholeAt = nil
    }
    entry.sighting = look.sighting
    let quietAt = entry.since.advanced(by: quiet)
    let isWhole = entry.wholeAt.map { $0 <= now } ?? false
    entry.nextLook = quietAt > now ? quietAt : now.advanced(by: quiet)
    if let wholeAt = entry.wholeAt, wholeAt > now { entry.nextLook = min(entry.nextLook, wholeAt) }
    entries[name] = entry
    let isQuiet = quietAt <= now
    guard look.sighting.isRegular else { return isQuiet }
    switch look.writers {
    case .somebody: return false
    case .unknown: return isQuiet
    case .nobody:
      return isQuiet || (isWhole && look.sighting.size > 0)
        || wasQuiet(look.sighting, wall: wall)
    }
  }

  /// A settled entry goes to work: it is not judged again until it is done.
  mutating func delivered(_ name: [UInt8]) {
    entries[name] = nil
    inWork.insert(name)
  }

  /// It could not be taken. It is judged again after a while, twice as long after each time, unless it is replaced.
  ///
  /// - Returns: how often it could not be taken so far.
  mutating func postponed(_ name: [UInt8], at now: ContinuousClock.Instant) -> Int {
    inWork.remove(name)
    let tries = (delays[name]?.tries ?? 0) + 1
    let pause = Settling.firstDelay * (1 << min(tries - 1, Settling.mostDoublings))
    // Beyond what may be remembered, an entry is tried again at every scan.
    if delays[name] != nil || delays.count < capacity {
      delays[name] = Delay(tries: tries, until: now.advanced(by: pause))
    }
    return tries
  }

  /// How long a closed file is left to a writer that may open it again.
  private static let reopening = Duration.milliseconds(500)

  private static let firstDelay = Duration.seconds(30)
  /// Up to an hour and four minutes.
  private static let mostDoublings = 7

  /// Work on it has ended; what has appeared under the name meanwhile is judged from now on.
  mutating func done(_ name: [UInt8]) { inWork.remove(name) }

  /// Whether the kernel has seen no change for long enough before anybody looked. Only trusted where it also tells of
  /// writers: elsewhere its clock is another machine's.
  private func wasQuiet(_ sighting: Sighting, wall: FileTime) -> Bool {
    let (age, overflow) = wall.nanoseconds.subtractingReportingOverflow(
      sighting.changed.nanoseconds)
    return !overflow && age >= 0 && Duration.nanoseconds(age) >= quiet
  }

  private mutating func hasRoom(for name: [UInt8]) -> Bool {
    if entries.count < capacity { return true }
    hasOverflowed = true
    return false
  }
}
