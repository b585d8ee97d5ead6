package import GoBuild
package import MacroExpansion
import SpecSyntax

extension GoCommand {
  /// "go mod download", for messages.
  package var title: String {
    switch kind {
    case .direct: ["go", invocation?.subcommand].compactMap(\.self).joined(separator: " ")
    case .indirect: arguments.first?.value.display ?? "command"
    }
  }

  /// GOFLAGS as the command reads it, from `go env -w` too; nil where it is not set.
  package var goFlags: Value? { settings["GOFLAGS"]?.value ?? environment["GOFLAGS"]?.value }

  /// `go build` and `go install` outside of %check.
  package var makesProgram: Bool {
    guard section == .build || section == .install, let subcommand = invocation?.subcommand else { return false }
    return subcommand == "build" || subcommand == "install"
  }

  package var sourceReference: SourceReference { SourceReference(file: source.file, range: source.range) }
}
