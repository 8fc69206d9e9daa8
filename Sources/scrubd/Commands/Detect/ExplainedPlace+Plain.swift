import FoundationEssentials

extension ExplainedPlace {
  /// An object on one line, keys sorted.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// A paragraph for people, with a blank line behind it.
  var plain: String {
    var lines = ["\(file):\(start)..\(end)  \(ExplainedPlace.quoted(text))"]
    lines += outcomes.isEmpty ? ["  \(silence)"] : outcomes.flatMap { $0.lines(profile) }
    if !proposals.isEmpty {
      lines += ["  What was proposed, surest first:"] + proposals.map { "    \($0.line)" }
    }
    // The marks inside a date or an address say little; somebody who points at one is told all.
    let telling = words.filter { $0.writing.first != "punctuation" }
    lines += ["  What is known of the words:"]
    lines += (telling.isEmpty ? words : telling).flatMap(\.lines)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why nothing was found.
  private var silence: String {
    if words.isEmpty { return "Stays: no word stands here." }
    return proposals.isEmpty
      ? "Stays: neither a rule nor the tagger nor the document's memory took it for an identifier."
      : "Stays: what was proposed was dropped again."
  }

  /// A text on one line, in quotes.
  fileprivate static func quoted(_ text: String) -> String { JSONText.quoted(text) }

  fileprivate static func decimal(_ number: Double) -> String { "\(number)" }
}

extension ExplainedPlace.Outcome {
  func lines(_ profile: String) -> [String] {
    let fate =
      self.operator == "keep"
      ? "Stays"
      : replacement.isEmpty ? "Taken out" : "Taken out; \(replacement) stands in its place"
    let reasons = evidence.map { $0.hasPrefix("document:") ? "\($0) of \(replacement)" : $0 }
    let whose = role == "unknown" ? "" : ", \(role)"
    return [
      "  \(fate): \(ExplainedPlace.quoted(text)) is \(category)\(whose) (HIPAA item \(item)).",
      "    Found by \(rule) with confidence \(ExplainedPlace.decimal(confidence)). Evidence: \(reasons.joined(separator: ", ")).",
      "    Profile \(profile): \(reason).",
    ]
  }
}

extension ExplainedPlace.Proposal {
  var line: String {
    "\(ExplainedPlace.decimal(confidence))  \(category)  \(rule)  \(ExplainedPlace.quoted(text))  \(evidence.joined(separator: ", ")): \(words)"
  }

  /// What became of it.
  private var words: String {
    switch fate {
    case "stands": "stands"
    case "covered": "part of what \(by ?? "another rule") found"
    case "guarded": "dropped by the guard \(by ?? "")"
    case "medicine": "dropped, the word lists have it as a drug, a device or an eponym"
    case "unconfirmed": "dropped, the rule is unsure and the tagger does not agree"
    default: "dropped, the tagger sees no identifier here"
    }
  }
}

extension ExplainedPlace.Word {
  var lines: [String] {
    let known = lists.isEmpty ? "in no word list" : lists.joined(separator: "; ")
    let spared = isSpared ? " The document's memory keeps off it." : ""
    return [
      "    \(ExplainedPlace.quoted(text)): \(writing.joined(separator: ", ")); \(known).\(spared)"
    ] + tagger.lines.map { "      \($0)" }
  }
}

extension ExplainedPlace.Tagger {
  var lines: [String] {
    switch gate {
    case "absent": return ["There is no tagger."]
    case "unread": return ["The tagger did not read it: such a word can be no identifier."]
    default: break
    }
    let likely = kinds.prefix(3).map { "\($0.kind) \(ExplainedPlace.decimal($0.probability))" }
    let why = gate == "beside" ? "beside words that can be identifiers" : "it can be an identifier"
    let verdict = nothing <= threshold ? "not above" : "above"
    return [
      "The tagger read it (\(why)): \(likely.joined(separator: ", ")).",
      "Calibrated, nothing has \(ExplainedPlace.decimal(nothing)), \(verdict) the threshold of \(ExplainedPlace.decimal(threshold)): \(nothing <= threshold ? "an identifier" : "no identifier").",
    ] + told(reasonsFor, "For \(kind)") + told(reasonsAgainst, "Against \(kind)")
  }

  private func told(_ reasons: [ExplainedPlace.Reason], _ heading: String) -> [String] {
    reasons.isEmpty ? [] : ["\(heading), in bits:"] + reasons.map { "  \($0.line)" }
  }
}

extension ExplainedPlace.Reason {
  var line: String { "\(bits < 0 ? "" : "+")\(bits)  \(question) = \(answer)" }
}
