/// Makes documents of frames: a handful of one genre, filled and joined.
package struct FrameGenerator: Sendable {
  private struct Genre: Sendable {
    var name: String
    var frames: [Frame]
  }

  private let vocabulary: Vocabulary
  private let genres: [Genre]
  /// For each genre the number of frames up to and with it, so that each frame is as likely as any other.
  private let sums: [Int]

  /// - Parameter frames: a file a genre; its name without the extension becomes the kind of the documents.
  /// - Throws: a frame that does not parse, an unknown slot, a file without frames.
  package init(vocabulary: Vocabulary, frames: [TrainingFile]) throws(TrainingTextError) {
    self.vocabulary = vocabulary
    var genres: [Genre] = []
    var sums: [Int] = []
    for file in frames {
      let read = try FrameReader.frames(in: file, lists: vocabulary.lists)
      let name = file.name.split(separator: ".").first.map(String.init) ?? file.name
      genres.append(Genre(name: name, frames: read))
      sums.append((sums.last ?? 0) + read.count)
    }
    guard !genres.isEmpty else {
      throw TrainingTextError(file: "frames", line: 1, .emptyList("frames"))
    }
    self.genres = genres
    self.sums = sums
  }

  /// How many frames there are.
  package var frameCount: Int { sums.last ?? 0 }

  /// A document of 3 to 10 frames. The same seed and files give the same document.
  package func document(id: String, random: inout SeededRandom) -> TrainingDocument {
    let genre = drawGenre(&random)
    let layout = Layout.allCases[random.below(Layout.allCases.count)]
    var filler = TemplateFiller(vocabulary)
    var builder = DocumentBuilder()
    var previousIsBlock = false
    for index in 0..<random.within(3...10) {
      // One frame in six comes from another genre: notes quote letters, letters quote messages.
      let source = random.chance(16) ? drawGenre(&random) : genre
      let frame = random.pick(source.frames)
      if index > 0 {
        builder.append(layout.separator(beside: frame.isBlock || previousIsBlock).utf8)
      }
      filler.fill(frame.template, into: &builder, &random)
      previousIsBlock = frame.isBlock
    }
    if let recasing = Self.drawRecasing(&random) { builder = builder.recased(recasing) }
    return TrainingDocument(id: id, kind: genre.name, text: builder.text, spans: builder.spans)
  }

  private func drawGenre(_ random: inout SeededRandom) -> Genre {
    let ticket = random.below(frameCount)
    return genres[sums.firstIndex { ticket < $0 } ?? 0]
  }

  /// One document in eleven is all lower case, one in twenty all capitals.
  private static func drawRecasing(_ random: inout SeededRandom) -> Recasing? {
    switch random.below(100) {
    case ..<9: .lower
    case ..<14: .upper
    default: nil
    }
  }
}

/// How the frames of a document are joined.
private enum Layout: CaseIterable {
  case lines
  case paragraphs
  case running

  func separator(beside block: Bool) -> String {
    switch self {
    case .lines: "\n"
    case .paragraphs: "\n\n"
    case .running: block ? "\n" : " "
    }
  }
}
