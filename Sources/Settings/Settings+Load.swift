extension Settings {
  private static let limits = (
    seconds: 0...3600, rescan: 1...3600, workers: 1...256, document: 1...(1 << 31),
    timeout: 1...86_400, free: 0...(1 << 50), hook: 1...300, days: 0...36_500,
    checkpoint: 1...3600
  )

  /// Reads flags, environment and configuration file, strongest first, and validates all of it.
  ///
  /// - Parameters:
  ///   - overrides: what the command line gave.
  ///   - surroundings: environment and executable; a test passes its own.
  /// - Throws: the first setting that cannot be used.
  package static func load(
    _ overrides: SettingsOverrides = SettingsOverrides(),
    in surroundings: Surroundings = .ofThisProcess()
  ) throws(SettingsError) -> Settings {
    let file = configurationFile(overrides, surroundings)
    var all = [Layer.commandLine(overrides, base: surroundings.workingDirectory)]
    all.append(try Layer.environment(surroundings))
    if let file, let layer = try Layer.file(file) { all.append(layer) }
    return try Settings(Layers(all: all), surroundings, file)
  }

  private static func configurationFile(
    _ overrides: SettingsOverrides, _ surroundings: Surroundings
  ) -> String? {
    if let named = overrides.configurationFile ?? surroundings.value(Layer.configurationVariable) {
      return Paths.absolute(named, from: surroundings.workingDirectory)
    }
    return Paths.exists(Layer.usualFile) ? Layer.usualFile : nil
  }

  private init(
    _ layers: Layers, _ surroundings: Surroundings, _ file: String?
  ) throws(SettingsError) {
    let limits = Settings.limits
    root = try layers.path(.root) ?? DefaultPaths.root(surroundings)
    profile = try layers.name(.profile, default: "publication")
    extraPatterns = try Settings.folder(.extraPatterns, layers)
    originals = try layers.choice(.originals, default: .keep)
    originalsDays = try layers.number(.originalsDays, in: limits.days, default: 0)
    settleSeconds = try layers.number(.settleSeconds, in: limits.seconds, default: 2)
    rescanSeconds = try layers.number(.rescanSeconds, in: limits.rescan, default: 10)
    workers = try layers.number(
      .workers, in: limits.workers, default: min(surroundings.cores, limits.workers.upperBound))
    documentLimitBytes = try layers.number(
      .documentLimitBytes, in: limits.document, default: 64 << 20)
    documentTimeoutSeconds = try layers.number(
      .documentTimeoutSeconds, in: limits.timeout, default: 120)
    memoryLimitBytes = try Settings.memoryLimit(layers)
    minimumFreeBytes = try layers.number(.minimumFreeBytes, in: limits.free, default: 256 << 20)
    keyFile = try layers.path(.keyFile) ?? DefaultPaths.keyFile(surroundings, root: root)
    anchorFile = try layers.path(.anchorFile)
    checkpointSeconds = try layers.number(
      .checkpointSeconds, in: limits.checkpoint, default: 60)
    logLevel = try layers.choice(.logLevel, default: .info)
    stopSeconds = try layers.number(.stopSeconds, in: limits.seconds, default: 20)
    metricsFile = try layers.path(.metricsFile) ?? DefaultPaths.metricsFile(surroundings)
    onHeld = try Settings.program(.onHeld, layers)
    onQuarantined = try Settings.program(.onQuarantined, layers)
    hookSeconds = try layers.number(.hookSeconds, in: limits.hook, default: 10)
    setLexicon = try layers.path(.lexicon)
    configurationFile = file
    searchedPatterns = PatternsSearch.candidates(surroundings)
    foundPatterns =
      try Settings.folder(.patterns, layers)
      ?? searchedPatterns.first(where: PatternsSearch.isPatterns)
    explained = []
    explained = try explanations(layers)
  }

  /// The least memory with which scrubd starts and scrubs an ordinary document, in bytes.
  private static let leastMemory = 256 << 20

  /// Too small a limit would not let the service start, again and again.
  private static func memoryLimit(_ layers: Layers) throws(SettingsError) -> Int {
    let bytes = try layers.number(.memoryLimitBytes, in: limits.free, default: 0)
    guard bytes == 0 || bytes >= leastMemory else {
      throw try layers.find(.memoryLimitBytes)?.layer.error(
        .memoryLimitBytes, "is too small", "Allowed: 0 for no limit, or 256 MiB and more.")
        ?? SettingsError(key: SettingKey.memoryLimitBytes.rawValue, problem: "", allowed: "")
    }
    return bytes
  }

  /// A program that was named must be there: a call that nobody hears must be known before it is needed.
  private static func program(
    _ key: SettingKey, _ layers: Layers
  ) throws(SettingsError) -> String? {
    guard let path = try layers.path(key) else { return nil }
    guard Paths.isProgram(path) else {
      throw try layers.find(key)?.layer.error(
        key, "names no program that can be run",
        "Allowed: the path of an executable file, without arguments.")
        ?? SettingsError(key: key.rawValue, problem: "names no program", allowed: "")
    }
    return path
  }

  /// A folder that was named must be there: a missing one must not pass for one without patterns.
  private static func folder(
    _ key: SettingKey, _ layers: Layers
  ) throws(SettingsError) -> String? {
    guard let path = try layers.path(key) else { return nil }
    let isThere = key == .patterns ? PatternsSearch.isPatterns(path) : Paths.exists(path)
    guard isThere else {
      let found = try layers.find(key)
      let needed = key == .patterns ? "a folder that holds `profiles`" : "an existing folder"
      throw found?.layer.error(key, "names no folder that can be used", "Allowed: \(needed).")
        ?? SettingsError(
          key: key.rawValue, problem: "names no folder", allowed: "Allowed: \(needed).")
    }
    return path
  }
}
