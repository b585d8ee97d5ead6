import Testing

@Suite("buildroot-in-build")
struct BuildrootInBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("make install", "%build\n«make install DESTDIR=%{buildroot}»\n%install\nls"),
      RuleCase("a folder", "%build\n«mkdir -p $RPM_BUILD_ROOT/usr»\n%install\nls"),
      RuleCase("in %prep", "%prep\n«install -D x %{buildroot}%{_bindir}/x»\n%install\nls"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("buildroot-in-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("%install", "%install\nmake install DESTDIR=%{buildroot}"),
      RuleCase("removed", "%prep\nrm -rf %{buildroot}\n%install\nls"),
      RuleCase("named", "%build\n./configure --with-root=%{buildroot}\nsed -i s,x,%{buildroot}, y\n%install\nls"),
      RuleCase("no %install", "%build\nmkdir -p %{buildroot}"),
    ])
  func accepts(_ example: RuleCase) throws { try example.checkSilence(of: "buildroot-in-build") }
}
