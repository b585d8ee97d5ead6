package import Diagnostics
import GoBuild
import MacroExpansion

/// `go` stamps the program with the state of a repository that the build itself created.
///
/// ## What it does
/// Reports the first `go build` or `go install` in module mode below a folder with a `.git` of this build's making (`%autosetup -S git`,
/// `git init`, `git clone`), without `-buildvcs=false`.
///
/// ## Why it matters
/// Since Go 1.18 a program holds the commit, its time and whether files differ from it; since 1.24 its version too. Up to rpm 4.19 the
/// commit that `%autosetup -S git` makes carries the time of the build, so that no two builds are the same. From rpm 4.20 it has
/// the time of the change log's last entry. A `.git` of another owner makes go stop: "error obtaining VCS status".
///
/// Shown by: `stamped-program`, `broken-repository`, `time-of-import`.
///
/// ## Example
/// ```
/// %prep
/// %setup -q
/// git init
/// git add .
/// git commit -q -m import
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Build with `-buildvcs=false`.
/// ```
/// %prep
/// %setup -q
/// git init
/// git add .
/// git commit -q -m import
/// %build
/// go build -buildvcs=false -mod=vendor -o hello .
/// ```
/// The fix adds the flag to every command that might be the next one to be found.
///
/// ## When it stays silent
/// With `-buildvcs=false` in the command or in GOFLAGS, in GOPATH mode (Fedora's `%gobuild`, unless told otherwise), with
/// `GO111MODULE=auto`, for `go test`, after `rm -rf .git`, and where the folders are not known. Of low confidence where an unknown macro
/// of the same scriptlet may set any of these.
///
/// ## Settings
/// Warning for targets with rpm up to 4.19, otherwise info.
package struct VcsStamping: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let shell = context.model.shellCommands
    guard !shell.contains(where: Self.removesRepository) else { return [] }
    let repositories = shell.compactMap { command in Self.repository(of: command).map { (command: command, folder: $0) } }
    for command in context.model.commands where Self.stamps(command) {
      guard let here = command.directory.exact.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
      let found = repositories.last { repository in
        (here == repository.folder || here.hasPrefix("\(repository.folder)/"))
          && command.follows(section: repository.command.section, repository.command.range)
      }
      guard let found else { continue }
      return [
        finding(
          .stamps(command.title), at: ScriptPlace(command), in: context, severity: context.hasFolderPerBuild ? .info : Self.severity,
          confidence: Self.mayBeSwitchedOff(command, in: context) ? .low : .high,
          notes: [Note("the repository is created here", at: context.place(found.command.source))], under: command.condition,
          fixes: fixes(context))
      ]
    }
    return []
  }

  /// Every command that might be the next one to be found.
  private func fixes(_ context: RuleContext) -> [FixIt] {
    let edits = context.model.commands.filter(Self.stamps).map { context.rewrites.adding("-buildvcs=false", to: $0) }
    guard !edits.contains(nil) else { return [] }
    return FixIt.unsafe(
      "add '-buildvcs=false'", Array(Set(edits.compactMap(\.self))), because: "the program then reports no repository information",
      changing: .arguments)
  }

  /// The folder in which a command makes a repository.
  private static func repository(of command: ShellCommand) -> String? {
    let words = command.words.map(\.exactText)
    guard let name = words.first ?? nil, name == "git" || name.hasSuffix("/git"),
      let directory = command.directory.exact.map({ String(decoding: $0, as: UTF8.self) })
    else { return nil }
    let operands = operands(of: words.dropFirst().compactMap(\.self))
    switch operands.first {
    case "init":
      guard operands.count > 1 else { return directory }
      return operands[1] == "." ? directory : operands[1].hasPrefix("/") ? operands[1] : "\(directory)/\(operands[1])"
    case "clone":
      guard operands.count > 1, let last = operands.last else { return nil }
      let folder =
        operands.count > 2 ? last : last.split(separator: "/").last.map { $0.hasSuffix(".git") ? $0.dropLast(4) : $0 }.map(String.init)
      return folder.map { $0 == "." ? directory : $0.hasPrefix("/") ? $0 : "\(directory)/\($0)" }
    default: return nil
    }
  }

  /// What is left without git's own options and those of `init` and `clone` that take a word.
  private static func operands(of words: [String]) -> [String] {
    let withWord: Set<String> = ["-c", "-C", "-b", "--initial-branch", "--branch", "--depth", "-o", "--origin", "-j", "--template"]
    var operands: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if withWord.contains(word) { _ = rest.popFirst() } else if !word.hasPrefix("-") { operands.append(word) }
    }
    return operands
  }

  /// Whether a macro that nobody defines stands in the scriptlet; `date +%s` is none.
  private static func mayBeSwitchedOff(_ command: GoCommand, in context: RuleContext) -> Bool {
    context.spec.undefinedMacros.contains { $0.section == command.section && $0.name.utf8.count > 2 }
  }

  private static func removesRepository(_ command: ShellCommand) -> Bool {
    command.words.first?.exactText == "rm" && command.words.contains { $0.exactText == ".git" || $0.exactText?.hasSuffix("/.git") == true }
  }

  private static func stamps(_ command: GoCommand) -> Bool {
    guard let invocation = command.invocation, let subcommand = invocation.subcommand, ["build", "install"].contains(subcommand),
      // Packages of the standard library are no programs.
      invocation.operands.isEmpty || invocation.operands.contains(where: { $0.exactText != "std" })
    else { return false }
    switch command.moduleMode {
    case .gopath: return false
    case .modules, .vendor: break
    case .unknown:
      guard command.settings["GO111MODULE"].map({ $0.value.exact == Array("on".utf8) }) ?? true else { return false }
    }
    // Of flags that are not known one may be this.
    guard command.invocation?.isExact == true, command.settings["GOFLAGS"].map({ $0.value.exact != nil }) ?? true else { return false }
    if let flag = command.invocation?.flag("buildvcs"), let value = flag.value {
      return value.exact.map { $0 != Array("false".utf8) } ?? false
    }
    return command.flagValue("buildvcs") != "false"
  }
}

extension String {
  fileprivate static func stamps(_ command: String) -> String {
    "'\(command)' stamps the program with the state of a repository that the build itself created"
  }
}
