import MacroExpansion
import SpecSyntax
import Testing

@testable import GoBuild

/// What a prologue leaves is the same whether it is walked or was walked for another reading.
struct WalkedPrologueTests {
  private static let prologue = "export GOFLAGS=\"${GOFLAGS:--p=4}\"\n[ -d vendor ] && GOCACHE=/c\nexport GOCACHE\n"

  @Test(arguments: ["go build\n", "[ -d x ] && export GOFLAGS=-a\ngo build \"$GOFLAGS\"\n", "go env -w GOFLAGS=-x\ngo vet\n"])
  func aKnownOneIsNotWalkedAgain(_ script: String) {
    let other = BuildModel(Scriptlets.spec([(.build, "true\n"), (.check, "true\n")], prologue: Self.prologue))
    #expect(other.prologues.count == 1)
    let spec = Scriptlets.spec([(.build, script), (.check, "go test\n" + script)], prologue: Self.prologue)
    let (again, anew) = (BuildModel(spec, known: other), BuildModel(spec))
    #expect(!anew.commands.isEmpty)
    #expect(again.commands.map { $0.arguments.map(\.value) } == anew.commands.map { $0.arguments.map(\.value) })
    #expect(again.commands.map { $0.environment.mapValues(\.value) } == anew.commands.map { $0.environment.mapValues(\.value) })
  }

  @Test func anotherTextIsWalked() {
    let known = BuildModel(Scriptlets.spec([(.build, "true\n")], prologue: "export GOFLAGS=-a\n"))
    let spec = Scriptlets.spec([(.build, "go build\n")], prologue: "export GOFLAGS=-x\n")
    #expect(BuildModel(spec, known: known).commands.first?.environment["GOFLAGS"]?.value.display == "-x")
  }
}
