import Daemon
import FoundationEssentials
import Settings
import Syscalls

/// A spool's state as a person sees it: the folders as they are now, and what the daemon said of itself last.
struct SpoolStatus {
  let root: String
  let census: SpoolCensus
  /// What the daemon that runs, or ran last, has told; nil when none has.
  let record: StatusRecord?
  let isRunning: Bool
  /// Folders in the inbox that no profile is named like: what lies in them is not taken up.
  let unknownSubfolders: [[UInt8]]
  let now = Date.now

  init(_ settings: Settings) throws {
    root = settings.root
    do throws(SystemError) {
      census = try SpoolCensus(root: root)
      record = try StatusRecord.read(root: root)
    } catch {
      throw Failure(
        "cannot look into \(settings.root): \(error); name the root with --root, and run this as root or as the "
          + "service's user")
    }
    isRunning = record.map { SpoolStatus.isScrubd($0.process) } ?? false
    let profiles = Set(SpoolStatus.profiles(settings).map { Array($0.utf8) })
    unknownSubfolders = census.subfolders.filter { !profiles.contains($0) }
  }

  /// Whether a process of this number runs and is a scrubd: the number may have gone to another one.
  private static func isScrubd(_ process: Int32) -> Bool {
    let name = try? Files.read("/proc/\(process)/comm")
    return name.map { $0.starts(with: "scrubd".utf8) } ?? false
  }

  /// The names of all profiles; none when there are no patterns here.
  private static func profiles(_ settings: Settings) -> [String] {
    let folders = [try? settings.patternsDirectory(), settings.extraPatterns].compactMap { $0 }
    return folders.flatMap { folder in
      ((try? Files.list("\(folder)/profiles", suffix: ".yaml")) ?? []).compactMap { path in
        path.split(separator: "/").last.map { String($0.dropLast(".yaml".count)) }
      }
    }
  }

  /// How long the oldest file has been waiting, in seconds; nil when none waits.
  var oldestSeconds: Int? {
    census.oldest.map { max(0, Int(now.timeIntervalSince($0))) }
  }
}
