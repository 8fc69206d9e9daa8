import Documents

/// A file a command was told to read, and how the output names it.
struct InputFile {
  let path: String
  /// Relative to the folder it was found in; the path as given when it was named itself.
  let name: String

  /// The file at `path`, or all files in the folder there, sorted.
  static func expand(_ path: String) throws -> [InputFile] {
    guard Files.isFolder(path) else {
      guard Files.exists(path) else { throw Failure("there is no file or folder \(path)") }
      return [InputFile(path: path, name: path)]
    }
    return try Files.recursive(path).map { InputFile(path: "\(path)/\($0)", name: $0) }
  }

  /// In bytes; 0 when it cannot be told, which reading it then explains.
  var size: Int { Files.size(path) ?? 0 }

  /// The file's text, machines' formats included: finding releases nothing.
  func document() throws -> TextDocument {
    try TextDocument(try Files.read(path), refusesStructure: false)
  }
}
