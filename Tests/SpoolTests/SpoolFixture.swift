import Documents
import Glibc
@testable import Spool
import Syscalls
import TestSupport
import Testing

/// A spool in a folder of its own, and the ways things come into its inbox.
struct SpoolFixture {
  let directory: TemporaryDirectory

  init(inMemory: Bool = false) throws {
    directory = try TemporaryDirectory(inMemory: inMemory)
    // The folders, so that something can come in before the service starts.
    _ = try DirectorySpool(root: directory.path, policy: .keep)
  }

  func open(_ policy: OriginalsPolicy = .keep) throws -> DirectorySpool {
    try DirectorySpool(root: directory.path, policy: policy)
  }

  /// The id of the nth document of a test.
  static func id(_ number: UInt64 = 1) -> DocumentID {
    var random = SystemRandomNumberGenerator()
    return DocumentID(milliseconds: 1_700_000_000_000 + number, using: &random)
  }

  func drop(_ text: String, named name: [UInt8]) throws {
    let inbox = try Folder(opening: Path(directory.path(of: "inbox")))
    try inbox.open(Path(bytes: name), [.write, .create, .exclusive]).write(Array(text.utf8))
  }

  func drop(_ text: String, named name: String = "case.txt") throws {
    try drop(text, named: Array(name.utf8))
  }

  /// Something that is no document, under the name `odd`.
  func drop(_ odd: Refusal) throws {
    let path = directory.path(of: "inbox/odd")
    switch odd {
    case .symbolicLink: unsafe symlink("/etc/shadow", path)
    case .hardLink:
      try directory.write("shared", to: "elsewhere")
      unsafe link(directory.path(of: "elsewhere"), path)
    case .pipe: unsafe mkfifo(path, 0o600)
    case .socket: try SpoolFixture.makeSocket(path)
    case .folder:
      try directory.makeFolder("inbox/odd")
      try directory.write("inside", to: "inbox/odd/inner.txt")
    case .device, .unreadable, .tooLarge, .changedWhileRead:
      Issue.record("this entry cannot be made by every user")
    }
  }

  private static func makeSocket(_ path: String) throws {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let descriptor = Descriptor(adopting: number)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(descriptor.number, generic, length)
      }
    }
    #expect(result == 0)
  }

  static func makeLink(to target: String, at path: String) { unsafe symlink(target, path) }

  /// Where the file that came in as `case.txt` is now: names of folders, each once for each copy of it.
  func places(of id: DocumentID) throws -> [String] {
    var places: [String] = []
    if try directory.names(in: "inbox").contains("case.txt") { places.append("inbox") }
    for folder in ["work", "hold", "quarantine"]
    where try directory.names(in: folder).contains(id.text) { places.append(folder) }
    if try directory.names(in: "outbox").contains("scrubbed.txt") { places.append("outbox") }
    return places
  }

  static let scrubbed = [
    StagedFile(name: "scrubbed.txt", bytes: Array("[NAME-1] is well.".utf8)),
    StagedFile(name: "scrubbed.report.md", bytes: Array("1 name removed".utf8)),
  ]
}

extension Arrival {
  init(_ name: String) { self.init(name: Array(name.utf8)) }
}

extension Claim {
  /// The claim as a start finds it in work, when no process has died over it since an earlier start.
  var found: Claim {
    Claim(
      id: id, name: name, profile: profile, refusal: refusal, decision: decision, earlierTries: 0)
  }
}
