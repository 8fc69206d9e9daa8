package import Documents
internal import Syscalls

/// Originals that are kept for a time only.
extension DirectorySpool {
  /// The kept originals of documents that had arrived before a moment, oldest first.
  ///
  /// - Parameter milliseconds: since 1970-01-01 UTC.
  package func originals(arrivedBefore milliseconds: UInt64) throws(SpoolError) -> [DocumentID] {
    do throws(SystemError) {
      // What is not named after a document is not the spool's, and not touched.
      return try folders.originals.names()
        .compactMap { DocumentID(String(decoding: $0.bytes, as: UTF8.self)) }
        .filter { $0.milliseconds < milliseconds }
        .sorted()
    } catch {
      throw .folder(.originals, error)
    }
  }

  /// Removes a kept original; does nothing when it is gone. Call it after the audit record is durable.
  package func removeOriginal(of id: DocumentID) throws(SpoolError) {
    do throws(SystemError) {
      try folders.originals.remove(Path(id.text))
    } catch {
      guard error.isMissing else { throw .folder(.originals, error) }
    }
  }
}
