// swift-tools-version: 6.2
import PackageDescription

/// The settings every target is built with: see ARCHITECTURE.md, "Swift settings".
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A library room: a target under `Sources/` with the strict settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A room that is optimised in debug builds too: tests read whole corpora and flip every bit of a log through it, which
/// takes ten times as long without.
func busyRoom(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

/// The tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(
  name: "Configuration", package: "swift-configuration")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "scrubd",
  products: [
    .executable(name: "scrubd", targets: ["scrubd"]),
    // For tests: makes system calls of a running daemon fail.
    .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "CSyscalls"),
    busyRoom("PCRE2", ["CPCRE2"]),
    busyRoom("Syscalls", ["CSyscalls"]),
    busyRoom("Lexicons", ["Syscalls"]),
    busyRoom("Patterns", ["PCRE2", "Syscalls", yams]),
    busyRoom("Tagger", ["Syscalls"]),
    busyRoom("Detection", ["Patterns", "Lexicons", "PCRE2", "Tagger"]),
    busyRoom("Redaction", ["Detection", "Patterns", "Lexicons"]),
    busyRoom("Revealing", ["Redaction", "Detection", "Patterns", "Lexicons"]),
    room("Documents"),
    busyRoom("Audit", ["Documents", "Syscalls", "Patterns", crypto]),
    room("Spool", ["Documents", "Syscalls"]),
    room(
      "Pipeline",
      ["Detection", "Redaction", "Revealing", "Documents", "Audit", "Spool", "Patterns"]),
    room("Evaluation"),
    room("TaggerTraining", ["Tagger"]),
    room("TrainingText", ["Lexicons", "Evaluation"]),
    room("Settings", [configuration]),
    room(
      "Daemon",
      ["Documents", "Pipeline", "Spool", "Audit", "Settings", "Syscalls", lifecycle, logging]),
    .executableTarget(
      name: "scrubd",
      dependencies: [
        "Daemon", "Pipeline", "Spool", "Audit", "Settings", "Detection", "Redaction", "Revealing",
        "Documents", "Evaluation", "Patterns", "Lexicons", "PCRE2", "Tagger", "Syscalls", arguments,
        logging,
        lifecycle,
        signals,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "scrubd-train",
      dependencies: [
        "Detection", "Lexicons", "Patterns", "Syscalls", "Tagger", "TaggerTraining", "TrainingText",
        arguments,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Syscalls", "Lexicons", "Documents", "Spool", "TrainingText"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("PCRE2"),
    tests("Syscalls"),
    tests("Lexicons"),
    tests("Patterns", ["PCRE2", "Syscalls"]),
    tests("Tagger"),
    tests("TaggerTraining", ["Tagger"]),
    tests("TrainingText"),
    tests("Detection", ["Patterns", "Lexicons", "PCRE2", "Tagger"]),
    tests("Redaction", ["Detection", "Patterns", "Lexicons"]),
    tests("Revealing", ["Redaction", "Detection", "Patterns", "Lexicons", "PCRE2"]),
    tests("Documents"),
    tests("Audit", ["Documents", "Patterns", "Syscalls"]),
    tests("Spool", ["Documents", "Syscalls"]),
    tests(
      "Pipeline",
      [
        "Spool", "Audit", "Detection", "Redaction", "Revealing", "Documents", "Patterns",
        "Lexicons",
        "Syscalls",
      ]),
    tests("Evaluation"),
    tests("Settings"),
    tests(
      "Daemon",
      [
        "Pipeline", "Spool", "Audit", "Syscalls", "Documents", "Detection", "Redaction",
        "Revealing", "Lexicons",
        "Patterns", "scrubd", logging,
      ]),
    .testTarget(
      name: "ScrubdTrainTests",
      dependencies: [
        "scrubd-train", "TestSupport", "Detection", "Tagger", "TrainingText", arguments,
      ],
      swiftSettings: strict),
    // Preloaded into the daemon by tests; no part of the product.
    .target(name: "FaultShim", path: "Tests/FaultShim"),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: ["scrubd", "TestSupport", "Audit", "Documents"],
      swiftSettings: strict),
    .testTarget(
      name: "ScrubdTests",
      dependencies: [
        "scrubd", "TestSupport", "Daemon", "Pipeline", "Spool", "Audit", "Settings", "Detection",
        "Redaction", "Revealing", "Documents", "Evaluation", "Patterns", "Lexicons", "PCRE2",
        "Syscalls",
      ],
      swiftSettings: strict),
  ]
)
