import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The guideline's requirements, each with its verdict on one spec.
struct GuidelineRequirements {
  let context: RuleContext

  private typealias Item = GuidelineChecklist.Item
  private typealias Verdict = GuidelineChecklist.Verdict

  private var evidence: String? { context.fedora.vendoringEvidence }

  private func calls(_ names: String...) -> String? { names.first(where: context.calledMacros.contains).map { "%\($0)" } }

  private func says(_ words: String) -> Bool { context.spec.text.bytes.firstRange(of: words.utf8) != nil }

  /// Broken where rules are sure of something, open where they only suspect it, else what `otherwise` says.
  private func verdict(of rules: any Rule..., otherwise: Verdict) -> Verdict {
    let findings = rules.flatMap { $0.check(context) }
    let sure = findings.filter { $0.confidence > .low }
    guard sure.isEmpty else { return .broken(sure) }
    return findings.first.map { .notChecked("possibly: \($0.message)") } ?? otherwise
  }

  private func ofVendored(_ verdict: @autoclosure () -> Verdict) -> Verdict {
    evidence == nil ? .notApplicable("nothing shows a vendored package") : verdict()
  }

  // MARK: Names and architectures

  var naming: [GuidelineChecklist.Item] {
    let library = calls("gopkg", "godevelpkg", "gopkginstall", "godevelinstall", "gopkgfiles", "godevelfiles")
    return [
      Item(
        heading: "Naming", requirement: "new library packages are no longer allowed",
        verdict: library.map { .notChecked("\($0) makes one, as packages from before the change may") }
          ?? .holds("no macro of the spec makes one")),
      Item(
        heading: "Naming", requirement: "the name MUST follow the naming guidelines", verdict: .notChecked("compare it with upstream's")),
      Item(
        heading: "Naming", requirement: "a vendored package MUST NOT have a 'golang-' prefix, unless upstream has",
        verdict: verdict(of: GolangPrefixOnVendoredPackage(), otherwise: ofVendored(.holds("no prefix, or upstream's own")))),
      Item(
        heading: "Naming", requirement: "a package with the prefix that becomes vendored MUST be renamed",
        verdict: ofVendored(.notChecked("the package's history tells"))),
      Item(
        heading: "Go Language Architectures", requirement: "binaries SHOULD set ExclusiveArch",
        verdict: verdict(
          of: MissingExclusiveArch(),
          otherwise: context.fedora.programBuilds.isEmpty
            ? .notApplicable("no go command of the spec compiles a program") : .holds("it does"))),
    ]
  }

  // MARK: Compiler flags and macros

  var building: [GuidelineChecklist.Item] {
    let flags: Verdict =
      if let macro = context.calledMacros.sorted().first(where: FedoraGuideline.flagMacros.contains) {
        .holds("by %\(macro)")
      } else {
        .notChecked("no go command of the spec compiles a program; see what 'make' or a script does")
      }
    return [
      Item(
        heading: "Preserve compiler flags", requirement: "Fedora's flags MUST be preserved, by %gobuild or the %gobuild_*flags macros",
        verdict: verdict(of: GoBuildBypassesGobuild(), otherwise: flags)),
      Item(
        heading: "Linker flags", requirement: "Go linker flags MUST NOT be set by $LDFLAGS, but by $GO_LDFLAGS",
        verdict: variable("LDFLAGS") { $0.contains("-X ") || $0.contains("-X=") }),
      Item(
        heading: "Build tags", requirement: "build tags MUST NOT be set by $BUILDTAGS, but by $GO_BUILDTAGS",
        verdict: variable("BUILDTAGS") { !$0.isEmpty }),
      Item(
        heading: "Macro dependencies", requirement: "MUST have BuildRequires: go-rpm-macros, and go-vendor-tools where its macros are used",
        verdict: verdict(of: MissingGoBuildrequires(), otherwise: macroRequirement)),
    ]
  }

  /// The rule is content with any package that brings go where no macro is called; the guideline is not.
  private var macroRequirement: Verdict {
    if context.fedora.buildRequirements.contains("go-rpm-macros") { return .holds(calls("gometa").map { "by \($0)" } ?? "it does") }
    if context.spec.files[0].bytes.firstRange(of: "go-rpm-macros".utf8) != nil {
      return .notChecked("it is named where the target does not see it")
    }
    return .lacking("go-rpm-macros is not required")
  }

  /// Whether a variable that go-rpm-macros still read for old specs is given a value for them.
  private func variable(_ name: String, isMeantForGo: (String) -> Bool) -> Verdict {
    let setting = context.model.assignments.first { assignment in
      assignment.name == name && context.fedora.takesFedoraFlags(in: assignment.section) && isMeantForGo(assignment.value?.display ?? "")
    }
    guard let setting else { return .holds("it is not") }
    return .lacking("line \(context.place(setting.source).start.line) sets it")
  }

  // MARK: Vendoring

  var vendoring: [GuidelineChecklist.Item] {
    let vendored: Verdict =
      if let evidence {
        .holds("\(evidence) shows it")
      } else if let packaged = context.fedora.buildRequirements.first(where: { $0.hasPrefix("golang(") }) {
        .notChecked("'\(packaged)' and the like are packaged modules, which only packages from before the change may build from")
      } else {
        .notChecked("the spec does not show where the modules come from")
      }
    return [
      Item(
        heading: "Vendored dependencies", requirement: "packages MUST vendor their Go module dependencies",
        verdict: verdict(of: DownloadInBuild(), GoGetInBuild(), ModTidyInBuild(), UnpinnedTool(), otherwise: vendored)),
      Item(
        heading: "Vendored dependencies", requirement: "the vendor archive SHOULD be the packager's own, even if upstream vendors",
        verdict: ofVendored(
          context.fedora.vendorArchive.map { .holds("'\($0)'") }
            ?? .notChecked("no source is called a vendor archive; is it upstream's folder?"))),
      Item(
        heading: "Vendored dependencies",
        requirement: "it SHOULD be made by go_vendor_archive, else by a documented, reproducible procedure",
        verdict: ofVendored(.notChecked("make the archive anew and compare"))),
      Item(
        heading: "Bundled provides", requirement: "MUST include bundled(golang(IMPORT_PATH)) = VERSION for all vendored modules",
        verdict: ofVendored(provides)),
    ]
  }

