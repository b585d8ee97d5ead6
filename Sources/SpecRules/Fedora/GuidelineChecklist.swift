package import Diagnostics
import GoBuild
import MacroExpansion

/// Fedora's Go packaging guideline held against one spec, requirement by requirement, for a review.
///
/// All of the guideline's MUSTs and SHOULDs, in its order and under its headings. A spec alone cannot show all of them; those say so, and
/// why, instead of passing for fulfilled.
package struct GuidelineChecklist: Sendable {
  package struct Item: Sendable {
    package let heading: String
    /// With the guideline's MUST or SHOULD.
    package let requirement: String
    package let verdict: Verdict
  }

  package enum Verdict: Sendable {
    /// With what shows it.
    case holds(String)
    case broken([Diagnostic])
    /// Broken, with what shows it, where no rule of its own says so.
    case lacking(String)
    /// Not told by the spec: somebody has to look, at this.
    case notChecked(String)
    case notApplicable(String)

    package var findings: [Diagnostic] {
      switch self {
      case .broken(let findings): findings
      case .holds, .lacking, .notChecked, .notApplicable: []
      }
    }
  }

  package let items: [Item]
  /// Why nothing was checked; nil when it was.
  package let obstacle: String?

  package init(_ context: RuleContext) {
    guard context.fedora.followsFedora else {
      obstacle =
        ["fedora", "host"].contains(context.spec.target) || context.spec.target.hasPrefix("epel")
        ? "nothing in the spec shows that it is a Fedora package; '--target fedora' checks it nevertheless"
        : "the spec was read for '\(context.spec.target)'; '--target fedora' checks it as a Fedora package"
      items = []
      return
    }
    guard !context.model.commands.isEmpty || !context.calledMacros.isDisjoint(with: FedoraGuideline.buildMacros) else {
      obstacle = "no go command and none of Go's macros is in the spec"
      items = []
      return
    }
    obstacle = nil
    let requirements = GuidelineRequirements(context: context)
    items =
      requirements.naming + requirements.building + requirements.vendoring + requirements.licensing + requirements.vendorTools
      + requirements.testing + requirements.mode
  }
}
