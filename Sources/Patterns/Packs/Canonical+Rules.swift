import PCRE2

extension CanonicalBytes {
  /// A pack as its rules behave. Examples are left out: they change nothing that is found.
  mutating func add(_ pack: Pack) {
    add("pack")
    add(pack.name)
    add(pack.version)
    add(pack.patterns.count)
    for pattern in pack.patterns { add(pattern) }
    add(pack.guards.count)
    for rule in pack.guards { add(rule) }
  }

  private mutating func add(_ pattern: Pattern) {
    add(pattern.id)
    add(pattern.category.rawValue)
    add(pattern.compiled.source)
    add(Int(pattern.compiled.options.rawValue))
    add(pattern.identifierGroups.map(String.init))
    add(pattern.requirement)
    add(pattern.validators.map(\.rawValue))
    add(pattern.confirmations.map(\.rawValue))
    add(pattern.confidence)
    add(pattern.role.rawValue)
    add(pattern.evidence)
    add(pattern.column)
  }

  private mutating func add(_ rule: Guard) {
    add(rule.id)
    add(rule.compiled.source)
    add(Int(rule.compiled.options.rawValue))
    add(rule.group)
    add(rule.requirement)
    add(rule.against.map(\.rawValue).sorted())
    add(rule.confidence)
  }

  private mutating func add(_ requirement: Requirement) {
    add(requirement.literals)
    add(requirement.digits)
  }
}
