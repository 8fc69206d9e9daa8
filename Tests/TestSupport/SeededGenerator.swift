import TrainingText

/// Random numbers that are the same in every run, so that a failure can be met again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var random: SeededRandom

  package init(seed: UInt64) { random = SeededRandom(seed: seed) }

  package mutating func next() -> UInt64 { random.next() }
}
