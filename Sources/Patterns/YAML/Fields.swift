/// The keys of one mapping, read with their types checked.
///
/// Every reader logs what is wrong at the place where it stands and answers nil, so that the caller can go on and find
/// the next mistake.
package struct Fields: Sendable {
  package let file: String
  /// Of the mapping itself, where missing keys are reported.
  package let position: Position
  /// What the mapping describes, for messages: `pattern`, `profile`.
  package let subject: String
  private let entries: [String: YAMLNode.Entry]

  /// - Parameters:
  ///   - required: must be there and not empty.
  ///   - optional: may be left out.
  /// - Returns: nil when `node` is no mapping. Unknown and missing keys are logged, and the rest can still be read.
  package init?(
    _ node: YAMLNode, of subject: String, file: String, required: [String], optional: [String] = [],
    log: inout DiagnosticLog
  ) {
    guard case .map(let all) = node.content else {
      log.error(
        file, node.position, "a \(subject) must be a mapping of keys to values, not \(node.kind)")
      return nil
    }
    self.file = file
    self.subject = subject
    position = node.position
    let known = required + optional
    for entry in all where !known.contains(entry.key) {
      log.error(
        file, entry.keyPosition,
        "a \(subject) has no key \"\(entry.key)\"\(NearestWord.hint(for: entry.key, in: known))")
    }
    entries = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
    for key in required where entries[key] == nil {
      log.error(file, node.position, "this \(subject) has no \"\(key)\"; add it")
    }
  }

  /// The value of `key` with its place, whatever its type; nil when the key is missing.
  package func node(_ key: String) -> YAMLNode? { entries[key]?.value }

  /// Where to report what is wrong with `key`: at its value, else at the mapping.
  package func place(of key: String) -> Position { entries[key]?.value.position ?? position }

  /// Logs `message` at the value of `key`.
  package func refuse(_ key: String, _ message: String, log: inout DiagnosticLog) {
    log.error(file, place(of: key), message)
  }

  /// A text of at least one character.
  package func text(_ key: String, log: inout DiagnosticLog) -> String? {
    guard let node = node(key) else { return nil }
    return text(node, "\"\(key)\"", log: &log)
  }

  /// The texts of a list, each with its node.
  package func texts(_ key: String, log: inout DiagnosticLog) -> [(text: String, node: YAMLNode)]? {
    list(key, log: &log)?.compactMap { node in
      text(node, "an entry of \"\(key)\"", log: &log).map { ($0, node) }
    }
  }

  /// The elements of a list.
  package func list(_ key: String, log: inout DiagnosticLog) -> [YAMLNode]? {
    guard let node = node(key) else { return nil }
    if case .list(let elements) = node.content { return elements }
    refuse(key, "\"\(key)\" must be a list, as in \(key): [...], not \(node.kind)", log: &log)
    return nil
  }

  /// The entries of a mapping whose keys are free.
  package func entries(_ key: String, log: inout DiagnosticLog) -> [YAMLNode.Entry]? {
    guard let node = node(key) else { return nil }
    if case .map(let entries) = node.content { return entries }
    refuse(key, "\"\(key)\" must be a mapping of names to values, not \(node.kind)", log: &log)
    return nil
  }

  /// `true` or `false`.
  package func flag(_ key: String, log: inout DiagnosticLog) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .text(let text, isPlain: true) = node.content {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    refuse(key, "\"\(key)\" must be true or false", log: &log)
    return nil
  }

  /// A whole number in decimal digits.
  package func integer(_ key: String, in range: ClosedRange<Int>, log: inout DiagnosticLog) -> Int?
  {
    guard let node = node(key) else { return nil }
    if case .text(let text, isPlain: true) = node.content, text.utf8.allSatisfy(isDigit),
      let number = Int(text), range.contains(number)
    {
      return number
    }
    refuse(
      key, "\"\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)",
      log: &log)
    return nil
  }

  /// A decimal of 0.001 to 1 with at most three places, in thousandths.
  package func thousandths(_ key: String, log: inout DiagnosticLog) -> Int? {
    guard let node = node(key) else { return nil }
    if case .text(let text, isPlain: true) = node.content, let number = decimalThousandths(text),
      (1...1000).contains(number)
    {
      return number
    }
    refuse(
      key, "\"\(key)\" must be a number from 0.001 to 1 with at most three decimals", log: &log)
    return nil
  }

  /// The text of one node, `name` in messages.
  package func text(_ node: YAMLNode, _ name: String, log: inout DiagnosticLog) -> String? {
    if case .text(let text, _) = node.content, !node.isNothing, !text.isEmpty { return text }
    let found = if case .text("", isPlain: false) = node.content { "empty" } else { node.kind }
    log.error(file, node.position, "\(name) must be a text, not \(found)")
    return nil
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Read digit by digit: a binary fraction would turn 0.29 into 289 thousandths.
private func decimalThousandths(_ text: String) -> Int? {
  let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }), let whole = Int(parts[0]),
    whole <= 1
  else { return nil }
  guard parts.count == 2 else { return whole * 1000 }
  guard parts[1].utf8.count <= 3,
    let fraction = Int(parts[1] + "000".dropFirst(parts[1].utf8.count))
  else { return nil }
  return whole * 1000 + fraction
}
