// swift-tools-version: 6.3
import PackageDescription

/// A package outside of rpmscope that uses its library.
let package = Package(
  name: "lint-one",
  dependencies: [.package(name: "rpmscope", path: "../../..")],
  targets: [.executableTarget(name: "LintOne", dependencies: [.product(name: "SpecLint", package: "rpmscope")])]
)
