import Diagnostics
import Foundation
import SpecLint
import Testing

@Suite("shipped-go-environment")
struct ShippedGoEnvironmentTests {
  private static let file = "%{buildroot}/etc/profile.d/hello.sh"

  @Test(
    "finds",
    arguments: [
      RuleCase("a here-document", "%install\n«cat > \(file) <<'EOF'»\nexport GOROOT=/opt/go\nexport GOPATH=/opt/go/path\nEOF"),
      RuleCase("echo", "%install\n«echo 'GOMODCACHE=/var/cache/gomod; export GOMODCACHE' > \(file)»"),
      RuleCase("csh", "%install\n«echo 'setenv GOCACHE \"/usr/share/gocache\"' > %{buildroot}/etc/profile.d/hello.csh»"),
      RuleCase("go.env", "%install\n«echo 'GOBIN=/opt/bin' > %{buildroot}/usr/lib/golang/go.env»"),
      RuleCase("the first of two", "%install\n«echo 'export GOPATH=/usr/share/gocode:$HOME/go' > \(file)»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("shipped-go-environment") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a folder of the user's", "%install\necho 'export GOPATH=$HOME/go:/usr/share/gocode' > \(file)", confidence: .low),
      RuleCase("a default", "%install\necho 'export GOPATH=${GOPATH:-/opt/go}' > \(file)", confidence: .low),
      RuleCase("GOROOT and PATH", "%install\necho 'export GOROOT=/opt/go PATH=$PATH:/opt/go/bin' > \(file)", confidence: .low),
      RuleCase("a comment", "%install\necho '# export GOPATH=/opt/go' > \(file)", confidence: .low),
      RuleCase("the build's own environment", "%build\nexport GOPATH=/usr/share/gocode\necho 'GOPATH=/opt/go' > env", confidence: .low),
      RuleCase("another file", "%install\necho 'GOPATH=/opt/go' > %{buildroot}/usr/share/doc/hello/example", confidence: .low),
      RuleCase("a place for all", "%install\necho 'export GOPATH=/home/shared/go' > \(file)", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("shipped-go-environment") }

  @Test("finds it in a source beside the spec")
  func source() throws {
    let spec = """
      Name: hello
      Version: 1
      Release: 1
      Summary: Greets
      License: MIT
      Source0: hello.sh
      Source1: mine.sh
      %description
      Greets.
      %install
      install -D -m 0644 %{SOURCE0} %{buildroot}/etc/profile.d/go.sh
      install -D -m 0644 -t %{buildroot}/etc/profile.d %{SOURCE1}
      cp -p %{SOURCE1} %{buildroot}/etc/profile.d/

      """
    let folder = try TemporaryFolder([
      "hello.spec": spec, "hello.sh": "export GOPATH=/usr/share/go\n", "mine.sh": "export GOPATH=$HOME/go\n",
    ])
    var options = LintOptions()
    options.select = [try DescribedRule("shipped-go-environment")]
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    let report = try Linter(options).lint(path: "\(folder.path)/hello.spec")
    #expect(report.diagnostics.map(\.place.start.line) == [11])
    #expect(report.diagnostics.first?.message.contains("'/etc/profile.d/go.sh'") == true)
  }
}
