import MacroExpansion

extension ReadingTests {
  static let sections: [Row] = [
    Row("%prep\n%build\nmake\n%install\n", ["preamble: ", "prep: ", "build: make\n", "install: "]),
    Row("%BUILD\nmake\n", ["preamble: ", "build: make\n"]),
    Row("%global s %%build\n%s\nmake\n", ["preamble: <|\n>", "build: make\n"]),
    Row("Name: a\n%files\n%doc a\n%license b\n", ["preamble: Name: a\n", "files: %doc a\n<license|%license> b\n"]),
    Row("%post -p /sbin/ldconfig\n%postun\nx\n", ["preamble: ", "post -p /sbin/ldconfig: ", "postun: x\n"]),
    Row("%package b\nSummary: s\n%description b\nt\n", ["preamble: ", "package b: Summary: s\n", "description b: t\n"]),
    Row("%changelog\n* Mon Jan 01 2024 A <a@b> - 1\n- %%x\n", ["preamble: ", "changelog: * Mon Jan 01 2024 A <a@b> - 1\n- %x\n"]),
  ]
}
