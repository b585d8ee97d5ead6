// swift-tools-version: 6.3
import PackageDescription

/// What the maintainers run and no user does, apart so that no user builds it.
///
/// `swift run --package-path Sources/Maintenance generate-rules` in the repository's folder. `CSandbox` and `RuleID.swift` are
/// links to the files of rpmscope itself: what is tried is what is shipped.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "rpmscope-maintenance",
  targets: [
    .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp")]),
    .executableTarget(name: "generate-rules", swiftSettings: settings),
    .executableTarget(name: "sandbox-probe", dependencies: ["CSandbox"]),
    .executableTarget(name: "write-manual", swiftSettings: settings),
  ]
)
