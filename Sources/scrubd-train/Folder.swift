import FoundationEssentials

/// A folder of input files.
struct Folder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The files whose names end in `ending`, by name; hidden ones, which editors leave behind, are none of them.
  func files(ending: String) throws -> [(name: String, bytes: [UInt8])] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw TrainFailure("cannot list \(path): check that it is a folder and that you may read it")
    }
    return try names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
      .map { ($0, try bytes($0)) }
  }

  func bytes(_ name: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw TrainFailure(
        "cannot read \(path)/\(name): check that it is a file and that you may read it")
    }
    return [UInt8](data)
  }

  /// Fails now rather than after minutes when a file could not be written.
  static func checkWritable(_ path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else { throw unwritable(path) }
  }

  /// Writes a whole file, or leaves what was there before.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
      throw unwritable(path)
    }
  }

  private static func unwritable(_ path: String) -> TrainFailure {
    TrainFailure("cannot write \(path): check that its folder exists, is yours and has room")
  }
}

/// Why no model was made, and what to do.
struct TrainFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
