import MacroExpansion

extension ReadingTests {
  static let conditionalCalls: [Row] = [
    Row("%global a 1\n%description\n%{?a}\n", ["preamble: <|\n>", "description: <a|1>\n"]),
    Row("%global a 1\n%description\n%{?a:b}\n", ["preamble: <|\n>", "description: b\n"]),
    Row("%global a 1\n%description\n%{!?a:b}c\n", ["preamble: <|\n>", "description: c\n"]),
    Row("%description\n%{?a:b}c\n", ["preamble: ", "description: c\n"]),
    Row("%description\n%{!?a:b}c\n", ["preamble: ", "description: bc\n"]),
    Row("Name: a\n%description\n%{?name:<%{name}>}\n", ["preamble: Name: a\n", "description: <<name|a>>\n"]),
    Row("Name: a\n%description\n%{?nosuch:<%{name}>}x\n", ["preamble: Name: a\n", "description: x\n"]),
    Row("%global a 1\n%description\n%{?a:%{?b:x}%{!?b:y}}\n", ["preamble: <|\n>", "description: y\n"]),
    Row("%global a 1\n%description\nx%{?a:.%{a}}y\n", ["preamble: <|\n>", "description: x.<a|1>y\n"]),
    Row("%global a\n%description\n%{?a:b}\n", ["preamble: <|\n>", "description: \n"], problems: [.expansionError]),
    Row("%description\n%?a\n", ["preamble: ", "description: \n"]),
    Row("%global a 1\n%description\n%?a\n", ["preamble: <|\n>", "description: <a|1>\n"]),
    Row("%global a 1\n%description\n%{?a:b\nc}\n", ["preamble: <|\n>", "description: b\nc\n"]),
    Row("%global a 1\n%description\n%{!!?a:b}\n", ["preamble: <|\n>", "description: b\n"]),
  ]
}
