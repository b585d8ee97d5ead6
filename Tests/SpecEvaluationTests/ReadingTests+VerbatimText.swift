import MacroExpansion

extension ReadingTests {
  static let verbatimText: [Row] = [
    Row("Name: a", ["preamble: Name: a<|\n>"]),
    Row("Name: a\nVersion: 1\n", ["preamble: Name: a\nVersion: 1\n"]),
    Row("  Foo: a  ", ["preamble:   Foo: a<|\n>"], problems: [.unknownTag]),
    Row("Name:\ta", ["preamble: Name:\ta<|\n>"]),
    Row("%description\ntext\n", ["preamble: ", "description: text\n"]),
    Row("%description\ntext", ["preamble: ", "description: text<|\n>"]),
    Row("%description\n100%\n", ["preamble: ", "description: 100%\n"]),
    Row("%description\n100%%\n", ["preamble: ", "description: 100%\n"]),
    Row("%description\n%%{name}\n", ["preamble: ", "description: %{name}\n"]),
    Row("%description\na % b\n", ["preamble: ", "description: a % b\n"]),
    Row("%description\n%nosuch\n", ["preamble: ", "description: %nosuch\n"]),
    Row("%description\n%{nosuch}\n", ["preamble: ", "description: %{nosuch}\n"]),
    Row("%description\n%{?nosuch}x\n", ["preamble: ", "description: x\n"]),
    Row("%description\n%{!?nosuch:x}y\n", ["preamble: ", "description: xy\n"]),
    Row("%description\na\\\nb\n", ["preamble: ", "description: a\\\nb\n"]),
    Row("%description\näö\n", ["preamble: ", "description: äö\n"]),
    Row("%description\na\r\n", ["preamble: ", "description: a\n"]),
    Row("# comment\nName: a\n", ["preamble: \nName: a\n"]),
    Row("Name: a\n\n\nVersion: 1\n", ["preamble: Name: a\n\n\nVersion: 1\n"]),
    Row("%description\n# comment\ntext\n", ["preamble: ", "description: \ntext\n"]),
    Row("%build\n# comment\nmake\n", ["preamble: ", "build: # comment\nmake\n"]),
    Row("%changelog\n# c\n- a\n", ["preamble: ", "changelog: - a\n"]),
    Row("%build\nmake   \n", ["preamble: ", "build: make   \n"]),
    Row("%description\ntext   \n", ["preamble: ", "description: text\n"]),
    Row("%files\n/a   \n", ["preamble: ", "files: /a   \n"]),
  ]
}
