/// How a text for people looks where it will be read.
package struct ReportStyle: Sendable {
  package var isColored = false
  package var hyperlinks: Hyperlinks?
  /// Cells of a line on the terminal; nil where nobody counts them.
  package var width: Int?
  /// Without a summary.
  package var isQuiet = false
  /// With the reasons why rewrites are not offered.
  package var isVerbose = false
  /// With a table of how often each rule spoke.
  package var showsStatistics = false

  package init() {}
}
