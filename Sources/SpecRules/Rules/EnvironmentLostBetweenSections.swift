package import Diagnostics
import GoBuild

/// A go command runs without a Go variable that an earlier scriptlet exported for its own go commands.
///
/// ## What it does
/// Compares the go commands of later scriptlets with those of earlier ones: a variable that the spec set for the earlier
/// command, that is not set for the later one, and that changes what the later one does.
///
/// ## Why it matters
/// Every build scriptlet is a shell of its own; nothing exported in `%build` reaches `%install` or `%check`. The tests then run
/// in another module mode, with other build tags, with cgo instead of without, or download from somewhere else.
///
/// ## Example
/// ```
/// %build
/// export CGO_ENABLED=0
/// go build -o hello .
///
/// %check
/// go test ./...
/// ```
///
/// ## Use instead
/// ```
/// %global goenvironment export CGO_ENABLED=0
///
/// %build
/// %{goenvironment}
/// go build -o hello .
///
/// %check
/// %{goenvironment}
/// go test ./...
/// ```
///
/// ## When it stays silent
/// Where the variable does not matter to the later command: GOPROXY or GOPATH for a vendored build, any of them for
/// `go env GOOS`, `-mod=vendor` where the vendor folder is found anyway. Differing module caches are `module-cache-split`.
///
/// ## Settings
/// None.
package struct EnvironmentLostBetweenSections: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let commands = context.model.commands.filter { $0.kind == .direct }
    var reported: Set<String> = []
    return commands.enumerated().compactMap { index, command in
      guard !reported.contains(command.section) else { return nil }
      let lost = lostVariables(of: command, after: commands[..<index], context)
      guard let first = lost.first else { return nil }
      reported.insert(command.section)
      let notes = lost.map { variable in
        Note("'\(variable.name)' is set in %\(variable.section), a shell of its own", at: variable.binding.source.map(context.place))
      }
      return finding(
        .runsWithout(lost.map(\.name), command.title, first.section), at: ScriptPlace(command), in: context, notes: notes,
        under: command.condition)
    }
  }

  private struct LostVariable {
    let name: String
    let section: String
    let binding: Binding
  }

  private func lostVariables(
    of command: GoCommand, after earlier: ArraySlice<GoCommand>, _ context: RuleContext
  ) -> [LostVariable] {
    var lost: [String: LostVariable] = [:]
    for other in earlier where other.section != command.section {
      for (name, binding) in other.environment where binding.source != nil && command.environment[name] == nil && lost[name] == nil {
        guard let range = binding.setAt, !context.isPrefix(range, of: other) else { continue }
        if Relevance(name: name, value: binding.value, of: other).reaches(command) {
          lost[name] = LostVariable(name: name, section: other.section, binding: binding)
        }
      }
    }
    return lost.values.sorted { $0.name < $1.name }
  }
}

/// Whether a variable that one go command had would change what another one does.
private struct Relevance {
  let name: String
  let value: Value
  let origin: GoCommand

  init(name: String, value: Value, of origin: GoCommand) {
    self.name = name
    self.value = value
    self.origin = origin
  }

  private static let compilingSubcommands: Set<String> = ["build", "install", "run", "test", "vet"]
  private static let compilerVariables: Set<String> = [
    "CGO_ENABLED", "CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_CXXFLAGS", "CGO_LDFLAGS", "GO386", "GOAMD64", "GOARCH", "GOARM", "GOARM64",
    "GOEXPERIMENT",
    "GOMIPS", "GOOS", "GOPPC64", "GORISCV64", "GOTOOLCHAIN", "GOCACHE",
  ]
  private static let networkVariables: Set<String> = ["GONOPROXY", "GONOSUMDB", "GOPRIVATE", "GOPROXY", "GOSUMDB", "GOINSECURE"]

  func reaches(_ command: GoCommand) -> Bool {
    guard compiles(command), compiles(origin) else { return false }
    switch name {
    case "GO111MODULE": return value.exact == Array("off".utf8)
    case "GOFLAGS": return flagsMatter(to: command)
    case "GOPATH": return origin.moduleMode == .gopath && command.moduleMode == .gopath
    case _ where Self.compilerVariables.contains(name): return true
    case _ where Self.networkVariables.contains(name): return command.moduleCache.isUsed == true && origin.moduleCache.isUsed == true
    default: return false
    }
  }

  private func compiles(_ command: GoCommand) -> Bool {
    command.invocation?.subcommand.map(Self.compilingSubcommands.contains) == true
  }

  /// Build tags always; a module mode only where the command would otherwise use the network.
  private func flagsMatter(to command: GoCommand) -> Bool {
    let words = GoFlagsWord.words(of: value)
    if words.contains(where: { $0.name == "tags" }), command.invocation?.flag("tags") == nil { return true }
    return words.contains { $0.name == "mod" } && command.moduleMode == .modules
  }
}

extension String {
  fileprivate static func runsWithout(_ names: [String], _ command: String, _ section: String) -> String {
    let quoted = names.map { "'\($0)'" }.joined(separator: ", ")
    return "'\(command)' runs without \(quoted), which %\(section) set for its own go commands"
  }
}
