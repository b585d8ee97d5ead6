package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The sources of the debuginfo are missing because paths are trimmed.
///
/// ## What it does
/// Reports `-trimpath`, on a command or in GOFLAGS, where all programs of the build have it, the target makes a debugsource package and its
/// Go is 1.24 or older.
///
/// ## Why it matters
/// With `-trimpath` debuginfo names no file of the build folder, so that find-debuginfo lists no sources and rpm stops:
/// `Empty %files file …/debugsourcefiles.list`. The paths of the build folder are taken out of the debuginfo without the flag as well.
///
/// Shown by: `trimmed-debugsource`.
///
/// ## Example
/// ```
/// %build
/// go build -mod=vendor -trimpath -ldflags "-linkmode=external" -o hello .
/// ```
///
/// ## Use instead
/// Build without the flag.
/// ```
/// %build
/// go build -mod=vendor -ldflags "-linkmode=external" -o hello .
/// ```
/// To keep the flag, turn debuginfo and debugsource packages off with `%global debug_package %{nil}`.
///
/// ## When it stays silent
/// Where the target makes no debugsource package, or is only a guess, where a program is built without the flag, and where `make`, a
/// script or a compiler of another language may build one. From Go 1.25 on debuginfo is DWARF 5, of which find-debuginfo may list no
/// sources whatever the flags are.
///
/// ## Settings
/// The target: Enterprise Linux 9 and openEuler make debugsource packages with such a Go; of the host its macros tell, and of its Go the
/// configuration.
package struct TrimpathWithDebuginfo: Rule {
  package static let severity: Severity = .error
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  /// What may compile something whose sources debuginfo names.
  private static let otherBuilders: Set<String> = [
    "make", "gmake", "cmake", "ninja", "meson", "cargo", "gcc", "cc", "g++", "c++", "clang", "clang++", "rustc", "mage", "bazel", "scons",
  ]

  /// The first release that writes DWARF 5 (https://go.dev/doc/go1.25#compiler).
  private static let firstOfDWARF5 = 25

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.requiresDebugSources, let version = context.goVersion, version.minor < Self.firstOfDWARF5, !buildsOtherwise(context)
    else { return [] }
    let builds = context.model.commands.filter { $0.kind == .direct && $0.makesProgram }
    guard let first = builds.first, builds.allSatisfy(\.isSurelyTrimmed) else { return [] }
    if let flag = first.invocation?.flag("trimpath") {
      guard context.script.isOwnWord("-trimpath", at: flag.range, of: first) else { return [] }
      return [
        finding(
          .trims(first.title), at: ScriptPlace(flag.range, of: first), in: context, under: first.condition,
          fixes: FixIt.safe("remove '-trimpath'", removals(from: builds, context), changing: .arguments))
      ]
    }
    guard let set = first.environment["GOFLAGS"]?.setAt,
      context.script.isOwnWord("-trimpath", at: set, of: first)
    else { return [] }
    return [
      finding(
        .trims("GOFLAGS"), at: ScriptPlace(set, of: first), in: context,
        notes: [Note("'\(first.title)' runs with it", at: context.place(first.sourceReference))], under: first.condition,
        fixes: FixIt.safe(
          "remove '-trimpath' from GOFLAGS", context.rewrites.removingFromGoFlags("-trimpath", for: first), changing: .sets("GOFLAGS")))
    ]
  }

  private func removals(from builds: [GoCommand], _ context: RuleContext) -> [TextEdit]? {
    var places: Set<ByteRange> = []
    for build in builds {
      guard let flag = build.invocation?.flag("trimpath"), let place = context.rewrites.place(of: flag, on: build) else { return nil }
      places.insert(place)
    }
    return places.sorted { $0.lowerBound < $1.lowerBound }.map(context.rewrites.removal)
  }

  private func buildsOtherwise(_ context: RuleContext) -> Bool {
    if context.model.commands.contains(where: { $0.kind == .indirect && $0.section.makesFiles }) { return true }
    return context.model.shellCommands.contains { command in
      guard command.section.makesFiles, let name = command.programName else { return false }
      return Self.otherBuilders.contains(name) || command.words.first?.value.exact == nil
    }
  }
}

extension SectionKeyword {
  fileprivate var makesFiles: Bool { self == .build || self == .install }
}

extension GoCommand {
  /// Whether `-trimpath` counts for certain, on the command's line or in GOFLAGS.
  fileprivate var isSurelyTrimmed: Bool {
    guard let invocation, invocation.isExact else { return false }
    if let flag = invocation.flag("trimpath") {
      return flag.value == nil || flag.value?.exact.map { $0.elementsEqual("true".utf8) } == true
    }
    guard let flags = goFlags else { return false }
    let words = GoFlagsWord.words(of: flags).filter { $0.name == "trimpath" && $0.isExact }
    return flags.exact != nil && words.last.map { $0.value == nil || $0.value == "true" } ?? false
  }
}

extension String {
  fileprivate static func trims(_ cause: String) -> String {
    "'-trimpath' of '\(cause)' leaves the debugsource package empty, which fails the build; remove it, or set debug_package to %{nil}"
  }
}
