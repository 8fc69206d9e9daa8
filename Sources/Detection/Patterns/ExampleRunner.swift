package import Lexicons
package import Patterns

/// Runs the examples that patterns and guards carry, through the engine that runs on documents: folded view, tokens,
/// prefilter, validators.
package struct ExampleRunner: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// An example that did not hold.
  package struct Failure: Sendable, Hashable {
    /// The rule's id.
    package var rule: String
    /// The line of the pack the example stands on.
    package var line: Int
    package var kind: Kind
    /// What went wrong, as a sentence. It shows the example's text, which packs invent.
    package var problem: String
  }

  /// Which list of a rule an example is from.
  package enum Kind: String, Sendable, Hashable {
    case match
    case noMatch = "nomatch"
  }

  /// The examples that do not hold, in the order of the rules.
  package func failures(patterns: [Pattern], guards: [Guard] = []) -> [Failure] {
    var failures: [Failure] = []
    for pattern in patterns {
      check(pattern.id, pattern.examples, &failures) { finder(pattern, $0) }
    }
    for rule in guards {
      check(rule.id, rule.examples, &failures) { finder(rule, $0) }
    }
    return failures
  }

  private func finder(_ pattern: Pattern, _ filtering: RuleFiltering) -> Finder {
    guard pattern.column.isEmpty else { return cellFinder(pattern) }
    let recognizer = PatternRecognizer(
      patterns: [pattern], lexicon: lexicon, filtering: filtering)
    return { view, tokens, scratch throws(DetectionError) in
      var candidates: [Candidate] = []
      try recognizer.find(in: view.bytes, tokens: tokens, &scratch, into: &candidates)
      return candidates.map(\.range)
    }
  }

  private func cellFinder(_ pattern: Pattern) -> Finder {
    let recognizer = TableRecognizer(patterns: [pattern], lexicon: lexicon)
    return { view, tokens, scratch throws(DetectionError) in
      var candidates: [Candidate] = []
      try recognizer.find(in: view.bytes, tokens: tokens, &scratch, into: &candidates)
      return candidates.map(\.range)
    }
  }

  private func finder(_ rule: Guard, _ filtering: RuleFiltering) -> Finder {
    let search = RuleSearch([GuardFilter.rule(rule)], filtering: filtering)
    return { view, _, scratch throws(DetectionError) in
      var spans: [Range<Int>] = []
      try search.each(in: view.bytes.span, &scratch) { spans.append($1) }
      return spans
    }
  }

  /// What a rule finds in a view, in bytes of the view.
  private typealias Finder = (TextView, [Token], inout PatternScratch) throws(DetectionError) ->
    [Range<Int>]

  private func check(
    _ rule: String, _ examples: Examples, _ failures: inout [Failure],
    _ finder: (RuleFiltering) -> Finder
  ) {
    var scratch = DetectionScratch()
    let find = finder(.always)
    let findUnfiltered = finder(.never)
    func problem(_ example: Examples.Example, _ kind: Kind) -> String? {
      let text = Array(example.text.utf8)
      let view = TextView(text)
      Tokenizer(lexicon: lexicon).tokenize(view, into: &scratch.tokens)
      do throws(DetectionError) {
        let found = Set(try find(view, scratch.tokens, &scratch.patterns).map(view.textRange))
        if let problem = ExampleRunner.problem(example, kind, found) { return problem }
        let all = Set(
          try findUnfiltered(view, scratch.tokens, &scratch.patterns).map(view.textRange))
        if all == found { return nil }
        return "Found \(ExampleRunner.shown(all, example)) in \"\(example.text)\", but only "
          + "\(ExampleRunner.shown(found, example)) where \"requires\" is looked at."
      } catch { return "The search failed: \(error)." }
    }
    for (kind, list) in [(Kind.match, examples.match), (.noMatch, examples.noMatch)] {
      for example in list {
        guard let problem = problem(example, kind) else { continue }
        failures.append(Failure(rule: rule, line: example.line, kind: kind, problem: problem))
      }
    }
  }

  /// What is wrong with finding `found`, in bytes of the example; nil when nothing is.
  private static func problem(_ example: Examples.Example, _ kind: Kind, _ found: Set<Range<Int>>)
    -> String?
  {
    switch kind {
    case .noMatch:
      if found.isEmpty { return nil }
      return "Found \(shown(found, example)) in \"\(example.text)\", where nothing should be found."
    case .match:
      if found.isEmpty { return "Found nothing in \"\(example.text)\"." }
      if example.marked.isEmpty || found == Set(example.marked) { return nil }
      return "Found \(shown(found, example)) in \"\(example.text)\" instead of "
        + "\(shown(Set(example.marked), example))."
    }
  }

  private static func shown(_ ranges: Set<Range<Int>>, _ example: Examples.Example) -> String {
    let text = Array(example.text.utf8)
    return ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { "\"\(String(decoding: text[$0.clamped(to: text.indices)], as: UTF8.self))\"" }
      .joined(separator: ", ")
  }
}
