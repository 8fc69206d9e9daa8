import PCRE2

/// What patterns, guards and revealing patterns have in common, written flat.
extension FlatWriter {
  mutating func add(_ pattern: CompiledPattern) {
    add(pattern.source)
    add(Int(pattern.options.rawValue))
    let facts = pattern.facts
    add(facts.captureCount)
    add(facts.groupNames.sorted { $0.key < $1.key }) { writer, entry in
      writer.add(entry.key)
      writer.add(entry.value)
    }
    add(facts.minimumLength)
    add(facts.maximumLookbehind)
    add(facts.firstCodeUnit.map { Int($0) + 1 } ?? 0)
    add(facts.startsAnywhere)
    add(facts.triesInsideLineEnds)
  }

  mutating func add(_ requirement: Requirement) {
    add(requirement.literals)
    add(requirement.digits)
  }

  /// Where rules are written; a file is its place in `files`.
  mutating func add(_ places: [String: RulePlace], _ files: [String: Int]) {
    add(places.sorted { $0.key < $1.key }) { writer, entry in
      writer.add(entry.key)
      writer.add(files[entry.value.file] ?? 0)
      writer.add(entry.value.position.line)
      writer.add(entry.value.position.column)
    }
  }
}

extension FlatReader {
  /// A regex that PCRE2 compiles when it is first searched for.
  mutating func pattern(useJIT: Bool) throws(CompiledDefect) -> CompiledPattern {
    let source = try text()
    let options = CompileOptions(
      rawValue: UInt32(try number(upTo: Int(UInt32.max))))
    let captureCount = try number(upTo: Int(UInt16.max))
    let names = try list { reader throws(CompiledDefect) in
      (try reader.text(), try reader.numbers())
    }
    guard names.allSatisfy({ $0.1.allSatisfy { $0 <= captureCount } }) else { throw .damaged }
    let facts = PatternFacts(
      captureCount: captureCount, groupNames: Dictionary(names) { first, _ in first },
      minimumLength: try number(), maximumLookbehind: try number(),
      firstCodeUnit: try FlatReader.codeUnit(number(upTo: 256)), startsAnywhere: try flag(),
      triesInsideLineEnds: try flag())
    return CompiledPattern(recalling: facts, source, options: options, useJIT: useJIT)
  }

  private static func codeUnit(_ number: Int) -> UInt8? {
    number == 0 ? nil : UInt8(truncatingIfNeeded: number - 1)
  }

  /// Numbers of groups of `pattern`.
  mutating func groups(of pattern: CompiledPattern) throws(CompiledDefect) -> [Int] {
    let groups = try numbers()
    guard groups.allSatisfy({ $0 <= pattern.captureCount }) else { throw .damaged }
    return groups
  }

  mutating func requirement() throws(CompiledDefect) -> Requirement {
    Requirement(literals: try texts(), digits: try number(upTo: 64))
  }

  mutating func places(_ files: [String]) throws(CompiledDefect) -> [String: RulePlace] {
    let places = try list { reader throws(CompiledDefect) in
      let id = try reader.text()
      let file = files[try reader.number(upTo: files.count - 1)]
      return (
        id,
        RulePlace(
          file: file,
          position: Position(line: try reader.number(), column: try reader.number()))
      )
    }
    return Dictionary(places) { first, _ in first }
  }

  /// What a whole section holds.
  static func whole<Value>(
    _ bytes: [UInt8], _ read: (inout FlatReader) throws(CompiledDefect) -> Value
  ) throws(CompiledDefect) -> Value {
    var reader = FlatReader(bytes)
    let value = try read(&reader)
    guard reader.isAtEnd else { throw .damaged }
    return value
  }
}
