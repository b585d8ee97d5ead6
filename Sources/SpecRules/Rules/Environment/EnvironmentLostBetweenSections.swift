package import Diagnostics
import GoBuild
import SpecSyntax

/// A `go` command runs without a Go variable that an earlier scriptlet exported for its own `go` commands.
///
/// ## What it does
/// Compares the go commands of later scriptlets with those of earlier ones: a variable that the spec set for the earlier
/// command, that is not set for the later one, and that changes what the later one does.
///
/// ## Why it matters
/// Every build scriptlet is a shell of its own; nothing exported in `%build` reaches `%install` or `%check`. The tests then run
/// in another module mode, with other build tags, with cgo instead of without, or download from somewhere else. Without
/// `-trimpath` or `-buildmode` the results are the same, but everything is compiled again: that is information.
///
/// Shown by: `lost-between-sections`.
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
/// Export the variable in each scriptlet that runs go, best through one macro.
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
/// `go env GOOS`, `-mod=vendor` where the vendor folder is found anyway. GOOS and GOARCH, for what is built for another machine
/// cannot be tested on this one. Flags for the C compiler that name no folder, library or definition have low confidence. Differing module
/// caches are `module-cache-split`.
///
/// ## Settings
/// None.
package struct EnvironmentLostBetweenSections: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .low]
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let commands = context.model.commands.filter { $0.kind == .direct }
    var reported: Set<SectionKeyword> = []
    return commands.enumerated().compactMap { index, command in
      guard !reported.contains(command.section) else { return nil }
      let lost = lostVariables(of: command, after: commands[..<index], context)
      guard let first = lost.first else { return nil }
      reported.insert(command.section)
      let notes = lost.map { variable in
        Note("'\(variable.name)' is set in %\(variable.section), a separate shell", at: variable.binding.source.map(context.place))
      }
      return finding(
        .runsWithout(lost.map(\.name), command.title, first.section), at: ScriptPlace(command), in: context,
        severity: lost.map(\.severity).max() ?? Self.severity, confidence: lost.map(\.confidence).max() ?? .high, notes: notes,
        under: command.condition,
        fixes: fixes(lost, command, context))
    }
  }

  /// The same assignments once more, where one command had them all.
  private func fixes(_ lost: [LostVariable], _ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    let names = lost.map(\.name)
    let origin = context.model.commands.first { other in
      lost.allSatisfy { other.section == $0.section && other.environment[$0.name] == $0.binding }
    }
    guard let origin else { return [] }
    return FixIt.safe(
      "set \(names.map { "'\($0)'" }.joined(separator: ", ")) here too", context.rewrites.repeating(names, of: origin, before: command),
      changing: FixPromise(variables: Set(names), effects: [.moduleMode, .moduleCache, .buildCache]))
  }

  private struct LostVariable {
    let name: String
    let section: SectionKeyword
    let binding: Binding
    let severity: Severity
    let confidence: Confidence
  }

  private func lostVariables(
    of command: GoCommand, after earlier: ArraySlice<GoCommand>, _ context: RuleContext
  ) -> [LostVariable] {
    var lost: [String: LostVariable] = [:]
    // By their indices: nearly all are of the same section, and copying a command takes long.
    for index in earlier.indices where earlier[index].section != command.section {
      let other = earlier[index]
      for (name, binding) in other.environment where binding.source != nil && command.environment[name] == nil && lost[name] == nil {
        guard let range = binding.setAt, !context.script.isPrefix(range, of: other) else { continue }
        let relevance = Relevance(name: name, value: binding.value, of: other)
        if let severity = relevance.severity(for: command) {
          lost[name] = LostVariable(
            name: name, section: other.section, binding: binding, severity: severity, confidence: relevance.confidence)
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
    "CGO_ENABLED", "CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_CXXFLAGS", "CGO_LDFLAGS", "GO386", "GOAMD64", "GOARM", "GOARM64", "GOCACHE",
    "GOEXPERIMENT", "GOMIPS", "GOPPC64", "GORISCV64", "GOTOOLCHAIN",
  ]
  private static let networkVariables: Set<String> = ["GONOPROXY", "GONOSUMDB", "GOPRIVATE", "GOPROXY", "GOSUMDB", "GOINSECURE"]

  /// How bad it is for a command to run without the variable; nil where it does not matter.
  func severity(for command: GoCommand) -> Severity? {
    guard compiles(command), compiles(origin), !isDefault else { return nil }
    if name == "GOFLAGS" { return flagsSeverity(for: command) }
    return reaches(command) ? .warning : nil
  }

  /// Whether the value is go's default: an empty variable counts as unset, and cgo is on in a native build.
  private var isDefault: Bool { value.isEmpty || name == "CGO_ENABLED" && value.exact == [UInt8(ascii: "1")] }

  /// Flags for the C compiler that only tune its code leave what C code does alone.
  var confidence: Confidence {
    guard name.hasPrefix("CGO_"), name.hasSuffix("FLAGS") else { return .high }
    let words = value.display.split { " \t\n".contains($0) }
    return words.contains { word in ["-D", "-I", "-L", "-U", "-i", "-l"].contains { word.hasPrefix($0) } } ? .high : .low
  }

  private func reaches(_ command: GoCommand) -> Bool {
    switch name {
    case "GO111MODULE": value.exact == Array("off".utf8)
    case "GOPATH": origin.moduleMode == .gopath && command.moduleMode == .gopath
    case _ where Self.compilerVariables.contains(name): true
    case _ where Self.networkVariables.contains(name): command.moduleCache.isUsed == true && origin.moduleCache.isUsed == true
    default: false
    }
  }

  private func compiles(_ command: GoCommand) -> Bool {
    command.invocation?.subcommand.map(Self.compilingSubcommands.contains) == true
  }

  /// Another result is worse than compiling everything again.
  private func flagsSeverity(for command: GoCommand) -> Severity? {
    GoFlagsWord.words(of: value).compactMap { word -> Severity? in
      guard let name = word.name, command.invocation?.flag(name) == nil else { return nil }
      if Self.decidingFlags.contains(name) || name == "mod" && command.moduleMode == .modules { return .warning }
      return Self.cachedFlags.contains(name) ? .info : nil
    }.max()
  }

  private static let decidingFlags: Set<String> = ["modfile", "overlay", "race", "tags"]
  /// Parts of the compiler's cache keys (cmd/go/internal/work, buildActionID) that leave the results of tests alone.
  private static let cachedFlags: Set<String> = ["asmflags", "buildmode", "gcflags", "trimpath"]
}

extension String {
  fileprivate static func runsWithout(_ names: [String], _ command: String, _ section: SectionKeyword) -> String {
    let quoted = names.map { "'\($0)'" }.joined(separator: ", ")
    return "'\(command)' runs without \(quoted), which %\(section) set for its own go commands"
  }
}
