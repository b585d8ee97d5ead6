package import Diagnostics
package import GoBuild
package import MacroExpansion
package import MacroTargets
package import SpecSyntax

/// Questions of one kind about what a rule judges; each family has a folder of its own.
package protocol ContextFamily {
  var context: RuleContext { get }
}

extension ContextFamily {
  package var spec: ExpandedSpec { context.spec }
  package var trees: [Spec] { context.trees }
  package var model: BuildModel { context.model }
  package var settings: RuleSettings { context.settings }
  package var target: MacroTarget? { context.target }
  package var isTakenByTarget: Bool { context.isTakenByTarget }
  package var goVersion: GoVersion? { context.goVersion }
  package var hasFolderPerBuild: Bool { context.hasFolderPerBuild }
  package var mayHaveFolderPerBuild: Bool { context.mayHaveFolderPerBuild }
  package var mayShareBuildFolder: Bool { context.mayShareBuildFolder }
  package var calledMacros: Set<String> { context.calledMacros }
  package func place(_ reference: SourceReference) -> FileRange { context.place(reference) }
  package func settingNotes(_ name: String?, at reference: SourceReference?) -> [Note] { context.settingNotes(name, at: reference) }
}

extension RuleContext {
  package var caches: CacheFacts { CacheFacts(context: self) }
  package var go: GoFacts { GoFacts(context: self) }
  package var script: ScriptFacts { ScriptFacts(context: self) }
  package var source: SourceFacts { SourceFacts(context: self) }
  package var fedora: FedoraFacts { FedoraFacts(context: self) }
  package var shipped: ShippedFacts { ShippedFacts(context: self) }
  package var packages: PackageFacts { PackageFacts(context: self) }
  package var rewrites: Rewrites { Rewrites(context: self) }
}

/// Whose the caches are that go commands use, and what is wrong with them.
package struct CacheFacts: ContextFamily {
  package let context: RuleContext
}

/// What the build's go commands and their variables say of the build as a whole.
package struct GoFacts: ContextFamily {
  package let context: RuleContext
}

/// Places in the scriptlets' expanded text, and who wrote them.
package struct ScriptFacts: ContextFamily {
  package let context: RuleContext
}

/// The spec's own text, before anything is expanded.
package struct SourceFacts: ContextFamily {
  package let context: RuleContext
}

/// The spec as Fedora's Go guideline looks at it.
package struct FedoraFacts: ContextFamily {
  package let context: RuleContext
}

/// What the package brings and does where it is installed.
package struct ShippedFacts: ContextFamily {
  package let context: RuleContext
}

/// The packages that the spec makes: their tags, scriptlets and file lists.
package struct PackageFacts: ContextFamily {
  package let context: RuleContext
}

/// The edits that fixes are made of.
package struct Rewrites: ContextFamily {
  package let context: RuleContext
}
