import SpecLint

@main
struct LintOne {
  static func main() throws {
    var options = LintOptions()
    options.builder = .copr
    options.minimumConfidence = .high
    let linter = try Linter(options)
    for path in CommandLine.arguments.dropFirst() {
      let report = try linter.lint(path: path)
      for diagnostic in report.diagnostics where diagnostic.severity == .error {
        let start = diagnostic.place.start
        print("\(path):\(start.line):\(start.column): \(diagnostic.message)")
      }
      if let failure = report.failure { print("\(path): \(failure)") }
    }
  }
}
