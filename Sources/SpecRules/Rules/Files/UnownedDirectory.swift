package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A package puts files into a folder of its own that no package owns.
///
/// ## What it does
/// Reports a folder named after the package, and folders in it, in which `%files` lists files but which no `%files` of the spec lists itself.
///
/// ## Why it matters
/// rpm records what `%files` lists, and for `/usr/share/hello/data` that is the file alone. The folder is made when the package is installed, with
/// the permissions of the moment, is never verified, and stays behind when the package is removed.
///
/// Source: Fedora's packaging guideline, under *File and Directory Ownership*: packages must own all directories they put files in, except for
/// those of packages that they require.
///
/// ## Example
/// ```
/// %files
/// %{_datadir}/%{name}/data
/// ```
///
/// ## Use instead
/// List the folder with `%dir`, or with everything in it.
/// ```
/// %files
/// %dir %{_datadir}/%{name}
/// %{_datadir}/%{name}/data
/// ```
/// or `%{_datadir}/%{name}/`, which is the folder and everything in it. The fix writes the `%dir` line.
///
/// ## When it stays silent
/// For folders with other names, which another package may own; where a pattern, or a folder further up, takes the folder in; where any package of
/// the spec owns it; and where the list of files is not known: `%files -f`, except for translations, and macros that are not defined.
///
/// ## Settings
/// None.
package struct UnownedDirectory: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let files = context.packages.files.filter { !$0.has("exclude") }
    let names = Set(context.packages.names.filter { $0.count > 1 })
    guard !names.contains(where: context.packages.hasHiddenFiles) else { return [] }
    let owners = files.filter { $0.path.hasPrefix("/") }.map { FileOwner($0) }
    var seen: Set<String> = []
    return files.compactMap { file in
      guard file.path.hasPrefix("/"), !file.path.hasPrefix("/usr/share/doc/"), !file.path.contains("/share/licenses/"),
        let folder = Self.ownFolders(above: file, names).first(where: { folder in !owners.contains { $0.owns(folder) } }),
        seen.insert(folder).inserted
      else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium, message: .unowned(folder), place: context.place(file.source),
        fixes: Self.fixes(file, folder, context))
    }
  }

  /// The folders above a file from the one that is named after a package on, outermost first.
  private static func ownFolders(above file: ListedFile, _ names: Set<String>) -> [String] {
    let parts = file.path.split(separator: "/").dropLast()
    guard let first = parts.firstIndex(where: { names.contains(String($0)) }) else { return [] }
    return (first..<parts.endIndex).map { "/" + parts[...$0].joined(separator: "/") }
      .prefix { folder in !folder.contains { "*?[{%".contains($0) } }.filter { !SystemFolders.all.contains($0) }
  }

  private static func fixes(_ file: ListedFile, _ folder: String, _ context: RuleContext) -> [FixIt] {
    let written = String(decoding: context.source.text(of: file.source.range, file: file.source.file), as: UTF8.self)
    let rest = String(file.path.dropFirst(folder.count))
    guard file.source.file == 0, !rest.isEmpty, written.hasSuffix(rest), file.directives.isEmpty else { return [] }
    let line = context.trees[0].bytes.lineStart(of: file.source.range.lowerBound)
    guard line == file.source.range.lowerBound else { return [] }
    return FixIt.unsafe(
      "list the folder with '%dir'", [context.rewrites.lineInserted("%dir \(written.dropLast(rest.count))", at: line)],
      because: "another package may own it already")
  }
}

extension String {
  fileprivate static func unowned(_ folder: String) -> String { "no package owns the folder '\(folder)'" }
}
