import Testing

@Suite("prefix-assignment-before-macro")
struct PrefixAssignmentBeforeMacroTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "cgo",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\n«CGO_ENABLED=0» %compile -o hello ."
      ),
      RuleCase(
        "two variables",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\n«GOOS=windows» «GOARCH=amd64» %compile -o hello ."
      ),
      RuleCase(
        "GOFLAGS",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\n«GOFLAGS=\"-mod=vendor -trimpath\"» %compile ."
      ),
      RuleCase("Fedora's", "BuildRequires: go-rpm-macros\n%build\n«CGO_ENABLED=0» %gobuild -o hello ."),
    ])
  func finds(_ example: RuleCase) throws { try example.check("prefix-assignment-before-macro") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "exported",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\nexport CGO_ENABLED=0\n%compile -o hello ."
      ),
      RuleCase(
        "exported before",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\nexport CGO_ENABLED=1\nCGO_ENABLED=0 %compile -o hello ."
      ),
      RuleCase("a macro of one line", "%define compile(-) go build %{?**}\n%build\nCGO_ENABLED=0 %compile -o hello ."),
      RuleCase(
        "what the macro reads",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\nGO111MODULE=on BUILDTAGS=x %compile -o hello ."
      ),
      RuleCase(
        "no variable of go's",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\nVERBOSE=1 %compile -o hello ."
      ),
      RuleCase("a macro without go", "%define greet() %{expand:\n  echo hello\n}\n%build\nCGO_ENABLED=0 %greet"),
      RuleCase("make", "%build\nCGO_ENABLED=0 %make_build"),
      RuleCase(
        "a line of its own",
        "%define compile(-) %{expand:\n  GO111MODULE=\"${GO111MODULE:-off}\" go build -tags \"$BUILDTAGS\" %{?**};\n}\n%build\nCGO_ENABLED=0\n%compile -o hello ."
      ),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("prefix-assignment-before-macro") }
}
