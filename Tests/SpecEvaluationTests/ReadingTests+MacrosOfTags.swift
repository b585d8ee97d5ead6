import MacroExpansion

extension ReadingTests {
  static let macrosOfTags: [Row] = [
    Row("Name: a\nVersion: %{name}\n", ["preamble: Name: a\nVersion: <name|a>\n"]),
    Row("Name: a\nVersion: 1\nRelease: %{version}\n", ["preamble: Name: a\nVersion: 1\nRelease: <version|1>\n"]),
    Row("Name: a\nSource: %{name}.tar\n", ["preamble: Name: a\nSource: <name|a>.tar\n"]),
    Row("Name: a\nVersion: %name\n", ["preamble: Name: a\nVersion: <name|a>\n"]),
    Row("Name: a\n%description\n%{name}-%{name}\n", ["preamble: Name: a\n", "description: <name|a>-<name|a>\n"]),
    Row("Name: a\n%description\n%{NAME}\n", ["preamble: Name: a\n", "description: <NAME|a>\n"]),
    Row("Epoch: 2\n%description\n%{epoch}\n", ["preamble: Epoch: 2\n", "description: <epoch|2>\n"]),
    Row("Version: 1\nVersion: 2\n%description\n%{version}\n", ["preamble: Version: 1\nVersion: 2\n", "description: <version|2>\n"]),
    Row("Name: a\n%package b\nSummary: %{name}\n", ["preamble: Name: a\n", "package b: Summary: <name|a>\n"]),
    Row("Source0: x.tar\n%description\n%{SOURCE0}\n", ["preamble: Source0: x.tar\n", "description: <SOURCE0|/sources/x.tar>\n"]),
    Row("Patch3: p\n%description\n%{P:3}\n", ["preamble: Patch3: p\n", "description: <P|/sources/p>\n"]),
    Row("Source: a\nSource: b\n%description\n%{S:1}\n", ["preamble: Source: a\nSource: b\n", "description: <S|/sources/b>\n"]),
    Row("URL: u\n%description\n%{url}\n", ["preamble: URL: u\n", "description: <url|u>\n"]),
  ]
}
