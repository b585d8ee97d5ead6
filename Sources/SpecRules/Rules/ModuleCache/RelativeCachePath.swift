package import Diagnostics
import GoBuild

/// A cache path is not absolute.
///
/// ## What it does
/// Reports GOCACHE and GOMODCACHE when a command that uses the cache sees a relative path, `off`, or a macro that nothing
/// defines and that is therefore left unexpanded, and any such element of GOPATH, below which the module cache lies.
///
/// ## Why it matters
/// Go refuses: `GOCACHE is not an absolute path`, `GOMODCACHE entry is relative; must be absolute path`, and for every command,
/// vendored or not, `GOPATH entry is relative; must be absolute path`. The usual cause is
/// `%{gobuilddir}`, which is undefined until `%goprep` or `%goenv` has been expanded; rpm leaves it unexpanded, without a warning.
///
/// Shown by: `relative-paths`, `relative-path-vendored`, `undefined-macro-in-path`.
///
/// ## Example
/// ```
/// %build
/// export GOCACHE=.cache/go
/// go build .
/// ```
///
/// ## Use instead
/// Make the path absolute, or remove the setting.
/// ```
/// %build
/// export GOCACHE=$PWD/.cache/go
/// go build .
/// ```
/// Better still, no export at all.
///
/// ## When it stays silent
/// Where the path's start cannot be known, and where the command does not use the cache: a vendored build never looks at
/// GOMODCACHE.
///
/// ## Settings
/// None.
package struct RelativeCachePath: Rule {
  package static let severity: Severity = .error
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    check("GOCACHE", \.buildCache, context) + check("GOMODCACHE", \.moduleCache, context) + checkPath(context)
  }

  /// Every go command reads GOPATH, and refuses relative elements before it does anything (cmd/go's main).
  private func checkPath(_ context: RuleContext) -> [Diagnostic] {
    context.go.distinctValues(of: "GOPATH").compactMap { command, binding in
      guard command.kind == .direct, let path = binding.value.alternative(where: { $0.relativeElement != nil }),
        let element = path.value.relativeElement
      else { return nil }
      return finding(
        .holdsRelative(element, command.title), at: ScriptPlace(command), in: context, confidence: binding.value.confidence,
        notes: context.settingNotes("GOPATH", at: binding.source), under: command.condition(with: path))
    }
  }

  private func check(_ name: String, _ cache: (GoCommand) -> CachePath, _ context: RuleContext) -> [Diagnostic] {
    var seen: Set<Binding> = []
    return context.model.commands.compactMap { command in
      guard command.kind == .direct, cache(command).isUsed == true, let binding = command.environment[name], binding.source != nil,
        let path = binding.value.alternative(where: \.isSurelyRelative), seen.insert(binding).inserted
      else { return nil }
      return finding(
        .notAbsolute(name, path.value.display, command.title), at: ScriptPlace(command), in: context, confidence: binding.value.confidence,
        notes: context.settingNotes(name, at: binding.source) + Self.ownCache(name), under: command.condition(with: path),
        fixes: fixes(name, command, context))
    }
  }
}

extension RelativeCachePath {
  /// What is left of the fault where the path is made absolute below the build's folder.
  private static func ownCache(_ name: String) -> [Note] {
    CacheKind.allCases.filter { $0.variable == name }.map { kind in
      let rule = CacheFault.perBuild.rule(of: kind)
      return Note("below '$PWD' the cache belongs to this build alone, which is a case of '\(rule)'", naming: [rule])
    }
  }

  /// `$PWD/` before a path that is one; or go's own place.
  private func fixes(_ name: String, _ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let value = command.environment[name]?.value.exact, value != Array("off".utf8),
      let assignment = context.rewrites.writtenAssignment(of: name, to: command)
    else { return [] }
    let kind = CacheKind.allCases.first { $0.variable == name }
    let drop =
      kind.map { context.rewrites.dropRewrite(of: assignment, $0, because: "the cache is then in the caller's HOME") } ?? []
    guard !value.starts(with: "%".utf8) else { return drop }
    let words = context.rewrites.specWords(assignment.value)
    guard let first = words.first, first != "'", first != "$", first != "~" else { return drop }
    let start = assignment.value.lowerBound + (first == "\"" ? 1 : 0)
    return FixIt.safe(
      "make it absolute with '$PWD/'", [context.rewrites.insertion("$PWD/", at: start)],
      changing: .sets(name, effects: [name == "GOCACHE" ? .buildCache : .moduleCache])) + drop
  }
}

extension Value {
  /// Whether it begins with something else than `/`; an empty value counts as unset.
  fileprivate var isSurelyRelative: Bool {
    guard case .known(let bytes) = parts.first else { return false }
    // `@CACHE@/go` in a template may become anything.
    return bytes.first != UInt8(ascii: "/") && bytes.first != UInt8(ascii: "@")
  }

  /// The first relative element of a list of folders; empty ones do not count.
  fileprivate var relativeElement: String? {
    guard let exact else { return nil }
    let element = exact.split(separator: UInt8(ascii: ":")).first { $0.first != UInt8(ascii: "/") }
    return element.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  fileprivate static func holdsRelative(_ element: String, _ command: String) -> String {
    "GOPATH holds '\(element)', which is not an absolute path, so '\(command)' fails"
  }
  fileprivate static func notAbsolute(_ name: String, _ path: String, _ command: String) -> String {
    "\(name) is '\(path)', not an absolute path, so '\(command)' fails"
  }
}
