package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// `-a` forces `go` to recompile everything.
///
/// ## What it does
/// Reports `-a` on a go command and in GOFLAGS, where the spec or a macro that the spec defines wrote it, and, with medium confidence,
/// among the flags that `make` or a script is given (`make BUILDFLAGS="-a -tags x"`).
///
/// ## Why it matters
/// The build cache is then only written, never read: the standard library is compiled too, once for every such command. Two
/// commands with `-a` compiled 96 packages of 24 modules where one without needed 48.
///
/// Shown by: `forced-twice`, `forced-rebuild`.
///
/// ## Example
/// ```
/// %build
/// go build -a -o bin/one ./cmd/one
/// go build -a -o bin/two ./cmd/two
/// ```
///
/// ## Use instead
/// Build without `-a`; go compiles what has changed.
/// ```
/// %build
/// go build -o bin/ ./cmd/one ./cmd/two
/// ```
///
/// Where a shared build cache would then be keyed by the path of a vendored build, the rewrite puts `-trimpath` in the place of `-a`
/// (`build-cache-keyed-by-path`), provided that no debuginfo is built.
///
/// ## When it stays silent
/// `-a` in the distribution's own macros: `resolve` shows it.
///
/// ## Settings
/// None.
package struct ForcedRebuild: Rule {
  package static let severity: Severity = .info
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.safe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    flags(context) + variables(context) + handedSettings(context)
  }

  private func flags(_ context: RuleContext) -> [Diagnostic] {
    var definitions: Set<String> = []
    // Made for the first flag, as no other needs another.
    var made: Compilations?
    func fixes(of command: GoCommand) -> [FixIt] {
      guard let places = Self.places(on: command, context) else { return [] }
      let compilations = made ?? Compilations(context)
      made = compilations
      return rewrites(of: places, among: compilations, context)
    }
    return context.model.commands.compactMap { command in
      guard let invocation = command.invocation, let subcommand = invocation.subcommand, subcommand != "clean",
        (subcommand == "test" ? GoFlags.test : GoFlags.flags(of: subcommand))?["a"] != nil, let flag = invocation.flag("a"),
        flag.value?.exact != Array("false".utf8)
      else { return nil }
      let message = String.rebuilds("'-a' makes '\(command.title)'")
      let word = context.script.occurrence(of: "-a", in: flag.range, of: command.section) ?? flag.range
      switch context.script.author(of: word, in: command.section) {
      case .target: return nil
      case .spec:
        return finding(
          message, at: ScriptPlace(word, of: command), in: context, under: command.condition,
          fixes: fixes(of: command))
      case .macro(let outer):
        let definition = context.source.holder(within: outer, where: \.holdsRebuildingFlag)
        guard definitions.insert(definition.name).inserted else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: message,
          place: context.spec.place(definition.source),
          notes: [Note("%\(definition.name) is expanded here", at: context.place(command.sourceReference))],
          fixes: fixes(of: command))
      }
    }
  }

  /// Every `-a` of a command in the spec; nil where one of them is not the spec's.
  private static func places(on command: GoCommand, _ context: RuleContext) -> Set<ByteRange>? {
    let places =
      command.invocation?.flags.filter { $0.name == "a" && $0.isNameExact }.map { context.rewrites.place(of: $0, on: command) } ?? []
    return places.contains(nil) ? nil : Set(places.compactMap(\.self))
  }

  /// The commands that the rewrites of all flags have to do with.
  private struct Compilations {
    /// Those that compile with `-a`.
    let rebuilding: [GoCommand]
    let keyed: [GoCommand]

    init(_ context: RuleContext) {
      rebuilding = context.model.commands.filter { $0.section != .check && $0.compilesPackages && $0.mayHaveFlag("a") }
      keyed = context.spec.buildsDebuginfo ? [] : context.caches.commandsKeyedByPath
    }
  }

  /// Without `-a` the build cache is read. Where it is keyed by the folder of the version, that helps the next version only with
  /// `-trimpath` (`build-cache-keyed-by-path`), which debuginfo does not bear.
  private func rewrites(of places: Set<ByteRange>, among compilations: Compilations, _ context: RuleContext) -> [FixIt] {
    let sorted = places.sorted { $0.lowerBound < $1.lowerBound }
    let keyed = compilations.keyed
    guard let first = sorted.first, keyed.contains(where: { $0.section != .check }),
      compilations.rebuilding.allSatisfy({ Self.places(on: $0, context) == places })
    else { return FixIt.safe("remove '-a'", sorted.map(context.rewrites.removal), changing: .arguments) }
    let others = keyed.filter { Self.places(on: $0, context) != places }
    let isKeyed = others.count < keyed.count
    let edits = context.rewrites.trimmingPaths(of: others).map { edits in
      edits + (isKeyed ? [context.rewrites.replacement(of: first, with: "-trimpath")] : [])
        + sorted.dropFirst(isKeyed ? 1 : 0).map(context.rewrites.removal)
    }
    return FixIt.safe("use '-trimpath' instead of '-a'", edits, changing: .trimsPaths)
  }

  /// Whether a macro of the target's wrote an assignment's `-a`, also where the spec adds flags of its own (`GOFLAGS="$GOFLAGS -tags=x"`)
  /// or calls it in a macro of its own.
  private static func isTargets(_ range: ByteRange, in section: SectionKeyword, _ context: RuleContext) -> Bool {
    switch context.script.author(of: range, in: section) {
    case .target: return true
    case .macro(let definition):
      // The body of a `%global` is what it has expanded to; the spec shows who wrote it.
      return context.source.text(of: definition.range, file: definition.file).firstRange(of: "-a".utf8) == nil
    case .spec: break
    }
    guard let text = context.script.text(of: section)?[range].bytes, text.firstRange(of: "-a".utf8) == nil else { return false }
    return context.model.assignments.contains { assignment in
      guard assignment.name == "GOFLAGS", assignment.section == section, assignment.range.upperBound <= range.lowerBound else {
        return false
      }
      return if case .target = context.script.author(of: assignment.range, in: section) { true } else { false }
    }
  }

  // MARK: What make is given

  private func handedSettings(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<SourceReference> = []
    return context.model.commands.flatMap { command in
      context.go.settingsHanded(to: command).compactMap { setting -> Diagnostic? in
        guard setting.holdsRebuildingFlag, let word = context.script.occurrence(of: "-a", in: setting.range, of: command.section) else {
          return nil
        }
        let message = String.rebuilds("'-a' in '\(setting.name)' makes the builds of '\(command.title)'")
        switch context.script.author(of: word, in: command.section) {
        case .target: return nil
        case .spec:
          guard seen.insert(SourceReference(file: -1, range: word)).inserted else { return nil }
          return finding(message, at: ScriptPlace(word, of: command), in: context, confidence: .medium, under: command.condition)
        case .macro(let outer):
          let definition = context.source.holder(within: outer, where: \.holdsRebuildingFlag)
          guard seen.insert(SourceReference(file: definition.file, range: definition.range)).inserted else { return nil }
          return Diagnostic(
            rule: Self.id, severity: Self.severity, confidence: .medium, message: message, place: context.spec.place(definition.source),
            notes: [Note("%\(definition.name) is expanded here", at: context.place(command.sourceReference))])
        }
      }
    }
  }

  private func variables(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOFLAGS").compactMap { command, binding in
      guard GoFlagsWord.words(of: binding.value).contains(where: { $0.name == "a" && $0.isNameExact && $0.value != "false" }) else {
        return nil
      }
      if let range = binding.setAt, Self.isTargets(range, in: command.section, context) { return nil }
      return finding(
        .rebuilds("'-a' in GOFLAGS makes '\(command.title)'"), at: ScriptPlace(command), in: context,
        notes: context.settingNotes("GOFLAGS", at: binding.source), under: command.condition,
        fixes: FixIt.safe("remove '-a' from GOFLAGS", context.rewrites.removingFromGoFlags("-a", for: command), changing: .sets("GOFLAGS")))
    }
  }
}

