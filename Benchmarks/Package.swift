// swift-tools-version: 6.2
import PackageDescription

// The benchmarks build the rooms of the product, as they are, together with a program that times them. `Rooms` is a link
// to the product's `Sources`: so its `package` interfaces can be called one by one, which no product could offer.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Rooms/\(name)",
    swiftSettings: settings + [.strictMemorySafety()])
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", path: "Rooms/CPCRE2", pkgConfig: "libpcre2-8"),
    .target(name: "CSyscalls", path: "Rooms/CSyscalls"),
    .target(name: "CCounters"),
    room("PCRE2", ["CPCRE2"]),
    room("Syscalls", ["CSyscalls"]),
    room("Lexicons", ["Syscalls"]),
    room("Patterns", ["PCRE2", "Syscalls", yams]),
    room("Tagger", ["Syscalls"]),
    room("Detection", ["Patterns", "Lexicons", "PCRE2", "Tagger"]),
    room("Redaction", ["Detection", "Patterns", "Lexicons"]),
    room("Revealing", ["Redaction", "Detection", "Patterns", "Lexicons"]),
    room("Documents"),
    room("Audit", ["Documents", "Syscalls", "Patterns", crypto]),
    room("Spool", ["Documents", "Syscalls"]),
    room(
      "Pipeline",
      ["Detection", "Redaction", "Revealing", "Documents", "Audit", "Spool", "Patterns"]),
    .executableTarget(
      name: "scrubd-bench",
      dependencies: [
        "CCounters", "PCRE2", "Patterns", "Lexicons", "Tagger", "Detection", "Redaction",
        "Revealing",
        "Documents", "Audit", "Pipeline", arguments,
      ],
      swiftSettings: settings),
  ]
)
