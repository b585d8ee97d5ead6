import Testing

@Suite("sources-outside-build-folder")
struct SourcesOutsideBuildFolderTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("what is in it", "%prep\n%setup -q\nmkdir -p $HOME/go/src/example.org/x\n«cp -r * $HOME/go/src/example.org/x/»"),
      RuleCase("rsync", "%prep\n%setup -q\n«rsync -a ./ /srv/gopath/src/x/»"),
      RuleCase("an archive of it", "%prep\n%setup -q\nmkdir -p /srv/x\ntar cf - . | «tar xf - -C /srv/x»"),
      RuleCase("a link", "%prep\n%setup -q\nmkdir -p %{_topdir}/.gopath/src\n«ln -s $PWD %{_topdir}/.gopath/src/hello»"),
      RuleCase("a move", "%prep\n%setup -q\ncd ..\n«mv hello-1.2 %{_builddir}/build»", target: LinkedRPM.sharedTarget),
      RuleCase("a copy", "%prep\n%setup -q\n«cp -a . %{_builddir}/src/»", target: LinkedRPM.sharedTarget),
    ])
  func finds(_ example: RuleCase) throws { try example.check("sources-outside-build-folder") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("what is in it, inside", "%prep\n%setup -q\nmkdir -p _b/src/x\ncp -r * _b/src/x/"),
      RuleCase("a part of it", "%prep\n%setup -q\ncp -r docs/* /srv/docs/"),
      RuleCase("inside", "%prep\n%setup -q\nmkdir -p _build/src\nln -s $PWD _build/src/hello"),
      RuleCase(
        "removed first",
        "%prep\n%setup -q\nrm -rf %{_topdir}/.gopath\nmkdir -p %{_topdir}/.gopath/src\nln -s $PWD %{_topdir}/.gopath/src/hello"),
      RuleCase(
        "removed by its full name", "%prep\n%setup -q\n%__rm -rf %{_topdir}/.gopath\nln -s $PWD %{_topdir}/.gopath/src/hello"),
      RuleCase("moved into a folder, with the version in its name", "%prep\n%setup -q\ncd ..\nmv hello-1.2 /var/tmp/"),
      RuleCase("a link that is replaced", "%prep\n%setup -q\nln -sfn $PWD %{_topdir}/.gopath/src/hello"),
      RuleCase("the version in its name", "%prep\n%setup -q\nln -s $PWD /var/tmp/hello-%{version}/src/hello"),
      RuleCase("moved back", "%prep\n%setup -q\ncp -r %{_builddir}/%{name}-%{version} %{_builddir}/src/hello\nmv %{_builddir}/src _build"),
      RuleCase("the build root", "%prep\n%setup -q\n%install\ncp -r . %{buildroot}/usr/share/hello"),
      RuleCase("found, for the build root", "%prep\n%setup -q\n%install\nfind . -name hello -exec mv {} %{buildroot}/usr/bin ';'"),
      RuleCase("a path that begins nowhere", "%prep\n%setup -q\nln -s $PWD $GOPATH/src/hello"),
      RuleCase("a part", "%prep\n%setup -q\nln -s $PWD/docs %{_topdir}/docs"),
      RuleCase("a folder for each build", "%prep\n%setup -q\nln -s $PWD %{_builddir}/src", target: "fedora"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("sources-outside-build-folder") }
}
