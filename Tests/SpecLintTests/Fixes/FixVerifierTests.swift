import Diagnostics
import SpecLint
import SpecRules
import SpecSyntax
import Testing

/// What the verifier makes of rewrites that nobody should have proposed.
@Suite("The verifier of fixes")
struct FixVerifierTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let snippet: String
    /// Replacements of text that stands once in the snippet.
    let edits: [(old: String, new: String)]
    var promise = FixPromise.nothing
    let verdict: FixVerdict

    var testDescription: String { name }
  }

  static let download = "%build\nexport GOFLAGS=-x\ngo mod download -p 4\n%check\ngo test -mod=mod ./...\n"

  @Test(
    "says",
    arguments: [
      Example(name: "the right rewrite", snippet: download, edits: [(" -p 4", "")], promise: .arguments, verdict: .asPromised),
      Example(
        name: "a rewrite that leaves its finding", snippet: download, edits: [("-p 4", "-p 5")], promise: .arguments,
        verdict: .refused(.keepsFinding)),
      Example(
        name: "a rewrite that brings another", snippet: download, edits: [(" -p 4", ""), ("test ", "test -a ")],
        promise: .arguments, verdict: .refused(.bringsFinding(rule: "forced-rebuild"))),
      Example(
        name: "a change of words that nobody spoke of", snippet: download, edits: [(" -p 4", "")],
        verdict: .unsafe(.changesCommands(.command(.words, in: .build)))),
      Example(
        name: "a change of the environment that nobody spoke of", snippet: download, edits: [(" -p 4", ""), ("GOFLAGS=-x", "GOFLAGS=-v")],
        promise: .arguments, verdict: .unsafe(.changesCommands(.command(.variable("GOFLAGS"), in: .build)))),
      Example(
        name: "a change of a cache that nobody spoke of", snippet: download,
        edits: [(" -p 4", ""), ("GOFLAGS=-x", "GOFLAGS=-x GOMODCACHE=/var/cache/mod")],
        promise: FixPromise(variables: ["GOMODCACHE"], effects: [.arguments]),
        verdict: .refused(.bringsFinding(rule: "module-cache-split"))),
      Example(
        name: "another command less", snippet: download, edits: [(" -p 4", ""), ("go test -mod=mod ./...", "")], promise: .arguments,
        verdict: .unsafe(.changesCommands(.whichRun))),
      Example(
        name: "a tag", snippet: "Provides: greeter\n" + download, edits: [(" -p 4", ""), ("greeter", "greeters")], promise: .arguments,
        verdict: .refused(.changes(.tag("Provides")))),
      Example(
        name: "the version through a macro", snippet: "%global up 1.2\nEpoch: %{up}\n" + download,
        edits: [(" -p 4", ""), ("up 1.2", "up 3")],
        promise: .arguments, verdict: .refused(.changes(.tag("Epoch")))),
      Example(
        name: "a tag through a macro that it speaks of", snippet: "%global up 1.2\nEpoch: %{up}\n" + download,
        edits: [(" -p 4", ""), ("up 1.2", "up 3")], promise: FixPromise(effects: [.arguments], macros: ["up"]),
        verdict: .refused(.changes(.tag("Epoch")))),
      Example(
        name: "another macro than it speaks of", snippet: "%define words a\n" + download + "echo %{words}\n",
        edits: [(" -p 4", ""), ("%define words a", "%define words a\n%define other b")],
        promise: FixPromise(effects: [.arguments], macros: ["words"]), verdict: .refused(.changes(.definitions))),
      Example(
        name: "a branch", snippet: "%if 0\n%global x y\n%endif\n" + download, edits: [(" -p 4", ""), ("%if 0", "%if 1")],
        promise: .arguments, verdict: .refused(.changes(.branches))),
      Example(
        name: "a line elsewhere through a macro", snippet: "%define words a\n" + download + "echo %{words}\n%files\n%{words}\n",
        edits: [(" -p 4", ""), ("%define words a", "%define words a\n%define other b")], promise: .arguments,
        verdict: .refused(.changes(.definitions))),
      Example(
        name: "a section", snippet: download, edits: [(" -p 4", ""), ("%check", "%install")], promise: .arguments,
        verdict: .refused(.changes(.sections))),
      Example(
        name: "what no shell reads", snippet: download, edits: [(" -p 4", " 'x")], promise: .arguments,
        verdict: .refused(.changes(.shellSyntax(.build)))),
      Example(
        name: "the changelog", snippet: download + "%changelog\n* Thu Nov 26 2026 A <a@example.com> 1.2-1\n- new\n",
        edits: [(" -p 4", ""), ("- new", "- newer")], promise: .arguments, verdict: .refused(.changes(.changelog))),
      Example(
        name: "the release", snippet: download, edits: [(" -p 4", ""), ("Release: 1", "Release: 2")], promise: .arguments,
        verdict: .refused(.changes(.release))),
      Example(
        name: "edits that overlap", snippet: download, edits: [(" -p 4", ""), ("-p", "")],
        verdict: .refused(.unusableEdits)),
      Example(
        name: "a spec with a part that cannot be read", snippet: "%{lua: error('x')}\n" + download, edits: [(" -p 4", "")],
        promise: .arguments, verdict: .unsafe(.unreadText)),
      Example(
        name: "a second finding", snippet: "%build\ngo mod download -p 4 -j2\n",
        edits: [(" -p 4", ""), ("go mod", "go  mod"), (" -j2", "")],
        promise: .arguments, verdict: .asPromised),
      Example(
        name: "another rule's finding", snippet: "%build\ngo mod download -p 4\ngo build -mod=vendor -a .\n",
        edits: [(" -p 4", ""), (" -a", "")], promise: .arguments, verdict: .unsafe(.removesFinding(rule: "forced-rebuild"))),
    ])
  func verdicts(_ example: Example) throws {
    let text = FixCase.tags + example.snippet
    let input = SpecInput(path: "hello.spec", bytes: Array(text.utf8))
    var options = EvaluationOptions()
    options.targets = [.host]
    options.jobs = 1
    options.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    let edits = try example.edits.map { old, new in
      let range = try #require(text.utf8.firstRange(of: old.utf8))
      let start = text.utf8.distance(from: text.utf8.startIndex, to: range.lowerBound)
      return TextEdit(range: start..<start + old.utf8.count, newText: Array(new.utf8))
    }
    var lint = LintOptions()
    lint.evaluation = options
    lint.select = [try DescribedRule("rejected-flag")]
    let finding = try #require(try Linter(lint).lint(input).diagnostics.first)
    let fix = FixIt(title: "mend it", applicability: .safe, edits: edits, reason: nil, promise: example.promise)
    let reader = TrialReader(try BuildReader(options), of: input)
    let verifier = try #require(FixVerifier(input, with: reader, settings: RuleSettings()))
    #expect(verifier.verdict(on: fix, of: [finding]) == example.verdict)
  }
}
