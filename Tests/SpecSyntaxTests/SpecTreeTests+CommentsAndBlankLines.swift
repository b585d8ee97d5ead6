// Comments and blank lines: the text, then its tree.
extension SpecTreeTests {
  static let commentsAndBlankLinesRows: [Row] = [
    Row("", "[preamble]"),
    Row("\n", "[preamble ()]"),
    Row("\n\n", "[preamble () ()]"),
    Row(" ", "[preamble ()]"),
    Row("\t\n", "[preamble ()]"),
    Row("# a", "[preamble (#)]"),
    Row("#a\n", "[preamble (#)]"),
    Row(" # a", "[preamble (#)]"),
    Row("#", "[preamble (#)]"),
    Row("# %{x}", "[preamble (#)]"),
    Row("%dnl a", "[preamble (#)]"),
    Row("%dnl", "[preamble (#)]"),
    Row("%dnlx", "[preamble (text)]"),
    Row("  %dnl a\nName: b", #"[preamble (#) (tag Name "b")]"#),
    Row("# a\\\nb\n", "[preamble (#)]"),
    Row("%build\n# a", "[preamble] [build (#)]"),
    Row("%build\nls # a", "[preamble] [build (text)]"),
    Row("%files\n# a", "[preamble] [files (#)]"),
    Row("%changelog\n# a", "[preamble] [changelog (#)]"),
    Row("#!Name: x", "[preamble (#)]"),
    Row("%if 1\n# a\n%endif", #"[preamble (if "1") (#) (endif)]"#),
    Row("\u{C}", "[preamble ()]"),
    Row("# %{\n}\nName: a", #"[preamble (#) (tag Name "a")]"#),
  ]
}