  private var provides: Verdict {
    if let macro = calls("go_vendor_license_install") { return .holds("by the modules.txt that \(macro) ships") }
    if says("modules.txt") { return .holds("by the shipped modules.txt") }
    if says("bundled(golang(") { return .notChecked("compare those of the spec with the vendor folder's modules.txt") }
    return .lacking("the spec has none, and ships no modules.txt to make them from")
  }

  // MARK: Licenses

  var licensing: [GuidelineChecklist.Item] {
    let check = calls("go_vendor_license_check")
    return [
      Item(
        heading: "Licensing", requirement: "license files of the project and of all vendored modules MUST be included, with %license",
        verdict: verdict(
          of: VendoredWithoutLicenseData(),
          otherwise: ofVendored(
            calls("go_vendor_license_install").map { .holds("by \($0)") } ?? .notChecked("compare the %license lines with the modules")))),
      Item(
        heading: "Licensing", requirement: "modules without a license file MUST NOT be vendored",
        verdict: ofVendored(check.map { .holds("\($0) looks for them") } ?? .notChecked("nothing in the build looks for them"))),
      Item(
        heading: "Licensing", requirement: "the License tag MUST be a cumulative SPDX expression, with the vendored modules",
        verdict: ofVendored(
          check.map { .holds("\($0) compares it during the build") } ?? .notChecked("nothing in the build compares it with the modules"))),
      Item(
        heading: "Licensing with Go Vendor Tools", requirement: "packagers MUST run 'go_vendor_license report' before they upload sources",
        verdict: ofVendored(.notChecked("what was run before the build is not in a spec"))),
    ]
  }

  var vendorTools: [GuidelineChecklist.Item] {
    let configuration = context.spec.sources.lazy.map { String(decoding: LocalSource.fileName(of: $0), as: UTF8.self) }
      .first { $0.hasSuffix("go-vendor-tools.toml") }
    return [
      Item(
        heading: "go-vendor-tools.toml", requirement: "packages MUST include a go-vendor-tools.toml",
        verdict: ofVendored(configuration.map { .holds("'\($0)'") } ?? .notChecked("no source is called so; see beside the spec"))),
      Item(
        heading: "Installing go-vendor-tools", requirement: "its users MUST call %go_vendor_license_buildrequires",
        verdict: calls("go_vendor_license_buildrequires").map { .holds("by \($0)") }
          ?? calls("go_vendor_license_install", "go_vendor_license_check").map { .lacking("\($0) is called without it") }
          ?? .notApplicable("no macro of go-vendor-tools looks at licenses here")),
      Item(
        heading: "Installing licenses", requirement: "packages SHOULD use %go_vendor_license_install",
        verdict: ofVendored(calls("go_vendor_license_install").map { .holds("by \($0)") } ?? .lacking("it is not called"))),
      Item(
        heading: "Checking licenses", requirement: "packages SHOULD use %go_vendor_license_check in %check",
        verdict: ofVendored(calls("go_vendor_license_check").map { .holds("by \($0)") } ?? .lacking("it is not called"))),
    ]
  }

  // MARK: Tests and modules mode

  var testing: [GuidelineChecklist.Item] {
    let tests: Verdict =
      if let macro = calls("gocheck2", "gocheck", "gotest") {
        .holds("by \(macro)")
      } else if context.model.commands.contains(where: {
        $0.section == .check && ($0.kind == .indirect || $0.invocation?.subcommand == "test")
      }) {
        .holds("by %check")
      } else if context.spec.sections.contains(where: { $0.keyword == .check }) {
        .notChecked("no test runs in %check as the target builds it; a condition or a command there may tell why")
      } else {
        .notChecked("there is no %check; see whether upstream has tests")
      }
    let legacy: Verdict =
      calls("gocheck") == nil
      ? .holds("it is not called") : .notChecked("%gocheck tests packaged modules, as packages from before the change may")
    return [
      Item(heading: "Testing", requirement: "unit tests SHOULD be run", verdict: tests),
      Item(
        heading: "Testing", requirement: "a comment says why a test is disabled, and upstream SHOULD be told",
        verdict: verdict(of: TestFailuresIgnored(), otherwise: .notChecked("see which tests are left out"))),
      Item(
        heading: "Testing", requirement: "packages MUST NOT use the legacy %gocheck",
        verdict: verdict(of: LegacyGocheck(), otherwise: legacy)),
    ]
  }

  var mode: [GuidelineChecklist.Item] {
    let builds = context.fedora.programBuilds
    let verdict: Verdict =
      if let build = builds.first(where: { $0.moduleMode == .gopath }) {
        .lacking("'\(build.title)' of line \(context.place(build.sourceReference).start.line) runs in GOPATH mode")
      } else if builds.isEmpty {
        .notChecked("no go command of the spec compiles a program; see what 'make' or a script does")
      } else {
        .holds("no build runs in GOPATH mode")
      }
    return [
      Item(
        heading: "Go modules mode", requirement: "packages SHOULD enable modules mode, by '%global gomodulesmode GO111MODULE=on'",
        verdict: ofVendored(verdict))
    ]
  }
}
