import MacroExpansion

extension ReadingTests {
  static let branches: [Row] = [
    Row("%if 1\nName: a\n%endif\n", ["preamble: \nName: a\n\n"]),
    Row("%if 0\nName: a\n%endif\n", ["preamble: \n\n\n"]),
    Row("%if 0\nName: a\n%else\nName: b\n%endif\n", ["preamble: \n\n\nName: b\n\n"]),
    Row("%if 0\nName: a\n%elif 1\nName: b\n%else\nName: c\n%endif\n", ["preamble: \n\n\nName: b\n\n\n\n"]),
    Row("%global a 1\n%if %{a}\nName: a\n%endif\n", ["preamble: <|\n>\nName: a\n\n"]),
    Row("%if 0%{?a}\nName: a\n%endif\nVersion: 1\n", ["preamble: \n\n\nVersion: 1\n"]),
    Row("%if 1\n%if 0\nName: a\n%endif\nName: b\n%endif\n", ["preamble: \n\n\n\nName: b\n\n"]),
    Row("%if \"a\" == \"a\"\nName: a\n%endif\n", ["preamble: \nName: a\n\n"]),
    Row("%if 1 && 0\nName: a\n%endif\n", ["preamble: \n\n\n"]),
    Row("%if ! 0\nName: a\n%endif\n", ["preamble: \nName: a\n\n"]),
    Row("%ifarch nosucharch\nName: a\n%endif\n", ["preamble: \n\n\n"]),
    Row("%ifnarch nosucharch\nName: a\n%endif\n", ["preamble: \nName: a\n\n"]),
    Row("%ifos linux\nName: a\n%endif\n", ["preamble: \nName: a\n\n"]),
    Row("%if 0\n%global a 1\n%endif\n%description\n%{?a}x\n", ["preamble: \n\n\n", "description: x\n"]),
    Row("%build\n%if 1\nmake\n%endif\n", ["preamble: ", "build: make\n"]),
    Row("%if 0\n%build\n%endif\nmake\n", ["preamble: \n\n\nmake\n"], problems: [.unknownTag]),
    Row("%if 1\nName: a\n", ["preamble: \nName: a\n"], problems: [.unclosedConditional]),
    Row("%endif\nName: a\n", ["preamble: \nName: a\n"], problems: [.misplacedConditional]),
    Row("%if (\nName: a\n%endif\n", ["preamble: \n\n\n"], problems: [.badCondition]),
    Row(
      "%if 0\n%{nosuch\n%endif\n}\n%endif\nName: a\n", ["preamble: \n\n\n}\n\nName: a\n"], problems: [.unknownTag, .misplacedConditional]),
    Row("%if %(echo 1)\nName: a\n%endif\n", ["preamble: \nName: a\n\n"]),
  ]
}
