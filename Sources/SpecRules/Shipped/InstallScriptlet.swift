package import GoBuild
import MacroExpansion

extension RuleContext {
  /// What the scriptlets do that run where the packages are installed, one after the other; those in Lua and other languages are left out.
  package var installScriptlets: [BuildModel] {
    spec.sections.filter { Self.isInstallScriptlet($0.name) && Self.runsInShell($0) }.map { BuildModel(scriptlet: $0, of: spec) }
  }

  private static func isInstallScriptlet(_ name: String) -> Bool {
    ["pre", "post", "preun", "postun", "pretrans", "posttrans", "preuntrans", "postuntrans"].contains(name) || name.hasPrefix("trigger")
      || name.hasPrefix("filetrigger") || name.hasPrefix("transfiletrigger")
  }

  /// `-p <lua>`, `-p /sbin/ldconfig`: not for a shell.
  private static func runsInShell(_ section: Section) -> Bool {
    guard let option = section.arguments.firstIndex(of: Array("-p".utf8)), option + 1 < section.arguments.count else { return true }
    let program = String(decoding: section.arguments[option + 1], as: UTF8.self)
    return ["sh", "bash", "dash"].contains(program.split(separator: "/").last ?? "")
  }
}
