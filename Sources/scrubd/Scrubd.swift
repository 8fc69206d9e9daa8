import ArgumentParser

@main
struct Scrubd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrubd", abstract: "Takes identifiers out of clinical text.")
}
