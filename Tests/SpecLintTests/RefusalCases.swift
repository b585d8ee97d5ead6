import Testing

/// A spec with one fault, what rpm 4.18 says of it, and which rule tells it.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  enum Verdict: Sendable { case refused, warned, accepted }
  /// rpm names the line that it has read; after a section's text that is the next header, and ours the section's own.
  enum Line: Sendable { case ofRPM, ofSection }

  let spec: String
  let verdict: Verdict
  /// Empty where nothing is told.
  let rule: String
  let line: Line

  init(_ spec: String, _ verdict: Verdict, _ rule: String, line: Line = .ofRPM) {
    self.spec = spec
    self.verdict = verdict
    self.rule = rule
    self.line = line
  }

  var testDescription: String { spec }

  static let all: [RefusalCase] = part0 + part1 + part2 + part3 + part4

  private static let part4 = [
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package a\nSummary: A\nName: b\n%description a\nA.\n",
      .refused, "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package a\nSummary: A\nBuildArch: noarch\nBuildArch: noarch\n%description a\nA.\n",
      .refused, "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nBuildArch: noarhc\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nBuildArch: noarch,\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a with (b and c))\n%description\nGreets.\n",
      .refused, "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a or b) c\n%description\nGreets.\n", .accepted, ""),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%transfiletriggerin -- a\n:\n",
      .refused, "malformed-section-header", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%sepolicy -z\nx\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 2024 A <a@b> - 1-1\n- x\n* item\n",
      .refused, "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 12:00:00 UTC 2024 A <a@b> - 1-1\n- x\n\n* Mon Jan 01 13:00:00 UTC 2024 A <a@b> - 1-1\n- x\n",
      .refused, "changelog-order"),
  ]

  private static let part0 = [
    RefusalCase(
      "Name: hello\nVersion: 1-2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1 2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1..2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1/2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1-1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: a b\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hel lo\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hel:lo\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: -hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n", .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nEpoch: one\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nEpoch: -1\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nEpoch: 1 2\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nEpoch: 4294967296\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nVersion: 1.3\n%description\nGreets.\n", .refused,
      "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nName: other\n%description\nGreets.\n", .refused,
      "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nLicense: GPL\n%description\nGreets.\n", .refused,
      "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nURL: https://a b\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nURL: a\nURL: b\n%description\nGreets.\n", .refused,
      "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nSummary: again\n%description\nGreets.\n", .warned,
      "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nVendor: a\nVendor: b\n%description\nGreets.\n", .refused,
      "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nPrefix: /usr/\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase("Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nPrefix: 'x\n%description\nGreets.\n", .accepted, ""),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nDocdir: usr\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nNoSource: 5\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nNoPatch: 1\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nNoSource: x\n%description\nGreets.\n", .refused,
      "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nExclusiveArch: 'x\n%description\nGreets.\n", .accepted, ""),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nPreReq: a\n%description\nGreets.\n", .warned, "deprecated-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nBuildPreReq: a\n%description\nGreets.\n", .warned,
      "deprecated-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: a >=\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: >= 1\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: a =! 1\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: -a\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: /bin/a = 1\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: a = 1-2-3\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: a = 1:2:3\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: a = x:1\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: a = 1/2\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a and b\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a and b or c)\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
  ]
  private static let part1 = [
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: ()\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a xor b)\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a and)\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a if b if c)\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a or (b if c))\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a with (b and c))\n%description\nGreets.\n",
      .refused, "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires: (a and (b unless c))\n%description\nGreets.\n",
      .refused, "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nProvides: (a or b)\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: (a or b)\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires(foo): a\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRequires(pre post): a\n%description\nGreets.\n", .refused,
      "unknown-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nRecommends: a >\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nSupplements: (a and b\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nConflicts: a = 1-2-3\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nBuildConflicts: a <\n%description\nGreets.\n", .refused,
      "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nOrderWithRequires: (a or b)\n%description\nGreets.\n",
      .refused, "dependency-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: rubygem(x)\n%description\nGreets.\n", .refused,
      "obsoletes-not-a-name"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: /usr/bin/x\n%description\nGreets.\n", .refused,
      "obsoletes-not-a-name"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: x\n%description\nGreets.\n", .warned,
      "unversioned-obsoletes"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: x > 1\n%description\nGreets.\n", .warned,
      "unversioned-obsoletes"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: x >= 1\n%description\nGreets.\n", .warned,
      "unversioned-obsoletes"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nObsoletes: a..b < 1\n%description\nGreets.\n", .refused,
      "obsoletes-not-a-name"),
    RefusalCase("Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n", .refused, "missing-description"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%package doc\nSummary: x\n%description\nGreets.\n", .refused,
      "missing-description"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package doc\n%description doc\nx\n",
      .refused, "missing-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package doc\nSummary: x\n%description doc\nx\n%package doc\nSummary: x\n",
      .refused, "duplicate-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package a b\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package -n\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package doc\nSummary: x\nBuildArch: x86_64\n%description doc\nx\n",
      .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package doc\nSummary: x\nVersion: 1-1\n%description doc\nx\n",
      .refused, "invalid-tag-value"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package doc\nSummary: x\nSummary: y\n%description doc\nx\n",
      .warned, "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%package doc\nSummary: x\nVersion: 1\nVersion: 2\n%description doc\nx\n",
      .refused, "duplicate-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%description doc\nx\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%description\nagain\n", .warned,
      "duplicate-section", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%description -x\nx\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%description a b\nx\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%description 'a\nx\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%files doc\n/a\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%files\n/a\n%files\n/b\n", .warned,
      "repeated-files-section"),
  ]
  private static let part2 = [
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%files -x\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%files a b\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%files 'a\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%files -n nosuch\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post doc\ntrue\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post\ntrue\n%post\ntrue\n", .refused,
      "spec-refused"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post -p sh\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post -p <lua\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post -p <perl>\ntrue\n%files\n",
      .refused, "malformed-section-header", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post -P 1\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post -x\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post a b\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post -p <lua>\nx = = 1\n%files\n",
      .refused, "lua-syntax"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%post 'a\ntrue\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%pre\ntrue\n%pre\nfalse\n", .refused,
      "spec-refused"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%preun -n nosuch\ntrue\n", .refused,
      "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%verifyscript -p x\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%posttrans -p x\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%triggerin\ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%triggerin -- \ntrue\n", .refused,
      "malformed-section-header"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%triggerin -- foo >\ntrue\n%files\n",
      .refused, "dependency-syntax", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%triggerin -p '/bin/sh -x' -- foo\ntrue\n%files\n",
      .refused, "malformed-section-header", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%filetriggerin -- usr\ntrue\n%files\n",
      .refused, "malformed-section-header", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%triggerun -- a\ntrue\n%triggerun -- a\nfalse\n%files\n",
      .refused, "malformed-section-header", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%triggerin doc -- foo\ntrue\n",
      .refused, "unknown-package"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%transfiletriggerin -- usr\ntrue\n%files\n",
      .refused, "malformed-section-header", line: .ofSection),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\nfoo\n", .refused,
      "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Foo\n", .refused,
      "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 2024 A\n\n",
      .refused, "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 2024\n- x\n",
      .refused, "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Foo 01 2024 A\n- x\n",
      .refused, "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 32 2024 A\n- x\n",
      .refused, "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Tue Jan 01 2024 A\n- x\n",
      .warned, "changelog-weekday"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 2024 A\n- x\n\n* Tue Jan 02 2024 A\n- x\n",
      .refused, "changelog-order"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 2024 A\n- x\n%changelog\n* Mon Jan 01 2024 A\n- x\n",
      .refused, "spec-refused"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 1980 A\n- x\n",
      .refused, "changelog-entry"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n%changelog\n* Mon Jan 01 12:00:00 UTC 2024 A\n- x\n",
      .accepted, ""),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nFoo: bar\n%description\nGreets.\n", .refused, "unknown-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\nURL:\n%description\nGreets.\n", .refused, "empty-tag"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%if 1\n%endif x\n%description\nGreets.\n", .warned,
      "tokens-after-conditional"),
  ]
  private static let part3 = [
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%if 1\n%else if x\n%endif\n%description\nGreets.\n", .warned,
      "tokens-after-conditional"),
    RefusalCase(
      "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%if 1\n%else # x\n%endif\n%description\nGreets.\n", .warned,
      "tokens-after-conditional"),
  ]
}
