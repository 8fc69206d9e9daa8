/// How a text is read: how suspicious the profile is, and who may speak.
package struct DetectionSettings: Sendable, Hashable {
  /// The probability (thousandths) of "no identifier" under which the tagger's findings count; a profile's suspicion.
  package var suspicion: Int
  /// Who finds; all of them but in measurements of what each is worth.
  package var finders: Finders
  /// How a long text is cut; what is found does not depend on it.
  package var windows: WindowSize

  package init(
    suspicion: Int = 900, finders: Finders = .all, windows: WindowSize = .standard
  ) {
    self.suspicion = suspicion
    self.finders = finders
    self.windows = windows
  }

  package struct Finders: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Packs, recognizers and guards.
    package static let rules = Finders(rawValue: 1)
    /// The learned tagger.
    package static let tagger = Finders(rawValue: 2)
    /// What the document said once, found everywhere.
    package static let memory = Finders(rawValue: 4)
    package static let all: Finders = [.rules, .tagger, .memory]
  }
}
