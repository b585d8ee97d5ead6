import Diagnostics
import Testing

@Suite("missing-build-id")
struct MissingBuildIdTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a plain build", "%build\n«go build -mod=vendor -o x .»", target: "openeuler"),
      RuleCase("without C", "%build\nexport CGO_ENABLED=0\n«go build -mod=vendor -o x .»", confidence: .high, target: "openeuler"),
      RuleCase("stripped", "%build\n«go build -mod=vendor -ldflags \"-s -w\" -o x .»", target: "openeuler"),
      RuleCase("position independent", "%build\n«go build -mod=vendor -buildmode=pie -o x .»", target: "openeuler"),
      RuleCase("once", "%build\n«go build -mod=vendor -o x .»\ngo build -mod=vendor -o y ./y", target: "openeuler"),
      RuleCase(
        "one of two", "%build\ngo build -mod=vendor -ldflags \"-B 0x1234\" -o x .\n«go build -mod=vendor -o y ./y»", target: "openeuler"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("missing-build-id") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a build ID", "%build\ngo build -mod=vendor -ldflags \"-s -B 0x1234\" -o x .", target: "openeuler"),
      RuleCase("a build ID in GOFLAGS", "%build\nexport GOFLAGS='\"-ldflags=-B 0x12\"'\ngo build -o x .", target: "openeuler"),
      RuleCase("the C linker", "%build\ngo build -mod=vendor -ldflags=-linkmode=external -o x .", target: "openeuler"),
      RuleCase("a library", "%build\ngo build -mod=vendor -buildmode=c-shared -o x.so .", target: "openeuler"),
      RuleCase("flags that are not known", "%build\ngo build -mod=vendor -ldflags \"$(cat flags)\" -o x .", target: "openeuler"),
      RuleCase("the target's macro", "%build\n%gobuild -o x .", target: "openeuler"),
      RuleCase("no debuginfo", "%global debug_package %{nil}\n%build\ngo build -mod=vendor -o x .", target: "openeuler"),
      RuleCase("no debuginfo of noarch", "BuildArch: noarch\n%build\ngo build -mod=vendor -o x .", target: "openeuler"),
      RuleCase(
        "rpm told to go on", "%global _missing_build_ids_terminate_build 0\n%build\ngo build -mod=vendor -o x .", target: "openeuler"),
      RuleCase("a newer Go", "%build\ngo build -mod=vendor -o x .", target: "fedora"),
      RuleCase("tests", "%check\ngo test -mod=vendor ./...", target: "openeuler"),
      RuleCase("a different system", "%build\nGOOS=windows go build -mod=vendor -o x.exe .", target: "openeuler"),
      RuleCase("a guess", "%build\ngo build -mod=vendor -o x ."),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "missing-build-id") }
}
