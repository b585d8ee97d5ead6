import MacroExpansion

extension ReadingTests {
  static let commands: [Row] = [
    Row("%description\n%(echo a)\n", ["preamble: ", "description: <(|a>\n"]),
    Row("%description\n%(echo a b)\n", ["preamble: ", "description: <(|a b>\n"]),
    Row("%description\nx%(printf '%%s' y)z\n", ["preamble: ", "description: x<(|y>z\n"]),
    Row("Name: a\n%description\n%(echo %{name})\n", ["preamble: Name: a\n", "description: <(|a>\n"]),
    Row("%description\n%(echo a | tr a b)\n", ["preamble: ", "description: <(|b>\n"]),
    Row("%description\n%((echo a))\n", ["preamble: ", "description: <(|a>\n"]),
    Row("%global a %(echo b)\n%description\n%a\n", ["preamble: <|\n>", "description: <a|b>\n"]),
    Row("%description\n%(basename /a/b.c .c)\n", ["preamble: ", "description: <(|b>\n"]),
    Row("%description\n%(true)x\n", ["preamble: ", "description: x\n"]),
    Row("%description\n%(echo 'a b' | cut -d' ' -f2)\n", ["preamble: ", "description: <(|b>\n"]),
  ]
}
