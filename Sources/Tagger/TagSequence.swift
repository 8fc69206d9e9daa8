/// The feature keys of the tokens of one sentence or line or document, flat: filled token by token, emptied and filled
/// again without giving its memory back.
package struct TagSequence: Sendable {
  /// The most features a token can have: sixteen bits hold the sum of so many weights of eight bits.
  package static let mostFeatures = 256

  /// The keys of all tokens, one token after the other.
  private(set) package var keys: [UInt32] = []
  /// Where each token's keys begin, and last where the next token's will.
  private(set) package var starts: [Int] = [0]

  package init() {}

  /// The number of finished tokens.
  package var count: Int { starts.count - 1 }

  /// Adds a feature to the token that is being filled. What comes after `mostFeatures` is left out, here and in
  /// training alike. A key that comes twice counts twice.
  ///
  /// - Parameter key: a hash of what was seen and of which feature it is; 0 is taken as 1.
  @inline(__always) package mutating func add(_ key: UInt32) {
    guard keys.count - starts[starts.count - 1] < TagSequence.mostFeatures else { return }
    keys.append(max(key, 1))
  }

  /// Finishes the token that is being filled; it may have no features.
  @inline(__always) package mutating func endToken() { starts.append(keys.count) }

  /// Forgets all tokens and keeps the memory.
  package mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// The keys of a finished token.
  package func features(of token: Int) -> ArraySlice<UInt32> {
    keys[starts[token]..<starts[token + 1]]
  }
}
