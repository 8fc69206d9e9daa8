/// Why a file cannot be scrubbed. It goes to quarantine, and its owner reads the explanation.
package enum DocumentRefusal: Error, Sendable, Hashable {
  /// A known format that is not read.
  case unsupported(FileKind)
  /// A zero byte: no text has one.
  case nulByte(Place)
  /// A control character that can change what a reader sees.
  case controlCharacter(Place)
  /// Part of the file is UTF-8, part is not.
  case mixedEncodings(Place)
  /// Text written in codes that only a program turns back into words: base64, quoted-printable, `&eacute;`, `\u00e9`.
  case encodedText(Place)
  /// No encoding that is known here fits.
  case undecodable(Place)

  /// The reason in audit records, metrics and file names.
  package var code: String {
    switch self {
    case .unsupported(let kind): kind.rawValue
    case .nulByte: "nul-bytes"
    case .controlCharacter: "control-characters"
    case .mixedEncodings: "mixed-encodings"
    case .encodedText: "encoded-text"
    case .undecodable: "undecodable"
    }
  }

  /// What happened and what to do, for the person who dropped the file in. Holds nothing of the document.
  package var explanation: String {
    switch self {
    case .unsupported(let kind):
      "This is \(kind.name). scrubd reads plain text only. \(kind.advice)"
    case .nulByte(let place):
      "This file is not plain text: line \(place.line) holds a zero byte, which text never has. "
        + DocumentRefusal.saveAgain
    case .controlCharacter(let place):
      "Line \(place.line) of this file holds a control character that can hide text from a reader. "
        + DocumentRefusal.saveAgain
    case .mixedEncodings(let place):
      "This file mixes two character encodings (first seen on line \(place.line)), so some letters cannot be read for certain. "
        + DocumentRefusal.saveAgain
    case .encodedText(let place):
      "Part of this file is written in codes (first seen on line \(place.line)), as in an e-mail with attachments or a web page, so names in it cannot be seen. "
        + "Open it in the program it was written with, copy the text you read there into a plain text file (.txt), and drop that in."
    case .undecodable(let place):
      "The characters of this file cannot be read for certain (first seen on line \(place.line)). "
        + DocumentRefusal.saveAgain
    }
  }

  private static let saveAgain =
    "Open it in the program it was written with, save it as plain text (.txt) with the encoding UTF-8, and drop it in again."
}
