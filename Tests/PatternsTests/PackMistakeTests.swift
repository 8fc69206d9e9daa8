import Patterns
import Testing

/// A mistake put into the sample pack, the line it must be reported at, and words of the message.
struct Mistake: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  var line: Int
  var message: String

  init(_ old: String, _ new: String, _ line: Int, _ message: String) {
    (self.old, self.new, self.line, self.message) = (old, new, line, message)
  }

  var testDescription: String { "\(new) → \(message)" }
}

@Suite struct PackMistakeTests {
  @Test(arguments: [
    Mistake("finds: Ways", "find: Ways", 3, "did you mean \"finds\"?"),
    Mistake("finds: Ways to reach a person.", "", 1, "this pack has no \"finds\""),
    Mistake("version: 1", "version: one", 2, "whole number"),
    Mistake("version: 1", "version: 0", 2, "from 1 to"),
    Mistake("pack: contact", "pack: Contact!", 1, "lower-case"),
    Mistake("pack: contact", "pack: other", 8, "write other/phone"),
    Mistake("patterns:", "patterns: 3\nx:", 7, "must be a list"),
    Mistake("  - id: contact/mail", "  - 7\n  - id: contact/mail", 23, "must be a mapping"),
    Mistake("guards:", "guard:", 32, "did you mean \"guards\"?"),
  ])
  func `of the pack`(mistake: Mistake) { expect(mistake) }

  @Test(arguments: [
    Mistake("regex: '\\w+@\\w+'", "regexp: '\\w+@\\w+'", 27, "did you mean \"regex\"?"),
    Mistake("regex: '\\w+@\\w+'", "", 23, "this pattern has no \"regex\""),
    Mistake("category: EMAIL", "category: EMIAL", 24, "did you mean \"EMAIL\"?"),
    Mistake("hipaa: F", "hipaa: E", 25, "EMAIL falls under item F, not E"),
    Mistake("hipaa: F", "hipaa: Z", 25, "there is no HIPAA item \"Z\""),
    Mistake("finds: E-mail addresses.", "finds:", 26, "must be a text, not nothing"),
    Mistake("finds: E-mail addresses.", "finds: ''", 26, "must be a text, not empty"),
    Mistake("finds: E-mail addresses.", "finds: [a]", 26, "must be a text, not a list"),
    Mistake("validate: [nanp]", "validate: [nanp, luhm]", 17, "did you mean \"luhn\"?"),
    Mistake("validate: [nanp]", "validate: nanp", 17, "as in validate: [...]"),
    Mistake("validate: [nanp]", "validate: [nanp, nanp]", 17, "stands twice"),
    Mistake("confidence: 0.9\n", "confidence: 1.5\n", 18, "from 0.001 to 1"),
    Mistake("confidence: 0.9\n", "confidence: 0\n", 18, "from 0.001 to 1"),
    Mistake("confidence: 0.9\n", "confidence: 0.9001\n", 18, "three decimals"),
    Mistake("confidence: 0.9\n", "confidence: '0.9'\n", 18, "must be a number"),
    Mistake("role: clinician", "role: doctor", 19, "there is no role \"doctor\""),
    Mistake("evidence: [context:call]", "evidence: [Context]", 20, "no evidence code"),
    Mistake("caseless: true", "caseless: yes", 28, "true or false"),
    Mistake("id: contact/mail", "id: contact/phone", 23, "also at contact.yaml:8"),
    Mistake("id: contact/mail", "id: mail", 23, "write contact/ and a name"),
    Mistake("id: contact/mail", "id: contact/E mail", 23, "is no id"),
    Mistake("id: contact/mail", "id: other/mail", 23, "write contact/mail"),
    Mistake("id: contact/not-a-ratio", "id: contact/mail", 33, "also at contact.yaml:23"),
    Mistake("against: [PHONE, DATE]", "against: []", 36, "name a category"),
    Mistake("against: [PHONE, DATE]", "against: [PHNOE]", 36, "did you mean \"PHONE\"?"),
  ])
  func `of a rule`(mistake: Mistake) { expect(mistake) }

