import Syscalls

/// Compiles the word lists into the bytes that `Lexicon` maps. It opens no files.
package enum LexiconCompiler {
  /// Compiles the lists. The same lists give the same bytes, in whatever order they are given.
  ///
  /// Lines that make no sense are left out with a warning each; a missing list is an error, because detection would be
  /// weaker without anybody noticing.
  package static func compile(lists: [NamedList]) throws(LexiconCompileError) -> CompiledLexicon {
    var table = EntryTable()
    var warnings: [LexiconWarning] = []
    var missing = Set(ListFormat.allCases)
    for list in lists.sorted(by: { $0.name < $1.name }) {
      guard let format = ListFormat(fileName: list.name) else {
        if list.name.hasSuffix(".tsv"), list.name != RestrictedZIP3.fileName {
          warnings.append(
            LexiconWarning(
              list: list.name, line: nil, message: "no such word list is known; it is not used"))
        }
        continue
      }
      missing.remove(format)
      list.forEachRow { row, line in
        guard let message = format.read(row, into: &table) else { return }
        warnings.append(LexiconWarning(list: list.name, line: line, message: message))
      }
    }
    guard missing.isEmpty else {
      throw .missing(missing.map(\.fileName).sorted())
    }
    for word in table.collisions {
      warnings.append(
        LexiconWarning(
          list: nil, line: nil, message: "\"\(word)\" has the hash of another word and is left out")
      )
    }
    let entries = table.entries()
    let compiled = CompiledTable(entries, sourceDigest: digest(of: lists))
    return CompiledLexicon(bytes: compiled.bytes, entryCount: entries.count, warnings: warnings)
  }

  /// The digest of the lists as `Lexicon.sourceDigest` has it. Files that are no word list do not count.
  package static func digest(of lists: [NamedList]) -> UInt64 {
    var digest = CompiledLayout.version
    for list in lists.sorted(by: { $0.name < $1.name }) where ListFormat(fileName: list.name) != nil
    {
      digest = Checksum.of(Array(list.name.utf8), seed: digest)
      digest = Checksum.of(list.bytes, seed: digest)
    }
    return digest
  }
}

/// What compiling gives.
package struct CompiledLexicon: Sendable {
  /// The content of the file to write.
  package var bytes: [UInt8]
  /// Words and phrases in it.
  package var entryCount: Int
  package var warnings: [LexiconWarning]
}

/// Something in a list that does not do what its author meant.
package struct LexiconWarning: Sendable, Hashable, CustomStringConvertible {
  /// The list's file name.
  package var list: String?
  /// The line, from 1.
  package var line: Int?
  package var message: String

  /// `surnames.tsv:12: the second field must be a count of people`
  package var description: String {
    [list, line.map(String.init), " " + message].compactMap(\.self).joined(separator: ":")
  }
}

/// Why the lists cannot be compiled.
package enum LexiconCompileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// These lists are not there.
  case missing([String])

  package var description: String {
    switch self {
    case .missing(let names):
      "the folder of word lists lacks \(names.joined(separator: ", ")); "
        + "restore them from the package, or put an empty file there to do without"
    }
  }
}
