import Lexicons
import Patterns
import Tagger

/// One document on its way through the steps of detection, each of which reads all windows before the next begins: what
/// a document is as a whole must be known before a part of it can be judged.
struct DetectionRun {
  let detector: Detector
  let settings: DetectionSettings
  var text: WindowedText
  /// What is known of each window.
  private var parts: [Part]
  private var habits = WritingHabits()
  private var learner = MemoryLearner()
  private let time: TimeCheck

  private struct Part {
    var candidates: [Candidate] = []
    /// What the rules' search and the tagger found out, where other windows are read before it is asked for again.
    var reading: PatternScratch.Reading?
    var probability: [Int16] = []
  }

  init(
    _ detector: Detector, _ text: [UInt8], _ settings: DetectionSettings, _ time: TimeCheck
  ) {
    self.detector = detector
    self.settings = settings
    self.time = time
    self.text = WindowedText(text, settings.windows, detector.tokenizer)
    parts = [Part](repeating: Part(), count: self.text.windows.count)
  }

  private var isTagged: Bool {
    detector.tagger != nil && settings.finders.contains(.tagger)
  }

  /// Takes the document through all steps.
  mutating func detect(_ scratch: inout DetectionScratch) throws(DetectionError) -> Detection {
    text.open(0, &scratch)
    let guess = WritingHabits(of: scratch.tokens).isTypedLower
    try propose(&scratch, isTypedLower: guess)
    // The first window seldom tells something else than the whole.
    if habits.isTypedLower != guess { try propose(&scratch, isTypedLower: habits.isTypedLower) }
    try tag(&scratch)
    // Pass 1 ends here: what it found with confidence is what the document is about.
    var memory = try learn(&scratch)
    let findings = try sweep(&memory, &scratch)
    try time.ask()
    return Detection(findings: findings, memory: memory)
  }

  /// Packs, recognizers and guards; what they found, and how the document is written, is counted over all of it.
  private mutating func propose(_ scratch: inout DetectionScratch, isTypedLower: Bool)
    throws(DetectionError)
  {
    habits = WritingHabits()
    scratch.tagging.all.begin(words: scratch.tokens.count * parts.count)
    var head: TableHead?
    for number in parts.indices {
      text.open(number, &scratch)
      habits.count(scratch.tokens, text.ownTokens(scratch.tokens))
      if settings.finders.contains(.rules) {
        parts[number].candidates = try detector.propose(
          text.view, isTypedLower: isTypedLower, under: head, &scratch)
      }
      if text.isCut {
        head = detector.head(behind: number, of: text, under: head)
        parts[number].reading = scratch.patterns.reading
      }
      if isTagged {
        scratch.tagging.found.read(parts[number].candidates, scratch.tokens)
        scratch.tagging.all.count(
          scratch.tokens, text.ownTokens(scratch.tokens), scratch.tagging.found.marks)
      }
    }
  }

  /// The tagger adds its own and drops what it does not confirm; guards and sieve see what it adds. Then names are put right.
  private mutating func tag(_ scratch: inout DetectionScratch) throws(DetectionError) {
    for number in parts.indices {
      open(number, &scratch)
      if let tagger = detector.tagger, isTagged {
        TaggerRecognizer(
          model: tagger, tokens: scratch.tokens, bytes: text.view.bytes,
          threshold: TagThreshold(suspicion: settings.suspicion)
        )
        .find(habits, &scratch.tagging, into: &parts[number].candidates)
        if text.isCut { parts[number].probability = scratch.tagging.probability }
        try detector.siftTagged(&parts[number].candidates, text.view, &scratch)
      }
      scratch.trace?.note(parts[number].candidates, after: .tagging)
      learner.shape(&parts[number].candidates, tokens: scratch.tokens, in: text)
      try time.ask()
    }
  }

  private mutating func learn(_ scratch: inout DetectionScratch) throws(DetectionError)
    -> DocumentMemory
  {
    for number in parts.indices {
      open(number, &scratch)
      try learner.learn(&parts[number].candidates, tokens: scratch.tokens, in: text, time)
    }
    return try learner.finish(habits, time)
  }

  /// Pass 2: every later mention of what the memory knows; then spans are settled.
  private mutating func sweep(_ memory: inout DocumentMemory, _ scratch: inout DetectionScratch)
    throws(DetectionError) -> [Finding]
  {
    var findings = FindingList()
    for number in parts.indices {
      open(number, &scratch)
      var candidates = parts[number].candidates
      parts[number].candidates = []
      learner.tellSubjects(&candidates, in: text)
      scratch.trace?.note(candidates, after: .learning)
      if settings.finders.contains(.memory) {
        let found = candidates.count
        try memory.sweep(scratch.tokens, text.view.bytes, time, into: &candidates)
        scratch.trace?.note(candidates, after: .sweeping)
        if isTagged {
          memory.spared.formUnion(
            try detector.spare(&candidates, from: found, text, &scratch))
        }
      }
      scratch.trace?.note(candidates, after: .sparing)
      var spans = SpanResolver(bytes: text.view.bytes).resolve(candidates)
      memory.settleRoles(&spans, tokens: scratch.tokens, bytes: text.view.bytes)
      findings.add(spans, of: text)
      try time.ask()
    }
    return findings.all
  }

  /// Opens a window again, with what was found out of it.
  private mutating func open(_ number: Int, _ scratch: inout DetectionScratch) {
    text.open(number, &scratch)
    guard text.isCut else { return }
    if let reading = parts[number].reading { scratch.patterns.reading = reading }
    scratch.tagging.probability = parts[number].probability
  }
}
