/// `pcre2grep`, which searches a file line by line for one pattern: what PCRE2's machine code alone can do here.
enum Grep {
  /// Eight kinds of identifiers, each in its simplest form.
  static let pattern = [
    #"\b\d{3}-\d{2}-\d{4}\b"#,
    #"\b(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}\b"#,
    #"\b\d{1,2}/\d{1,2}/\d{2,4}\b"#,
    #"\b(?:MRN|Account|Acct)[:# ]+\d{5,}\b"#,
    #"\b[\w.+-]+@[\w-]+\.[\w.]+\b"#,
    #"\bhttps?://\S+"#,
    #"\b(?:Dr|Mr|Mrs|Ms)\.? [A-Z][a-z]+\b"#,
    #"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}\b"#,
  ].joined(separator: "|")

  /// Counts the lines of `file` that match; `program` is Debian's, from pcre2-utils.
  static func count(in file: String, _ program: String) throws -> ChildCost {
    try Child.run(program, ["-c", "--buffer-size=1M", pattern, file], accepted: [0, 1])
  }
}
