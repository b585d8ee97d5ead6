import ArgumentParser
import Diagnostics
import MacroExpansion
import SpecLint
import SpecSyntax

/// `rpmscope expand`: the spec as rpm sees it.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a spec as rpm sees it.",
    discussion: """
      The text is that of 'rpmspec -P'. What cannot be read is told on standard error, and reading goes on. With several targets the
      differences between the first and each of the others are printed, section by section, as 'diff -u' does.
      """)

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
    let input = try SpecInput(argument: file)
    let specs = try evaluation.options(for: file).forEachTarget.map { try input.expanded($0) }
    if json {
      Console.write(ExpansionJSON.bytes(specs, file: file))
    } else {
      Console.write(specs.count == 1 ? try text(of: specs[0]) : specs.dropFirst().flatMap { differences(from: specs[0], to: $0) })
      for spec in specs { complain(of: spec, isOneOfSeveral: specs.count > 1) }
    }
    if specs.contains(where: { $0.problems.contains { $0.severity == .error } }) { throw ExitCode(1) }
  }

  private func complain(of spec: ExpandedSpec, isOneOfSeveral: Bool) {
    if !spec.targetReason.isEmpty, spec.target != "host" { Console.complain("read as \(spec.target): \(spec.targetReason)") }
    let problems = spec.diagnosedProblems.map { problem in
      var problem = problem
      if isOneOfSeveral { problem.targets = [spec.target] }
      return problem
    }
    var report = TextReport()
    report.append(FileReport(path: file, target: spec.target, diagnostics: problems, sources: spec.files))
    Console.writeError(report.text)
  }

  private func differences(from old: ExpandedSpec, to new: ExpandedSpec) -> [UInt8] {
    let texts = SpecDifference(from: old, to: new, section: sectionName).text
    return texts.isEmpty ? Array("no difference between \(old.target) and \(new.target)\n".utf8) : texts
  }

  private var sectionName: String? {
    section.map { $0.hasPrefix("%") ? String($0.dropFirst()) : $0 }
  }

  private func text(of spec: ExpandedSpec) throws(LintFailure) -> [UInt8] {
    guard let name = sectionName else { return spec.text.bytes }
    let sections = spec.sections.filter { $0.keyword.rawValue == name }
    guard !sections.isEmpty else { throw LintFailure("'\(file)' has no section '\(name)'") }
    return sections.flatMap(\.text.bytes)
  }
}

extension SpecInput {
  /// A file, or standard input for "-".
  init(argument path: String) throws(LintFailure) {
    if path == "-" { self.init(path: "stdin.spec", bytes: try FileBytes.readStandardInput()) } else { try self.init(contentsOf: path) }
  }

  /// Reads the spec in a worker of its own.
  func expanded(_ options: EvaluationOptions) throws(LintFailure) -> ExpandedSpec {
    switch try SpecReader(options).read(self) {
    case .spec(let spec): return spec
    case .failed(let failure): throw LintFailure("\(path): \(failure)")
    case .package: throw LintFailure("\(path): \(EvaluationFailure.malformed)")
    }
  }

  /// Reads the spec in a worker of its own and follows its build.
  func build(_ options: EvaluationOptions) throws(LintFailure) -> BuildReader.Build {
    switch try BuildReader(options).read(self) {
    case .success(let build): return build
    case .failure(let failure): throw LintFailure("\(path): \(failure)")
    }
  }
}
