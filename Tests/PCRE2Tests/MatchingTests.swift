import PCRE2
import Testing

@Suite struct MatchingTests {
  @Test(arguments: [true, false])
  func `empty matches step by code points and never twice`(_ useJIT: Bool) throws {
    let pattern = try CompiledPattern("b*", useJIT: useJIT)
    let found = try matches(pattern, Array("abéb".utf8)).map { $0[0] }
    #expect(found == [0..<0, 1..<2, 2..<2, 4..<5, 5..<5])
  }

  @Test func `an empty match is followed by a longer one at the same place`() throws {
    let pattern = try CompiledPattern("|ab")
    #expect(try matches(pattern, Array("ab".utf8)).map { $0[0] } == [0..<0, 0..<2, 2..<2])
  }

  @Test func `an empty match is never inside a line end`() throws {
    let pattern = try CompiledPattern("^", options: [.utf, .multiline])
    #expect(try matches(pattern, Array("a\r\nb".utf8)).map { $0[0] } == [0..<0, 3..<3])
  }

  @Test func `an empty subject can match`() throws {
    #expect(try matches(CompiledPattern("a*"), []) == [[0..<0]])
    #expect(try matches(CompiledPattern("a"), []) == [])
  }

  @Test func `a match that moves its own start does not stop the search`() throws {
    let found = try matches(CompiledPattern(#"a\K"#), Array("aab".utf8)).map { $0[0] }
    #expect(found == [1..<1, 2..<2])
  }

  @Test func `groups that took no part have no range`() throws {
    let pattern = try CompiledPattern("(a)|(b)|(c)")
    #expect(try matches(pattern, Array("b".utf8)) == [[0..<1, nil, 0..<1, nil]])
    var scratch = MatchScratch()
    let text = Array("b".utf8)
    #expect(try scratch.firstMatch(of: pattern, in: text.span, from: 0))
    #expect(scratch.range(ofGroup: 4) == nil)
    #expect(scratch.range(ofGroup: -1) == nil)
  }

  @Test func `a search sees what stands before its start`() throws {
    let text = Array("a1 b1".utf8)
    #expect(try matches(CompiledPattern("(?<=a)1"), text, from: 1).count == 1)
    #expect(try matches(CompiledPattern("(?<=a)1"), text, from: 2).isEmpty)
    #expect(try matches(CompiledPattern("^1"), text, from: 1).isEmpty)
  }

  @Test func `an anchored search matches here or nowhere`() throws {
    let pattern = try CompiledPattern("b")
    let text = Array("ab".utf8)
    var scratch = MatchScratch()
    #expect(try !scratch.firstMatch(of: pattern, in: text.span, from: 0, anchored: true))
    #expect(try scratch.firstMatch(of: pattern, in: text.span, from: 1, anchored: true))
  }

  @Test(arguments: [true, false])
  func `a search ends where it is told, and sees what stands behind`(_ useJIT: Bool) throws {
    let pattern = try CompiledPattern("b(?=c)", useJIT: useJIT)
    let text = Array("aaabc".utf8)
    var scratch = MatchScratch()
    #expect(try !scratch.firstMatch(of: pattern, in: text.span, from: 0, through: 2))
    #expect(try scratch.firstMatch(of: pattern, in: text.span, from: 0, through: 3))
    #expect(try scratch.firstMatch(of: pattern, in: text.span, from: 0))
  }

  @Test func `a pattern with more groups than any before gets the room`() throws {
    let many = try CompiledPattern(String(repeating: "(a)", count: 400))
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 400)
    let groups = try #require(try matches(many, text).first)
    #expect(groups.count == 401)
    #expect(groups[400] == 399..<400)
  }

  @Test func `machine code and interpreter find the same`() throws {
    let text = Array("Ann 12, Bo 3é\r\nCy 4567 Ann".utf8)
    for source in ["\\b[A-Z](\\w+) (\\d+)?", "(?<=[a-z])n|\\d\\B", "(?i)an*|$", "[^\\x00-\\x7f]"] {
      let jit = try matches(CompiledPattern(source), text)
      let plain = try matches(CompiledPattern(source, useJIT: false), text)
      #expect(jit == plain, "\(source)")
      #expect(!jit.isEmpty)
    }
  }

  @Test func `one pattern serves many tasks at a time`() async throws {
    let pattern = try CompiledPattern("(?<id>[A-Z]{2}\\d+)")
    let counts = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for task in 1...32 {
        group.addTask {
          let text = Array(String(repeating: "xx AB\(task) ", count: task * 10).utf8)
          let found = try matches(pattern, text)
          let width = 2 + "\(task)".utf8.count
          return (task, found.filter { $0[1]?.count == width }.count)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(counts.count == 32)
    for (task, count) in counts { #expect(count == task * 10) }
  }
}
