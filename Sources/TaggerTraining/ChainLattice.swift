/// Forward and backward through one sequence.
///
/// `@safe` because its buffers are as long as the longest sequence, and stay as long as it lives; one thread uses it.
@safe final class ChainLattice {
  /// Per token and label the factor of its features, at most 1.
  let emissions: UnsafeMutableBufferPointer<LabelRow>
  /// Per token the probability of each label given the tokens up to it.
  private let beliefs: UnsafeMutableBufferPointer<LabelRow>
  /// Per token what the beliefs were divided by.
  private let scales: UnsafeMutableBufferPointer<Float>

  init(capacity: Int) {
    unsafe emissions = .allocate(capacity: capacity)
    unsafe emissions.initialize(repeating: .zero)
    unsafe beliefs = .allocate(capacity: capacity)
    unsafe beliefs.initialize(repeating: .zero)
    unsafe scales = .allocate(capacity: capacity)
    unsafe scales.initialize(repeating: 0)
  }

  deinit {
    unsafe emissions.deallocate()
    unsafe beliefs.deallocate()
    unsafe scales.deallocate()
  }

  /// Works out the marginals and adds them to what is expected.
  ///
  /// - Parameters:
  ///   - count: the tokens whose emissions are filled in.
  ///   - sign: 1 to add, -1 to take away.
  ///   - tokens: per token the marginals are added here.
  ///   - pairs: per label before, the marginals of pairs divided by their factors in `chain`.
  /// - Returns: the logarithm of the sum over all labellings.
  func run(
    _ count: Int, _ chain: ChainPotentials, sign: Float,
    tokens: UnsafeMutablePointer<LabelRow>, pairs: UnsafeMutablePointer<LabelRow>
  ) -> Double {
    let logarithm = unsafe chain.forward.withUnsafeBufferPointer { matrix in
      unsafe forward(count, chain, matrix.baseAddress.unsafelyUnwrapped)
    }
    unsafe chain.backward.withUnsafeBufferPointer { matrix in
      unsafe backward(
        count, chain, matrix.baseAddress.unsafelyUnwrapped, sign: sign, tokens: tokens, pairs: pairs
      )
    }
    return logarithm
  }

  private func forward(
    _ count: Int, _ chain: ChainPotentials, _ matrix: UnsafePointer<LabelRow>
  ) -> Double {
    var product = LogProduct()
    var belief = unsafe chain.start * emissions[0]
    for token in 0..<count {
      if token > 0 { unsafe belief = belief.times(matrix) * emissions[token] }
      let scale = belief.total
      product.multiply(scale)
      belief *= 1 / scale
      unsafe scales[token] = scale
      unsafe beliefs[token] = belief
    }
    product.multiply((belief * chain.end).total)
    return product.logarithm
  }

  private func backward(
    _ count: Int, _ chain: ChainPotentials, _ matrix: UnsafePointer<LabelRow>, sign: Float,
    tokens: UnsafeMutablePointer<LabelRow>, pairs: UnsafeMutablePointer<LabelRow>
  ) {
    var future = chain.end
    for token in (0..<count).reversed() {
      let both = unsafe beliefs[token] * future
      let total = both.total
      unsafe tokens[token] += both * (sign / total)
      if token == 0 { return }
      let arriving = unsafe future * emissions[token]
      // Two divisions, as the product of the divisors may be too small a number.
      let after = arriving * (sign / total)
      let before = unsafe beliefs[token - 1] * (1 / scales[token])
      for label in 0..<16 { unsafe pairs[label] += after * before[label] }
      future = unsafe arriving.times(matrix)
      future *= 1 / future.total
    }
  }
}
