/// How much work one search may cost before it fails.
///
/// PCRE2 counts `match` anew at every start offset, so it bounds the work at one place of the subject and not the
/// search of a whole document.
package struct MatchLimits: Sendable, Hashable {
  /// Backtracking points tried from one start offset. The interpreter counts every one, machine code the most of them.
  package var match: UInt32
  /// Depth of nested backtracking; the interpreter alone looks at it.
  package var depth: UInt32
  /// Heap the interpreter may use, in KiB.
  package var heap: UInt32
  /// Largest stack for machine code, in KiB; it starts at 32.
  package var jitStack: Int

  /// The defaults let every sane pattern search a document of megabytes, and end a runaway one within milliseconds a
  /// start offset.
  package init(
    match: UInt32 = 100_000, depth: UInt32 = 50_000, heap: UInt32 = 64 * 1024, jitStack: Int = 1024
  ) {
    self.match = match
    self.depth = depth
    self.heap = heap
    self.jitStack = jitStack
  }
}
