/// A YAML value that knows where it stands.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// `isPlain` tells `12` from `"12"`: only a plain scalar can be a number, a truth value or nothing.
    case text(String, isPlain: Bool)
    case list([YAMLNode])
    case map([Entry])
  }

  /// A key of a mapping and its value, in the order of the file.
  package struct Entry: Sendable {
    package var key: String
    package var keyPosition: Position
    package var value: YAMLNode
  }

  package var content: Content
  /// Of the first character of the value; for a block scalar that of its `|` or `>`.
  package var position: Position

  /// What stands here, for messages.
  package var kind: String {
    switch content {
    case .text(_, isPlain: true) where isNothing: "nothing"
    case .text: "text"
    case .list: "a list"
    case .map: "a mapping"
    }
  }

  /// A plain empty scalar, `~` or `null`: the key was given, but no value.
  package var isNothing: Bool {
    if case .text(let text, isPlain: true) = content { return ["", "~", "null"].contains(text) }
    return false
  }
}
