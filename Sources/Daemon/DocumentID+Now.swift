import Documents
import FoundationEssentials

extension DocumentID {
  /// A new id with the present time.
  static func now() -> DocumentID {
    var random = SystemRandomNumberGenerator()
    let now = Date.now.timeIntervalSince1970
    return DocumentID(milliseconds: UInt64(max(0, now * 1000)), using: &random)
  }
}
