package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A license file is marked as documentation.
///
/// ## What it does
/// Reports `%doc` of `COPYING`, `LICENSE` and the like.
///
/// ## Why it matters
/// Documentation is left out where machines are installed without it (`--nodocs`, `%_excludedocs`); `%license` always comes along, in a folder of its own.
///
/// Source: Fedora's packaging guideline, under *License Text*: any files with license text must be marked with `%license`; rpm 4.11 and later has it.
///
/// ## Example
/// ```
/// %files
/// %doc README COPYING
/// ```
///
/// ## Use instead
/// List license files with `%license`.
/// ```
/// %files
/// %doc README
/// %license COPYING
/// ```
/// The fix takes it out of the line and writes a line of its own.
///
/// ## When it stays silent
/// For files with folders in their names, and for `%license`.
///
/// ## Settings
/// `--persona pedantic`.
package struct LicenseAsDoc: Rule {
  package static let severity: Severity = .info
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.packages.files.filter { file in
      file.has("doc") && !file.has("license") && !file.path.contains("/") && Self.isLicense(file.path)
    }.map { file in
      Diagnostic(
        rule: Self.id, severity: Self.severity, message: .license(file.path), place: context.place(file.source),
        fixes: Self.fixes(file, context))
    }
  }

  private static func isLicense(_ name: String) -> Bool {
    let word = name.prefix { $0 != "." && $0 != "-" && $0 != "*" }.uppercased()
    return ["COPYING", "LICENSE", "LICENCE", "LICENSES"].contains(word)
  }

  private static func fixes(_ file: ListedFile, _ context: RuleContext) -> [FixIt] {
    guard file.source.file == 0, let line = context.trees[0].line(at: file.source.range.lowerBound), case .file(let entry) = line.content,
      line.condition == nil, entry.directives.count == 1, let directive = entry.directives.first, entry.paths.contains(file.source.range)
    else { return [] }
    if entry.paths.count == 1 {
      return FixIt.unsafe(
        "mark it with '%license'", [context.rewrites.replacement(of: directive.name, with: "license")], because: .moves)
    }
    let name = String(decoding: context.source.text(of: file.source.range, file: 0), as: UTF8.self)
    return FixIt.unsafe(
      "mark it with '%license'",
      [context.rewrites.removal(of: file.source.range), context.rewrites.lineInserted("%license \(name)", at: line.range.upperBound)],
      because: .moves)
  }
}

extension String {
  fileprivate static var moves: String { "the file is then in the folder of licenses" }
  fileprivate static func license(_ name: String) -> String { "'\(name)' is marked with '%doc' instead of '%license'" }
}