  @Test(arguments: [
    Mistake("(?<phi> {{area}}-{{number}} )", "(?<phi> \\d{3}-[9-2] )", 15, "range out of order"),
    Mistake("# a comment", "*", 13, "at byte 0: quantifier does not follow"),
    Mistake("regex: '\\w+@\\w+'", "regex: '\\w+@\\w+)'", 27, "unmatched closing parenthesis"),
    Mistake("area: '[2-9]", "area: '(?<n>x)+*+[2-9]", 15, "in {{area}} of contact.yaml:5"),
    Mistake("(?<![\\d-])", "(?<!x(?<!y))", 14, "lookbehind inside a lookbehind"),
    Mistake("(?<![\\d-])", "(?<=[)](?=\\)(*nlb:y)))", 14, "lookbehind inside a lookbehind"),
    Mistake("(?<![\\d-])", "\\G", 14, "\\G steers the search"),
    Mistake("regex: '\\w+@\\w+'", "regex: '\\w+(*SKIP)@\\w+'", 27, "(*SKIP) steers the search"),
    Mistake("area: '[2-9]", "area: '(*PRUNE)[2-9]", 15, "(*PRUNE) in {{area}} of contact.yaml:5"),
    Mistake("regex: '\\w+@\\w+'", "regex: '\\w*'", 27, "can match the empty text"),
    Mistake("regex: '\\w+@\\w+'", "regex: '(?=@)'", 27, "can match the empty text"),
    Mistake(
      "regex: '\\w+@\\w+'", "regex: '(?&a)(?(DEFINE)(?<a>(?=@)))'", 27, "can match the empty text"),
    Mistake("regex: '\\w+@\\w+'", "regex: '\\w+@\\w+ | mail to'", 27, "this space is dropped"),
    Mistake("number: '{{area}}", "number: 'tel number {{area}}", 6, "this space is dropped"),
    Mistake("{{area}}-{{number}}", "{{area}}-{{nummer}}", 15, "did you mean {{number}}?"),
    Mistake("number: '{{area}}", "number: '{{exchange}}", 6, "{{exchange}} is not defined"),
    Mistake("number: '{{area}}", "number: '#?{{area}}", 6, "this # makes a comment"),
    Mistake("{{area}}-{{number}} )", "#{{area}}-{{number}} )", 15, "[#] is the sign itself"),
    Mistake("area: '", "numb er: '", 5, "letters, digits"),
    Mistake(
      "number: '{{area}}-\\d{4}'", "number: [a]", 6, "the fragment \"number\" must be a text"),
    Mistake("caseless: true", "phi: [user]", 28, "no group (?<user>...)"),
    Mistake("caseless: true", "phi: []", 28, "name a group"),
  ])
  func `of a regex`(mistake: Mistake) { expect(mistake) }

  @Test(arguments: [
    Mistake("    match:\n      - write to ann@example\n", "", 23, "this pattern has no \"match\""),
    Mistake("\n      - write to ann@example", " []", 30, "add a text"),
    Mistake("write to ann@example", "write to [[ann@example", 31, "without \"]]\""),
    Mistake("write to ann@example", "write to ann]]", 31, "without \"[[\""),
    Mistake("write to ann@example", "write to [[a [[b]]]]", 31, "inside \"[[\""),
    Mistake("write to ann@example", "write to [[]]ann", 31, "nothing stands between"),
    Mistake("['Hgb 10.9-11.2']", "['Hgb [[10]]']", 22, "has no marks"),
    Mistake("'Call 217-555-0141'", "'Call 217-555-014'", 21, "has 9 digits"),
    Mistake("'Call 217-555-0141'", "'Dial 217-555-0141'", 21, "none of the literals"),
    Mistake("['CALL', '@']", "['CALL', '']", 16, "must be a text, not empty"),
    Mistake("['CALL', '@']", "[]", 16, "\"literals\" is empty"),
    Mistake("literals: [", "literal: [", 16, "did you mean \"literals\"?"),
    Mistake("digits: 10", "digits: ten", 16, "whole number"),
  ])
  func `of examples and requirements`(mistake: Mistake) { expect(mistake) }

  @Test(arguments: [
    Mistake("caseless: true", "finds: again", 26, "\"finds\" stands more than once"),
    Mistake("finds: Ways", "finds: 'Ways", 5, "this is not YAML"),
    Mistake("version: 1", "version:\t{1", 3, "this is not YAML"),
    Mistake("finds: Ways", "finds: &a Ways", 3, "anchors and aliases are not supported"),
    Mistake("finds: Ways", "finds: !!binary Ways", 3, "is not supported; remove it"),
    Mistake("version: 1", "version: 1\n--- {}", 3, "this is not YAML"),
    Mistake("version: 1", "version: 1\n[a]: 2", 3, "single word"),
    Mistake("version: 1", "version: \u{1}", 2, "control characters"),
  ])
  func `of YAML`(mistake: Mistake) { expect(mistake) }

  private func expect(_ mistake: Mistake) {
    let result = SamplePack.parse(replacing: mistake.old, with: mistake.new)
    #expect(result.packs == nil)
    let told = result.diagnostics.contains {
      $0.severity == .error && $0.line == mistake.line && $0.message.contains(mistake.message)
    }
    #expect(told, "told instead: \(result.diagnostics.map(\.description))")
  }
}
