import FoundationEssentials

/// Reads and writes the files a command is given by name.
enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("cannot read \(path): check that it is a file and that you may read it")
    }
    return [UInt8](data)
  }

  /// Writes a whole file, or leaves what was there before. What is no regular file, such as `/dev/null` or a pipe, is
  /// written to and not replaced.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let isInPlace = exists(path) && !isRegular(path)
    do {
      try Data(bytes).write(to: URL(filePath: path), options: isInPlace ? [] : .atomic)
    } catch {
      throw Failure("cannot write \(path): check that the folder exists and has room")
    }
  }

  /// Makes the folder that a file is to lie in, if there is none.
  static func makeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("cannot make the folder of \(path): check that you may write there")
    }
  }

  private static func isRegular(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// Paths of the files right inside a folder whose names end in `suffix`, sorted.
  static func list(_ folder: String, suffix: String) throws -> [String] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw Failure("cannot list \(folder): check that it is a folder and that you may read it")
    }
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// In bytes; nil when there is no such file.
  static func size(_ path: String) -> Int? {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size]
    return (size as? any BinaryInteger).flatMap { Int(exactly: $0) }
  }

  static func isReadable(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: path)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Paths, relative to `folder`, of all regular files in it and below, sorted; hidden ones left out.
  static func recursive(_ folder: String) throws -> [String] {
    var found: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      if !isHidden, !isFolder("\(folder)/\(path)") { found.append(path) }
    }
    return found.sorted()
  }
}
