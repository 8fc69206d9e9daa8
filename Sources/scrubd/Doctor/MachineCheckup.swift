import Audit
import FoundationEssentials
import Settings
import Spool
import Syscalls

/// Checks of the machine: folders, disk, kernel limits, clock. Nothing is changed, and a running daemon is left alone.
enum MachineCheckup {
  static func folders(_ settings: Settings) -> Checkup.Result {
    let root = settings.root
    guard Files.isFolder(root) else {
      return .doubtful("\(root) does not exist yet; `scrubd run` makes it")
    }
    let files = FileManager.default
    let rootDevice = device(root)
    for folder in SpoolFolder.allCases {
      let path = "\(root)/\(folder.rawValue)"
      guard Files.isFolder(path) else { continue }
      guard files.isWritableFile(atPath: path) else {
        return .failed("\(path) is not writable for this user; give it to the service's user")
      }
      guard device(path) == rootDevice else {
        return .failed("\(path) is on another file system than \(root); keep them on one")
      }
    }
    return .good("\(root), writable and on one file system")
  }

  static func freeSpace(_ settings: Settings) -> Checkup.Result {
    let path = Files.isFolder(settings.root) ? settings.root : "/"
    guard let free = try? Folder(opening: Path(path)).freeBytes() else {
      return .doubtful("cannot be told")
    }
    let minimum = settings.minimumFreeBytes
    guard free >= minimum else {
      return .failed(
        "\(free >> 20) MiB, and nothing is claimed below \(minimum >> 20) MiB; make room")
    }
    return .good("\(free >> 20) MiB")
  }

  static func auditKey(_ settings: Settings) -> Checkup.Result {
    guard Files.exists(settings.keyFile) else {
      return .doubtful("\(settings.keyFile) does not exist yet; `scrubd run` makes it")
    }
    do {
      _ = try AuditKey.load(settings.keyFile)
      return .good("\(settings.keyFile), for its owner alone")
    } catch { return .failed("\(error)") }
  }

  static func inotify(_ settings: Settings) -> Checkup.Result {
    let values = ["max_user_instances", "max_user_watches", "max_queued_events"].map { name in
      (name, number(inFile: "/proc/sys/fs/inotify/\(name)"))
    }
    let text = values.map { "\($0.0) \($0.1.map(String.init) ?? "?")" }.joined(separator: ", ")
    guard let instances = values[0].1, let watches = values[1].1 else {
      return .doubtful("limits cannot be read; arrivals are found by rescan at the latest")
    }
    guard instances > 0, watches > 0 else {
      return .failed("\(text); raise them with sysctl fs.inotify")
    }
    return .good(text)
  }

  static func clock(_ settings: Settings) -> Checkup.Result {
    let now = Date.now
    let audit = "\(settings.root)/\(SpoolFolder.audit.rawValue)"
    let newest = ((try? Files.list(audit, suffix: ".jsonl")) ?? []).compactMap(modified).max()
    if let newest, newest > now {
      return .failed("it is earlier than the last audit record; set it right before scrubd runs")
    }
    // The day this check was written: a clock before it was never set.
    guard now.timeIntervalSince1970 > 1_764_000_000 else {
      return .failed("it is in the past; set it, or audit records get wrong times")
    }
    return .good(now.formatted(.iso8601))
  }

  private static func modified(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }

  private static func device(_ path: String) -> UInt64? {
    try? Folder(opening: Path(path)).status(of: ".")?.device
  }

  private static func number(inFile path: String) -> Int? {
    guard let bytes = try? Files.read(path) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
  }
}
