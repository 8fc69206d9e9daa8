@testable import Syscalls
import TestSupport
import Testing

@Suite struct InotifyTests {
  @Test func `events are told with their names`() throws {
    let directory = try TemporaryDirectory()
    let inotify = try Inotify()
    let watch = try inotify.watch(Path(directory.path), for: [.created, .closedAfterWriting])
    try directory.write("x", to: "a name")
    let events = try inotify.events()
    #expect(events.map(\.kinds) == [.created, .closedAfterWriting])
    #expect(events.allSatisfy { $0.watch == watch && $0.name == Array("a name".utf8) })
    #expect(try inotify.events().isEmpty)
  }

  @Test func `an overflow has no name and no watch`() {
    let bytes: [UInt8] = [255, 255, 255, 255, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let events = Inotify.parse(bytes[...])
    #expect(events == [Inotify.Event(watch: -1, kinds: .overflow, name: [])])
  }

  @Test func `half an event at the end is left out`() {
    #expect(Inotify.parse([1, 0, 0, 0][...]).isEmpty)
  }

  @Test func `a file is not watched as a folder`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "file")
    let inotify = try Inotify()
    #expect(throws: SystemError.self) {
      _ = try inotify.watch(Path(directory.path(of: "file")), for: .created)
    }
  }

  @Test func `a waiting thread is woken`() async throws {
    let inotify = try Inotify()
    let wake = try Wake()
    wake.up()
    // Without the wake this would wait for ever.
    try Waiting.forInput(inotify.descriptor, wake.descriptor, atMost: .seconds(1_000_000_000))
    wake.reset()
    try Waiting.forInput(inotify.descriptor, wake.descriptor, atMost: .zero)
  }
}
