/// Limited-memory BFGS (Nocedal 1980) with a line search that goes back by halves.
///
/// All scalar products that a direction needs are kept in a table, so that one step reads the history twice, not once for
/// each pair in turn (Chen, Wang and Zhou, "Large-scale L-BFGS using MapReduce", 2014).
struct Minimizer {
  /// What is told after a step.
  struct Step {
    var iteration = 0
    var value: Double
    var gradientLength: Double
    var evaluations = 1
  }

  /// Where it stands: zeros at first.
  private(set) var point: ParameterVector
  private var gradient: ParameterVector
  private var nextPoint: ParameterVector
  private var nextGradient: ParameterVector
  private let direction: ParameterVector
  private var history: StepHistory

  init(rowCount: Int) {
    point = ParameterVector(rowCount: rowCount)
    gradient = ParameterVector(rowCount: rowCount)
    nextPoint = ParameterVector(rowCount: rowCount)
    nextGradient = ParameterVector(rowCount: rowCount)
    direction = ParameterVector(rowCount: rowCount)
    history = StepHistory(rowCount: rowCount)
  }

  /// Walks until it gains too little, no step goes down any more, or there were enough steps.
  mutating func run(
    _ objective: ChainObjective, mostIterations: Int, leastGain: Double,
    progress: (Step) -> Void
  ) {
    let start = objective.evaluate(point, gradient: gradient)
    history.begin(gradient)
    var step = Step(value: start, gradientLength: history.gradientLength)
    var values = [start]
    while step.iteration < mostIterations, step.gradientLength > 1e-6 {
      guard let value = takeStep(objective, &step) else { return }
      step.iteration += 1
      step.value = value
      step.gradientLength = history.gradientLength
      progress(step)
      values.append(value)
      if values.count > 10, values[values.count - 11] - value < leastGain * abs(value) { return }
    }
  }

  /// Goes one step down; nil if no step down is found.
  private mutating func takeStep(_ objective: ChainObjective, _ step: inout Step) -> Double? {
    let slope = history.direct(direction, gradient)
    guard slope < 0 else { return nil }
    var length = history.isEmpty ? Float(1 / max(step.gradientLength, 1)) : 1
    for _ in 0..<20 {
      advance(length)
      let value = objective.evaluate(nextPoint, gradient: nextGradient)
      step.evaluations += 1
      // Armijo's condition: some of the promised descent must come true.
      if value <= step.value + 1e-4 * Double(length) * slope {
        history.remember(from: point, gradient, to: nextPoint, nextGradient)
        swap(&point, &nextPoint)
        swap(&gradient, &nextGradient)
        return value
      }
      length /= 2
    }
    return nil
  }

  private func advance(_ length: Float) {
    _ = Parts.ofRows(point.count) { rows in
      for row in rows {
        unsafe nextPoint.rows[row] = point.rows[row] + direction.rows[row] * length
      }
    }
  }
}
