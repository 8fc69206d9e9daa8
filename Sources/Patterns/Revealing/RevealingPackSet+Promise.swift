extension RevealingKind {
  /// Whether patterns look for it. The other kinds are told from what a profile let stay.
  package var isSoughtByPatterns: Bool { self != .remainingPlace && self != .remainingDate }
}

extension RevealingPackSet {
  /// A mistake for each kind that no pattern finds. Without it such a kind would silently not be looked for, and a
  /// document that holds nothing else would go out as if it had been read for everything.
  ///
  /// - Parameter folder: where the packs lie; the mistakes name it, because no file of it is the wrong one.
  package func unsoughtKinds(in folder: String) -> [Diagnostic] {
    let sought = Set(patterns.map(\.kind))
    return RevealingKind.allCases.filter { $0.isSoughtByPatterns && !sought.contains($0) }.map {
      Diagnostic(
        file: folder, position: Position(line: 1),
        message:
          "no pattern finds the kind \($0.rawValue); restore the packs of the package, or write one with "
          + "\"kind: \($0.rawValue)\"")
    }
  }
}
