package import Diagnostics
import GoBuild
import MacroExpansion

/// A build uses a GOPATH layout without turning modules off.
///
/// ## What it does
/// Reports go commands that run below `src` in a folder of the GOPATH that the spec has set, where GO111MODULE is not set and
/// nothing shows a go.mod, and commands whose GOPATH gets such a `src` where the sources are of that time.
///
/// ## Why it matters
/// From Go 1.16 on modules are on unless `GO111MODULE=off` says otherwise; without a go.mod the command fails: `go.mod file not
/// found in current directory or any parent directory`. Packages below GOPATH, the distribution's own in `%{gopath}` included, are
/// not looked at in module mode.
///
/// Shown by: `gopath-layout`.
///
/// ## Example
/// ```
/// %build
/// mkdir -p _build/src/example.org
/// rm -f go.mod go.sum
/// ln -s $PWD _build/src/example.org/hello
/// export GOPATH=$PWD/_build
/// cd _build/src/example.org/hello
/// go build -o hello .
/// ```
///
/// ## Use instead
/// Set `GO111MODULE=off`, or build in the folder of go.mod without the layout.
/// ```
/// %build
/// mkdir -p _build/src/example.org
/// rm -f go.mod go.sum
/// ln -s $PWD _build/src/example.org/hello
/// export GOPATH=$PWD/_build
/// export GO111MODULE=off
/// cd _build/src/example.org/hello
/// go build -o hello .
/// ```
///
/// ## When it stays silent
/// With any GO111MODULE, `-mod` or a vendor archive. That there is no go.mod a spec shows only where it deletes it: elsewhere
/// confidence is medium where a sign is of the days before modules (`golang >= 1.4`, Godeps, `dep`, packages named by the path they have
/// below GOPATH), and low without one. In branches that the target does not take confidence is low: which Go builds there is not known.
///
/// ## Settings
/// Silent for a target whose Go is older than 1.16.
package struct GopathLayoutWithoutGopathMode: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium, .low]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  private static let subcommands: Set<String> = ["build", "install", "test", "vet"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.goVersion.map({ $0 >= GoVersion(minor: 16) }) ?? true else { return [] }
    let command = context.model.commands.first { command in
      guard let subcommand = command.invocation?.subcommand else { return false }
      return Self.subcommands.contains(subcommand) && command.moduleMode == .unknown && command.environment["GO111MODULE"] == nil
        && (Self.isInLayout(command) || context.makesLayout(for: command) && context.showsPathMode(command)) && !context.makesModule
    }
    guard let command, let binding = command.environment["GOPATH"] else { return [] }
    let deletion = context.moduleFileDeletion(before: command)
    let notes = deletion.map { [Note("go.mod is deleted here", at: context.place($0.source))] } ?? []
    return [
      finding(
        .needsModeOff(command.title), at: ScriptPlace(command), in: context,
        confidence: !context.isTakenByTarget ? .low : deletion != nil ? .high : context.showsPathMode(command) ? .medium : .low,
        notes: context.settingNotes("GOPATH", at: binding.source) + notes, under: command.condition,
        fixes: FixIt.unsafe(
          "set GO111MODULE=off", context.rewrites.exporting("GO111MODULE=off", before: command), because: "Go then looks only in GOPATH",
          changing: .sets("GO111MODULE", effects: [.moduleMode, .moduleCache])))
    ]
  }

  /// Whether a command runs below `src` in an element of the spec's GOPATH.
  private static func isInLayout(_ command: GoCommand) -> Bool {
    guard let binding = command.environment["GOPATH"], binding.source != nil, let path = binding.value.exact,
      let folder = command.directory.exact
    else { return false }
    return path.split(separator: UInt8(ascii: ":")).contains { element in
      guard let root = FolderPath.absolute(Value(element), in: command.directory) else { return false }
      return FolderPath.names(from: root, to: folder)?.first?.elementsEqual("src".utf8) == true
    }
  }
}

