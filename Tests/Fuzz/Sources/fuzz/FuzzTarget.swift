import GoBuild
import ShellSyntax
import SpecSyntax
import YAMLTree

/// What reads bytes that somebody else wrote, and what must hold of it beside not crashing, hanging or filling memory.
enum FuzzTarget: String, CaseIterable {
  /// The leaves of a spec's tree, joined, are the spec.
  case specTree = "spec-tree"
  /// A script's nodes lie within its text.
  case shellSyntax = "shell-syntax"
  /// The shell text that macros run while a spec is read.
  case shellEvaluation = "shell-evaluation"
  /// A scriptlet as the build follows it: variables, folders, go commands.
  case scriptlet
  /// The words of GOFLAGS, read as Go 1.19 and as newer ones do.
  case goFlags = "go-flags"
  /// What a worker sends: an answer that can be read is written again and reads the same.
  case protocolReply = "protocol"
  /// The tree of a configuration file.
  case configuration
  /// An archive beside a spec.
  case archive

  var run: ([UInt8]) -> Void {
    switch self {
    case .specTree: Self.readSpecTree
    case .shellSyntax: Self.readShellSyntax
    case .shellEvaluation: Self.evaluateShell
    case .scriptlet: Self.followScriptlet
    case .goFlags: Self.readGoFlags
    case .protocolReply: Self.readReply
    case .configuration: { _ = try? YAMLNode.parse($0) }
    case .archive: Self.readArchive
    }
  }

  private static func readSpecTree(_ bytes: [UInt8]) {
    let spec = Spec(bytes)
    precondition(spec.leaves.reduce(into: [UInt8]()) { $0 += bytes[$1] } == bytes, "the leaves are not the spec")
    precondition(spec.lines.reduce(into: [UInt8]()) { $0 += bytes[$1.range] } == bytes, "the lines are not the spec")
    precondition(spec.sections.flatMap(\.lines).elementsEqual(spec.lines.indices), "the sections are not the lines")
  }

  private static func readShellSyntax(_ bytes: [UInt8]) {
    precondition(ShellParser.parse(bytes).script.range.upperBound <= bytes.count, "the script ends behind its text")
  }

  private static func readGoFlags(_ bytes: [UInt8]) {
    for release in [19, 26] {
      for word in GoFlagsWord.words(of: Value(String(decoding: bytes, as: UTF8.self)), release: release) { _ = word.isRejected }
    }
  }
}
