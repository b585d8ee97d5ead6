import Diagnostics
import SpecLint
import Testing

@Suite("Suppressions")
struct SuppressionTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    /// What follows the tags.
    let body: String
    /// What is left, as "rule@line"; lines count from the body's first.
    var found: [String] = []
    var suppressed = 1
    var testDescription: String { body }
  }

  private static let tags = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n"

  private static func report(_ body: String, _ change: (inout LintOptions) throws -> Void = { _ in }) throws -> FileReport {
    var options = LintOptions()
    options.evaluation.targets = [try Target("fedora")]
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    options.select = try rules("rejected-flag", "undefined-macro", "unknown-suppression", "unused-suppression")
    try change(&options)
    return try Linter(options).lint(SpecInput(path: "x.spec", bytes: Array((tags + body).utf8)))
  }

  private static func rules(_ ids: String...) throws -> [DescribedRule] { try ids.map { try DescribedRule($0) } }

  private static func names(_ report: FileReport) -> [String] {
    report.diagnostics.map { "\($0.rule)@\($0.place.start.line - 5)" }
  }

  @Test(
    "speak of the next line, the same line or the file",
    arguments: [
      Sample(body: "%build\n# rpmscope: ignore[rejected-flag] patched go\ngo build -j4\n"),
      Sample(body: "%build\n  #   rpmscope:ignore[ rejected-flag ]\n\n# another comment\ngo build -j4\n"),
      Sample(body: "%build\n# rpmscope: ignore[undefined-macro, rejected-flag] both\ngo build -j4 %{buildrot}\n", suppressed: 2),
      Sample(body: "%build\ngo build -j4 # rpmscope: ignore[rejected-flag]\n"),
      Sample(body: "%build\n# rpmscope: ignore[rejected-flag]\ngo build \\\n  -trimpath \\\n  -j4\n"),
      Sample(body: "%build\ngo build -trimpath \\\n  -j4 # rpmscope: ignore[rejected-flag]\n"),
      Sample(body: "# rpmscope: ignore-file[rejected-flag] generated\n%build\ngo build -j4\n%check\ngo mod verify -p 4\n", suppressed: 2),
      Sample(
        body: "%build\n# rpmscope: ignore[rejected-flag]\n# rpmscope: ignore[undefined-macro]\ngo build -j4 %{buildrot}\n", suppressed: 2),
      Sample(body: "%if 0%{?nosuch}\n%build\n# rpmscope: ignore[rejected-flag]\ngo build -j4\n%endif\n"),
      Sample(
        body: "%build\n# rpmscope: ignore[rejected-flag]\ngo build -j4\ngo build -j8\n", found: ["rejected-flag@4"], suppressed: 1),
      Sample(
        body: "%build\n# rpmscope: ignore[undefined-macro]\ngo build -j4\n", found: ["unused-suppression@2", "rejected-flag@3"],
        suppressed: 0),
      Sample(
        body: "%build\n# rpmscope: ignore[rejected-flg]\ngo build -j4\n", found: ["unknown-suppression@2", "rejected-flag@3"],
        suppressed: 0),
      Sample(body: "%build\n# rpmscope: ignore\ngo build -j4\n", found: ["unknown-suppression@2", "rejected-flag@3"], suppressed: 0),
      Sample(body: "%build\n# rpmscope: ignore[]\ntrue\n", found: ["unknown-suppression@2"], suppressed: 0),
      // Outside scriptlets '#' behind text begins no comment, and in a word it never does.
      Sample(body: "URL: x # rpmscope: ignore[nosuch]\n%build\necho x#rpmscope: ignore[nosuch]\n", suppressed: 0),
      Sample(body: "# See the manual of rpmscope: ignore[x]\n%build\ntrue\n", suppressed: 0),
    ])
  func scope(_ sample: Sample) throws {
    let report = try Self.report(sample.body)
    #expect(Self.names(report) == sample.found)
    #expect(report.silenced.count == sample.suppressed)
  }

  @Test("keep their reason")
  func reason() throws {
    let report = try Self.report("%build\n# rpmscope: ignore[rejected-flag]  patched go 100%% \ngo build -j4\n")
    #expect(report.silenced.map(\.cause) == [.comment(reason: "patched go 100%%")])
  }

  @Test("are not called unused where nobody looked")
  func unused() throws {
    let body = "%build\n# rpmscope: ignore[rejected-flag]\ntrue\n"
    #expect(Self.names(try Self.report(body)) == ["unused-suppression@2"])
    #expect(Self.names(try Self.report(body) { $0.branches = .taken }).isEmpty)
    #expect(Self.names(try Self.report(body) { $0.select = try Self.rules("undefined-macro", "unused-suppression") }).isEmpty)
  }

  @Test("count for findings that are not sure enough to be shown")
  func confidence() throws {
    let setting = "%prep\nls vendor\n%build\nexport GOMODCACHE=%{_builddir}/%{name}-%{version}/m\n"
    let rules = try Self.rules("module-cache-per-build", "unused-suppression")
    let found = try Self.report("\(setting)go build ./...\n") { ($0.select, $0.minimumConfidence) = (rules, .low) }
    #expect(found.diagnostics.map(\.confidence) == [.low])
    let body = "\(setting)# rpmscope: ignore[module-cache-per-build]\ngo build ./...\n"
    #expect(Self.names(try Self.report(body) { $0.select = rules }).isEmpty)
  }

  @Test("leave the spec as it is for rpm")
  func expansion() throws {
    let comment = "# rpmscope: ignore[rejected-flag] why"
    let plain = Array((Self.tags + "%description\n%build\ntrue\n").utf8)
    let commented = Array((Self.tags + "%description\n%build\n\(comment)\ntrue\n").utf8)
    let expanded = try BuiltCommand().run(["expand", "-"], input: commented)
    #expect(expanded.status == 0 && expanded.errors.isEmpty)
    #expect(expanded.text.contains(comment))
    #expect(expanded.text.replacing("\(comment)\n", with: "") == (try BuiltCommand().run(["expand", "-"], input: plain).text))
  }
}
