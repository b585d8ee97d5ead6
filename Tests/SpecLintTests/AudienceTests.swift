import Diagnostics
import SpecLint
import SpecRules
import Testing

@Suite("Who hears of what")
struct AudienceTests {
  private static func rules(
    in snippet: String = "%files\n%config /etc/hello.conf\n", _ change: (inout LintOptions) throws -> Void
  ) throws -> Set<String> {
    var options = LintOptions()
    options.evaluation.jobs = 1
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    try change(&options)
    let spec = MarkedSpec(snippet)
    return Set(try Linter(options).lint(SpecInput(path: "hello.spec", bytes: Array(spec.text.utf8))).diagnostics.map(\.rule))
  }

  @Test("style is for the pedantic, and for those who select it")
  func persona() throws {
    #expect(try !Self.rules { _ in }.contains("config-without-noreplace"))
    #expect(try Self.rules { $0.persona = .pedantic }.contains("config-without-noreplace"))
    #expect(try Self.rules { $0.select = try DescribedRule.matching("config-without-noreplace") } == ["config-without-noreplace"])
    #expect(try Self.rules { $0.select = try DescribedRule.matching("files") } == ["config-without-noreplace"])
  }

  @Test("a guideline is for its own distribution, by target or by name")
  func profile() throws {
    let old = "License: GPLv2+\n"
    #expect(try !Self.rules(in: old) { $0.profile = .generic }.contains("license-not-spdx"))
    #expect(try Self.rules(in: old) { $0.profile = .fedora }.contains("license-not-spdx"))
    #expect(try Self.rules(in: old) { $0.evaluation.targets = [try Target("fedora")] }.contains("license-not-spdx"))
    #expect(try !Self.rules(in: old) { $0.evaluation.targets = [try Target("epel9")] }.contains("license-not-spdx"))
  }

  @Test("rules of this kind are few: most are for everybody")
  func declared() {
    #expect(RuleRegistry.all.contains { $0.persona == .pedantic })
    #expect(RuleRegistry.all.count { $0.persona == .regular } > RuleRegistry.all.count / 2)
  }
}
