/// Makes sure that a text is valid UTF-8, which the view needs to fold it and the matcher to search it.
enum UTF8Check {
  /// PCRE2's first error of UTF-8, whatever is wrong.
  private static let code = -3

  static func check(_ text: [UInt8]) throws(DetectionError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span)
    } catch { throw .patternFailed(rule: "text/utf-8", code: code) }
  }
}
