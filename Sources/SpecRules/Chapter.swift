/// What a rule is about; its file lies in the folder of that name.
package enum Chapter: String, Sendable, CaseIterable {
  case moduleCache = "module-cache"
  case buildCache = "build-cache"
  case parallelism, environment, network
  /// Fedora's Go packaging guideline.
  case fedora
  /// What a package does to caches and to Go where it is installed.
  case shipped
  case macros
  /// Tags: name, release, license, changelog.
  case preamble
  case dependencies
  /// The scripts of the build.
  case build
  case scriptlets, files
  /// What rpm itself says when it reads the spec.
  case reading
  /// Comments that suppress findings.
  case suppression

  package var title: String {
    switch self {
    case .moduleCache: "Go's module cache"
    case .buildCache: "Go's build cache"
    case .parallelism: "Parallelism and Go's flags"
    case .environment: "Environment of go commands"
    case .network: "Network, modules and versions"
    case .fedora: "Fedora's Go guideline"
    case .shipped: "Caches and Go where the package is installed"
    case .macros: "Macros"
    case .preamble: "Tags and changelog"
    case .dependencies: "Dependencies and subpackages"
    case .build: "Build scriptlets and patches"
    case .scriptlets: "Scriptlets of the installed package"
    case .files: "File lists"
    case .reading: "What rpm says when it reads the spec"
    case .suppression: "Comments that suppress findings"
    }
  }

  /// Several chapters that one word selects.
  package static let groups: [String: [Chapter]] = [
    "go": [.moduleCache, .buildCache, .parallelism, .environment, .network, .fedora, .shipped],
    "general": [.macros, .preamble, .dependencies, .build, .scriptlets, .files],
    "rpm": [.reading],
  ]
}
