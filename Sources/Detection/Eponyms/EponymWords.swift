import Lexicons

/// The words `EponymReading` goes by, as hashes. All are English of the clinic; none is a name.
enum EponymWords {
  /// Before a thing; nobody is called `a Foley`.
  static let determiners = hashes(
    """
    a an another no without any this each both the known suspected possible probable presumed likely
    positive negative sonographic indwelling repeat repeated bilateral mild moderate severe classic classical typical
    atypical active recurrent chronic familial juvenile proven longstanding underlying
    """)

  /// Before what one has, which may be a child: `her Kelly` is no retractor.
  static let owners = hashes("his her their")

  /// Behind the article and a family's name: `the Parkinson family`.
  static let families = hashes(
    "family families household residence home house estate clan boys girls")

  /// Right before a diagnosis.
  static let cues = hashes(
    "vs versus dx ddx diagnosis diagnoses differential excludes exclude suspect suspects")

  /// Two words before a diagnosis: the second, and what may stand before it.
  static let pairs = table([
    "of": "history hx diagnosis evidence features signs stigmata suspicion",
    "with": "diagnosed consistent compatible", "out": "rule ruled rules ruling",
  ])

  /// The same before a possessive that owns nothing: `testing for Huntington's`. Without it, it may be done for a person.
  static let pairsOfPossessives = table([
    "of":
      "exacerbation complication complications treatment management pathogenesis symptoms form variant presentation",
    "for": """
    suspicious concern concerning worrisome testing tested test screened screening screen workup treated treatment
    criteria evaluated evaluation positive negative surgery
    """,
  ])

  /// `r/o`, `c/w`, `h/o`: the second letter and the first.
  static let slashed: [UInt64: UInt64] = [
    hash("o"): hash("r"), hash("w"): hash("c"),
  ]

  /// What a disease does whose noun is left out.
  static let afterDisease = hashes(
    "is was are were has can may and or but vs versus without than cannot could will")

  /// Behind a possessive that owns nothing in so many words.
  static let small = hashes(
    "is was are were has had can may and or but vs versus without than for since with by as if in on to at from cannot could"
  )

  static let joints = hashes("and or nor vs versus")
  static let prefixes = hashes("non semi anti post pre pseudo para mini modified reverse")
  static let sizes = hashes("fr french gauge fg ch size")

  /// What is done with a device.
  static let handling = hashes(
    """
    remove removed replace replaced place placed insert inserted exchange exchanged change changed discontinue pull keep
    kept flush flushed irrigate irrigated clamp clamped maintain via new dc
    """)

  /// How a device is.
  static let states = hashes(
    "draining patent intact clamped inserted exchanged leaking kinked irrigated")

  /// How a test came out.
  static let results = hashes("negative neg positive pos absent present equivocal nondiagnostic")

  /// `Foley positive for MRSA`, `Bell negative about it`: said of a person.
  static let ofPersons = hashes("for about on")

  /// Labels of whoever did it.
  static let offices = hashes(
    "assistant assistants scrub anesthesia anaesthesia operator reader by attn cc from to")

  /// Before whoever does something.
  static let agents = hashes("by per told tells")

  /// What only people do or are, besides the lists' verbs of persons.
  static let deeds = hashes(
    """
    rounds would wishes wants needs understands repeated repeats reviewed reviews suggested suggests recommended cosigned
    rounded concurs concurred performed ordered orders himself herself who also
    """)

  static let withWhom = hashes("with to")
  static let speaking = hashes(
    "discussed spoke talked spoken reviewed staffed seen signed conferred")
  static let being = hashes("is was are were looks seems feels remains")

  /// What only people are.
  static let feelings = hashes(
    """
    worried upset aware anxious happy angry tired better comfortable confused awake alert oriented afebrile febrile npo home
    here back due ready able unable retired married pregnant known agitated asleep sleeping tearful
    """)

  static let against = hashes("vs versus")
  static let atWhen = hashes("at on today now bilaterally right left r l throughout")

  private static func table(_ words: [String: String]) -> [UInt64: Set<UInt64>] {
    words.reduce(into: [:]) { $0[hash($1.key)] = hashes($1.value) }
  }

  private static func hash(_ word: String) -> UInt64 { WordHash.of(Array(word.utf8)) }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })
  }
}
