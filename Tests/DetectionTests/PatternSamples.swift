import Lexicons
import PCRE2
import Patterns

@testable import Detection

/// A pattern for tests; `phi` groups are its identifiers where it has any.
func pattern(
  _ source: String, id: String = "test/rule", category: Category = .id,
  options: CompileOptions = [.utf, .extended], requires: Requirement = Requirement(),
  validators: [Validator] = [], confirmations: [Validator] = [], confidence: Int = 800,
  evidence: [String] = [], examples: Examples = Examples(), useJIT: Bool = true
) throws -> Pattern {
  let compiled = try CompiledPattern(
    source, options: options.union(.duplicateNames), useJIT: useJIT)
  return Pattern(
    id: id, category: category, finds: "A test.", compiled: compiled,
    identifierGroups: compiled.groupNames["phi"] ?? [0], requirement: requires,
    validators: validators, confirmations: confirmations, confidence: confidence,
    evidence: evidence, examples: examples)
}

/// What patterns propose in a text.
func propose(
  _ patterns: [Pattern], _ text: String, lexicon: Lexicon = Lexicon(),
  filtering: RuleFiltering = .always,
  limits: MatchLimits = MatchLimits()
) throws(DetectionError) -> [Candidate] {
  let view = TextView(Array(text.utf8))
  var scratch = DetectionScratch(limits: limits)
  Tokenizer(lexicon: lexicon).tokenize(view, into: &scratch.tokens)
  var candidates: [Candidate] = []
  try PatternRecognizer(patterns: patterns, lexicon: lexicon, filtering: filtering).find(
    in: view.bytes, tokens: scratch.tokens, &scratch.patterns, into: &candidates)
  return candidates
}

/// What a pattern finds in an ASCII text, as text.
func found(_ pattern: Pattern, in text: String, lexicon: Lexicon = Lexicon()) throws -> [String] {
  let bytes = TextView(Array(text.utf8)).bytes
  return try propose([pattern], text, lexicon: lexicon).map {
    String(decoding: bytes[$0.range], as: UTF8.self)
  }
}
