import FoundationEssentials
import Testing

/// The rooms' arrows, read from the sources: a room imports what its row allows and nothing else.
@Suite struct RoomImportsTests {
  /// What each room may import, besides the standard library's modules. A new room needs a row; a new arrow belongs into `ARCHITECTURE.md`
  /// first.
  private static let allowed: [String: Set<String>] = [
    "PCRE2": ["CPCRE2"],
    "Syscalls": ["CSyscalls", "Glibc", "Dispatch"],
    "Lexicons": ["Syscalls"],
    "Patterns": ["PCRE2", "Syscalls", "Yams"],
    "Tagger": ["Syscalls"],
    "Detection": ["Patterns", "Lexicons", "PCRE2", "Tagger"],
    "Redaction": ["Detection", "Patterns", "Lexicons"],
    "Revealing": ["Redaction", "Detection", "Patterns", "Lexicons"],
    "Documents": [],
    "Audit": ["Documents", "Syscalls", "Patterns", "Crypto", "FoundationEssentials", "Glibc"],
    "Spool": ["Documents", "Syscalls", "FoundationEssentials", "Glibc"],
    "Pipeline": [
      "Detection", "Redaction", "Revealing", "Documents", "Audit", "Spool", "Patterns",
      "FoundationEssentials", "Dispatch",
    ],
    "Settings": ["Configuration", "FoundationEssentials"],
    "Evaluation": ["FoundationEssentials"],
    "TaggerTraining": ["Tagger", "Dispatch"],
    "TrainingText": ["Lexicons", "Evaluation", "FoundationEssentials"],
    "Daemon": [
      "Pipeline", "Spool", "Audit", "Settings", "Documents", "Syscalls", "ServiceLifecycle",
      "Logging", "FoundationEssentials", "Glibc",
    ],
    "scrubd": [
      "Daemon", "Pipeline", "Spool", "Audit", "Settings", "Detection", "Redaction", "Revealing",
      "Documents", "Evaluation", "Patterns", "Lexicons", "PCRE2", "Tagger", "Syscalls",
      "ArgumentParser",
      "Logging",
      "ServiceLifecycle", "UnixSignals", "FoundationEssentials", "Glibc",
    ],
    "scrubd-train": [
      "Detection", "Lexicons", "Patterns", "Syscalls", "Tagger", "TaggerTraining",
      "TrainingText", "ArgumentParser", "FoundationEssentials",
    ],
  ]

  /// Parts of the standard library that any room may use.
  private static let standard: Set<String> = ["Swift", "Synchronization"]

  /// Rooms of C, which import nothing.
  private static let foreign: Set<String> = ["CPCRE2", "CSyscalls"]

  /// The only rooms whose code may step outside of memory safety.
  private static let unsafeRooms: Set<String> = [
    "PCRE2", "Syscalls", "Tagger", "TaggerTraining",
  ]

  @Test func `every room has a row`() throws {
    let rooms = try Set(SourceTree.rooms())
    #expect(rooms == Set(RoomImportsTests.allowed.keys).union(RoomImportsTests.foreign))
  }

  @Test func `the benchmarks build the rooms with the dependencies they have in the product`()
    throws
  {
    let product = try RoomImportsTests.dependencies(in: "Package.swift")
    let benchmarks = try RoomImportsTests.dependencies(in: "Benchmarks/Package.swift")
    #expect(benchmarks.count > 5)
    for (room, dependencies) in benchmarks {
      #expect(dependencies == product[room], "\(room) in Benchmarks/Package.swift")
    }
  }

  /// What a manifest lists for each room, by `room("Name", [...])` or `busyRoom("Name", [...])`.
  private static func dependencies(in manifest: String) throws -> [String: Set<String>] {
    let file = try #require(FileManager.default.contents(atPath: "\(SourceTree.root)/\(manifest)"))
    let text = String(decoding: file, as: UTF8.self)
    var found: [String: Set<String>] = [:]
    for entry in text.matches(of: /(?:busyR|r)oom\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
      let names = entry.2?.split { !$0.isLetter && !$0.isNumber } ?? []
      found[String(entry.1)] = Set(names.map(String.init))
    }
    return found
  }

  @Test(arguments: allowed.keys.sorted())
  func `a room imports only what its row allows`(_ room: String) throws {
    let allowed = RoomImportsTests.standard.union(RoomImportsTests.allowed[room] ?? [])
    for file in try SourceTree.files(of: room) {
      for name in file.imports where !allowed.contains(name) {
        Issue.record("\(file.path) imports \(name)")
      }
    }
  }

  @Test(arguments: allowed.keys.sorted().filter { !unsafeRooms.contains($0) })
  func `code of other rooms is memory safe`(_ room: String) throws {
    for file in try SourceTree.files(of: room) where file.words.contains("unsafe") {
      Issue.record("\(file.path) uses `unsafe`")
    }
  }

  @Test func `only Settings reads the environment`() throws {
    let readers: Set<String> = ["getenv", "secure_getenv", "environ", "processInfo"]
    for room in RoomImportsTests.allowed.keys.sorted() where room != "Settings" {
      for file in try SourceTree.files(of: room) {
        for word in readers.intersection(file.words) { Issue.record("\(file.path) uses \(word)") }
      }
    }
  }

  @Test func `imports and words are read from code, not from comments`() {
    let file = SourceFile(
      path: "x.swift",
      text: """
        import One // unsafe
        package import Two
        @testable import struct Three.Part
          internal import Four
        /// import Five
        let text = "see http://x" + word
        important()
        """)
    #expect(file.imports == ["One", "Two", "Three", "Four"])
    #expect(!file.words.contains("unsafe"))
    #expect(file.words.isSuperset(of: ["let", "word", "important"]))
  }
}

/// One Swift file of the tree.
private struct SourceFile {
  let path: String
  private let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n").map { SourceFile.withoutComment($0) }
  }

  /// The modules it imports, in order.
  var imports: [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var"]
    return lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || SourceFile.access.contains($0) })
      else { return nil }
      return words[(place + 1)...].first { !kinds.contains($0) }?.split(separator: ".").first
        .map(String.init)
    }
  }

  /// Every word of its code. A hyphen without spaces stands in literals alone (`unsafe-inline`), as the formatter sets spaces
  /// around operators.
  var words: Set<String> {
    Set(
      lines.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") } }
        .map(String.init))
  }

  private static let access: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// The line up to a comment; two slashes inside a literal do not begin one.
  private static func withoutComment(_ line: Substring) -> Substring {
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, line[index...].hasPrefix("//") { return line[..<index] }
      index = line.index(after: index)
    }
    return line
  }
}

/// The sources this test was built from.
private enum SourceTree {
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let sources = "\(root)/Sources"

  static func rooms() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sources).filter { !$0.hasPrefix(".") }
  }

  static func files(of room: String) throws -> [SourceFile] {
    let folder = "\(sources)/\(room)"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }
    try #require(!paths.isEmpty)
    return try paths.map { path in
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(path)"))
      return SourceFile(path: "\(room)/\(path)", text: String(decoding: data, as: UTF8.self))
    }
  }
}
