/// The sources of settings, strongest first: command line, environment, configuration file. Reads one value as what it must be.
struct Layers {
  let all: [Layer]

  /// The text of a setting and the source it came from.
  func find(_ key: SettingKey) throws(SettingsError) -> (text: String, layer: Layer)? {
    for layer in all {
      if let text = try layer.text(key) { return (text, layer) }
    }
    return nil
  }

  /// An absolute path, from wherever the source's relative ones start.
  func path(_ key: SettingKey) throws(SettingsError) -> String? {
    guard let (text, layer) = try find(key) else { return nil }
    guard !text.isEmpty, !text.contains("\0") else {
      throw layer.error(key, "is empty", "It takes the path of a file or folder.")
    }
    return Paths.absolute(text, from: layer.base)
  }

  /// A whole number, for bytes also with a unit (`64 MiB`).
  func number(
    _ key: SettingKey, in range: ClosedRange<Int>, default standard: Int
  ) throws(SettingsError) -> Int {
    guard let (text, layer) = try find(key) else { return standard }
    guard let number = Quantity.parse(text), range.contains(number) else {
      throw layer.error(
        key, "is not a number it can take",
        "Allowed: a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: SettingKey, default standard: Choice
  ) throws(SettingsError) -> Choice {
    guard let (text, layer) = try find(key) else { return standard }
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw layer.error(key, "is none of its words", "Allowed: \(words).")
    }
    return choice
  }

  /// The name of a profile: the name of its file, so nothing that could be a path.
  func name(_ key: SettingKey, default standard: String) throws(SettingsError) -> String {
    guard let (text, layer) = try find(key) else { return standard }
    let isName =
      !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d
      }
    guard isName else {
      throw layer.error(
        key, "is no name", "Allowed: lower-case letters, digits and dashes, as in safe-harbor.")
    }
    return text
  }
}
