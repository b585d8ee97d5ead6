package import GoBuild
import MacroExpansion
import SpecSyntax

extension ShippedFacts {
  /// What the scriptlets do that run where the packages are installed, one after the other; those in Lua and other languages are left out.
  package var installScriptlets: [BuildModel] {
    spec.sections.filter { $0.keyword.runsWhereInstalled && Self.runsInShell($0) }.map { BuildModel(scriptlet: $0, of: spec) }
  }

  /// `-p <lua>`, `-p /sbin/ldconfig`: not for a shell.
  private static func runsInShell(_ section: Section) -> Bool {
    guard let option = section.arguments.firstIndex(of: Array("-p".utf8)), option + 1 < section.arguments.count else { return true }
    let program = String(decoding: section.arguments[option + 1], as: UTF8.self)
    return ["sh", "bash", "dash"].contains(program.split(separator: "/").last ?? "")
  }
}

extension SectionKeyword {
  /// `%verifyscript` changes nothing: it only runs when somebody asks.
  fileprivate var runsWhereInstalled: Bool { kind == .trigger || kind == .packageScriptlet && self != .verifyscript }
}
