/// The names that may stand for a name of a sex and an origin, the best likeness first.
struct NamePools {
  private let lists: SurrogateLists

  init(_ lists: SurrogateLists) { self.lists = lists }

  /// - Parameter origin: nil when nothing is known of it.
  func given(sex: SurrogateLists.Sex, origin: String?) -> [[[UInt8]]] {
    let likely = lists.given.filter { $0.origin == origin ?? "european" }
    let ofSex = lists.given.filter { $0.sex == sex }
    return [
      likely.filter { $0.sex == sex }, likely.filter { $0.sex == .both }, ofSex, lists.given,
    ].map { $0.map(\.text) }
  }

  func surnames(origin: String?) -> [[[UInt8]]] {
    [lists.surnames.filter { $0.origin == origin ?? "european" }, lists.surnames]
      .map { $0.map(\.text) }
  }
}
