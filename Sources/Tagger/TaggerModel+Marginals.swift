internal import Syscalls

extension TaggerModel {
  /// Works out the probability of each label for each of some tokens, taken as one chain with a beginning and an end;
  /// `scratch` then has the answers. Allocates nothing once the scratch has grown.
  ///
  /// - Parameter tokens: finished tokens of the sequence.
  package func marginals(
    of sequence: TagSequence, _ tokens: Range<Int>, into scratch: inout TaggerScratch
  ) {
    precondition(tokens.lowerBound >= 0 && tokens.upperBound <= sequence.count)
    scratch.prepare(tokens.count)
    if tokens.isEmpty { return }
    unsafe scratch.emissions.withUnsafeMutableBufferPointer { emissions in
      unsafe scratch.places.withUnsafeMutableBufferPointer { places in
        unsafe fill(emissions, sequence, tokens, places.baseAddress.unsafelyUnwrapped)
      }
    }
    run(&scratch, count: tokens.count)
  }

  /// The same for tokens of which each has the sums of its features' weights already: see `scores`.
  package func marginals(of scores: [TagScores], into scratch: inout TaggerScratch) {
    scratch.prepare(scores.count)
    if scores.isEmpty { return }
    for token in scores.indices { scratch.emissions[token] = factors(scores[token]) }
    run(&scratch, count: scores.count)
  }

  /// The sums of the weights of some features.
  ///
  /// - Parameter keys: `TagSequence.mostFeatures` at most, none of them 0; what comes behind is left out.
  package func scores(of keys: Span<UInt32>, _ scratch: inout TaggerScratch) -> TagScores {
    let count = min(keys.count, TagSequence.mostFeatures)
    return unsafe file.read { file in
      unsafe scratch.places.withUnsafeMutableBufferPointer { places in
        let places = unsafe places.baseAddress.unsafelyUnwrapped
        return unsafe keys.withUnsafeBufferPointer { keys in
          let known = unsafe find(keys, 0..<count, file, places)
          return unsafe scores(places, known, file)
        }
      }
    }
  }

  private func run(_ scratch: inout TaggerScratch, count: Int) {
    unsafe scratch.emissions.withUnsafeMutableBufferPointer { emissions in
      unsafe scratch.beliefs.withUnsafeMutableBufferPointer { beliefs in
        unsafe forward(emissions, beliefs, count: count)
        unsafe backward(emissions, beliefs, count: count)
      }
    }
  }

  private func fill(
    _ emissions: UnsafeMutableBufferPointer<SIMD16<Float>>, _ sequence: TagSequence,
    _ tokens: Range<Int>, _ places: UnsafeMutablePointer<Int32>
  ) {
    unsafe file.read { file in
      unsafe sequence.keys.withUnsafeBufferPointer { keys in
        var start = sequence.starts[tokens.lowerBound]
        for token in tokens {
          let end = sequence.starts[token + 1]
          let known = unsafe find(keys, start..<end, file, places)
          unsafe emissions[token - tokens.lowerBound] = factors(scores(places, known, file))
          start = end
        }
      }
    }
  }

  /// Beliefs given the tokens so far. Each step is scaled to sum to one: the least factors are 2^-40, so nothing
  /// vanishes.
  private func forward(
    _ emissions: UnsafeMutableBufferPointer<SIMD16<Float>>,
    _ beliefs: UnsafeMutableBufferPointer<SIMD16<Float>>, count: Int
  ) {
    unsafe factors.forward.withUnsafeBufferPointer { matrix in
      let matrix = unsafe matrix.baseAddress.unsafelyUnwrapped
      var belief = unsafe (factors.start * emissions[0]).normalized
      unsafe beliefs[0] = belief
      for token in 1..<max(count, 1) {
        unsafe belief = (belief.times(matrix) * emissions[token]).normalized
        unsafe beliefs[token] = belief
      }
    }
  }

  /// Turns beliefs given the tokens so far into beliefs given all.
  private func backward(
    _ emissions: UnsafeMutableBufferPointer<SIMD16<Float>>,
    _ beliefs: UnsafeMutableBufferPointer<SIMD16<Float>>, count: Int
  ) {
    unsafe factors.backward.withUnsafeBufferPointer { matrix in
      let matrix = unsafe matrix.baseAddress.unsafelyUnwrapped
      var future = factors.end
      var token = count - 1
      while true {
        unsafe beliefs[token] = (beliefs[token] * future).normalized
        if token == 0 { return }
        unsafe future = (future * emissions[token]).times(matrix).normalized
        token -= 1
      }
    }
  }
}
