import Syscalls

/// The compiled word lists, mapped into memory; a look-up is one probe and allocates nothing.
///
/// Opening reads the header alone: the pages of the table come in as words are looked up.
package final class Lexicon: Sendable {
  private let file: MappedFile
  private let layout: CompiledLayout
  private let mask: UInt64
  private let longestProbe: Int

  /// Maps a compiled lexicon and checks its header and size; `verifyChecksum` reads the rest.
  package convenience init(path: String) throws(LexiconError) {
    let file: MappedFile
    do { file = try MappedFile(path: path) } catch {
      throw LexiconError(path: path, reason: .unreadable(error.description))
    }
    do { try self.init(file) } catch {
      throw LexiconError(path: path, reason: .defect(error))
    }
  }

  /// A lexicon of compiled bytes held in memory.
  package convenience init(bytes: [UInt8]) throws(LexiconDefect) {
    try self.init(MappedFile(copying: bytes))
  }

  /// A lexicon that knows these words and phrases and nothing else; facts of equal keys are joined.
  package convenience init(entries: [(String, WordFacts)]) {
    var table = EntryTable()
    for (text, facts) in entries { table.add(key: Folding.key(text), ours: facts) }
    self.init(CompiledTable(table.entries(), sourceDigest: 0))
  }

  /// A lexicon that knows no word.
  package convenience init() { self.init(entries: []) }

  private init(_ file: MappedFile) throws(LexiconDefect) {
    layout = try CompiledLayout(
      header: file.prefix(CompiledLayout.headerSize), fileSize: UInt64(file.count))
    mask = layout.slotCount - 1
    longestProbe = Int(layout.longestProbe)
    self.file = file
  }

  private init(_ table: CompiledTable) {
    layout = table.layout
    mask = table.layout.slotCount - 1
    longestProbe = Int(table.layout.longestProbe)
    file = MappedFile(copying: table.bytes)
  }

  /// What is known of the word or phrase with this `WordHash`; `.unknown` when no list has it.
  package func facts(of hash: UInt64) -> WordFacts {
    var slot = CompiledLayout.home(hash, mask: mask)
    // An empty slot has key 0 and no facts, so the hash 0 of punctuation finds nothing, as it should.
    for _ in 0..<longestProbe {
      let offset = CompiledLayout.headerSize + Int(slot) * CompiledLayout.slotSize
      let key = file.word(at: offset)
      if key == hash { return WordFacts(bits: file.word(at: offset + 8)) }
      if key == 0 { return .unknown }
      slot = (slot + 1) & mask
    }
    return .unknown
  }

  /// What is known of a word or phrase as written; it is folded first (`Folding.key`).
  package func facts(of text: String) -> WordFacts {
    facts(of: WordHash.of(Folding.key(text)))
  }

  /// The number of words and phrases.
  package var count: Int { Int(layout.entryCount) }

  /// The digest of the lists it was compiled from: differs from `LexiconCompiler.digest(of:)` when the lists have
  /// changed since.
  package var sourceDigest: UInt64 { layout.sourceDigest }

  /// Reads the whole table and compares it with the checksum in the header; it does not stay in memory.
  package func verifyChecksum() throws(LexiconDefect) {
    defer { file.releasePages() }
    guard file.checksum(from: CompiledLayout.headerSize) == layout.tableChecksum else {
      throw .damaged
    }
  }
}
