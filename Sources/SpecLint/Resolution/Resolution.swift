package import GoBuild
package import MacroExpansion
import SpecRules

/// Every `go` command of a spec's build on one target, with what it will see.
public struct Resolution: Sendable {
  package let spec: ExpandedSpec
  package let model: BuildModel
  /// As the user wrote it.
  let file: String
  let context: RuleContext

  package init(spec: ExpandedSpec, model: BuildModel, file: String) {
    self.spec = spec
    self.model = model
    self.file = file
    context = RuleContext(spec: spec, model: model)
  }

  /// The macro set it was read with: "host", "fedora" …
  public var target: String { spec.target }

  /// In the order in which they run.
  public var commands: [ResolvedCommand] { model.commands.map { ResolvedCommand($0, in: context) } }
}
