import ArgumentParser
import Diagnostics
import MacroExpansion
import SpecLint

/// `rpmscope expand`: the spec as rpm sees it.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a spec as rpm sees it.",
    discussion: "The text is that of 'rpmspec -P'. What cannot be read is told on standard error, and reading goes on.")

  @Argument(help: "A spec, or '-' for standard input.")
  var file: String

  @Option(help: ArgumentHelp("Only this section's text: prep, build, install …", valueName: "NAME"))
  var section: String?

  @Flag(help: "All sections with the origin of every byte.")
  var json = false

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  func validate() throws {
    if json, section != nil { throw ValidationError("--json and --section cannot be combined") }
  }

  mutating func run() throws {
    let spec = try ExpandedSpec(path: file, options: evaluation.options(for: file))
    let problems = spec.diagnosedProblems
    if json {
      Console.write(ExpansionJSON.bytes(spec, file: file, problems: problems))
    } else {
      Console.write(try text(of: spec))
      if !spec.targetReason.isEmpty, spec.target != "host" { Console.complain("read as \(spec.target): \(spec.targetReason)") }
      var report = TextReport()
      report.append(FileReport(path: file, target: spec.target, diagnostics: problems, sources: spec.files))
      Console.writeError(report.text)
    }
    if problems.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private func text(of spec: ExpandedSpec) throws(LintFailure) -> [UInt8] {
    guard let section else { return spec.text.bytes }
    let name = section.hasPrefix("%") ? String(section.dropFirst()) : section
    let sections = spec.sections.filter { $0.name == name }
    guard !sections.isEmpty else { throw LintFailure("'\(file)' has no section '\(name)'") }
    return sections.flatMap(\.text.bytes)
  }
}

extension ExpandedSpec {
  /// Reads one spec in a worker of its own; "-" is standard input.
  init(path: String, options: EvaluationOptions) throws(LintFailure) {
    switch try SpecReader(options).read(try SpecInput(argument: path)) {
    case .spec(let spec): self = spec
    case .failed(let failure): throw LintFailure("\(path): \(failure)")
    case .package: throw LintFailure("\(path): \(EvaluationFailure.malformed)")
    }
  }
}

extension SpecInput {
  /// A file, or standard input for "-".
  init(argument path: String) throws(LintFailure) {
    if path == "-" { self.init(path: "stdin.spec", bytes: try FileBytes.readStandardInput()) } else { try self.init(contentsOf: path) }
  }

  /// Reads the spec in a worker of its own and follows its build.
  func build(_ options: EvaluationOptions) throws(LintFailure) -> BuildReader.Build {
    switch try BuildReader(options).read(self) {
    case .success(let build): return build
    case .failure(let failure): throw LintFailure("\(path): \(failure)")
    }
  }
}
