internal import CSyscalls

/// The program that runs, as it was linked.
package enum ProgramImage {
  /// Bytes that another build does not have; empty where the linker made none.
  package static let buildID: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe scrubd_build_id(&bytes, bytes.count)
    return Array(bytes.prefix(count))
  }()
}
