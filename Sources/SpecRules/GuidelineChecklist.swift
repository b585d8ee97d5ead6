package import Diagnostics
import GoBuild
import MacroExpansion

/// Fedora's Go packaging guideline held against one spec, requirement by requirement, for a review.
///
/// The requirements stand in the guideline's order and under its headings. A spec alone cannot show all of them; those say so, and why,
/// instead of passing for fulfilled.
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
    /// Not told by the spec: somebody has to look, at this.
    case notChecked(String)
    case notApplicable(String)

    package var findings: [Diagnostic] {
      switch self {
      case .broken(let findings): findings
      case .holds, .notChecked, .notApplicable: []
      }
    }
  }

  package let items: [Item]
  /// Why nothing was checked; nil when it was.
  package let obstacle: String?

  package init(_ context: RuleContext) {
    guard context.followsFedora else {
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
    let builder = ChecklistBuilder(context: context)
    items = builder.bundling + builder.naming + builder.building + builder.licensing + builder.testing
  }
}

/// The requirements, each with its verdict.
private struct ChecklistBuilder {
  let context: RuleContext

  private func item(_ heading: String, _ requirement: String, _ verdict: GuidelineChecklist.Verdict) -> GuidelineChecklist.Item {
    GuidelineChecklist.Item(heading: heading, requirement: requirement, verdict: verdict)
  }

  /// Broken where rules are sure of something, open where they only suspect it, else what `otherwise` says.
  private func verdict(of rules: [any Rule], otherwise: GuidelineChecklist.Verdict) -> GuidelineChecklist.Verdict {
    let findings = rules.flatMap { $0.check(context) }
    let sure = findings.filter { $0.confidence > .low }
    guard sure.isEmpty else { return .broken(sure) }
    return findings.first.map { .notChecked("it may be that \($0.message)") } ?? otherwise
  }

  private var evidence: String? { context.vendoringEvidence }

  private func calls(_ names: String...) -> String? { names.first(where: context.calledMacros.contains).map { "%\($0)" } }

  // MARK: Vendoring and names

  var bundling: [GuidelineChecklist.Item] {
    let packaged = context.buildRequirements.first { $0.hasPrefix("golang(") }
    let verdict: GuidelineChecklist.Verdict =
      if let evidence {
        .holds("\(evidence) shows it")
      } else if let packaged {
        .notChecked("'\(packaged)' and the like are packaged modules, which only packages from before the change may build from")
      } else {
        .notChecked("the spec does not show where the modules come from")
      }
    return [
      item("Golang Packaging Guidelines", "new packages MUST be built with vendored dependencies", verdict),
      item(
        "Golang Packaging Guidelines", "the build does without the network",
        self.verdict(
          of: [DownloadInBuild(), GoGetInBuild(), ModTidyInBuild(), NetworkInBuild(), UnpinnedTool()],
          otherwise: context.model.commands.contains { $0.kind == .indirect && $0.arguments.first?.exactText != "go" }
            ? .notChecked("'make' or a script runs commands that the spec does not show")
            : .holds("no command of the scriptlets fetches anything"))),
      item(
        "Import Path", "the package states its import path",
        context.spec.macros["goipath"].map { .holds("'\(String(decoding: $0, as: UTF8.self))'") }
          ?? .notApplicable("%{goipath} is for %gometa, which is not used")),
    ]
  }

  var naming: [GuidelineChecklist.Item] {
    let prefix: GuidelineChecklist.Verdict =
      evidence == nil ? .notApplicable("nothing shows a vendored package") : .holds("no prefix, or upstream's own")
    return [
      item(
        "Naming", "a vendored package MUST NOT have a 'golang-' prefix", verdict(of: [GolangPrefixOnVendoredPackage()], otherwise: prefix)),
      item("Naming", "the name MUST follow the naming guidelines", .notChecked("compare it with upstream's")),
      item("Naming", "a package that becomes vendored MUST be renamed if it has the prefix", .notChecked("the package's history tells")),
    ]
  }

  // MARK: Building

  var building: [GuidelineChecklist.Item] {
    let builds = context.programBuilds
    let architectures: GuidelineChecklist.Verdict =
      builds.isEmpty ? .notApplicable("no go command of the spec compiles a program") : .holds("it does")
    let flags: GuidelineChecklist.Verdict =
      if let macro = calls("gobuild", "gobuildflags", "gobuild_baseflags", "gobuild_ldflags", "goinstall") {
        .holds("by \(macro)")
      } else {
        .notChecked("no go command of the spec compiles a program; see what 'make' or a script does")
      }
    return [
      item(
        "Go Language Architectures", "binaries SHOULD set ExclusiveArch", verdict(of: [MissingExclusiveArch()], otherwise: architectures)),
      item("Compiler flags", "Fedora's flags MUST be kept", verdict(of: [GoBuildBypassesGobuild()], otherwise: flags)),
      item(
        "Dependencies", "MUST have BuildRequires: go-rpm-macros",
        verdict(of: [MissingGoBuildrequires()], otherwise: .holds("it does, or %gometa does it"))),
    ]
  }

  // MARK: Licences and tests

  var licensing: [GuidelineChecklist.Item] {
    guard evidence != nil else {
      return [
        item("Licensing", "licences of vendored modules MUST be recorded and shipped", .notApplicable("nothing shows a vendored package"))
      ]
    }
    let expression: GuidelineChecklist.Verdict =
      calls("go_vendor_license_check").map { .holds("\($0) compares it during the build") }
      ?? .notChecked("nothing in the build compares it with the vendored modules")
    return [
      item(
        "Licensing", "licences of vendored modules MUST be recorded and shipped",
        verdict(of: [VendoredWithoutLicenseData()], otherwise: .holds("by go-vendor-tools, modules.txt or bundled provides"))),
      item("Licensing", "the License tag MUST cover the vendored modules", expression),
      item("Licensing", "the vendor archive holds what go.mod asks for, unchanged", .notChecked("make the archive anew and compare")),
    ]
  }

  var testing: [GuidelineChecklist.Item] {
    let tests: GuidelineChecklist.Verdict =
      if let macro = calls("gocheck2", "gocheck", "gotest") {
        .holds("by \(macro)")
      } else if context.model.commands.contains(where: {
        $0.section == "check" && ($0.kind == .indirect || $0.invocation?.subcommand == "test")
      }) {
        .holds("by %check")
      } else if context.spec.sections.contains(where: { $0.name == "check" }) {
        .notChecked("no test runs in %check as the target builds it; a condition or a command there may tell why")
      } else {
        .notChecked("there is no %check; see whether upstream has tests")
      }
    return [
      item("Testing", "unit tests MUST be run in %check", tests),
      item(
        "Testing", "vendored packages test with %gocheck2",
        verdict(
          of: [LegacyGocheck()],
          otherwise: calls("gocheck2").map { .holds("by \($0)") } ?? .notApplicable("%gocheck is not used on vendored modules"))),
      item("Testing", "failures are not ignored", verdict(of: [TestFailuresIgnored()], otherwise: .holds("no '|| :' after tests"))),
    ]
  }
}
