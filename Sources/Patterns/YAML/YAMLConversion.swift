import Yams

/// Turns the nodes of Yams into ours, and refuses what packs do not use.
struct YAMLConversion {
  let file: String
  var log: DiagnosticLog

  /// Nil after an error was logged, here or in anything below.
  mutating func node(from node: Node) -> YAMLNode? {
    let position = YAMLConversion.position(of: node)
    guard node.anchor == nil, !isAlias(node) else {
      log.error(
        file, position, "anchors and aliases are not supported; repeat the value or use define")
      return nil
    }
    guard hasOrdinaryTag(node) else {
      log.error(file, position, "the tag \(node.tag.description) is not supported; remove it")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(
        content: .text(scalar.string, isPlain: scalar.style == .plain), position: position)
    case .sequence(let sequence):
      // Every element is converted even after one failed, so that all mistakes are told at once.
      let elements = sequence.map { self.node(from: $0) }
      let converted = elements.compactMap { $0 }
      guard converted.count == elements.count else { return nil }
      return YAMLNode(content: .list(converted), position: position)
    case .mapping(let mapping):
      return map(mapping, position)
    case .alias:
      return nil
    }
  }

  private mutating func map(_ mapping: Node.Mapping, _ position: Position) -> YAMLNode? {
    var entries: [YAMLNode.Entry] = []
    var complete = true
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, key.anchor == nil else {
        log.error(file, YAMLConversion.position(of: key), "a key must be a single word")
        complete = false
        continue
      }
      guard let value = node(from: value) else {
        complete = false
        continue
      }
      entries.append(
        YAMLNode.Entry(
          key: scalar.string, keyPosition: YAMLConversion.position(of: key), value: value))
    }
    return complete ? YAMLNode(content: .map(entries), position: position) : nil
  }

  private static func position(of node: Node) -> Position {
    Position(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func isAlias(_ node: Node) -> Bool {
    if case .alias = node { true } else { false }
  }

  private func hasOrdinaryTag(_ node: Node) -> Bool {
    let ordinary: [Tag.Name] = [.implicit, .nonSpecific, .str, .seq, .map]
    return ordinary.contains { $0.rawValue == node.tag.description }
  }
}
