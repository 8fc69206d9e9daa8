import Patterns

/// The operators of a profile and of those it extends, the nearest word about a category standing.
struct MergedOperators {
  private(set) var actions: [Category: Operator] = [:]
  /// Where each operator stands.
  private(set) var places: [Category: ProfilePlace] = [:]

  /// - Parameter drafts: the farthest first.
  init(_ drafts: [ProfileDraft]) {
    for draft in drafts {
      for (category, placed) in draft.operators {
        set(category, placed.action, draft.file, placed.position)
      }
      for (each, flag) in draft.switches {
        guard let category = each.category else { continue }
        let isKept = actions[category] == .keep
        // Switched off, what was kept is tagged; what another operator takes out already, it still takes out.
        if flag.isOn {
          set(category, .keep, draft.file, flag.position)
        } else if isKept || actions[category] == nil {
          set(category, .tag, draft.file, flag.position)
        }
      }
    }
  }

  private mutating func set(
    _ category: Category, _ action: Operator, _ file: String, _ position: Position
  ) {
    actions[category] = action
    places[category] = ProfilePlace(file: file, position: position)
  }
}
