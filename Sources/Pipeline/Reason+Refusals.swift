package import Detection
package import Documents
package import Spool

extension Reason {
  /// Why an entry of the inbox is no document.
  package init(_ refusal: Refusal) {
    let explanation =
      switch refusal {
      case .symbolicLink:
        "This is a link to another file. scrubd never follows links: copy the file itself into the inbox."
      case .hardLink:
        "This file has a second name somewhere else on the disk. Copy it into the inbox instead of linking it."
      case .pipe, .socket, .device:
        "This is no file but a channel to a program or a device. Only ordinary files can be scrubbed."
      case .folder:
        "This is a folder. Put the files themselves into the inbox, one by one or all together."
      case .unreadable:
        "scrubd is not allowed to read this file, or the disk could not. Check its permissions and drop it in again."
      case .tooLarge:
        "This file is larger than the limit for one document. Split it, or raise the limit in the configuration."
      case .changedWhileRead:
        "The file was still being written while scrubd read it. Wait until it is complete and drop it in again."
      }
    self.init(code: "refused.\(refusal.rawValue)", explanation: explanation)
  }

  /// Why the bytes of a file are no text scrubd can read.
  package init(_ refusal: DocumentRefusal) {
    self.init(code: "format.\(refusal.code)", explanation: refusal.explanation)
  }
}

extension Reason {
  /// Why detection gave no answer for a document.
  package init(_ error: DetectionError) {
    switch error {
    case .patternLimit(let rule, let limit): self = .patternLimit(rule: rule, limit: limit)
    case .patternFailed(let rule, let code): self = .patternFailed(rule: rule, code: code)
    case .interrupted: self = .timeLimit
    }
  }
}
