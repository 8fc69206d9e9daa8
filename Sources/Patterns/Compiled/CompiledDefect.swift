/// Why compiled rules are not used.
package enum CompiledDefect: Error, Hashable, Sendable {
  /// Made from other packs, or by another version of scrubd or with another PCRE2: as it should be after a change.
  case stale
  /// Not what was written.
  case damaged
}
