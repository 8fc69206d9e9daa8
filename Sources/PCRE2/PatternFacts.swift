import CPCRE2

/// What PCRE2 tells of a compiled source; `CompiledPattern` says what each means.
package struct PatternFacts: Sendable, Hashable {
  package var captureCount: Int
  package var groupNames: [String: [Int]]
  package var minimumLength: Int
  package var maximumLookbehind: Int
  package var firstCodeUnit: UInt8?
  package var startsAnywhere: Bool
  package var triesInsideLineEnds: Bool

  package init(
    captureCount: Int, groupNames: [String: [Int]], minimumLength: Int, maximumLookbehind: Int,
    firstCodeUnit: UInt8?, startsAnywhere: Bool, triesInsideLineEnds: Bool
  ) {
    self.captureCount = captureCount
    self.groupNames = groupNames
    self.minimumLength = minimumLength
    self.maximumLookbehind = maximumLookbehind
    self.firstCodeUnit = firstCodeUnit
    self.startsAnywhere = startsAnywhere
    self.triesInsideLineEnds = triesInsideLineEnds
  }

  init(_ info: PatternInfo) {
    let firstCodeType = info.number(PCRE2_INFO_FIRSTCODETYPE)
    self.init(
      captureCount: Int(info.number(PCRE2_INFO_CAPTURECOUNT)), groupNames: info.groupNames(),
      minimumLength: Int(info.number(PCRE2_INFO_MINLENGTH)),
      maximumLookbehind: Int(info.number(PCRE2_INFO_MAXLOOKBEHIND)),
      firstCodeUnit: firstCodeType == 1
        ? UInt8(truncatingIfNeeded: info.number(PCRE2_INFO_FIRSTCODEUNIT)) : nil,
      startsAnywhere: firstCodeType == 0 && !info.hasStartBitmap,
      triesInsideLineEnds: info.number(PCRE2_INFO_HASCRORLF) != 0 && firstCodeType != 2)
  }
}
