package import Diagnostics
import GoBuild
import MacroExpansion

/// The module cache is inside the source tree of the module being built.
///
/// ## What it does
/// Reports a module cache in use below the folder in which the go command runs, where no folder on the way begins with `.` or
/// `_` or is called `testdata` or `vendor`, which is what go passes over.
///
/// ## Why it matters
/// `./...` means every package below the folder, those of the cache included where the module they belong to has no go.mod of its
/// own. Then `go mod tidy` and `go mod vendor` fail, `import path "…@v1.0.0" should not have @version`, and, where the cache holds a
/// version that the build has not selected, so do `go build ./...`, `go vet ./...` and the tests, `directory go/pkg/mod/… outside
/// main module or its selected dependencies`; `gofmt -l .` walks the cache too. Besides, the cache dies with the build
/// (`module-cache-per-build`), and up to rpm 4.19 its removal fails (`read-only-module-cache`).
///
/// Shown by: `cache-in-source-tree`, `read-only-clean-up`.
///
/// ## Example
/// ```
/// %prep
/// %setup -q -c -T
///
/// %build
/// export GOPATH=$(pwd)/go
/// go mod download
/// go vet ./...
/// ```
///
/// ## Use instead
/// Remove the setting, or use a folder whose name begins with a dot.
/// ```
/// %prep
/// %setup -q -c -T
///
/// %build
/// go mod download
/// go vet ./...
/// ```
/// Where the modules must stay with the build, a folder whose name begins with a dot: `GOPATH=$(pwd)/.go`. What is downloaded is
/// `download-in-build` either way.
///
/// ## When it stays silent
/// Vendored builds and GOPATH mode, which do not write the cache; paths that cannot be known.
///
/// ## Settings
/// `--builder official`: off, for nothing can be downloaded there.
package struct ModuleCacheInSourceTree: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.caches.causes(.module).compactMap { cause in
      guard context.caches.faults(of: cause, .module).first == .sourceTree else { return nil }
      return finding(
        .inTree(cause.command.title, cause.cache.path.display), at: ScriptPlace(cause.command), in: context, confidence: cause.confidence,
        notes: context.caches.chainNotes(of: cause, .module, besides: .sourceTree), under: cause.command.condition,
        fixes: fixes(cause, context))
    }
  }
}

extension ModuleCacheInSourceTree {
  /// `./...` leaves folders alone whose names begin with `_` (`go help packages`).
  private func fixes(_ cause: CacheCause, _ context: RuleContext) -> [FixIt] {
    guard let variable = cause.cache.decidedBy, let tail = Self.tails[variable], let folder = cause.command.directory.exact,
      let cache = cause.cache.path.exact, FolderPath.names(from: folder, to: cache)?.count == 1 + tail,
      let assignment = context.rewrites.writtenAssignment(of: variable, to: cause.command)
    else { return [] }
    let words = context.rewrites.specBytes[assignment.value]
    guard let slash = words.lastIndex(of: UInt8(ascii: "/")), slash + 1 < words.endIndex, !words.contains(UInt8(ascii: ":")) else {
      return []
    }
    // Other scriptlets say the same again.
    let places = context.model.assignments.filter { $0.name == variable }.compactMap {
      context.rewrites.writtenAssignment(of: variable, at: $0.range, in: $0.section)
    }.filter { context.rewrites.specBytes[$0.value].elementsEqual(words) }
    let starts = Set(places.map { $0.value.lowerBound + slash + 1 - words.startIndex })
    return FixIt.unsafe(
      "hide it from './...' with '_'", starts.map { context.rewrites.insertion("_", at: $0) },
      because: "other references to the folder are not updated",
      changing: .sets(variable, "GOMODCACHE", effects: [.moduleCache]))
  }

  /// How many folders go puts below the one that a variable names.
  private static let tails = ["GOMODCACHE": 0, "GOPATH": 2]
}

extension CacheFacts {
  /// Whether go's `./...` would walk a module cache (`go help packages`).
  package func liesInSourceTree(_ cause: CacheCause) -> Bool {
    guard cause.confidence > .low, let folder = cause.command.directory.exact.map(behindLinks), let cache = cause.cache.path.exact,
      let names = FolderPath.names(from: folder, to: cache), !isWorkFolder(folder)
    else { return false }
    return !names.contains { name in
      name.first == UInt8(ascii: ".") || name.first == UInt8(ascii: "_")
        || ["testdata", "vendor"].contains(String(decoding: name, as: UTF8.self))
    }
  }

  /// Where a folder really is: what lies below a link that the spec has made lies below what it points to.
  private func behindLinks(_ folder: [UInt8]) -> [UInt8] {
    for command in model.shellCommands where command.words.first?.exactText == "ln" && command.operandPaths.count == 2 {
      let (target, link) = (command.operandPaths[0], command.operandPaths[1])
      if target.first == UInt8(ascii: "/"), FolderPath.holds(link, folder) { return target + folder[link.count...] }
    }
    return folder
  }

  /// `%{_builddir}` and what is around it hold no module.
  private func isWorkFolder(_ folder: [UInt8]) -> Bool {
    guard let builddir = spec.macros["_builddir"], !builddir.isEmpty else { return folder == [UInt8(ascii: "/")] }
    return FolderPath.holds(folder, builddir)
  }
}

extension String {
  fileprivate static func inTree(_ command: String, _ path: String) -> String {
    "'\(command)' keeps its modules in '\(path)', inside the module's own tree, where './...' finds them"
  }
}
