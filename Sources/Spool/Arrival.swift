/// Where something comes in.
package enum Entrance: Sendable, Hashable {
  /// The inbox itself; what lies there is scrubbed under the service's own profile.
  case inbox
  /// The inbox's subfolder of this name; what lies there is scrubbed under the profile of that name.
  case profile(String)
  /// Where persons leave their decisions about held documents.
  case decisions

  /// The path of the folder below the root, without a closing slash.
  var path: String {
    switch self {
    case .inbox: SpoolFolder.inbox.rawValue
    case .profile(let name): "\(SpoolFolder.inbox.rawValue)/\(name)"
    case .decisions: SpoolFolder.decisions.rawValue
    }
  }
}

/// An entry that nobody is writing any more: what a watcher hands on to be claimed.
package struct Arrival: Sendable, Hashable {
  /// The raw bytes of its name in its folder; a file name need not be UTF-8. It may tell who the patient is.
  package let name: [UInt8]
  /// The folder it lies in.
  package let entrance: Entrance

  package init(name: [UInt8], entrance: Entrance = .inbox) {
    self.name = name
    self.entrance = entrance
  }

  /// The profile asked for by the folder it was dropped into; nil for the service's own.
  package var profile: String? {
    if case .profile(let name) = entrance { return name }
    return nil
  }

  /// Its path below the root: no two arrivals have the same.
  var path: [UInt8] { Array("\(entrance.path)/".utf8) + name }

  /// An arrival of its path below the root; nil when that is no path of one.
  init?(path: [UInt8]) {
    let slash = UInt8(ascii: "/")
    guard let last = path.lastIndex(of: slash) else { return nil }
    name = Array(path[(last + 1)...])
    let folder = path[..<last]
    if folder.elementsEqual(Entrance.inbox.path.utf8) {
      entrance = .inbox
    } else if folder.elementsEqual(Entrance.decisions.path.utf8) {
      entrance = .decisions
    } else {
      let prefix = Array("\(Entrance.inbox.path)/".utf8)
      guard folder.starts(with: prefix),
        let profile = String(validating: folder.dropFirst(prefix.count), as: UTF8.self)
      else { return nil }
      entrance = .profile(profile)
    }
  }
}
