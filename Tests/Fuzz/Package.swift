// swift-tools-version: 6.3
import PackageDescription

/// Coverage-guided fuzzing with libFuzzer, apart so that no user builds it: `Tests/Fuzz/run`.
///
/// All modules but `fuzz` are links to those of rpmscope itself, compiled here with the instrumentation.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "rpmscope-fuzz",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive"),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(
      name: "GoBuild", dependencies: ["Diagnostics", "MacroExpansion", "MacroTargets", "ShellEvaluation", "ShellSyntax", "SpecSyntax"],
      swiftSettings: settings),
    .target(name: "MacroExpansion", dependencies: ["Diagnostics", "SpecSyntax"], swiftSettings: settings),
    .target(name: "MacroTargets", dependencies: ["Diagnostics", "SpecSyntax"], swiftSettings: settings),
    .target(name: "ShellEvaluation", dependencies: ["ShellSyntax"], swiftSettings: settings),
    .target(name: "ShellSyntax", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "SourceArchives", dependencies: ["CArchive", "MacroExpansion"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(name: "SpecSyntax", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "YAMLTree", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Diagnostics", "GoBuild", "MacroExpansion", "ShellEvaluation", "ShellSyntax", "SourceArchives", "SpecSyntax", "YAMLTree",
      ],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]),
  ]
)
