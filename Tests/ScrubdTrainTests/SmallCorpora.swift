import FoundationEssentials
import TestSupport

/// A folder like `corpora`: nine short texts, a few groups of words, and the tree's frames.
struct SmallCorpora {
  private let folder: TemporaryDirectory

  var path: String { folder.path }

  init() throws {
    folder = try TemporaryDirectory()
    for name in ["writeups_train", "writeups_train/docs", "written", "frames"] {
      try folder.makeFolder(name)
    }
    try addCorpus("writeups_train", ["n1.txt": "Ana Okonjo", "n2.txt": "Rafi Brandao"])
    // What an editor leaves behind.
    try folder.write("\u{0}", to: "writeups_train/docs/.n1.txt.swp")
    try folder.write(SmallCorpora.written, to: "written/small.txt")
    try folder.write("# invented\n5 seen met rang\n21 well fine\n", to: "word_groups.txt")
    let frames = "\(SourceTree.root)/corpora/frames"
    for name in try FileManager.default.contentsOfDirectory(atPath: frames) {
      let data = try Data(contentsOf: URL(filePath: "\(frames)/\(name)"))
      try folder.write(String(decoding: data, as: UTF8.self), to: "frames/\(name)")
    }
  }

  /// Writes a file over what is there.
  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  /// Adds documents that nobody may be trained on.
  func addDevelopmentCorpus() throws {
    try folder.makeFolder("writeups_dev")
    try folder.makeFolder("writeups_dev/docs")
    try addCorpus("writeups_dev", ["dev1.txt": "Ola Zzyrqua"])
  }

  /// - Parameter names: for each document whom it is about.
  private func addCorpus(_ corpus: String, _ names: [String: String]) throws {
    var gold = ""
    for (file, name) in names.sorted(by: { $0.key < $1.key }) {
      try folder.write("Patient: \(name)\nslept well.\n", to: "\(corpus)/docs/\(file)")
      gold += """
        {"file": "\(file)", "start": 9, "end": \(9 + name.count), "hipaa": "NAME", "text": "\(name)", "required": true}

        """
    }
    try folder.write(gold, to: "\(corpus)/gold.jsonl")
  }

  private static let written = """
    ===== t-001 note
    Mr. [[NAME:Okonjo]] fell on [[DATE:March 3]] in the [[LOCATION:Elm Grove]].
    ===== t-002 query
    My patient [[NAME:Ana Brandao]], MRN [[ID:4471920]], takes apixaban.
    ===== t-003 query
    How long does apixaban stay in the blood?
    ===== t-004 letter
    Dear Dr. [[NAME:Achterberg]], thank you for seeing her at [[ORG:Silvergrove Hospice]].
    ===== t-005 chat
    [[NAME:rafi]]: call [[CONTACT:217-555-0198]]
    ===== t-006 note
    She is [[AGE:93]] and was a [[PROFESSION:lighthouse keeper]] in [[STATE:Maine]].
    ===== t-007 note
    Seen by [[NAME:T. Lindqvist]], [[ORG:Dover General]].

    """
}
