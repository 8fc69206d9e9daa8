import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What people and programs put into a watched folder, with what becomes of it.
@Suite struct HostileInputTests {
  struct Input: Sendable, CustomTestStringConvertible {
    let what: String
    /// `released`, `quarantined`, or nil for what is left where it is.
    let outcome: String?
    let reason: String
    /// Puts it into the folder.
    let make: @Sendable (_ inbox: String) throws -> Void
    var testDescription: String { what }

    init(
      _ what: String, _ outcome: String?, _ reason: String,
      _ make: @escaping @Sendable (_ inbox: String) throws -> Void
    ) {
      self.what = what
      self.outcome = outcome
      self.reason = reason
      self.make = make
    }
  }

  static let entries = [
    Input("a link to a secret file", "quarantined", "refused.symbolic-link") {
      _ = unsafe symlink("/etc/shadow", "\($0)/shadow.txt")
    },
    Input("a link that leads nowhere", "quarantined", "refused.symbolic-link") {
      _ = unsafe symlink("/nonexistent", "\($0)/gone.txt")
    },
    Input("a link to itself", "quarantined", "refused.symbolic-link") {
      _ = unsafe symlink("loop.txt", "\($0)/loop.txt")
    },
    Input("a second name of a file", "quarantined", "refused.hard-link") {
      try HostileInputTests.write(Array("Phone (217) 555-0142.\n".utf8), "\($0)/../other.txt")
      _ = unsafe link("\($0)/../other.txt", "\($0)/second.txt")
    },
    Input("a named pipe", "quarantined", "refused.pipe") {
      _ = unsafe mkfifo("\($0)/pipe.txt", 0o600)
    },
    Input("a socket", "quarantined", "refused.socket") { inbox in
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      let path = "\(inbox)/socket.txt"
      unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
      let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      _ = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe bind(server, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      close(server)
    },
    Input("a folder", "quarantined", "refused.folder") { inbox in
      _ = unsafe mkdir("\(inbox)/folder", 0o700)
    },
    Input("UTF-16 without a mark", "released", "clean") { inbox in
      let text = "The wound healed well.\n".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      try HostileInputTests.write(text, "\(inbox)/utf16.txt")
    },
    Input("an empty file", "released", "clean") {
      try HostileInputTests.write([], "\($0)/empty.txt")
    },
    Input("a file of 1 GB in one line", "quarantined", "refused.too-large") {
      try HostileInputTests.write([0x61], "\($0)/long.txt")
      _ = unsafe truncate("\($0)/long.txt", 1 << 30)
    },
  ]

  static let texts: [(String, [UInt8])] = [
    ("NUL bytes", Array("Seen\0by Dr. Halvorsen".utf8)),
    ("a byte that is no UTF-8 at the start", [0xff] + Array("Caf\u{e9} seen".utf8)),
    (
      "a byte that is no UTF-8 in the middle",
      Array("Caf\u{e9} ".utf8) + [0x80] + Array(" seen".utf8)
    ),
    ("a character cut off at the end", Array("Caf\u{e9} seen ".utf8) + [0xe2, 0x82]),
    ("an overlong form", Array("Caf\u{e9} ".utf8) + [0xc0, 0xaf]),
    ("half of a surrogate pair in UTF-8", Array("Caf\u{e9} ".utf8) + [0xed, 0xa0, 0x80]),
    ("half of a surrogate pair in UTF-16", [0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]),
  ]

  static let names: [(String, [UInt8])] = [
    ("a line break", Array("Hal\nvorsen.txt".utf8)),
    ("control characters", [0x1b] + Array("[31mHalvorsen\u{7}.txt".utf8)),
    ("255 bytes", [UInt8](repeating: 0x61, count: 251) + Array(".txt".utf8)),
    ("bytes that are no UTF-8", [0x48, 0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74]),
    ("dots in a row", Array("case....txt".utf8)),
    ("a leading dash", Array("-rf Halvorsen.txt".utf8)),
    ("a way out", Array("Halvorsen\\..\\..\\etc.txt".utf8)),
  ]

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  @Test(arguments: entries) func `an odd entry ends as it should`(_ input: Input) async throws {
    let root = try ScrubdRoot()
    try input.make(root.directory.path(of: "inbox"))
    let run = try await root.runOnce()
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      try root.receipts().map { [$0.outcome, $0.reason] } == [[input.outcome, input.reason]])
    #expect(try root.names(in: "inbox").isEmpty)
    #expect(try root.names(in: "work").isEmpty)
    if input.outcome != "released" { #expect(try root.names(in: "outbox").isEmpty) }
    try await root.expectWholeAudit()
  }

  @Test func `bytes that are no certain text are quarantined`() async throws {
    let root = try ScrubdRoot()
    for (number, text) in HostileInputTests.texts.enumerated() {
      try root.drop(text.1, named: "\(number).txt")
    }
    let run = try await root.runOnce()
    #expect(run.exitCode == 0, "\(run.errors)")
    let ends = try root.receipts()
    #expect(ends.count == HostileInputTests.texts.count)
    for end in ends { #expect(end.outcome == "quarantined", "\(end.name.text ?? "")") }
    #expect(try root.names(in: "outbox").isEmpty)
    try await root.expectWholeAudit()
  }

  @Test func `odd names are scrubbed and tell nothing`() async throws {
    let root = try ScrubdRoot()
    for (number, name) in HostileInputTests.names.enumerated() {
      let inbox = Array(root.directory.path(of: "inbox/").utf8)
      let path = (inbox + name.1 + [0]).map { CChar(bitPattern: $0) }
      let file = unsafe path.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.map { unsafe open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
      }
      #expect(file >= 0, "\(name.0)")
      let text = Array("Phone (217) 555-01\(10 + number).\n".utf8)
      _ = unsafe text.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }
    let run = try await root.runOnce()
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try root.receipts().count == HostileInputTests.names.count)
    #expect(try root.names(in: "inbox").isEmpty)
    let outbox = try root.names(in: "outbox")
    #expect(
      outbox.allSatisfy { !$0.contains("Halvorsen") && !$0.hasPrefix("-") && !$0.hasPrefix(".") })
    #expect(
      outbox.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x5c } && $0.utf8.count <= 255 })
    #expect(!run.errors.contains("Halvorsen"))
    try root.expectOneEndEach()
    try await root.expectWholeAudit()
  }
}
