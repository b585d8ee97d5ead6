// swift-tools-version: 6.3
import PackageDescription

/// A package outside of rpmscope that uses its library: the example of the library's page, and a tour of everything it has.
let package = Package(
  name: "lint-one",
  dependencies: [.package(name: "rpmscope", path: "../../..")],
  targets: [
    .executableTarget(name: "LintOne", dependencies: [.product(name: "SpecLint", package: "rpmscope")]),
    .executableTarget(name: "Tour", dependencies: [.product(name: "SpecLint", package: "rpmscope")]),
  ]
)
