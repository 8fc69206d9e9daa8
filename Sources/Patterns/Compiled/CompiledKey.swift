import PCRE2
import Syscalls

/// What compiled rules must have been made from to stand for packs: their bytes, the very build of the program, since another
/// one may read the same pack otherwise, and the PCRE2 library.
package struct CompiledKey: Sendable, Hashable {
  /// Raised whenever the form of the file changes, or what is made from the same pack, for builds that have no id.
  private static let version = 8

  let words: [UInt64]

  /// - Parameter program: the version of scrubd.
  package init(packs: [PackSource], revealing: [PackSource], program: String) {
    var all = FlatWriter()
    all.add(CompiledKey.version)
    all.add(program)
    all.add(ProgramImage.buildID)
    all.add(PCRE2Library.version)
    for sources in [packs, revealing] {
      all.add(CompiledKey.sorted(sources)) { writer, source in
        writer.add(source.baseName)
        writer.add(source.bytes)
      }
    }
    words = [Checksum.of(all.bytes), Checksum.of(all.bytes, seed: 0x5c72_7562)]
  }

  /// The files in the order in which packs are read: it decides what a fragment may use. Compiled rules name a file by its
  /// place here, because the folder may be another one.
  static func sorted(_ sources: [PackSource]) -> [PackSource] {
    sources.sorted { $0.file < $1.file }
  }
}
