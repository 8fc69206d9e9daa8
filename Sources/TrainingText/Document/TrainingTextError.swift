/// Why a file of training text was refused. It names the file and the line and never repeats the text.
package struct TrainingTextError: Error, Equatable, CustomStringConvertible {
  package var file: String
  /// Counted from 1.
  package var line: Int
  package var problem: Problem

  package enum Problem: Equatable, Sendable {
    case notUTF8
    case textBeforeFirstHeader
    case badHeader
    case duplicateID
    case unknownLabel
    case spanNotClosed
    case spanNested
    case spanEmptyOrPadded
    case strayBracket
    case badJSON
    case unknownDocument
    case spanOutsideText
    case spanTextDiffers
    case spansOverlap
    case unknownSlot(String)
    case slotNotClosed
    case emptyList(String)
    case listRefersToItself(String)
    case markInsideMark(String)
    case missingList(String)
    case blockNotClosed
  }

  package init(file: String, line: Int, _ problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  package var description: String { "\(file):\(line): \(problem.message)" }
}

extension TrainingTextError.Problem {
  /// What happened and what to do.
  var message: String {
    switch self {
    case .notUTF8: "the text is not UTF-8; save it as UTF-8"
    case .textBeforeFirstHeader: "text before the first line `===== id kind`; add such a line"
    case .badHeader: "a header is `===== id kind`, both without spaces"
    case .duplicateID: "this id was used before; give each document its own"
    case .unknownLabel: "unknown label; use one of \(Self.labels)"
    case .spanNotClosed: "`[[` without `]]`; close the mark"
    case .spanNested: "`[[` inside a mark; marks never nest"
    case .spanEmptyOrPadded:
      "a mark is empty or begins or ends with white space; mark the words alone"
    case .strayBracket: "`]]` without `[[`; remove it or open the mark"
    case .badJSON: "not a JSON object with file, start, end, hipaa, text and required"
    case .unknownDocument: "the span's file is not among the documents"
    case .spanOutsideText: "start and end are no range of the document; count code points from 0"
    case .spanTextDiffers: "the document reads otherwise at this place; correct start, end or text"
    case .spansOverlap: "two spans of the document overlap; keep one"
    case .unknownSlot(let slot): "no list or rule fills {\(slot)}; correct it or add a list"
    case .slotNotClosed: "`{` without `}`; close the slot"
    case .emptyList(let list): "the list \(list) has no entries; add some"
    case .listRefersToItself(let list): "the list \(list) leads back to itself; break the circle"
    case .markInsideMark(let list): "{\(list)} brings marks and stands inside one; marks never nest"
    case .missingList(let list): "the list \(list) is needed and missing; add it"
    case .blockNotClosed: "`<<<` without `>>>`; close the block"
    }
  }

  private static var labels: String {
    TrainingLabel.allCases.map(\.rawValue).joined(separator: " ")
  }
}
