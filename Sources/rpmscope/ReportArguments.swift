import ArgumentParser
import Glibc
import SpecLint

/// The options that say how findings are written, and where to.
struct ReportArguments: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How findings are written: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). Several times for several reports, all but one with a file.",
      valueName: "FORMAT[=FILE]"),
    completion: .list(ReportFormat.allCases.map(\.rawValue)))
  var requested: [RequestedReport] = []

  @Option(
    help: ArgumentHelp("Write the report whose format names no file to this file.", valueName: "FILE"), completion: FileCompletion.any)
  var output: String?

  @Option(help: ArgumentHelp("When to color the text report.", valueName: "WHEN"))
  var color = Color.auto

  @Flag(name: .shortAndLong, help: "Omit the summary.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: "Also say which files were read with which configuration and target, and why rewrites are not offered.")
  var verbose = false

  @Flag(help: "Count the findings of each rule, and how often specs were read.")
  var statistics = false

  /// A format and the file it goes to.
  struct RequestedReport: ExpressibleByArgument {
    let format: ReportFormat
    let file: String?

    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = ReportFormat(rawValue: String(parts[0])), parts.last?.isEmpty == false else { return nil }
      self.init(format: format, file: parts.count > 1 ? String(parts[1]) : nil)
    }

    init(format: ReportFormat, file: String? = nil) {
      self.format = format
      self.file = file
    }
  }

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be combined") }
    guard requested.filter({ $0.file == nil }).count <= 1 else {
      throw ValidationError("only one --format can do without a file; write the others as FORMAT=FILE")
    }
    guard output == nil || requested.isEmpty || requested.contains(where: { $0.file == nil }) else {
      throw ValidationError("--output has no report to write: every --format names its file")
    }
  }

  /// - Parameters:
  ///   - toStandardError: Where the report goes that goes to no file.
  ///   - stream: Writes the report that goes to no file, and has written its files already; nil where nothing was written.
  func write(_ run: LintRun, toStandardError: Bool = false, stream: TextStream? = nil) throws(LintFailure) {
    for report in requested.isEmpty ? [RequestedReport(format: .text)] : requested {
      if let file = report.file ?? output {
        try FileBytes.write(report.format.report.bytes(run, style(forTerminal: false)), to: file)
      } else if var stream {
        stream.end(run)
      } else if toStandardError {
        Console.writeError(report.format.report.bytes(run, style(forTerminal: Console.isTerminal(STDERR_FILENO))))
      } else {
        Console.write(report.format.report.bytes(run, style(forTerminal: Console.isTerminal(STDOUT_FILENO))))
      }
    }
  }

  /// Whether people see the report as it is.
  var writesTextToStandardOutput: Bool {
    guard output == nil else { return false }
    return requested.isEmpty || requested.contains { $0.format == .text && $0.file == nil }
  }

  /// The text report, to be written as specs are judged.
  var textStream: TextStream {
    TextStream(style(forTerminal: Console.isTerminal(STDOUT_FILENO)), keepsSources: requested.contains { $0.file != nil })
  }

  private func style(forTerminal isTerminal: Bool) -> ReportStyle {
    let environment = TerminalEnvironment()
    var style = ReportStyle()
    style.isQuiet = quiet
    style.isVerbose = verbose
    style.showsStatistics = statistics
    style.width = isTerminal ? environment.width : nil
    style.hyperlinks = environment.hyperlinks(isTerminal: isTerminal)
    switch color {
    case .always: style.isColored = true
    case .never: style.isColored = false
    case .auto: style.isColored = environment.wantsColors ?? isTerminal
    }
    return style
  }
}
