import Diagnostics
import Testing

@Suite("cache-command-in-scriptlet")
struct CacheCommandInScriptletTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("go clean", "%post\n«go clean -modcache»"),
      RuleCase("root's caches", "%postun\nif [ $1 -eq 0 ]; then\n  «rm -rf /root/go/pkg/mod /root/.cache/go-build»\nfi"),
      RuleCase("everybody's caches", "%preun\nfor home in /home/*; do\n  «rm -rf $home/.cache/go-build»\ndone"),
      RuleCase("with find", "%posttrans\n«find /home -type d -name go-build -exec rm -rf {} +»"),
      RuleCase("in a subpackage's scriptlet", "%package x\nSummary: x\n%description x\nx\n%post\ntrue\n%post x\n«go clean -cache» || :"),
      RuleCase("through a variable", "%triggerin -- golang\ncache=$HOME/.cache/go-build\n«rm -rf \"$cache\"»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("cache-command-in-scriptlet") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("the build's scriptlets", "%build\ngo clean -cache\nrm -rf /root/go/pkg/mod", confidence: .low),
      RuleCase("a service's own cache", "%postun\nrm -rf /var/lib/hello/.cache/go-build /var/cache/go-build", confidence: .low),
      RuleCase("another go clean", "%post\ngo clean ./...", confidence: .low),
      RuleCase("no recursion", "%post\nrm -f /root/.cache/go-build", confidence: .low),
      RuleCase("Lua", "%post -p <lua>\ngo clean -cache", confidence: .low),
      RuleCase("words that are printed", "%post\necho 'run go clean -cache'\n# go clean -cache", confidence: .low),
      RuleCase("other folders of a user", "%postun\nrm -rf /root/.cache/hello", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("cache-command-in-scriptlet") }
}
