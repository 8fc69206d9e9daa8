import Syscalls

/// Small files that a reader sees whole, old or new. They are told anew all the time, so that none is worth a sync.
enum WholeFile {
  static func write(
    _ bytes: [UInt8], to name: Path, in folder: borrowing Folder, mode: UInt32
  ) throws(SystemError) {
    let draft = Path(bytes: name.bytes + Array(".new".utf8))
    do { try folder.remove(draft) } catch { guard error.isMissing else { throw error } }
    let file = try folder.open(draft, [.write, .create, .exclusive, .noFollow])
    try file.write(bytes)
    // The umask may have taken bits from others who read figures.
    try file.setMode(mode)
    try folder.replace(name, with: draft)
  }
}
