internal import Glibc

extension Folder {
  /// Calls `body` with the name of each entry but `.` and `..`, in no order, until it returns false.
  ///
  /// Names are handed on one by one: a folder can hold more of them than should be in memory.
  package func forEachName(_ body: (Path) throws(SystemError) -> Bool) throws(SystemError) {
    // A listing of its own, so that two at a time do not share a position; fdopendir takes the descriptor over.
    let own = try checked("openat") {
      unsafe openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let listing = unsafe fdopendir(own) else {
      let error = SystemError(call: "fdopendir")
      close(own)
      throw error
    }
    defer { unsafe closedir(listing) }
    while true {
      // readdir tells the end and an error both by null.
      errno = 0
      guard let entry = unsafe readdir(listing) else {
        if errno == 0 || errno == ENOENT { return }
        throw SystemError(call: "readdir")
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe UnsafeRawPointer(name).withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: strlen(bytes)))
        }
      }
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      if try !body(Path(bytes: name)) { return }
    }
  }

  /// All names in the folder, in byte order.
  package func names() throws(SystemError) -> [Path] {
    var names: [Path] = []
    try forEachName { (name) throws(SystemError) in
      names.append(name)
      return true
    }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Bytes that this process could still write on the file system.
  package func freeBytes() throws(SystemError) -> Int {
    var space = statvfs()
    try checked("fstatvfs") { unsafe fstatvfs(descriptor.number, &space) }
    let (bytes, overflow) = Int(clamping: space.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: space.f_frsize))
    return overflow ? .max : bytes
  }
}
