package import GoBuild
import MacroExpansion

extension GoCommand {
  /// Whether the module mode of a command can be told from this spec.
  ///
  /// Where a part of the spec could not be read, a vendor archive may have been unpacked there: then only commands that never look
  /// at a vendor folder, or that say `-mod` themselves, are sure.
  package func showsItsModules(in context: RuleContext) -> Bool {
    guard context.go.isPartlyUnread else { return true }
    guard let invocation, let subcommand = invocation.subcommand else { return false }
    return subcommand.hasPrefix("mod ") || invocation.flag("mod") != nil
  }
}

extension GoFacts {
  /// Whether a macro or an include of the spec could not be read: what would stand there is not known.
  package var isPartlyUnread: Bool {
    spec.problems.contains { $0.id.hidesText }
  }
}
