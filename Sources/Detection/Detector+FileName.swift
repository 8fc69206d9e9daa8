import Lexicons

extension Detector {
  /// Finds what the name of the document's file tells, with what the document taught.
  ///
  /// - Parameter stem: UTF-8, without the extension.
  /// - Returns: findings sorted, without overlaps, in byte offsets of `stem`.
  package func detectFileName(
    _ stem: [UInt8], knowing memory: DocumentMemory, _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> [Finding] {
    // Words in file names are parted by anything but spaces.
    let spaced = stem.map { $0 == 0x5f || $0 == 0x2b ? 0x20 : $0 }
    var text = WindowedText(spaced, .whole, tokenizer)
    text.open(0, &scratch)
    let bytes = text.view.bytes
    var candidates = try propose(
      text.view, isTypedLower: WritingHabits(of: scratch.tokens).isTypedLower, &scratch)
    try memory.sweep(
      scratch.tokens, bytes, TimeCheck(isTimeUp: scratch.isTimeUp), into: &candidates)
    FileNameRecognizer().find(in: scratch.tokens, into: &candidates)
    var spans = SpanResolver(bytes: bytes).resolve(candidates)
    memory.settleRoles(&spans, tokens: scratch.tokens, bytes: bytes)
    var findings = FindingList()
    findings.add(spans, of: text)
    return findings.all
  }
}
