// Entries of %changelog: the text, then its tree.
extension SpecTreeTests {
  static let entriesChangelogRows: [Row] = [
    Row(
      "%changelog\n* Mon Jan 01 2024 Jane Doe <jane@example.com> - 1.0-1\n- a",
      #"[preamble] [changelog (entry "Mon Jan 01 2024" "Jane Doe <jane@example.com> - 1.0-1") (text)]"#),
    Row("%changelog\n* Mon Jan 1 2024 A", #"[preamble] [changelog (entry "Mon Jan 1 2024" "A")]"#),
    Row("%changelog\n* Mon Jan 1 2024", #"[preamble] [changelog (entry "Mon Jan 1 2024" "")]"#),
    Row("%changelog\n* Mon Jan", #"[preamble] [changelog (entry "Mon Jan" "")]"#),
    Row("%changelog\n*", #"[preamble] [changelog (entry "" "")]"#),
    Row("%changelog\n* ", #"[preamble] [changelog (entry "" "")]"#),
    Row("%changelog\n*Mon Jan 1 2024 A", #"[preamble] [changelog (entry "Mon Jan 1 2024" "A")]"#),
    Row("%changelog\n- a", "[preamble] [changelog (text)]"),
    Row("%changelog\n * Mon Jan 1 2024 A", #"[preamble] [changelog (entry "Mon Jan 1 2024" "A")]"#),
    Row(
      "%changelog\n* Mon Jan 1 2024 A\n- a\n\n* Sun Jan 7 2023 B\n- b",
      #"[preamble] [changelog (entry "Mon Jan 1 2024" "A") (text) () (entry "Sun Jan 7 2023" "B") (text)]"#),
    Row("%changelog\n%autochangelog", "[preamble] [changelog (text)]"),
    Row("%changelog\n* Mon Jan  1 2024  A  -  1", #"[preamble] [changelog (entry "Mon Jan  1 2024" "A  -  1")]"#),
    Row("%changelog\n* Thu Feb 29 2024 10:00:00 UTC A - 1", #"[preamble] [changelog (entry "Thu Feb 29 2024" "10:00:00 UTC A - 1")]"#),
    Row("%changelog\n* %{x} A", #"[preamble] [changelog (entry "%{x} A" "")]"#),
    Row("%changelog\n%dnl * Mon", "[preamble] [changelog (#)]"),
    Row("%changelog\n# * Mon", "[preamble] [changelog (#)]"),
    Row("%changelog\n- %%build\n- %{x}", "[preamble] [changelog (text) (text)]"),
  ]
}
