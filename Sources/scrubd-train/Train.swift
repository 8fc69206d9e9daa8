import ArgumentParser
import Detection
import Syscalls
import TaggerTraining

/// Makes the tagger's model from the annotated texts of the tree.
@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrubd-train",
    abstract: "Trains scrubd's tagger from annotated texts and writes its model.",
    discussion: """
      It learns from writeups_train, written and frames in the folder of corpora, and from nothing else. The same files and \
      options give the same model, byte for byte. corpora/README.md tells what the folders hold and how texts are annotated.

      The packs and word lists are those the model will run with: what rules find and lists know is evidence the tagger \
      learns to weigh. Train anew when either has changed much.

      EXAMPLE
        scrubd-train --output patterns/tagger/tagger.model
        scrubd-train --patterns /srv/patterns --generated 4000 --output trial.model
      """)

  @Option(help: ArgumentHelp("Where the model is written.", valueName: "file"))
  var output: String
  @Option(
    help: ArgumentHelp(
      "The folder of packs, with lexicons/ in it: the word lists, and words.lexicon made from them.",
      valueName: "folder"))
  var patterns = "patterns"
  @Option(help: ArgumentHelp("The folder of annotated texts.", valueName: "folder"))
  var corpora = "corpora"
  @OptionGroup(title: "Texts") var texts: TextOptions
  @OptionGroup(title: "Training") var training: TrainingOptions

  func run() throws {
    try Folder.checkWritable(output)
    let teacher = try Teacher(patterns: patterns, corpora: corpora)
    let texts = try TrainingTexts(corpora: corpora, patterns: patterns, texts.recipe)
    let course = Course(try teacher.lessons(texts))
    Train.say(course.summary)
    var settings = training.settings
    settings.groups = teacher.groups
    let model = try course.model(settings, isCalibrated: !training.uncalibrated) { step in
      guard step.iteration.isMultiple(of: 10) else { return }
      Train.say("step \(step.iteration): \(step.objective), \(step.featureCount) features")
    }
    try Folder.write(model.bytes, to: output)
    Train.say("\(output): \(model.featureCount) features, \(model.bytes.count) bytes")
  }

  private static func say(_ line: String) {
    StandardStream.output.write(Array("\(line)\n".utf8))
  }
}

/// How the texts are put together.
struct TextOptions: ParsableArguments {
  @Option(help: "How often each annotated document is taken again with other names in it.")
  var refills = 1
  @Option(help: "How many documents are made from frames.")
  var generated = 1500
  @Option(help: "How much a document with other names counts beside the original.")
  var refillWeight: Float = 0.5
  @Option(help: "How much a document made from frames counts.")
  var generatedWeight: Float = 0.5
  @Option(help: "The number all chance is drawn from.")
  var seed: UInt64 = 20

  func validate() throws {
    guard refills >= 0, generated >= 0 else {
      throw ValidationError("--refills and --generated are numbers of documents: 0 or more.")
    }
    guard 0...1000 ~= refillWeight, 0...1000 ~= generatedWeight else {
      throw ValidationError("--refill-weight and --generated-weight are from 0 to 1000.")
    }
  }

  var recipe: TrainingTexts.Recipe {
    TrainingTexts.Recipe(
      refills: refills, generated: generated, refillWeight: refillWeight,
      generatedWeight: generatedWeight, seed: seed)
  }
}

/// How the model is made of the texts.
struct TrainingOptions: ParsableArguments {
  @Option(help: "The standard deviation weights are held to, in natural logarithms.")
  var sigma: Float = 0.2
  @Option(help: "The most steps of the optimizer.")
  var iterations = 90
  @Option(help: "Features seen on fewer tokens get no weights.")
  var leastCount = 4
  @Option(help: "Features with smaller weights, in natural logarithms, are left out.")
  var leastWeight: Float = 0.03
  @Flag(help: "Skip the calibration, which takes a second training.")
  var uncalibrated = false

  func validate() throws {
    guard 0.001...1000 ~= sigma else { throw ValidationError("--sigma is from 0.001 to 1000.") }
    guard iterations >= 1, leastCount >= 1 else {
      throw ValidationError("--iterations and --least-count are 1 or more.")
    }
    guard 0...1000 ~= leastWeight else {
      throw ValidationError("--least-weight is from 0 to 1000.")
    }
  }

  var settings: TrainingSettings {
    var settings = TrainingSettings()
    settings.sigma = sigma
    settings.mostIterations = iterations
    settings.leastCount = leastCount
    settings.leastWeight = leastWeight
    settings.features = Detector.taggerFeatures
    return settings
  }
}
