internal import CSyscalls

/// Memory that a process with nothing to do need not hold.
package enum IdleMemory {
  /// Gives back what the allocator keeps for later, and the pages of files that are mapped to be read: the program's code,
  /// word lists, compiled rules. The kernel keeps those as long as it has room, and each comes in again when it is next
  /// touched. Other threads may go on meanwhile; it costs them a moment.
  package static func giveBack() {
    scrubd_trim_heap()
    // A machine that does not tell (no /proc) keeps the pages: they are the kernel's to take in any case.
    for region in (try? untouchedMappings()) ?? [] {
      _ = scrubd_drop_pages(region.lowerBound, UInt64(region.count))
    }
  }

  /// Addresses at which files are mapped to be read, and of which this process has changed no page.
  static func untouchedMappings() throws(SystemError) -> [Range<UInt64>] {
    let file = try Descriptor(opening: "/proc/self/smaps", .read)
    let text = try file.readToEnd(expecting: 1 << 18, limit: 1 << 26) ?? []
    return untouchedMappings(in: String(decoding: text, as: UTF8.self))
  }

  /// See proc_pid_smaps(5). A page that was changed is this process's own ("Anonymous") and would be lost: the linker leaves
  /// such behind in mappings that may not be written any more.
  static func untouchedMappings(in smaps: String) -> [Range<UInt64>] {
    var regions: [Range<UInt64>] = []
    var candidate: Range<UInt64>?
    for line in smaps.split(separator: "\n") {
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      guard let key = fields.first else { continue }
      if !key.hasSuffix(":") {
        candidate = readOnlyFile(fields)
      } else if key == "Anonymous:", let region = candidate {
        if fields.dropFirst().first == "0" { regions.append(region) }
        candidate = nil
      }
    }
    return regions
  }

  /// `7f0a2c000000-7f0a2c010000 r-xp 00000000 fe:00 1234 /usr/bin/scrubd`; nil unless it is a file that may not be written
  /// here, mapped for this process alone.
  private static func readOnlyFile(_ fields: [Substring]) -> Range<UInt64>? {
    guard fields.count > 5, fields[5].hasPrefix("/"), ["r-xp", "r--p"].contains(fields[1])
    else { return nil }
    let ends = fields[0].split(separator: "-").map { UInt64($0, radix: 16) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
    return start..<end
  }
}