extension RuleContext {
  /// Whether something is put below `src` in an element of the command's GOPATH, or an element is a folder of dependencies.
  fileprivate func makesLayout(for command: GoCommand) -> Bool {
    guard let binding = command.environment["GOPATH"], binding.source != nil, let path = binding.value.exact else { return false }
    return path.split(separator: UInt8(ascii: ":")).contains { element in
      guard let root = FolderPath.absolute(Value(element), in: command.directory) else { return false }
      let name = String(decoding: root, as: UTF8.self)
      // An archive that is unpacked in the sources may bring the vendor folder of a module.
      if name.hasSuffix("/vendor") && !go.unpacksFurtherArchive || name.contains("/Godeps") { return true }
      return model.shellCommands.contains { $0.puts("src", in: root) }
    }
  }

  /// What shows that the sources are from before modules: a Go of that time, a folder or a tool of its dependency managers, packages by the
  /// paths they have below GOPATH.
  fileprivate func showsPathMode(_ command: GoCommand) -> Bool {
    let path = command.environment["GOPATH"]?.value.display ?? ""
    if path.contains("/vendor") || path.contains("Godeps") || requiresOldGo { return true }
    if command.invocation?.operands.contains(where: \.namesPackage) == true, isWritten(command) { return true }
    return model.shellCommands.contains { ["dep", "glide", "godep", "gb"].contains($0.programName) }
  }

  /// Whether the spec has the command itself: macros like `%gobuild` are always given such a path, and see to the mode.
  private func isWritten(_ command: GoCommand) -> Bool {
    guard let word = command.arguments.first?.range, case .spec = script.author(of: word, in: command.section) else { return false }
    return true
  }

  /// `BuildRequires: golang >= 1.4`: modules came with Go 1.11.
  private var requiresOldGo: Bool {
    let words = fedora.buildRequirements
    return words.indices.contains { index in
      guard ["golang", "go"].contains(words[index]), index + 2 < words.count, [">=", ">"].contains(words[index + 1]) else { return false }
      let parts = words[index + 2].split(separator: ".")
      return parts.count > 1 && parts[0] == "1" && (Int(parts[1].prefix { $0.isNumber }) ?? 99) < 11
    }
  }

  /// Whether a command of the spec works on go.mod, so that there is one.
  fileprivate var makesModule: Bool {
    model.commands.contains { $0.invocation?.subcommand?.hasPrefix("mod ") == true }
      || model.shellCommands.contains { command in
        command.words.first?.exactText != "rm" && command.words.dropFirst().contains { $0.value.display.hasSuffix("go.mod") }
      }
  }

  fileprivate func moduleFileDeletion(before command: GoCommand) -> ShellCommand? {
    model.shellCommands.last { other in
      other.words.first?.exactText == "rm" && ScriptPlace(command).isLater(than: ScriptPlace(other))
        && other.words.dropFirst().contains { $0.exactText == "go.mod" || $0.exactText?.hasSuffix("/go.mod") == true }
    }
  }
}

extension ShellCommand {
  /// Whether it makes an entry of that name in a folder, or something below it: `mkdir -p DIR/src/x`, `ln -s $PWD/src DIR`.
  fileprivate func puts(_ name: String, in folder: [UInt8]) -> Bool {
    guard ["ln", "mkdir", "install", "mv", "cp"].contains(programName) else { return false }
    let paths = operandPaths
    if paths.contains(where: { FolderPath.names(from: folder, to: $0)?.first?.elementsEqual(name.utf8) == true }) { return true }
    guard programName != "mkdir", paths.last == folder else { return false }
    return paths.dropLast().contains { $0.split(separator: UInt8(ascii: "/")).last?.elementsEqual(name.utf8) == true }
  }
}

extension String {
  fileprivate static func needsModeOff(_ command: String) -> String {
    "'\(command)' runs in a GOPATH layout without GO111MODULE=off and fails where there is no go.mod"
  }
}
