import Detection
import PCRE2
import Patterns
import Syscalls

/// The rules of a policy: from their compiled form where it is of these very packs, else from the packs.
struct LoadedRules {
  let packs: PackSet
  let revealing: RevealingPackSet
  /// The compiled filters of both; nil when there are none.
  private(set) var filters: CompiledFilters?
  private(set) var revealingFilters: CompiledFilters?

  /// Which rules are compiled to machine code; the others are interpreted, and find the same.
  struct MachineCode: Sendable, Hashable {
    var packs: Bool
    var revealing: Bool

    /// For a process that reads so little text that machine code is not worth its making.
    static let none = MachineCode(packs: false, revealing: false)
    static let all = MachineCode(packs: true, revealing: true)
    /// For a process that stays: machine code of the revealing packs would be eleven megabytes of its memory, and that of
    /// all packs saves a twentieth of its time.
    static let lasting = MachineCode(packs: true, revealing: false)
  }

  init(_ files: PatternFiles, _ machineCode: MachineCode) throws {
    if let compiled = LoadedRules.compiled(files, machineCode) {
      self = compiled
    } else {
      packs = try files.parsedPacks(useJIT: machineCode.packs)
      revealing = try files.parsedRevealing(useJIT: machineCode.revealing)
    }
  }

  private init(
    _ file: CompiledFile, _ files: PatternFiles, _ machineCode: MachineCode
  ) throws(CompiledDefect) {
    packs = try PackSet(
      flat: file.section(.packs).bytes(), of: files.packs, useJIT: machineCode.packs)
    revealing = try RevealingPackSet(
      flat: file.section(.revealing).bytes(), of: files.revealing, useJIT: machineCode.revealing)
    guard !revealing.patterns.isEmpty else { throw .damaged }
    filters = CompiledFilters { () throws(CompiledDefect) in try file.section(.filters) }
    revealingFilters = CompiledFilters { () throws(CompiledDefect) in
      try file.section(.revealingFilters)
    }
  }

  /// Nil when there is no compiled form of these packs.
  private static func compiled(_ files: PatternFiles, _ machineCode: MachineCode) -> LoadedRules? {
    let key = files.compiledKey
    for path in files.compiledFiles {
      guard let mapped = try? MappedFile(path: path) else { continue }
      do throws(CompiledDefect) {
        return try LoadedRules(CompiledFile(mapped, key: key), files, machineCode)
      } catch {
        // A stale one is as it should be after a change; a damaged one was changed by nobody who meant to.
        guard error == .damaged else { continue }
        Console.error(
          "warning: \(path) is damaged and not used; run `scrubd patterns compile` to start fast again"
        )
      }
    }
    return nil
  }

  /// Has PCRE2 compile what it has not compiled yet: for a process that may not make machine code later.
  func prepare() throws {
    let patterns =
      packs.patterns.map(\.compiled) + packs.guards.map(\.compiled)
      + revealing.patterns.map(\.compiled)
    do { for pattern in patterns { try pattern.prepare() } } catch { throw Failure(error) }
  }
}

extension PatternFiles {
  /// What compiled rules must have been made from to stand for these packs.
  var compiledKey: CompiledKey {
    CompiledKey(packs: packs, revealing: revealing, program: Version.current)
  }

  /// The rules in compiled form, as the bytes of a file.
  func compiled() throws -> [UInt8] {
    let (packs, revealing) = (
      try parsedPacks(useJIT: false), try parsedRevealing(useJIT: false)
    )
    return CompiledFile.bytes(
      key: compiledKey,
      sections: [
        packs.flat(of: self.packs), revealing.flat(of: self.revealing),
        CompiledFilters.flat(patterns: packs.patterns, guards: packs.guards),
        CompiledFilters.flat(revealing.patterns.map(\.compiled)),
      ])
  }
}
