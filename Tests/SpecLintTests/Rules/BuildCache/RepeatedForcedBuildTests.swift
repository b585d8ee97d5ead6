import Testing

@Suite("repeated-forced-build")
struct RepeatedForcedBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase(
        "two calls of the macro", "%build\n«%gobuild -o bin/one ./cmd/one»\n%gobuild -o bin/two ./cmd/two", target: "fedora"),
      RuleCase(
        "a loop over files", "%build\nfor c in cmd/*; do\n  «%gobuild -o bin/$(basename $c) ./$c»\ndone", target: "fedora"),
      RuleCase(
        "a loop over words", "%build\nfor c in one two; do\n  «%gobuild -o bin/$c ./cmd/$c»\ndone", target: "fedora"),
      RuleCase(
        "two platforms, one of them twice",
        "%build\n«%gobuild -o a ./a»\nGOOS=windows %gobuild -o b ./b\nexport GOARCH=arm64\n%gobuild -o c ./c\nunset GOARCH\n%gobuild -o d ./d",
        target: "fedora"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("repeated-forced-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("other tags before the macro", "%build\nTAGS=a %golang_build one\nTAGS=b %golang_build two", target: "altlinux"),
      RuleCase(
        "other tags", "%build\nGO_BUILDTAGS=a %gobuild -o bin/one ./cmd/one\nGO_BUILDTAGS=b %gobuild -o bin/two ./cmd/two", target: "fedora"
      ),
      RuleCase(
        "one call", "%build\n%gobuild -o bin/one ./cmd/one", target: "fedora"),
      RuleCase(
        "a loop over one word", "%build\nfor c in one; do\n  %gobuild -o bin/$c ./cmd/$c\ndone", target: "fedora"),
      RuleCase(
        "two build modes", "%build\n%gobuild -o bin/one ./cmd/one\n%gobuild -buildmode=c-shared -o lib.so ./lib", target: "fedora"),
      RuleCase(
        "a flag of the spec's own", "%build\ngo build -a -o a ./a\ngo build -a -o b ./b"),
      RuleCase(
        "no -a", "%build\ngo build -mod=vendor -o a ./a\ngo build -mod=vendor -o b ./b"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("repeated-forced-build") }
}
