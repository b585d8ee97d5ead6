import MacroExpansion

extension ReadingTests {
  static let luaAndBuiltIns: [Row] = [
    Row("%description\n%{lua:print('a')}\n", ["preamble: ", "description: <lua|a>\n"]),
    Row("%description\n%{lua:print(1+1)}\n", ["preamble: ", "description: <lua|2>\n"]),
    Row("%global a b\n%description\n%{lua:print(rpm.expand('%a'))}\n", ["preamble: <|\n>", "description: <lua|b>\n"]),
    Row("%{lua:rpm.define('a b')}\n%description\n%a\n", ["preamble: \n", "description: <a|b>\n"]),
    Row("%description\n%{expand:a}\n", ["preamble: ", "description: <expand|a>\n"]),
    Row("Name: a\n%description\n%{expand:%%{name}}\n", ["preamble: Name: a\n", "description: <expand|a>\n"]),
    Row("%description\n%[1 + 2]\n", ["preamble: ", "description: <[|3>\n"]),
    Row("%global a 3\n%description\n%[%a * 2]\n", ["preamble: <|\n>", "description: <[|6>\n"]),
    Row("%description\n%{basename:/a/b}\n", ["preamble: ", "description: <basename|b>\n"]),
    Row("%description\n%{dirname:/a/b}\n", ["preamble: ", "description: <dirname|/a>\n"]),
    Row("%description\n%{suffix:a.b}\n", ["preamble: ", "description: <suffix|b>\n"]),
    Row("%description\n%{defined a}\n", ["preamble: ", "description: <defined|0>\n"]),
    Row("%global a 1\n%description\n%{defined a}%{undefined a}\n", ["preamble: <|\n>", "description: <defined|1><undefined|0>\n"]),
    Row("%description\n%{url2path:http://a/b}\n", ["preamble: ", "description: <url2path|/b>\n"]),
    Row("%description\n%dnl gone\nx\n", ["preamble: ", "description: <|\n>x\n"]),
    Row("%description\nx%dnl gone\ny\n", ["preamble: ", "description: x<|\n>y\n"]),
    Row("%bcond_with a\n%description\n%{with a}\n", ["preamble: \n", "description: <with|0>\n"]),
    Row("%bcond_without a\n%description\n%{with a}%{without a}\n", ["preamble: \n", "description: <with|1><without|0>\n"]),
    Row("%description\n%{lua:os.remove('x')}\n", ["preamble: ", "description: \n"]),
  ]
}
