import Diagnostics
import SpecLint
import Testing

@Suite("Notes")
struct NoteTests {
  @Test("tell the chain of macros and settings")
  func chain() throws {
    let spec = MarkedSpec(
      """
      %define fetch() go mod download %1
      %build
      export GOMODCACHE=/tmp/%{version}
      %fetch example.com/x
      """)
    let finding = try #require(try spec.findings(of: "module-cache-per-build").first)
    #expect(finding.place.start.line == 10)
    #expect(finding.notes.map(\.message) == ["'GOMODCACHE' is set here", "expanded from %fetch, defined here"])
    #expect(finding.notes.map(\.place?.start.line) == [9, 7])
  }

  @Test("name the spec's own Lua code, not the target, where it wrote a command")
  func lua() throws {
    let spec = MarkedSpec("%build\n%{lua: print('go mod download -p 4\\n')}")
    let finding = try #require(try spec.findings(of: "rejected-flag").first)
    #expect(finding.notes.map(\.message).last == "written by the spec's Lua code")
  }

  struct Chain: Sendable, CustomTestStringConvertible {
    var before = ""
    let build: String
    let notes: [String]
    var testDescription: String { before + build }
  }

  static let chains = [
    Chain(build: "export GOCACHE=/c/%{version}\ngo build", notes: ["'GOCACHE' is set here"]),
    Chain(
      build: "v=%{version}\nw=$v.x\nexport GOCACHE=/c/${w}\ngo build",
      notes: [
        "'GOCACHE' is set here", "'w' is set here", "'v' is set here, from '%{version}'",
      ]),
    Chain(
      before: "%global long %{name}-%{version}\n%define cachedir /c/%{long}\n", build: "export GOCACHE=%{cachedir}\ngo build",
      notes: ["'GOCACHE' is set here", "%cachedir is defined here", "%long is defined here, from '%{version}'"]),
    Chain(
      before: "%define where $PWD\n%define setup_go export GOCACHE=%{where}/c\n", build: "cd /tmp/%{release}\n%{setup_go}\ngo build",
      notes: ["'GOCACHE' is set here, by %setup_go", "%setup_go is defined here", "%where is defined here, from '$PWD'"]),
  ]

  @Test("say how what changes got into a path", arguments: chains)
  func origins(_ chain: Chain) throws {
    let spec = MarkedSpec(chain.before + "%build\n" + chain.build)
    let finding = try #require(try spec.findings(of: "build-cache-per-build").first)
    #expect(finding.notes.map(\.message).prefix(chain.notes.count) == chain.notes[...])
  }

  @Test("tell how go comes to a cache, and what else is wrong with it")
  func faults() throws {
    let spec = MarkedSpec("%prep\n%setup -q -c -T\n%build\nexport GOPATH=$PWD/.go\ngo mod download")
    let finding = try #require(try spec.findings(of: "read-only-module-cache", target: LinkedRPM.sharedTarget).first)
    #expect(
      finding.notes.map(\.message) == [
        "'GOPATH' is set here", "without GOMODCACHE the module cache is 'pkg/mod' in the first element of GOPATH",
        "the same cache is also a case of 'module-cache-per-build'",
      ])
  }

  @Test("leave to the builder what a private cache costs", arguments: [LintOptions.Builder.copr, .local])
  func cost(builder: LintOptions.Builder) throws {
    let spec = MarkedSpec("%build\nexport GOMODCACHE=/tmp/%{version}\ngo mod download")
    let finding = try #require(try spec.findings(of: "module-cache-per-build", builder: builder).first)
    #expect(finding.severity == (builder == .copr ? .info : .warning))
    #expect(
      finding.message.contains(builder == .copr ? "so a cache that the builder shares goes unused" : "every build downloads them again"))
  }

  @Test("name a shell condition")
  func condition() throws {
    let spec = MarkedSpec("%build\nif [ -d x ]; then\n  go mod download -p 4\nfi")
    let finding = try #require(try spec.findings(of: "rejected-flag").first)
    #expect(finding.notes.contains { $0.message.contains("[ -d x ]") })
  }
}
