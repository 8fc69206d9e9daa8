/// Revealing packs in compiled form, without their examples.
extension RevealingPackSet {
  /// - Parameter sources: the files that the packs were parsed from.
  package func flat(of sources: [PackSource]) -> [UInt8] {
    let files = CompiledKey.numbers(of: sources)
    var writer = FlatWriter()
    writer.add(packs) { writer, pack in
      writer.add(pack.name)
      writer.add(pack.version)
      writer.add(pack.finds)
      writer.add(files[pack.file] ?? 0)
      writer.add(pack.patterns) { $0.add($1) }
    }
    writer.add(places, files)
    return writer.bytes
  }

  /// - Parameters:
  ///   - sources: the same files, wherever they lie now.
  ///   - useJIT: as of `RevealingPackParser.parse`.
  package init(flat bytes: [UInt8], of sources: [PackSource], useJIT: Bool) throws(CompiledDefect) {
    let files = CompiledKey.sorted(sources).map(\.file)
    self = try FlatReader.whole(bytes) { reader throws(CompiledDefect) in
      let packs = try reader.list { reader throws(CompiledDefect) in
        try reader.revealingPack(files, useJIT)
      }
      return RevealingPackSet(packs: packs, places: try reader.places(files))
    }
  }
}

extension FlatWriter {
  fileprivate mutating func add(_ pattern: RevealingPattern) {
    add(pattern.id)
    add(pattern.kind.rawValue)
    add(pattern.finds)
    add(pattern.compiled)
    add(pattern.groups)
    add(pattern.requirement)
    add(pattern.checks.map(\.rawValue))
    add(pattern.reason)
    add(pattern.suggestion)
  }
}

extension FlatReader {
  fileprivate mutating func revealingPack(_ files: [String], _ useJIT: Bool) throws(CompiledDefect)
    -> RevealingPack
  {
    let (name, version, finds) = (try text(), try number(), try text())
    let file = files[try number(upTo: files.count - 1)]
    let patterns = try list { reader throws(CompiledDefect) in try reader.revealing(useJIT) }
    return RevealingPack(
      name: name, version: version, finds: finds, patterns: patterns, file: file)
  }

  private mutating func revealing(_ useJIT: Bool) throws(CompiledDefect) -> RevealingPattern {
    let (id, kind, finds) = (try text(), try word() as RevealingKind, try text())
    let compiled = try pattern(useJIT: useJIT)
    return RevealingPattern(
      id: id, kind: kind, finds: finds, compiled: compiled, groups: try groups(of: compiled),
      requirement: try requirement(), checks: try words(), reason: try text(),
      suggestion: try text())
  }
}
