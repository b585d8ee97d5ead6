// swift-tools-version: 6.3
import PackageDescription

/// One list of settings for every Swift target, so that no module is stricter or laxer than its neighbours.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "rpmscope",
  products: [
    .executable(name: "rpmscope", targets: ["rpmscope"]),
    .executable(name: "rpmscope-worker", targets: ["rpmscope-worker"]),
    .library(name: "SpecLint", targets: ["Diagnostics", "SpecLint"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CFileAttributes"),
    .systemLibrary(name: "CFileExtents"),
    .systemLibrary(name: "CRPM", pkgConfig: "rpm", providers: [.apt(["librpm-dev"])]),
    .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp")]),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(
      name: "GoBuild", dependencies: ["Diagnostics", "MacroExpansion", "MacroTargets", "ShellEvaluation", "ShellSyntax", "SpecSyntax"],
      swiftSettings: settings),
    .target(name: "GoCaches", dependencies: ["CFileExtents"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(name: "MacroExpansion", dependencies: ["Diagnostics", "SpecSyntax"], swiftSettings: settings),
    .target(name: "MacroTargets", dependencies: ["Diagnostics", "SpecSyntax"], swiftSettings: settings),
    .target(name: "RPMMacros", dependencies: ["CRPM"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(name: "ShellEvaluation", dependencies: ["ShellSyntax"], swiftSettings: settings),
    .target(name: "ShellSyntax", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(
      name: "SourceArchives", dependencies: ["CArchive", "MacroExpansion"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(
      name: "SourcePackages", dependencies: ["CRPM", "Diagnostics", "MacroExpansion"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(
      name: "SpecEvaluation",
      dependencies: ["Diagnostics", "MacroExpansion", "MacroTargets", "RPMMacros", "SpecSyntax"],
      swiftSettings: settings),
    .target(
      name: "SpecLint",
      dependencies: [
        "CFileAttributes", "Diagnostics", "GoBuild", "MacroExpansion", "MacroTargets", "ShellSyntax", "SpecRules", "SpecSyntax", "YAMLTree",
      ],
      exclude: ["Schemas"], swiftSettings: settings),
    .target(
      name: "SpecRules", dependencies: ["Diagnostics", "GoBuild", "MacroExpansion", "MacroTargets", "ShellSyntax", "SpecSyntax"],
      swiftSettings: settings),
    .target(name: "SpecSyntax", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "YAMLTree", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .executableTarget(
      name: "rpmscope",
      dependencies: ["GoCaches", "SpecLint", .product(name: "ArgumentParser", package: "swift-argument-parser")], swiftSettings: settings),
    .executableTarget(
      name: "rpmscope-worker",
      dependencies: [
        "CSandbox", "Diagnostics", "MacroExpansion", "MacroTargets", "RPMMacros", "ShellEvaluation", "ShellSyntax", "SourceArchives",
        "SourcePackages", "SpecEvaluation",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GoBuildTests", dependencies: ["Diagnostics", "GoBuild", "MacroExpansion", "ShellSyntax", "SpecSyntax"], swiftSettings: settings
    ),
    .testTarget(name: "GoCachesTests", dependencies: ["GoCaches"], swiftSettings: settings),
    .testTarget(
      name: "MacroTargetsTests", dependencies: ["Diagnostics", "MacroExpansion", "MacroTargets", "SpecSyntax"], swiftSettings: settings),
    .testTarget(name: "ShellEvaluationTests", dependencies: ["ShellEvaluation", "ShellSyntax"], swiftSettings: settings),
    .testTarget(name: "ShellSyntaxTests", dependencies: ["Diagnostics", "ShellSyntax"], swiftSettings: settings),
    .testTarget(name: "SpecEvaluationTests", dependencies: ["Diagnostics", "MacroExpansion", "SpecSyntax"], swiftSettings: settings),
    .testTarget(
      name: "SpecLintTests",
      dependencies: ["CFileAttributes", "Diagnostics", "GoBuild", "MacroExpansion", "SpecLint", "SpecRules"], exclude: ["Snapshots"],
      swiftSettings: settings),
    .testTarget(name: "SpecSyntaxTests", dependencies: ["Diagnostics", "SpecSyntax"], swiftSettings: settings),
    .testTarget(name: "WorkerTests", dependencies: ["Diagnostics", "MacroExpansion", "SpecSyntax"], swiftSettings: settings),
  ]
)
