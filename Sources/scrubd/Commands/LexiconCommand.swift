import ArgumentParser
import Lexicons
import Syscalls

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Prepares the word lists.", subcommands: [Compile.self])

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compiles the word lists into the one file that scrubd maps into memory.",
      discussion: """
        EXAMPLE
          scrubd lexicon compile --lists patterns/lexicons --output patterns/lexicons/words.lexicon
        """)

    @Option(help: ArgumentHelp("The folder with the lists (*.tsv).", valueName: "dir"))
    var lists: String

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    func run() throws {
      let lists = try WordLists.read(lists)
      let compiled: CompiledLexicon
      do { compiled = try LexiconCompiler.compile(lists: lists) } catch { throw Failure(error) }
      for warning in compiled.warnings { Console.error("warning: \(warning)") }
      // Word lists are no secret, and the service that reads them is another user than the one who compiles them.
      ProcessLimits.setUmask(0o022)
      try Files.write(compiled.bytes, to: output)
      Console.out("\(compiled.entryCount) words and phrases in \(compiled.bytes.count >> 20) MiB")
    }
  }
}

/// The word lists of a folder.
enum WordLists {
  static func read(_ folder: String) throws -> [NamedList] {
    try Files.list(folder, suffix: ".tsv").map {
      NamedList(name: String($0.dropFirst(folder.utf8.count + 1)), bytes: try Files.read($0))
    }
  }
}
