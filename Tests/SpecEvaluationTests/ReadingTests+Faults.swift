import MacroExpansion

extension ReadingTests {
  static let faults: [Row] = [
    Row("%{a\n", ["preamble: %{a\n"], problems: [.unclosedMacro, .expansionError, .unknownTag]),
    Row("%global a %{a}\nVersion: %a\n", ["preamble: <|\n>Version:\n"], problems: [.expansionError]),
    Row("Foo: bar\n", ["preamble: Foo: bar\n"], problems: [.unknownTag]),
    Row("Name:\n", ["preamble: Name:\n"], problems: [.emptyTag]),
    Row("%include nosuch.inc\nName: a\n", ["preamble: Name: a\n"], problems: [.missingInclude]),
    Row("%build\na\n%build\nb\n", ["preamble: ", "build: a\n", "build: b\n"], problems: [.duplicateSection]),
    Row("%description\n%{expand:%{}\n", ["preamble: ", "description: %{expand:%{}\n"], problems: [.unclosedMacro, .expansionError]),
    Row("%description\na\0b\n", ["preamble: ", "description: a\0b\n"], problems: [.nulByte]),
  ]
}
