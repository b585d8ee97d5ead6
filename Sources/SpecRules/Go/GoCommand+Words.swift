package import GoBuild
package import MacroExpansion

extension GoCommand {
  /// "go mod download", for messages.
  package var title: String {
    switch kind {
    case .direct: ["go", invocation?.subcommand].compactMap(\.self).joined(separator: " ")
    case .indirect: arguments.first?.value.display ?? "command"
    }
  }

  package var sourceReference: SourceReference { SourceReference(file: source.file, range: source.range) }
}
