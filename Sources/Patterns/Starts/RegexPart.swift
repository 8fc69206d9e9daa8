/// What is known of a part of a regex that helps to find a landmark.
struct RegexPart {
  /// All texts it can be, spelt in signs (see `LandmarkText`); nil when they are many.
  var texts: Set<[UInt8]>?
  /// Its length at most, as `Landmark.reach` counts; nil when it has no end, or one too far for any landmark.
  private(set) var length: Int?
  /// The bytes it can hold.
  private var bytes: ByteSet
  private var canBeEmpty: Bool
  /// Whether, where it is not empty, its first byte is of no word, and whether its last is.
  private var headIsOutside: Bool
  private var tailIsOutside: Bool
  /// Whether it can hold white space outside ASCII, which ends no run.
  private var mayBeWide: Bool
  /// Its best landmark but for its texts, with the distance from its own start.
  var mark: LandmarkDraft?

  /// The most texts that are worth telling apart, and the longest.
  private static let mostTexts = 400
  private static let longestText = 24

  private init(texts: Set<[UInt8]>?, length: Int?, bytes: ByteSet, canBeEmpty: Bool = false) {
    (self.texts, self.length, self.bytes, self.canBeEmpty) = (texts, length, bytes, canBeEmpty)
    headIsOutside = bytes.intersection(.word).isEmpty
    tailIsOutside = headIsOutside
    mayBeWide = !bytes.subtracting(.ascii).isEmpty
  }

  static let nothing = RegexPart(texts: [[]], length: 0, bytes: ByteSet(), canBeEmpty: true)
  static let anything = RegexPart(texts: nil, length: nil, bytes: .all, canBeEmpty: true)
  /// A place at which at most one side is of a word.
  static let edge = RegexPart(
    texts: [[LandmarkText.edge]], length: 0, bytes: ByteSet(), canBeEmpty: true)
  /// White space within a line; see `Landmark.space`.
  static let blank = {
    var part = RegexPart(texts: nil, length: 3, bytes: Landmark.space)
    part.mayBeWide = true
    return part
  }()
  /// A character outside ASCII.
  static let character = RegexPart(texts: nil, length: 4, bytes: ByteSet(0x80...0xff))

  /// One byte of a set: of a letter in both cases, of a digit, or of very few others it is known which.
  init(oneOf set: ByteSet) {
    var signs = Set<UInt8?>()
    for byte in UInt8.min...UInt8.max where set.contains(byte) {
      signs.insert(LandmarkText.sign(of: byte, in: set))
    }
    let texts = Set(signs.compactMap { $0.map { [$0] } })
    self.init(
      texts: texts.count <= 3 && texts.count == signs.count ? texts : nil, length: 1, bytes: set)
  }

  /// Its landmark, or its texts as one.
  var anyMark: LandmarkDraft? { .better(mark, LandmarkDraft(texts)) }

  /// What is known to stand right behind its start.
  var head: LandmarkDraft.Side {
    if length == 0 { return isEdge ? .edge : .nothing }
    return headIsOutside && !canBeEmpty ? .edge : .other
  }

  /// What is known to stand right before the place behind it.
  ///
  /// - Parameter side: what stands before it.
  func tail(behind side: LandmarkDraft.Side) -> LandmarkDraft.Side {
    if length == 0 { return isEdge ? .edge : side }
    return tailIsOutside && (!canBeEmpty || side == .edge) ? .edge : .other
  }

  private var isEdge: Bool { texts == [[LandmarkText.edge]] }

  /// Seen without being consumed.
  var looking: RegexPart {
    var part = RegexPart.nothing
    // What stands behind it is not what it sees.
    part.mark = anyMark?.before(.other).followed(by: [.unknown])
    return part
  }

  func or(_ other: RegexPart) -> RegexPart {
    var all = RegexPart(
      texts: RegexPart.either(texts, other.texts),
      length: length.flatMap { length in other.length.map { max(length, $0) } },
      bytes: bytes.union(other.bytes), canBeEmpty: canBeEmpty || other.canBeEmpty)
    all.headIsOutside = headIsOutside && other.headIsOutside
    all.tailIsOutside = tailIsOutside && other.tailIsOutside
    all.mayBeWide = mayBeWide || other.mayBeWide
    all.mark = mark.flatMap { one in other.anyMark.map { one.or($0) } }
    return all
  }

  func repeated(_ least: Int, _ most: Int?) -> RegexPart {
    var all = self
    all.mark = nil
    (all.texts, all.length) = (powers(least, most), nil)
    all.canBeEmpty = canBeEmpty || least == 0
    if let length, let most, most <= Landmark.farthest {
      all.length = near(length * most)
    }
    if let longest = longestAsRun { all.length = min(all.length ?? .max, longest) }
    if least > 0 { all.mark = most == 1 ? anyMark : anyMark?.before(.other) }
    return all
  }

  /// The texts of so many of it, when these are few.
  private func powers(_ least: Int, _ most: Int?) -> Set<[UInt8]>? {
    guard let most, most <= RegexPart.longestText else { return nil }
    var all: Set<[UInt8]>? = least == 0 ? [[]] : []
    var power: Set<[UInt8]>? = [[]]
    for count in 0..<most {
      power = RegexPart.joined(power, texts)
      if count + 1 >= least { all = RegexPart.either(all, power) }
    }
    return all
  }

  /// Takes a landmark that it has as well.
  mutating func offer(_ other: LandmarkDraft) { mark = .better(mark, other) }

  /// The part with another behind it; what landmarks they have was offered before.
  mutating func extend(by other: RegexPart) {
    texts = RegexPart.joined(texts, other.texts)
    bytes = bytes.union(other.bytes)
    mayBeWide = mayBeWide || other.mayBeWide
    length = length.flatMap { length in other.length.flatMap { near(length + $0) } }
    headIsOutside = headIsOutside && (!canBeEmpty || other.headIsOutside)
    tailIsOutside = other.tailIsOutside && (!other.canBeEmpty || tailIsOutside)
    canBeEmpty = canBeEmpty && other.canBeEmpty
  }

  /// Its length at most, where all of it is white space, or nothing. It is of one run then; of two where it begins with white
  /// space outside ASCII, which belongs to the run before.
  private var longestAsRun: Int? {
    let spaces = bytes.intersection(Landmark.space)
    guard spaces.isEmpty || spaces == bytes else { return nil }
    return mayBeWide ? 2 * Landmark.longestRun : Landmark.longestRun
  }

  /// A length that it may have, if a landmark may still stand behind it; nil beyond.
  private func near(_ length: Int) -> Int? {
    let length = min(length, longestAsRun ?? .max)
    return length <= Landmark.farthest ? length : nil
  }

  private static func either(_ one: Set<[UInt8]>?, _ other: Set<[UInt8]>?) -> Set<[UInt8]>? {
    guard let one, let other, one.count + other.count <= mostTexts else { return nil }
    return one.union(other)
  }

  /// All texts of two parts behind each other; nil when they are many or long.
  static func joined(_ one: Set<[UInt8]>?, _ other: Set<[UInt8]>?) -> Set<[UInt8]>? {
    guard let one, let other, one.count * other.count <= mostTexts else { return nil }
    var all = Set<[UInt8]>()
    for left in one {
      for right in other {
        if left.count + right.count > longestText { return nil }
        all.insert(left + right)
      }
    }
    return all
  }
}
