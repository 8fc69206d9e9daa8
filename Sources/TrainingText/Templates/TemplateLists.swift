/// The lists of templates, by name, checked: every slot is known, no list leads back to itself, marks never nest.
struct TemplateLists: Sendable {
  private struct List: Sendable {
    var file: String
    var line: Int
    var entries: [Template] = []
    /// Whether filling it can bring a mark.
    var bringsMarks: Bool?
  }

  private var lists: [String: List] = [:]

  /// - Parameter files: `== name` begins a list; lines below it are its entries. `# ` begins a comment line. A list
  ///   may go on in another file.
  init(_ files: [TrainingFile]) throws(TrainingTextError) {
    var order: [String] = []
    for file in files { try read(file, order: &order) }
    for name in order { _ = try bringsMarks(name, path: []) }
    for name in order {
      guard let list = lists[name] else { continue }
      for entry in list.entries { try check(entry, file: list.file, line: list.line) }
    }
  }

  /// The entries of a list; nil if there is no such list.
  func entries(_ name: String) -> [Template]? { lists[name]?.entries }

  /// Refuses a template with a slot nothing fills, or one that brings a mark into a mark.
  func check(_ template: Template, file: String, line: Int) throws(TrainingTextError) {
    var problem: TrainingTextError.Problem?
    template.visitSlots { slot, marked in
      if let list = lists[slot.name] {
        if marked, list.bringsMarks == true { problem = .markInsideMark(slot.name) }
      } else if SlotRule(rawValue: slot.name) == nil {
        problem = .unknownSlot(slot.name)
      }
    }
    if let problem { throw TrainingTextError(file: file, line: line, problem) }
  }

  private mutating func read(
    _ file: TrainingFile, order: inout [String]
  ) throws(TrainingTextError) {
    var current: String?
    for (number, bytes) in file.lines {
      let line = bytes.last == 0x0d ? bytes.dropLast() : bytes
      if line.isEmpty || line.isComment { continue }
      if line.starts(with: "== ".utf8) {
        let name = line.dropFirst(3).string
        if lists[name] == nil {
          lists[name] = List(file: file.name, line: number)
          order.append(name)
        }
        current = name
      } else if let current {
        let entry = try TemplateParser.template(line, file: file.name, line: number)
        lists[current]?.entries.append(entry)
      } else {
        throw TrainingTextError(file: file.name, line: number, .textBeforeFirstHeader)
      }
    }
  }

  /// Finds out whether a list brings marks, and walks every list it leads to on the way.
  private mutating func bringsMarks(
    _ name: String, path: Set<String>
  ) throws(TrainingTextError) -> Bool {
    guard let list = lists[name] else { return false }
    if let known = list.bringsMarks { return known }
    guard !list.entries.isEmpty else {
      throw TrainingTextError(file: list.file, line: list.line, .emptyList(name))
    }
    guard !path.contains(name) else {
      throw TrainingTextError(file: list.file, line: list.line, .listRefersToItself(name))
    }
    var answer = list.entries.contains(where: \.hasMark)
    var slots: [String] = []
    for entry in list.entries { entry.visitSlots { slot, _ in slots.append(slot.name) } }
    for slot in slots where try bringsMarks(slot, path: path.union([name])) { answer = true }
    lists[name]?.bringsMarks = answer
    return answer
  }
}
