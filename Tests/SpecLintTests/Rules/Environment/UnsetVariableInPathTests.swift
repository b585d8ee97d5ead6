import Testing

@Suite("unset-variable-in-path")
struct UnsetVariableInPathTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "through a variable",
        "%build\nexport GOPATH=$PWD/_b:/usr/share/gocode\ngo build -mod=vendor .\n%install\nfirst=\"«${GOPATH%%%%:*}»\"\ninstall $first/bin/x %{buildroot}"
      ),
      RuleCase("GOPATH", "%install\nls «$GOPATH»/bin"),
      RuleCase("braces", "%prep\nmkdir -p «${GOPATH}»/src/example.com"),
      RuleCase("set in another scriptlet", "%build\nTOP=/tmp/x\n%install\nls «$TOP»/bin"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("unset-variable-in-path") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("set here", "%install\nexport GOPATH=/tmp/go\nls $GOPATH/bin"),
      RuleCase("a default", "%install\nls ${GOPATH:-/tmp/go}/bin"),
      RuleCase("rpm's own", "%install\nls $RPM_BUILD_ROOT/x $RPM_BUILD_DIR/y"),
      RuleCase("no path", "%build\necho $GOPATH"),
      RuleCase("settings from elsewhere", "%build\nTOP=/tmp/x\n%install\nmodule load mpi\nls $TOP/bin"),
      RuleCase("a search path", "%build\nexport GOPATH=/tmp/go:$GOPATH\ngo env"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("unset-variable-in-path") }
}
