package import PCRE2
package import Patterns

/// The filters of places of one search in compiled form, read when they are first needed.
package struct CompiledFilters: Sendable {
  private let read: @Sendable () throws(CompiledDefect) -> CompiledSection

  /// - Parameter read: the bytes that `flat` of the very same rules gave.
  package init(_ read: @escaping @Sendable () throws(CompiledDefect) -> CompiledSection) {
    self.read = read
  }

  /// Nil when they are damaged: the filters are then made from the rules.
  func skeletons(rules: Int) -> SkeletonSet? {
    try? SkeletonSet(read(), rules: rules)
  }

  /// The filters of detection's search in compiled form.
  package static func flat(patterns: [Pattern], guards: [Guard]) -> [UInt8] {
    SkeletonSet(Detector.rules(patterns, guards).map(\.pattern)).flat
  }

  /// The filters of an `ExpressionSearch` in compiled form.
  package static func flat(_ patterns: [CompiledPattern]) -> [UInt8] { SkeletonSet(patterns).flat }
}
