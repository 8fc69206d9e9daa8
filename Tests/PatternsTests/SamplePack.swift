import Patterns

/// A small pack without a mistake, and ways to put one in.
enum SamplePack {
  static let file = "contact.yaml"

  static let text = #"""
    pack: contact
    version: 1
    finds: Ways to reach a person.
    define:
      area: '[2-9]\d\d'
      number: '{{area}}-\d{4}'
    patterns:
      - id: contact/phone
        category: PHONE
        hipaa: D
        finds: Telephone numbers.
        regex: |
          # a comment
          (?<![\d-])
          (?<phi> {{area}}-{{number}} )
        requires: {literals: ['CALL', '@'], digits: 10}
        validate: [nanp]
        confidence: 0.9
        role: clinician
        evidence: [context:call]
        match: ['call [[217-555-0198]] now', 'Call 217-555-0141']
        nomatch: ['Hgb 10.9-11.2']
      - id: contact/mail
        category: EMAIL
        hipaa: F
        finds: E-mail addresses.
        regex: '\w+@\w+'
        caseless: true
        confidence: 1
        match:
          - write to ann@example
    guards:
      - id: contact/not-a-ratio
        finds: Titres.
        regex: '\b(?<guard>1:\d+)'
        against: [PHONE, DATE]
        confidence: 0.95
        match: ['titre 1:160']
        nomatch: ['11:30']
    """#

  /// The pack with `old` replaced by `new`, parsed alone. The test fails by itself when `old` does not stand in it.
  static func parse(replacing old: String, with new: String) -> PackParser.Result {
    parse(text.replacingFirst(old, with: new))
  }

  static func parse(_ text: String, file: String = file) -> PackParser.Result {
    PackParser.parse([PackSource(file: file, bytes: Array(text.utf8))])
  }
}

extension String {
  func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return "no \(old) in the sample" }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
