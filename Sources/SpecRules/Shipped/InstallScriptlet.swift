package import GoBuild
package import MacroExpansion
package import SpecSyntax

extension ShippedFacts {
  /// What the scriptlets do that run where the packages are installed, one after the other; those in Lua and other languages are left out.
  package var installScriptlets: [BuildModel] { shellScriptlets.map { model(of: $0) } }

  /// What one of them does.
  ///
  /// - Parameter argument: `$1`, how many of the package there will be; nil for whatever it may be.
  package func model(of scriptlet: Section, argument: Int? = nil) -> BuildModel {
    let key = KnownFacts.Scriptlet(
      text: scriptlet.text, line: scriptlet.line, keyword: scriptlet.keyword.rawValue, argument: argument)
    return context.known.model(of: key) { BuildModel(scriptlet: scriptlet, of: spec, argument: argument) }
  }

  /// The scriptlets that a shell runs where the packages are installed.
  package var shellScriptlets: [Section] { spec.sections.filter { $0.keyword.runsWhereInstalled && $0.runsInShell } }
}

extension Section {
  /// What runs it: the word after `-p`; nil for the shell.
  package var interpreter: String? {
    guard let option = arguments.firstIndex(of: Array("-p".utf8)), option + 1 < arguments.count else { return nil }
    return String(decoding: arguments[option + 1], as: UTF8.self)
  }

  /// Not `-p <lua>`, `-p /sbin/ldconfig`.
  package var runsInShell: Bool {
    interpreter.map { ["sh", "bash", "dash"].contains($0.split(separator: "/").last ?? "") } ?? true
  }
}

extension SectionKeyword {
  /// `%verifyscript` changes nothing: it only runs when somebody asks.
  package var runsWhereInstalled: Bool { kind == .trigger || kind == .packageScriptlet && self != .verifyscript }
}
