import Testing

@Suite("side-effect-at-parse-time")
struct SideEffectAtParseTimeTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a folder", "%global x «%(mkdir -p /tmp/x)»"),
      RuleCase("removal", "%global x «%(rm -rf /tmp/x; echo y)»"),
      RuleCase("output to a file", "%global x «%(uname -r > /tmp/x)»"),
      RuleCase("a clone", "%global x «%(git clone https://example.com/x.git >/dev/null 2>&1)»"),
      RuleCase("perl in place", "%global x «%(perl -pi.bak -e s/a/b/ x.spec)»"),
      RuleCase("in place", "%global x «%(sed -i s/a/b/ x.spec)»"),
      RuleCase("an archive", "%global x «%(tar xf %{SOURCE0} -C /tmp)»"),
      RuleCase("a temporary file", "%global x «%(mktemp -d)»"),
      RuleCase("Lua's own", "«%{lua: os.remove('x')}»"),
      RuleCase("Lua's file", "«%{lua: local f = io.open('x', 'w')}»"),
      RuleCase("Lua's shell", "«%{lua: os.execute('mkdir x')}»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("side-effect-at-parse-time") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("nothing is kept", "%global x %(uname -r 2>/dev/null >&2)"),
      RuleCase("a name only", "%global x %(mktemp -u /tmp/x-XXXXXX)"),
      RuleCase("reading", "%global x %(tar tf %{SOURCE0} | head -1; sed s/a/b/ x; git log -1)"),
      RuleCase("to the output", "%global x %(tar -xOf %{SOURCE0} VERSION)"),
      RuleCase("a string", "%global x %(echo 'mkdir x')"),
      RuleCase("Lua that reads", "%{lua: local f = io.open('/etc/os-release')}"),
      RuleCase("perl's own folders", "%global x %(eval `perl -V:installvendorlib`; echo $installvendorlib)"),
      RuleCase("computed", "%global x %(echo a | tr a b)"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("side-effect-at-parse-time") }
}
