package import Diagnostics
package import GoBuild

/// GOPATH is the root folder of the module being built.
///
/// ## What it does
/// Reports go commands in module mode whose first element of GOPATH is the folder they run in, where go.mod is.
///
/// ## Why it matters
/// Go up to 1.21 refuses every such command: `$GOPATH/go.mod exists but should not`. From Go 1.22 on it warns, `ignoring go.mod in
/// $GOPATH`, and `go mod tidy` says `go.mod file not found`. The module cache,
/// `$GOPATH/pkg/mod`, then lies in the module's own tree as well: `module-cache-in-source-tree`, `module-cache-per-build`.
///
/// Shown by: `gopath-is-root`.
///
/// ## Example
/// ```
/// %build
/// export GOPATH=$(pwd)
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Remove the setting: a module needs no GOPATH of its own.
/// ```
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## When it stays silent
/// Where GOPATH is the folder's parent, and with `GO111MODULE=off`. Where nothing shows that the folder has a go.mod, confidence is
/// low: `-mod=…`, `go mod …`, `GO111MODULE=on` or a command that names go.mod show it.
///
/// ## Settings
/// For a target with Go 1.21 or older it is an error.
package struct GopathIsModuleRoot: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .low]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<Binding> = []
    return context.model.commands.compactMap { command in
      guard let confidence = context.caches.moduleRootFault(of: command), let binding = command.environment["GOPATH"],
        seen.insert(binding).inserted
      else { return nil }
      let fails = context.goVersion.map { $0 < GoVersion(minor: 22) } ?? false
      return finding(
        .isRoot(command.directory.display, command.title, context.goVersion), at: ScriptPlace(command), in: context,
        severity: fails ? .error : Self.severity, confidence: confidence, notes: context.settingNotes("GOPATH", at: binding.source),
        under: command.condition)
    }
  }
}

extension CacheFacts {
  private static let rootedSubcommands: Set<String> = ["build", "generate", "get", "install", "list", "run", "test", "tool", "vet"]

  /// How surely a command finds its go.mod in GOPATH; nil where it does not.
  package func moduleRootFault(of command: GoCommand) -> Confidence? {
    guard command.moduleMode != .gopath, let subcommand = command.invocation?.subcommand,
      Self.rootedSubcommands.contains(subcommand) || subcommand.hasPrefix("mod ") && subcommand != "mod init",
      let binding = command.environment["GOPATH"], binding.source != nil, let folder = command.directory.exact,
      let first = binding.value.exact?.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).first,
      FolderPath.absolute(Value(first), in: command.directory) == folder, first.first == UInt8(ascii: "/")
    else { return nil }
    return showsModule(command, in: folder) ? .high : .low
  }

  /// Whether something shows that a folder has a go.mod.
  private func showsModule(_ command: GoCommand, in folder: [UInt8]) -> Bool {
    let mode = command.environment["GO111MODULE"]?.value.exact
    if mode == Array("on".utf8) || command.module != nil { return true }
    // `auto` is module mode exactly where there is a go.mod.
    return model.commands.contains { other in
      guard other.directory.exact == folder, let invocation = other.invocation, let subcommand = invocation.subcommand else { return false }
      return subcommand.hasPrefix("mod ") || invocation.flag("mod") != nil || other.setsModInGoflags
    }
      || model.shellCommands.contains { other in
        other.words.dropFirst().contains { FolderPath.absolute($0.value, in: other.directory) == folder + Array("/go.mod".utf8) }
          && other.words.first?.exactText != "rm"
      }
  }
}

extension GoCommand {
  fileprivate var setsModInGoflags: Bool {
    environment["GOFLAGS"].map { GoFlagsWord.words(of: $0.value).contains { $0.name == "mod" } } ?? false
  }
}

extension String {
  fileprivate static func isRoot(_ folder: String, _ command: String, _ version: GoVersion?) -> String {
    let outcome =
      switch version {
      case let version? where version < GoVersion(minor: 22): "and '\(command)' fails: $GOPATH/go.mod exists but should not"
      case .some: "and '\(command)' warns that it ignores go.mod in $GOPATH"
      case nil: "and '\(command)' fails up to Go 1.21 and warns from 1.22 on"
      }
    return "GOPATH is '\(folder)', the module's own folder, \(outcome)"
  }
}
