package import GoBuild
package import MacroExpansion

extension GoCommand {
  /// The command's words told apart; nil for what only may run go.
  package var invocation: GoInvocation? {
    guard kind == .direct, !arguments.isEmpty else { return nil }
    return GoInvocation(arguments: Array(arguments.dropFirst()))
  }

  /// "go mod download", for messages.
  package var title: String {
    switch kind {
    case .direct: ["go", invocation?.subcommand].compactMap(\.self).joined(separator: " ")
    case .indirect: arguments.first?.value.display ?? "command"
    }
  }

  package var sourceReference: SourceReference { SourceReference(file: source.file, range: source.range) }
}
