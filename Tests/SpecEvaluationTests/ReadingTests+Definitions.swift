import MacroExpansion

extension ReadingTests {
  static let definitions: [Row] = [
    Row("%global a 1\n%description\n%{a}\n", ["preamble: <|\n>", "description: <a|1>\n"]),
    Row("%define a 1\n%description\n%a\n", ["preamble: <|\n>", "description: <a|1>\n"]),
    Row("%global a %{b}\n%global b 2\n%description\n%{a}\n", ["preamble: <|\n><|\n>", "description: <a|2>\n"]),
    Row("%define a %{b}\n%define b 2\n%description\n%{a}\n", ["preamble: <|\n><|\n>", "description: <a|2>\n"]),
    Row("%global a() <%1>\n%description\n%a x\n", ["preamble: <|\n>", "description: <a|<x>>\n"]),
    Row("%global a() <%1>\n%description\n%{a x y}\n", ["preamble: <|\n>", "description: <a|<x>>\n"]),
    Row("%global a() <%*>\n%description\n%a x y\n", ["preamble: <|\n>", "description: <a|<x y>>\n"]),
    Row("%global a(x:) <%{-x*}>\n%description\n%a -x 1\n", ["preamble: <|\n>", "description: <a|<>>\n"]),
    Row("%global a() <%{?1}>\n%description\n%{a}|\n", ["preamble: <|\n>", "description: <a|<>>|\n"]),
    Row("%global a {b}\n%description\n%a\n", ["preamble: <|\n>", "description: <a|b>\n"]),
    Row("%global a b\\\nc\n%description\n%a\n", ["preamble: <|\n>", "description: <a|b\nc>\n"]),
    Row("%global a %{expand:\nb\n}\n%description\n%a\n", ["preamble: <|\n>", "description: <a|\nb\n>\n"]),
    Row("%global a x\n%undefine a\n%description\n%{?a}y\n", ["preamble: <|\n>\n", "description: y\n"]),
    Row("%{!?a:%global a 1}\n%description\n%a\n", ["preamble: \n", "description: <a|1>\n"]),
    Row("%global a 1\n%{!?a:%global a 2}\n%description\n%a\n", ["preamble: <|\n>\n", "description: <a|1>\n"]),
    Row("%global a\n%description\n%a\n", ["preamble: <|\n>", "description: %a\n"], problems: [.expansionError]),
    Row("%global a 1\n%global a 2\n%description\n%a\n", ["preamble: <|\n><|\n>", "description: <a|2>\n"]),
    Row("%description\n%global a 1\n%a\n", ["preamble: ", "description: <|\n><a|1>\n"]),
    Row("%global a x\\\n  y\n%description\n%a\n", ["preamble: <|\n>", "description: <a|x\n  y>\n"]),
    Row("%global a() %{1}%{2}\n%description\n%{a:x}\n", ["preamble: <|\n>", "description: <a|x%{2}>\n"]),
  ]
}
