import SpecSyntax
import Testing

/// These spellings give this tree. What rpm itself reads in them is held against librpm elsewhere; here it is the text's own structure.
@Suite("Spec tree")
struct SpecTreeTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let tree: String
    var testDescription: String { text }

    init(_ text: String, _ tree: String) {
      self.text = text
      self.tree = tree
    }
  }

  @Test("Tags", arguments: tagsRows)
  func tags(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Comments and blank lines", arguments: commentsAndBlankLinesRows)
  func commentsAndBlankLines(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Sections", arguments: sectionsRows)
  func sections(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Conditionals as lines", arguments: conditionalsAsLinesRows)
  func conditionalsAsLines(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Definitions", arguments: definitionsRows)
  func definitions(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Entries of %files", arguments: entriesFilesRows)
  func entriesFiles(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Entries of %changelog", arguments: entriesChangelogRows)
  func entriesChangelog(_ row: Row) { #expect(TreeDump(row.text).text == row.tree) }

  @Test("Calls", arguments: callsRows)
  func calls(_ row: Row) { #expect(TreeDump(row.text).calls == row.tree) }

  @Test("Conditionals", arguments: conditionalsRows)
  func conditionals(_ row: Row) { #expect(TreeDump(row.text).conditionals == row.tree) }
}
