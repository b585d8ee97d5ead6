package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The sources are linked, moved or copied to a path that the next build finds occupied.
///
/// ## What it does
/// Reports `ln -s`, `mv`, `cp -r`, `rsync -a` and `tar | tar` of the unpacked sources to a fixed place outside of them, such as
/// `%{_topdir}/.gopath/src/…` or `%{_builddir}/build`, when nothing removes it first.
///
/// ## Why it matters
/// rpm removes the folder that `%setup` made, and nothing else (up to rpm 4.19; later ones remove `%{builddir}`). `ln -s` onto a link
/// that is there makes a link inside of what it points to, `mv` and `cp -r` put the new tree into the old one: the next version is
/// then compiled from the old sources.
///
/// Shown by: `occupied-place`.
///
/// ## Example
/// ```
/// %prep
/// %setup -q
/// mkdir -p %{_topdir}/.gopath/src/example.com
/// ln -s $PWD %{_topdir}/.gopath/src/example.com/hello
/// ```
///
/// ## Use instead
/// Use a path in the build folder.
/// ```
/// %prep
/// %setup -q
/// mkdir -p _build/src/example.com
/// ln -s $PWD _build/src/example.com/hello
/// ```
///
/// ## When it stays silent
/// Where the place is inside of the sources, below `%{buildroot}`, or has the version in its name; after `rm -rf` of it, for
/// `ln -sfn`, and where it is moved or removed again later. A path that begins with a variable that nothing sets is what
/// `unset-variable-in-path` reports.
///
/// ## Settings
/// None.
package struct SourcesOutsideBuildFolder: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let root = context.sourceRoot else { return [] }
    let commands = context.model.shellCommands.filter { $0.section.isBuildScriptlet }
    return commands.indices.compactMap { index in
      let command = commands[index]
      let before = index > 0 ? commands[index - 1] : nil
      guard let place = Self.destination(of: command, root: root) ?? Self.destination(ofArchive: command, from: before, root: root),
        Self.outlives(place, root: root, in: context),
        !commands.contains(where: { $0 != command && Self.clears(place, $0) }),
        // `unset-variable-in-path` reports a path that begins nowhere.
        !context.model.unsetUses.contains(where: { $0.section == command.section && command.range.contains($0.range.lowerBound) })
      else { return nil }
      return finding(.occupies(place), at: ScriptPlace(command), in: context, confidence: .medium)
    }
  }

  /// Where a command puts the sources; nil where it puts none.
  private static func destination(of command: ShellCommand, root: String) -> String? {
    guard let name = command.programName, ["ln", "mv", "cp", "rsync"].contains(name) else { return nil }
    let arguments = command.words.dropFirst()
    let options = arguments.compactMap(\.exactText).filter { $0.hasPrefix("-") && $0.count > 1 }
    let letters = options.filter { !$0.hasPrefix("--") }.joined()
    switch name {
    case "ln": guard letters.contains("s"), !letters.contains("n"), !letters.contains("T") else { return nil }
    case "cp", "rsync": guard letters.contains(where: { "raR".contains($0) }) || options.contains("--recursive") else { return nil }
    default: break
    }
    let operands = arguments.filter { $0.exactText.map { !($0.hasPrefix("-") && $0.count > 1) } ?? true }
    guard operands.count == 2, let source = operands.first, let place = operands.last?.path(in: command.directory) else { return nil }
    if name != "ln", source.isAll(of: root, in: command.directory) { return place }
    guard source.path(in: command.directory) == root else { return nil }
    // With a slash behind it rsync takes what is in a folder.
    if name == "rsync", source.exactText?.hasSuffix("/") == true { return place }
    // Into a folder that is there: the tree keeps its name. `cp -a . folder/` copies what is in it.
    let isFolder = operands.last?.exactText?.hasSuffix("/") == true && operands.first?.exactText != "."
    return isFolder ? place + root[(root.lastIndex(of: "/") ?? root.startIndex)...] : place
  }

  /// Where `tar xf - -C PLACE` unpacks what `tar cf - .` before it packs.
  private static func destination(ofArchive command: ShellCommand, from packer: ShellCommand?, root: String) -> String? {
    guard let packer, command.programName == "tar", packer.programName == "tar", command.section == packer.section,
      packer.words.last?.path(in: packer.directory) == root, let option = command.words.firstIndex(where: { $0.exactText == "-C" }),
      command.words.indices.contains(option + 1),
      command.words.contains(where: { word in word.exactText.map { !$0.contains("/") && $0.contains("x") } ?? false })
    else { return nil }
    return command.words[option + 1].path(in: command.directory)
  }

  private static func outlives(_ place: String, root: String, in context: RuleContext) -> Bool {
    let text = { (name: String) in context.spec.macros[name].map { String(decoding: $0, as: UTF8.self) } }
    // rpm empties it before %install.
    if let folder = text("buildroot"), !folder.isEmpty, place == folder || place.hasPrefix("\(folder)/") { return false }
    if context.mayShareBuildFolder, let folder = text("builddir"), !folder.isEmpty, place.hasPrefix("\(folder)/") {
      // Up to rpm 4.19 it is one folder for all packages.
      let rest = place.dropFirst(folder.count)
      return text("version").map { $0.isEmpty || !rest.contains($0) } ?? true && place != root && !place.hasPrefix("\(root)/")
    }
    if let version = text("version"), !version.isEmpty, place.contains(version) { return false }
    let removed = [root, text("buildroot"), text("builddir")].compactMap(\.self).filter { !$0.isEmpty }
    return !removed.contains { place == $0 || place.hasPrefix("\($0)/") }
  }

  /// Whether a command removes a place or what it lies in, or moves it away.
  private static func clears(_ place: String, _ command: ShellCommand) -> Bool {
    guard let name = command.programName, name == "rm" || name == "mv" || name == "unlink" else { return false }
    let operands = command.words.dropFirst().compactMap { $0.path(in: command.directory) }
    return (name == "mv" ? operands.dropLast() : operands).contains { operand in
      [place, inBuildFolder(place)].contains { $0 == operand || $0.hasPrefix("\(operand)/") || $0 == inBuildFolder(operand) }
    }
  }

  /// `BUILD/x`: where `%{_topdir}` is the spec writes out (`/usr/src/packages/BUILD/x`), and it is another one elsewhere.
  private static func inBuildFolder(_ path: String) -> String {
    path.firstRange(of: "/BUILD/").map { String(path[$0.lowerBound...].dropFirst()) } ?? path
  }
}

extension RuleContext {
  /// The folder that `%setup` makes.
  fileprivate var sourceRoot: String? {
    guard let folder = spec.macros["_builddir"], let name = spec.macros["buildsubdir"], !folder.isEmpty, !name.isEmpty else { return nil }
    return String(decoding: folder, as: UTF8.self) + "/" + String(decoding: name, as: UTF8.self)
  }
}

extension Argument {
  /// `*`, `./*` in a folder: all that is in it.
  fileprivate func isAll(of folder: String, in directory: Value) -> Bool {
    guard value.parts.last.map({ if case .unknown(.fileNames) = $0 { true } else { false } }) ?? false, value.parts.count < 3 else {
      return false
    }
    let start = value.parts.count == 2 ? String(value.display.dropLast()) : ""
    return ["", "./"].contains(start) ? directory.display == folder : start == "\(folder)/"
  }

  /// The path that the word names, without `.`, `..` and a slash at its end; nil where it is not known.
  fileprivate func path(in directory: Value) -> String? {
    FolderPath.absolute(value, in: directory).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  fileprivate static func occupies(_ place: String) -> String {
    "the sources are placed at '\(place)', which is never removed: the next build finds the old ones there"
  }
}
