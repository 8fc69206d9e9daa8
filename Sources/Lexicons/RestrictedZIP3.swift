/// The three-digit ZIP prefixes whose area has 20,000 people or fewer, by 45 CFR 164.514(b)(2)(i)(B): they may not stay.
package enum RestrictedZIP3 {
  /// The list's file name in the folder of word lists.
  package static let fileName = "zip3_restricted.tsv"

  /// Reads the list: census year, prefix. The result is the union over all census years, as three digits each.
  ///
  /// - Throws: on any line that is not a year and three digits; a prefix lost here would be printed.
  package static func parse(_ bytes: [UInt8]) throws(RestrictedZIP3Error) -> Set<String> {
    var prefixes: Set<String> = []
    var badLine: Int?
    NamedList(name: fileName, bytes: bytes).forEachRow { row, line in
      let prefix = row.text(1)
      guard row.number(0) != nil, row.number(1) != nil, prefix.utf8.count == 3 else {
        badLine = badLine ?? line
        return
      }
      prefixes.insert(prefix)
    }
    if let badLine { throw .line(badLine) }
    guard !prefixes.isEmpty else { throw .empty }
    return prefixes
  }
}

/// What is wrong with the list of restricted ZIP prefixes.
package enum RestrictedZIP3Error: Error, Hashable, Sendable, CustomStringConvertible {
  /// This line, from 1, is not a year, a tab and three digits.
  case line(Int)
  /// No line holds a prefix.
  case empty

  package var description: String {
    switch self {
    case .line(let number):
      "\(RestrictedZIP3.fileName):\(number): must be a census year, a tab and three digits"
    case .empty: "\(RestrictedZIP3.fileName): holds no prefix; restore it from the package"
    }
  }
}
