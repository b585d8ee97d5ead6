import SpecLint

/// The text report on standard output, each spec's findings as soon as they and those before them are known.
struct TextStream {
  private var report: TextReport
  private let keepsSources: Bool

  /// - Parameter keepsSources: Whether other reports will need the specs' texts.
  init(_ style: ReportStyle, keepsSources: Bool) {
    report = TextReport(style)
    self.keepsSources = keepsSources
  }

  mutating func write(_ file: inout FileReport) {
    report.append(file)
    Console.write(report.takeText())
    if !keepsSources { file.dropSources() }
  }

  mutating func end(_ run: LintRun) {
    report.appendEnd(of: run)
    Console.write(report.takeText())
  }
}
