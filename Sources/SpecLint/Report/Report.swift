/// One way of writing down what a run found; each format is a type in a file of its own.
package protocol Report {
  /// A pure function of the run: the same findings give the same bytes.
  static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8]
}

/// The formats of `lint --format`.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// The tool's own, with everything that is known.
  case json
  /// SARIF 2.1.0, as GitHub code scanning takes it.
  case sarif
  /// Workflow commands, which GitHub shows beside the changed lines.
  case github
  /// GitLab's code quality report.
  case gitlab
  case junit
  case checkstyle
  /// rpmlint's lines, so that its filters keep working.
  case rpmlint
  /// A checklist for a package review, under the headings of Fedora's Go packaging guideline.
  case review

  /// The reports of specs, written down; paths count from the root of the repository that the current folder is in.
  ///
  /// - Parameters:
  ///   - files: One report for each spec.
  ///   - isColored: With escape sequences for a terminal; only `text` has any.
  public func bytes(of files: [FileReport], isColored: Bool = false) -> [UInt8] {
    var style = ReportStyle()
    style.isColored = isColored
    return report.bytes(LintRun(files: files, root: RootedPath.root(of: RootedPath.currentFolder)), style)
  }

  package var report: any Report.Type {
    switch self {
    case .text: TextReport.self
    case .json: JSONReport.self
    case .sarif: SARIFReport.self
    case .github: GitHubReport.self
    case .gitlab: GitLabReport.self
    case .junit: JUnitReport.self
    case .checkstyle: CheckstyleReport.self
    case .rpmlint: RpmlintReport.self
    case .review: ReviewReport.self
    }
  }
}
