internal import Glibc

/// The kernel's news of a folder.
package struct Inotify: ~Copyable, Sendable {
  package let descriptor: Descriptor

  /// One piece of news.
  package struct Event: Sendable, Hashable {
    /// Which watch it is of; -1 for an overflow.
    package let watch: Int32
    package let kinds: Kinds
    /// The entry's name; empty when the event is about the folder itself.
    package let name: [UInt8]
  }

  /// What happened.
  package struct Kinds: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Somebody who could write to the file closed it.
    package static let closedAfterWriting = Kinds(rawValue: UInt32(IN_CLOSE_WRITE))
    package static let movedIn = Kinds(rawValue: UInt32(IN_MOVED_TO))
    package static let movedOut = Kinds(rawValue: UInt32(IN_MOVED_FROM))
    package static let created = Kinds(rawValue: UInt32(IN_CREATE))
    package static let deleted = Kinds(rawValue: UInt32(IN_DELETE))
    /// The folder itself is gone from where it was.
    package static let folderDeleted = Kinds(rawValue: UInt32(IN_DELETE_SELF))
    package static let folderMoved = Kinds(rawValue: UInt32(IN_MOVE_SELF))
    /// The watch has ended.
    package static let ended = Kinds(rawValue: UInt32(IN_IGNORED))
    package static let unmounted = Kinds(rawValue: UInt32(IN_UNMOUNT))
    /// Events were lost: only a look into the folder tells what happened.
    package static let overflow = Kinds(rawValue: UInt32(IN_Q_OVERFLOW))
  }

  package init() throws(SystemError) {
    descriptor = Descriptor(
      adopting: try checked("inotify_init1") {
        inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      })
  }

  /// Watches a folder; the same folder again gives the same watch.
  package func watch(_ folder: Path, for kinds: Kinds) throws(SystemError) -> Int32 {
    let mask = kinds.rawValue | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)
    return try unsafe folder.call("inotify_add_watch") { path in
      unsafe inotify_add_watch(descriptor.number, path, mask)
    }
  }

  /// Ends a watch; one that has ended already is no error.
  package func end(_ watch: Int32) {
    _ = inotify_rm_watch(descriptor.number, watch)
  }

  /// The news so far, without waiting; empty when there is none.
  package func events() throws(SystemError) -> [Event] {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    do {
      let count = try descriptor.read(into: &buffer, from: 0)
      return Inotify.parse(buffer[..<count])
    } catch {
      guard error.errno == EAGAIN else { throw error }
      return []
    }
  }

  /// Takes apart what the kernel wrote: watch, mask, cookie and name length of four bytes each, then the name,
  /// filled up with zeros (inotify(7)).
  static func parse(_ bytes: ArraySlice<UInt8>) -> [Event] {
    var events: [Event] = []
    var rest = bytes
    let header = 16
    func number(at index: Int) -> UInt32 {
      rest.dropFirst(index).prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    while rest.count >= header {
      let length = Int(number(at: 12))
      let name = rest.dropFirst(header).prefix(length)
      events.append(
        Event(
          watch: Int32(bitPattern: number(at: 0)), kinds: Kinds(rawValue: number(at: 4)),
          name: Array(name.prefix { $0 != 0 })))
      rest = rest.dropFirst(header + length)
    }
    return events
  }
}
