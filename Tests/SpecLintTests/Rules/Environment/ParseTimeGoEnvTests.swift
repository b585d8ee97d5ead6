import Testing

@Suite("parse-time-go-env")
struct ParseTimeGoEnvTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("go env", "«%global gopath %(go env GOPATH)»\n%build\nls %{gopath}"),
      RuleCase("go version in a pipe", "%build\necho «%(go version | cut -d' ' -f3)»"),
      RuleCase("a variable", "%build\nls «%(echo $GOPATH)»/bin"),
      RuleCase("rpm's own look at the environment", "%global gopath «%{getenv:GOPATH}»\n%build\nls %{gopath}"),
      RuleCase("printenv", "%build\nls «%(printenv GOPATH)»/bin"),
      RuleCase("Lua", "%build\nls «%{lua: print(os.getenv('GOROOT'))}»\nls «%{lua: print(posix.getenv(\"GOPATH\"))}»"),
      RuleCase("a full path", "%build\necho «%(/usr/bin/go env GOOS 2>/dev/null || echo linux)»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("parse-time-go-env") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("at run time", "%build\nls $(go env GOPATH)\necho $GOPATH"),
      RuleCase("other commands", "%global now %(date +%%s)\n%build\necho %(echo hello | tr a-z A-Z)"),
      RuleCase("other variables", "%build\necho %(echo $HOME)"),
      RuleCase("other variables of the environment", "%build\necho %{getenv:HOME} %{getenv:GOAL}\n# %{getenv:GOPATH}"),
      RuleCase("a variable of its own", "%build\necho %(GOPATH=/tmp; echo $GOPATH)"),
      RuleCase("words that look like it", "%build\necho %(echo go env)"),
      RuleCase("the changelog", "%changelog\n* Mon Mar 02 2026 P <p@example.org> - 1.2-1\n- Use go env"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("parse-time-go-env") }
}
