import Documents
import Spool

extension Claim {
  /// The name the document came under. A name that is no UTF-8 cannot be scrubbed for certain, so nothing of it is used.
  var nameParts: NameParts { NameParts(fileName: String(validating: name, as: UTF8.self) ?? "") }
}
