package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A program has no build ID, which debuginfo needs.
///
/// ## What it does
/// Reports the first `go build` or `go install` whose linker flags ask for no GNU build ID and for no external linker, where the
/// target's Go is 1.23 or older and its rpm demands build IDs.
///
/// ## Why it matters
/// Up to Go 1.23 go's own linker writes no GNU build ID unless told to (`-B`). find-debuginfo then stops with `No build ID note found`,
/// and for a stripped program (`-s`) rpm itself does with `Missing build-id`.
///
/// Shown by: `unidentified-program`.
///
/// ## Example
/// ```
/// %build
/// export CGO_ENABLED=0
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Give the linker a build ID that follows from name, version and release.
/// ```
/// %build
/// export CGO_ENABLED=0
/// go build -mod=vendor -ldflags "-B 0x$(echo %{name}-%{version}-%{release} | sha1sum | cut -d ' ' -f 1)" -o hello .
/// ```
/// `%gobuild` does so. From Go 1.23 on `-B gobuildid` does as well; from Go 1.24 on it is the default.
///
/// ## When it stays silent
/// Where the target's Go is not known or newer, where the target is only a guess or makes no debuginfo, and where flags are not known
/// or link with the C compiler (`-linkmode=external`), which writes a build ID. Where CGO_ENABLED is not 0, a program with C code in it
/// is linked so as well: there confidence is medium.
///
/// ## Settings
/// The target (openEuler's rpm demands build IDs), or the Go release that the configuration names.
package struct MissingBuildId: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  /// The first release whose linker writes a build ID by itself (https://go.dev/doc/go1.24#linker).
  private static let firstIdentifying = 24

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.requiresBuildIDs, let version = context.goVersion, version.minor < Self.firstIdentifying else { return [] }
    let builds = context.model.commands.filter { $0.kind == .direct && $0.makesProgram && $0.linksWithoutBuildID }
    guard let first = builds.first(where: { isOwn($0, context) }) else { return [] }
    return [
      finding(
        .hasNone(first.title, version.minor), at: ScriptPlace(first), in: context,
        confidence: first.linksWithoutC ? .high : .medium,
        notes: builds.dropFirst().filter { isOwn($0, context) }.prefix(3).map {
          Note("'\($0.title)' gives none either", at: context.place($0.sourceReference))
        },
        under: first.condition)
    ]
  }

  private func isOwn(_ command: GoCommand, _ context: RuleContext) -> Bool {
    guard let word = command.arguments.first?.range else { return false }
    if case .target = context.script.author(of: word, in: command.section) { return false }
    return true
  }
}

extension GoCommand {
  /// Flags that bring the C compiler, or a linker that is not go's.
  private static let externalFlags = ["race", "msan", "asan", "linkshared", "compiler", "toolexec", "installsuffix"]

  /// Whether go's own linker links, with flags that are all known and ask for no build ID.
  fileprivate var linksWithoutBuildID: Bool {
    guard let invocation, invocation.isExact, !Self.externalFlags.contains(where: mayHaveFlag) else { return false }
    if let system = environment["GOOS"]?.value, system.exact?.elementsEqual("linux".utf8) != true { return false }
    if environment["GO_EXTLINK_ENABLED"] != nil || environment["CGO_LDFLAGS"] != nil && !linksWithoutC { return false }
    guard goFlags.map({ $0.exact != nil }) ?? true else { return false }
    let words = goFlags.map { GoFlagsWord.words(of: $0) } ?? []
    let mode = invocation.flag("buildmode").map { $0.value?.display ?? "*" } ?? words.last { $0.name == "buildmode" }?.value ?? "exe"
    guard ["exe", "pie", "default"].contains(mode) else { return false }
    let flags =
      invocation.flags.filter { $0.name == "ldflags" }.map { $0.value?.display ?? "*" } + words.filter { $0.name == "ldflags" }.map(\.text)
    return flags.allSatisfy { text in !["*", "-B", "-linkmode", "-extld", "-buildmode"].contains(where: text.contains) }
  }

  fileprivate var linksWithoutC: Bool { environment["CGO_ENABLED"]?.value.exact?.elementsEqual("0".utf8) == true }
}

extension String {
  fileprivate static func hasNone(_ command: String, _ release: Int) -> String {
    "'\(command)' of Go 1.\(release) writes no GNU build ID, which debuginfo needs; pass '-B' with one in '-ldflags'"
  }
}
