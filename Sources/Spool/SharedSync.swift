internal import Synchronization
internal import Syscalls

/// Brings a folder that all documents go through to disk, once for all who wait at the same time.
///
/// Whoever asks has made his change before; so a sync that begins after he asked covers it, whoever makes it. Where it
/// fails, it fails for all whom it was to cover: the kernel tells of a fault only once.
final class SharedSync: Sendable {
  private struct State {
    /// The last request that a sync has covered.
    var through = 0
    /// The folder that was synced, as people may put another one in its place.
    var folder: FolderIdentity?
    /// What came of that sync.
    var error: SystemError?
  }

  private struct FolderIdentity: Equatable {
    let device: UInt64
    let inode: UInt64
  }

  private let requests = Atomic<Int>(0)
  private let state = Mutex(State())
  private let call: @Sendable (borrowing Folder) throws(SystemError) -> Void

  /// - Parameter call: what brings a folder to disk; another one only in tests.
  init(
    call: @escaping @Sendable (borrowing Folder) throws(SystemError) -> Void = SharedSync.sync
  ) { self.call = call }

  /// How many have asked so far.
  var asked: Int { requests.load(ordering: .sequentiallyConsistent) }

  private static func sync(_ folder: borrowing Folder) throws(SystemError) { try folder.sync() }

  /// Returns when what was made, moved or removed in the folder is on disk.
  func sync(_ folder: borrowing Folder) throws(SystemError) {
    let status = try folder.descriptor.status()
    let identity = FolderIdentity(device: status.device, inode: status.inode)
    let request = requests.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
    try state.withLock { (state) throws(SystemError) in
      if state.through < request || state.folder != identity {
        state.through = asked
        state.folder = identity
        state.error = nil
        do throws(SystemError) { try call(folder) } catch { state.error = error }
      }
      if let error = state.error { throw error }
    }
  }
}
