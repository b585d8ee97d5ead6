import GoBuild
import MacroExpansion
import ShellEvaluation
import SpecSyntax

extension FuzzTarget {
  /// The parts between NUL bytes are the scriptlets of one build.
  static func followScriptlet(_ bytes: [UInt8]) {
    let keywords: [SectionKeyword] = [.prep, .build, .install, .check]
    let sections = zip(keywords, bytes.split(separator: 0)).map { keyword, part in
      var text = ExpandedText()
      text.append(part, origin: .verbatim(file: 0, offset: 0))
      return Section(keyword, line: 1, text: text)
    }
    var spec = ExpandedSpec(sections: sections)
    spec.macros = ["_builddir": Array("/builddir/build/BUILD".utf8), "buildroot": Array("/builddir/build/BUILDROOT".utf8)]
    let model = BuildModel(spec)
    for command in model.commands {
      precondition(command.range.upperBound <= bytes.count, "a command ends behind its text")
    }
  }

  static func evaluateShell(_ bytes: [UInt8]) {
    _ = ShellEvaluator(environment: ShellEnvironment()).run(bytes)
  }
}
