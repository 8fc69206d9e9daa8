import CPCRE2

/// What one worker needs to match: room for the groups, a stack for machine code, the limits.
///
/// It serves any number of patterns, one search at a time. `@unchecked Sendable` holds because it cannot be copied: its
/// one owner alone reaches the memory behind the pointers.
@safe package struct MatchScratch: ~Copyable, @unchecked Sendable {
  /// Whether the subject is checked to be valid UTF-8 before the search.
  package enum Subject: Sendable {
    /// Check it, from a little before the start offset to its end.
    case check
    /// The caller has checked all of it. An invalid subject makes the process do anything at all.
    case isValid
  }

  package let limits: MatchLimits
  private let context: OpaquePointer?
  private let stack: OpaquePointer?
  private var data: OpaquePointer?
  /// Groups `data` has room for, the whole match included.
  private var capacity: Int
  /// Groups that the last match set, the whole match included; 0 when there was none.
  private var groups = 0

  /// Allocates; should memory lack, every search fails with `noMemory`.
  package init(limits: MatchLimits = MatchLimits()) {
    self.limits = limits
    capacity = 32
    unsafe context = pcre2_match_context_create_8(nil)
    unsafe stack = pcre2_jit_stack_create_8(32 * 1024, max(32, limits.jitStack) * 1024, nil)
    unsafe data = pcre2_match_data_create_8(UInt32(capacity), nil)
    guard let context = unsafe context else { return }
    unsafe pcre2_set_match_limit_8(context, limits.match)
    unsafe pcre2_set_depth_limit_8(context, limits.depth)
    unsafe pcre2_set_heap_limit_8(context, limits.heap)
    if let stack = unsafe stack {
      unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// Searches `subject` from `offset` for the first match; its groups can then be read with `range(ofGroup:)`.
  ///
  /// What stands before `offset` is seen by lookbehinds and anchors.
  ///
  /// - Parameters:
  ///   - offset: bytes of the subject, at the start of a code point.
  ///   - last: the last offset at which a match may start; nil for the subject's end. It bounds how long one search
  ///     takes: one that found nothing goes on behind `last`.
  ///   - anchored: match at `offset` or not at all. It is done by the interpreter: for probing, not for scanning.
  ///   - check: whether to check the subject first; checking anew at each of many searches is quadratic.
  /// - Returns: whether there is a match.
  package mutating func firstMatch(
    of pattern: borrowing CompiledPattern, in subject: Span<UInt8>, from offset: Int,
    through last: Int? = nil, anchored: Bool = false, subject check: Subject = .check
  ) throws(MatchError) -> Bool {
    let options = anchored ? PCRE2_ANCHORED : 0
    return try search(pattern, subject, offset, last, options, check)
  }

  /// Searches for the next match and moves `position` behind it. Matches do not overlap; behind an empty match the
  /// search goes on with the next code point.
  ///
  /// The subject must be the same as long as `position` is used.
  package mutating func nextMatch(
    of pattern: borrowing CompiledPattern, in subject: Span<UInt8>,
    at position: inout MatchPosition,
    subject check: Subject = .check
  ) throws(MatchError) -> Bool {
    guard !position.isAtEnd else { return false }
    let options = position.refusesEmpty ? PCRE2_NOTEMPTY_ATSTART : 0
    let isValid = position.isChecked ? .isValid : check
    guard try search(pattern, subject, position.offset, nil, options, isValid),
      let whole = range(ofGroup: 0)
    else {
      position.end()
      return false
    }
    position.pass(whole)
    return true
  }

  /// Where group `group` (0 for the whole match) matched last, in bytes of the subject; nil when it took no part or
  /// there is no such group.
  package func range(ofGroup group: Int) -> Range<Int>? {
    guard group >= 0, group < groups, let data = unsafe data,
      let pairs = unsafe pcre2_get_ovector_pointer_8(data)
    else { return nil }
    let start = unsafe pairs[2 * group]
    let end = unsafe pairs[2 * group + 1]
    // An unset group is ~0 at both ends, which is -1 here.
    guard start >= 0, end >= start else { return nil }
    return start..<end
  }

  private mutating func search(
    _ pattern: borrowing CompiledPattern, _ subject: Span<UInt8>, _ offset: Int, _ last: Int?,
    _ options: UInt32, _ check: Subject
  ) throws(MatchError) -> Bool {
    groups = 0
    makeRoom(for: pattern.captureCount + 1)
    guard let data = unsafe data, let context = unsafe context else { throw .noMemory }
    guard offset >= 0 else {
      throw MatchError(kind: .invalidOffset, code: Int(PCRE2_ERROR_BADOFFSET))
    }
    // No limit is the largest number, which PCRE2 calls unset.
    unsafe pcre2_set_offset_limit_8(context, last ?? -1)
    let flags = check == .isValid ? options | PCRE2_NO_UTF_CHECK : options
    let code = try unsafe pattern.compiledCode()
    let result = unsafe subject.withUnsafeBufferPointer {
      unsafe pcre2_match_8(code, $0.baseAddress, $0.count, offset, flags, data, context)
    }
    if result == PCRE2_ERROR_NOMATCH { return false }
    guard result > 0 else {
      throw MatchError(
        code: result, startCharacter: Int(unsafe pcre2_get_startchar_8(data)))
    }
    groups = Int(result)
    return true
  }

  private mutating func makeRoom(for needed: Int) {
    guard needed > capacity else { return }
    unsafe pcre2_match_data_free_8(data)
    unsafe data = pcre2_match_data_create_8(UInt32(needed), nil)
    capacity = needed
  }
}
