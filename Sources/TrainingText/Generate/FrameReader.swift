/// Reads frames: one a line, or a block between a line `<<<` and a line `>>>`. `# ` begins a comment line.
enum FrameReader {
  static func frames(
    in file: TrainingFile, lists: TemplateLists
  ) throws(TrainingTextError) -> [Frame] {
    var frames: [Frame] = []
    var block: (line: Int, bytes: [UInt8])?
    for (number, bytes) in file.lines {
      let line = bytes.last == 0x0d ? bytes.dropLast() : bytes
      if let open = block {
        if line.elementsEqual(">>>".utf8) {
          frames.append(
            try frame(open.bytes.dropLast(), file: file, line: open.line + 1, lists: lists))
          block = nil
        } else {
          block = (open.line, open.bytes + line + [0x0a])
        }
      } else if line.elementsEqual("<<<".utf8) {
        block = (number, [])
      } else if !line.isEmpty, !line.isComment {
        frames.append(try frame(line, file: file, line: number, lists: lists))
      }
    }
    if let block { throw TrainingTextError(file: file.name, line: block.line, .blockNotClosed) }
    guard !frames.isEmpty else {
      throw TrainingTextError(file: file.name, line: 1, .emptyList(file.name))
    }
    return frames
  }

  private static func frame(
    _ bytes: ArraySlice<UInt8>, file: TrainingFile, line: Int, lists: TemplateLists
  ) throws(TrainingTextError) -> Frame {
    let template = try TemplateParser.template(bytes, file: file.name, line: line)
    try lists.check(template, file: file.name, line: line)
    return Frame(template: template, isBlock: bytes.contains(0x0a))
  }
}

/// A sentence, a message or a few lines, with slots.
struct Frame: Sendable {
  var template: Template
  /// Whether it has several lines, so that it must stand on lines of its own.
  var isBlock: Bool
}
