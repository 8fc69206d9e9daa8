/// Files that are recognised and not read: they hold text, if any, in a shape that plain reading would miss, and what is
/// missed would be released.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
  case pdf = "pdf"
  case postScript = "postscript"
  case richText = "rtf"
  case word = "word"
  case spreadsheet = "spreadsheet"
  case presentation = "presentation"
  case openDocument = "open-document"
  case olderOffice = "older-office"
  case archive = "archive"
  case picture = "picture"
  case dicom = "dicom"
  case recording = "recording"
  case program = "program"
  case markup = "markup"
  case json = "json"
  case hl7 = "hl7"

  /// The kind of a file, by its first bytes; nil when they belong to none of these.
  package static func recognized(_ bytes: [UInt8]) -> FileKind? {
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) { return ZipKind.kind(of: bytes) }
    return Signature.all.first { $0.matches(bytes) }?.kind
  }

  /// What the file is, in a clinician's words.
  package var name: String {
    switch self {
    case .pdf: "a PDF"
    case .postScript: "a PostScript file"
    case .richText: "a rich text file (RTF)"
    case .word: "a Word document"
    case .spreadsheet: "a spreadsheet"
    case .presentation: "a presentation"
    case .openDocument: "an OpenDocument file"
    case .olderOffice: "a Word, Excel or PowerPoint file of the older kind"
    case .archive: "an archive (zip or the like)"
    case .picture: "a picture"
    case .dicom: "a DICOM image"
    case .recording: "a sound or video recording"
    case .program: "a program"
    case .markup: "a file of tags (XML or HTML)"
    case .json: "a JSON file"
    case .hl7: "an HL7 message"
    }
  }

  /// What the reader can do about it.
  package var advice: String {
    switch self {
    case .pdf, .postScript, .richText, .word, .openDocument, .olderOffice:
      "Save the text as plain text (.txt, UTF-8) and drop it in again."
    case .spreadsheet: "Save the table as CSV (UTF-8) and drop it in again."
    case .presentation: "Copy the text into a plain text file (.txt) and drop it in again."
    case .archive: "Unpack it and drop the text files in one by one."
    case .picture, .dicom:
      "Pictures can show faces, names and dates that scrubd cannot see. Type the text you need into a plain text file."
    case .recording:
      "Voices identify people. Write the text down in a plain text file and drop that in."
    case .markup, .json, .hl7:
      "Names and numbers in its fields stand without the words around them by which they are found. Copy the text itself "
        + "into a plain text file (.txt) and drop that in."
    case .program: "It does not belong here. Remove it, and tell whoever looks after this computer."
    }
  }
}