extension [UInt8] {
  /// Whether `-a` stands in it as a word.
  fileprivate var holdsRebuildingFlag: Bool { split { " \t\n\"'{}\\".utf8.contains($0) }.contains { $0.elementsEqual("-a".utf8) } }
}

extension HandedSetting {
  /// Whether its value are flags of `go build` with `-a` among them; GOFLAGS has a check of its own.
  fileprivate var holdsRebuildingFlag: Bool {
    let words = value.display.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    // `BUILDFLAGS` ends in `LDFLAGS` too.
    let isLinkers = name == "LDFLAGS" || name.hasSuffix("_LDFLAGS") || name == "GOLDFLAGS"
    guard name != "GOFLAGS", !isLinkers, !name.hasSuffix("CFLAGS"), words.contains("-a") else { return false }
    let isOfGo = words.contains { word in
      ["-ldflags", "-tags", "-buildmode", "-mod", "-gcflags", "-trimpath", "-compiler"].contains(where: word.hasPrefix)
    }
    return isOfGo || value.display.contains("go build") || value.display.contains("go install")
      || ["GO_FLAGS", "GOBUILDFLAGS", "GO_BUILD_FLAGS", "BUILDFLAGS", "BUILD_FLAGS"].contains(name)
  }
}

extension String {
  fileprivate static func rebuilds(_ cause: String) -> String { "\(cause) recompile everything, including the standard library" }
}
