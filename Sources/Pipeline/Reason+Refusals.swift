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
        "This is a folder. Put the files themselves into the inbox, one by one or all together. "
          + "A folder that is to choose a profile has the profile's exact name and was there when scrubd started."
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
  /// What is wrong with a document's place in the spool, so that only a person can go on with it.
  package init(_ fault: SpoolError) {
    let (code, explanation): (String, String) =
      switch fault {
      case .nameTaken:
        (
          "name-taken",
          "The outbox holds another file of this document's name. Move that file away and drop the original in again."
        )
      case .notReleasable:
        (
          "not-releasable",
          "The scrubbed files were gone when they should have been released. Drop the original in again."
        )
      case .alreadyDecided:
        (
          "already-decided",
          "Part of this document is in the outbox already, though the audit log says otherwise. Compare both, then decide."
        )
      case .badName:
        (
          "bad-name",
          "The scrubbed name cannot be a file's name. Rename the original and drop it in again."
        )
      case .damaged:
        (
          "damaged",
          "What scrubd had noted about this document cannot be read. Drop the original in again, and check the disk."
        )
      case .unknownDocument:
        ("missing", "This document's folder was taken away while scrubd worked on it.")
      default:
        (
          "system",
          "The system refused a step on this document's files. Check their owner and mode, and the disk."
        )
      }
    self.init(code: "fault.\(code)", explanation: explanation)
  }

  /// Why detection gave no answer for a document.
  package init(_ error: DetectionError) {
    switch error {
    case .patternLimit(let rule, let limit): self = .patternLimit(rule: rule, limit: limit)
    case .patternFailed(let rule, let code): self = .patternFailed(rule: rule, code: code)
    case .interrupted: self = .timeLimit
    }
  }
}
