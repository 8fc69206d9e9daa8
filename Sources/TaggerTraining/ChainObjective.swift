/// What training makes small: minus the logarithm of the truth's probability, and half the square of each weight over
/// sigma squared. Where several labels are allowed, the truth is any labelling of allowed ones.
final class ChainObjective {
  private let corpus: IndexedCorpus
  private let workers: [ObjectiveWorker]
  private let pricePerSquare: Float

  /// The rows of a point: the features', and the chain's.
  var rowCount: Int { corpus.keys.count + ParameterVector.chainRows }

  init(_ corpus: IndexedCorpus, sigma: Float) {
    self.corpus = corpus
    pricePerSquare = 1 / (sigma * sigma)
    let rowCount = corpus.keys.count + ParameterVector.chainRows
    workers = corpus.parts(Parts.ofSequences).map { sequences in
      ObjectiveWorker(corpus, sequences, rowCount: rowCount)
    }
  }

  /// The value at a point; the gradient there is written over `gradient`.
  func evaluate(_ point: ParameterVector, gradient: ParameterVector) -> Double {
    let chain = ChainPotentials(point)
    Parts.each(workers.count) { part in workers[part].evaluate(point, chain) }
    let prices = Parts.ofRows(point.count) { rows in
      var squares = 0.0
      for row in rows {
        let weights = unsafe point.rows[row]
        var sum = weights * pricePerSquare
        for worker in workers { unsafe sum += worker.gradient.rows[row] }
        unsafe gradient.rows[row] = sum
        squares += Double((weights * weights).total)
      }
      return squares
    }
    let loss = workers.reduce(0) { $0 + $1.loss }
    return loss + prices.reduce(0, +) * Double(pricePerSquare) / 2
  }
}
