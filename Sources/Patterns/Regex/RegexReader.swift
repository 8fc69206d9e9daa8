import PCRE2

/// Reads the regex of a rule: fills in fragments, compiles, checks, and names the line of what is wrong.
struct RegexReader {
  /// Free-spacing, `^` and `$` at line ends, code points; ASCII classes, because Unicode ones cost twice the time.
  static let options: CompileOptions = [.extended, .multiline, .utf]

  let file: String
  let source: SourceText
  let macros: Macros
  var useJIT = true

  /// Nil when there is no regex or it is wrong, which is logged.
  func read(_ fields: Fields, caseless: Bool, log: inout DiagnosticLog) -> CompiledPattern? {
    guard let node = fields.node("regex"), let written = fields.text("regex", log: &log) else {
      return nil
    }
    let place = Place(reader: self, text: written, start: node.position)
    place.checkSpaces(log: &log)
    guard let expansion = place.expand(log: &log) else { return nil }
    do {
      let options = caseless ? RegexReader.options.union(.caseless) : RegexReader.options
      let compiled = try CompiledPattern(
        expansion.text.trimmingLineBreaks, options: options, useJIT: useJIT)
      return place.check(compiled, expansion, log: &log) ? compiled : nil
    } catch {
      let (offset, macro) = expansion.origin(of: error.offset)
      place.error(
        at: offset,
        "PCRE2 refuses this regex at byte \(offset)\(inside(macro)): \(error.message)\(hint(expansion))",
        log: &log)
      return nil
    }
  }

  /// A fragment of `define`, whose own fragments are filled in; nil text after a mistake was logged.
  func fragment(_ node: YAMLNode, _ written: String, log: inout DiagnosticLog) -> Macros.Fragment {
    let place = Place(reader: self, text: written, start: node.position)
    place.checkSpaces(log: &log)
    let isClosed = place.checkOpenComment(log: &log)
    let text = place.expand(log: &log)?.text.trimmingLineBreaks
    return Macros.Fragment(text: isClosed ? text : nil, file: file, position: node.position)
  }

  /// What PCRE2 does not tell: a `#` is easily taken for itself.
  private func hint(_ expansion: Expansion) -> String {
    guard RegexChecks.hasCommentedParenthesis(in: expansion.text) else { return "" }
    return "; note that # outside brackets begins a comment, and [#] is the sign itself"
  }

  fileprivate func inside(_ macro: String?) -> String {
    guard let macro, let fragment = macros.fragments[macro] else { return "" }
    return " in {{\(macro)}} of \(fragment.file):\(fragment.position.line)"
  }
}

/// A text of the file that is or becomes a regex.
private struct Place {
  let reader: RegexReader
  let text: String
  let start: Position

  func error(at offset: Int, _ message: String, log: inout DiagnosticLog) {
    let position = reader.source.position(at: offset, ofScalar: text, startingAt: start)
    log.error(reader.file, position, message)
  }

  func expand(log: inout DiagnosticLog) -> Expansion? {
    do {
      return try reader.macros.expand(text)
    } catch {
      switch error {
      case .undefined(let name, let offset):
        let hint = NearestWord.of(name, in: reader.macros.fragments.keys)
          .map { "; did you mean {{\($0)}}?" }
        self.error(
          at: offset,
          "{{\(name)}} is not defined\(hint ?? "; define it under \"define\" before it is used")",
          log: &log)
      case .tooLong:
        self.error(
          at: 0,
          "with its fragments this has more than \(Macros.largestExpansion) bytes; shorten it",
          log: &log)
      case .alreadyTold: break
      }
      return nil
    }
  }

  func checkSpaces(log: inout DiagnosticLog) {
    guard let offset = RegexChecks.droppedSpace(in: text) else { return }
    error(
      at: offset,
      "this space is dropped, because white space counts for nothing in a regex here; write \\  or [ ]",
      log: &log)
  }

  /// False after a mistake was logged.
  func checkOpenComment(log: inout DiagnosticLog) -> Bool {
    guard let offset = RegexChecks.openComment(in: text.trimmingLineBreaks) else { return true }
    error(
      at: offset,
      "this # makes a comment of whatever follows the fragment; write [#] for the sign itself",
      log: &log)
    return false
  }

  func check(_ compiled: CompiledPattern, _ expansion: Expansion, log: inout DiagnosticLog) -> Bool
  {
    if let nested = RegexChecks.nestedLookbehind(in: expansion.text) {
      let (offset, macro) = expansion.origin(of: nested)
      error(
        at: offset,
        "a lookbehind inside a lookbehind\(reader.inside(macro)) reads further back than PCRE2 reports; put it beside the other",
        log: &log)
      return false
    }
    if let control = RegexChecks.searchControl(in: expansion.text) {
      let (offset, macro) = expansion.origin(of: control.offset)
      error(
        at: offset,
        "\(control.text)\(reader.inside(macro)) steers the search as a whole, and texts are searched in parts; remove it",
        log: &log)
      return false
    }
    if EmptyMatch.isPossible(for: compiled) {
      error(at: 0, "this regex can match the empty text; make it need a character", log: &log)
      return false
    }
    return true
  }
}

extension String {
  /// Without the line breaks at the end that a block scalar leaves: in a class or behind a backslash they would count.
  fileprivate var trimmingLineBreaks: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
