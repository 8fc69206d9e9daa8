import TestSupport
import Testing

@testable import Redaction

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("gonzalez", "gonzalez", true), ("gonzalez", "gonzales", true), ("gonzalez", "gonzalz", true),
    ("gonzalez", "gonzzalez", true), ("gonzalez", "gonzaelz", true), ("gonzalez", "onzalez", true),
    ("gonzalez", "gonzale", true), ("gonzalez", "gnozalze", false), ("gonzalez", "gonsales", false),
    ("novak", "nowack", false), ("", "a", true), ("", "ab", false), ("ab", "ba", true),
    ("ab", "cd", false), ("abcd", "badc", false),
  ])
  func `one letter apart is one spelling`(one: String, other: String, isNear: Bool) {
    #expect(EditDistance.isAtMostOne(Array(one.utf8), Array(other.utf8)) == isNear)
    #expect(EditDistance.isAtMostOne(Array(other.utf8), Array(one.utf8)) == isNear)
  }

  /// All spellings one step away.
  private static func neighbours(of word: [UInt8]) -> Set<[UInt8]> {
    let letters: [UInt8] = [0x61, 0x62, 0x63]
    var all: Set<[UInt8]> = [word]
    for index in word.indices {
      all.insert(Array(word[..<index] + word[(index + 1)...]))
      for letter in letters { all.insert(Array(word[..<index] + [letter] + word[(index + 1)...])) }
      guard index > 0 else { continue }
      var swapped = word
      swapped.swapAt(index, index - 1)
      all.insert(swapped)
    }
    for index in 0...word.count {
      for letter in letters { all.insert(Array(word[..<index] + [letter] + word[index...])) }
    }
    return all
  }

  @Test func `it agrees with every spelling written out`() {
    var random = SeededGenerator(seed: 5)
    let letters: [UInt8] = [0x61, 0x62, 0x63]
    func word() -> [UInt8] {
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? 0x61
      }
    }
    for _ in 0..<4000 {
      let (one, other) = (word(), word())
      #expect(
        EditDistance.isAtMostOne(one, other)
          == EditDistanceTests.neighbours(of: one).contains(other))
    }
  }
}
