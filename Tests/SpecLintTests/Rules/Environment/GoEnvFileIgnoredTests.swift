import Testing

@Suite("go-env-file-ignored")
struct GoEnvFileIgnoredTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("export", "%build\n«cat > $HOME/.config/go/env <<EOF»\nexport GOFLAGS=-mod=vendor\nEOF\ngo build ."),
      RuleCase("quotes", "%build\n«echo 'GOCACHE=\"/var/cache/go\"' > ~/.config/go/env»"),
      RuleCase("a variable", "%build\n«cat > ~/.config/go/env <<'EOF'»\nGOCACHE=$HOME/cache\nEOF"),
      RuleCase("a blank first", "%build\n«printf '  GOFLAGS=-v\\n' > $HOME/.config/go/env»"),
      RuleCase("a comment at the end", "%build\nexport GOENV=/tmp/goenv\n«echo 'GOFLAGS=-v # loud' > /tmp/goenv»\ngo build ."),
      RuleCase("where no go looks", "%install\nmkdir -p %{buildroot}/etc/xdg/go\n«echo GOPROXY=off > %{buildroot}/etc/xdg/go/env»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("go-env-file-ignored") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "as go reads it",
        "%build\ncat > $HOME/.config/go/env <<EOF\n# of this build\n\nGOFLAGS=-mod=vendor -trimpath\nGOPROXY=off\nEOF"),
      RuleCase("expanded by the shell", "%build\ncat > $HOME/.config/go/env <<EOF\nGOCACHE=$HOME/cache\nEOF"),
      RuleCase(
        "another file",
        "%build\necho 'export GOFLAGS=-v' > env.sh\necho 'export A=\"b\"' > %{buildroot}/etc/sysconfig/env\n. ./env.sh"),
      RuleCase("named by XDG_CONFIG_HOME", "%build\nexport XDG_CONFIG_HOME=/etc/xdg\necho GOPROXY=off > /etc/xdg/go/env\ngo build ."),
      RuleCase("contents that are not known", "%build\ncat settings > $HOME/.config/go/env"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("go-env-file-ignored") }
}
