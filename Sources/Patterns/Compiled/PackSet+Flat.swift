import PCRE2

/// Packs in compiled form: all that detection needs of them. Examples stay in the sources, which the commands that run them
/// read.
extension PackSet {
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
      writer.add(pack.guards) { $0.add($1) }
    }
    writer.add(places, files)
    return writer.bytes
  }

  /// - Parameters:
  ///   - sources: the same files, wherever they lie now.
  ///   - useJIT: as of `PackParser.parse`.
  package init(flat bytes: [UInt8], of sources: [PackSource], useJIT: Bool) throws(CompiledDefect) {
    let files = CompiledKey.sorted(sources).map(\.file)
    self = try FlatReader.whole(bytes) { reader throws(CompiledDefect) in
      let packs = try reader.list { reader throws(CompiledDefect) in
        try reader.pack(files, useJIT)
      }
      return PackSet(packs: packs, places: try reader.places(files))
    }
  }
}

extension CompiledKey {
  /// The number of each file in the order of `sorted`.
  static func numbers(of sources: [PackSource]) -> [String: Int] {
    let files = sorted(sources).enumerated().map { ($0.element.file, $0.offset) }
    return Dictionary(files) { first, _ in first }
  }
}

extension FlatWriter {
  fileprivate mutating func add(_ pattern: Pattern) {
    add(pattern.id)
    add(pattern.category.rawValue)
    add(pattern.finds)
    add(pattern.compiled)
    add(pattern.identifierGroups)
    add(pattern.requirement)
    add(pattern.validators.map(\.rawValue))
    add(pattern.confirmations.map(\.rawValue))
    add(pattern.confidence)
    add(pattern.role.rawValue)
    add(pattern.evidence)
    add(pattern.column)
  }

  fileprivate mutating func add(_ rule: Guard) {
    add(rule.id)
    add(rule.finds)
    add(rule.compiled)
    add(rule.group)
    add(rule.requirement)
    add(rule.against.map(\.rawValue).sorted())
    add(rule.confidence)
  }
}

extension FlatReader {
  fileprivate mutating func pack(_ files: [String], _ useJIT: Bool) throws(CompiledDefect) -> Pack {
    let (name, version, finds) = (try text(), try number(), try text())
    let file = files[try number(upTo: files.count - 1)]
    let patterns = try list { reader throws(CompiledDefect) in try reader.rule(useJIT) }
    let guards = try list { reader throws(CompiledDefect) in try reader.guarding(useJIT) }
    return Pack(
      name: name, version: version, finds: finds, patterns: patterns, guards: guards, file: file)
  }

  private mutating func rule(_ useJIT: Bool) throws(CompiledDefect) -> Pattern {
    let (id, category, finds) = (try text(), try word() as Category, try text())
    let compiled = try pattern(useJIT: useJIT)
    return Pattern(
      id: id, category: category, finds: finds, compiled: compiled,
      identifierGroups: try groups(of: compiled), requirement: try requirement(),
      validators: try words(), confirmations: try words(), confidence: try number(upTo: 1000),
      role: try word(), evidence: try texts(), column: try texts())
  }

  private mutating func guarding(_ useJIT: Bool) throws(CompiledDefect) -> Guard {
    let (id, finds) = (try text(), try text())
    let compiled = try pattern(useJIT: useJIT)
    return Guard(
      id: id, finds: finds, compiled: compiled, group: try number(upTo: compiled.captureCount),
      requirement: try requirement(), against: Set(try words() as [Category]),
      confidence: try number(upTo: 1000))
  }
}
