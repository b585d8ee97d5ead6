package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The package makes a Go cache for all users that none of them can write.
///
/// ## What it does
/// Reports a folder that by its name is a cache of go's (`go-build`, `gocache`, `gomodcache`, `pkg/mod`), and that a `tmpfiles.d` line or
/// `%dir` in `%files` gives to root without write access for anybody else.
///
/// ## Why it matters
/// go writes into its caches with every command: with `d /var/tmp/go-build 0755 root root -` it says `failed to initialize build
/// cache … permission denied` and exits with 1 for every user but root. Those last fields of a tmpfiles.d line are user, group
/// and age; nothing there mounts anything. A cache for several users needs a group of its own and a set-group-id folder, and even
/// then each can put objects into it that the others run.
///
/// Shown by: `unwritable-cache`.
///
/// ## Example
/// ```
/// %install
/// mkdir -p %{buildroot}%{_prefix}/lib/tmpfiles.d
/// echo 'd /var/cache/go-build 0755 root root -' > %{buildroot}%{_prefix}/lib/tmpfiles.d/hello.conf
/// ```
///
/// ## Use instead
/// ```
/// %install
/// mkdir -p %{buildroot}%{_prefix}/lib/tmpfiles.d
/// echo 'd /var/cache/go-build 2775 root builders -' > %{buildroot}%{_prefix}/lib/tmpfiles.d/hello.conf
/// ```
/// Mostly nothing: each user's default cache lies in their home.
///
/// ## When it stays silent
/// Where another user or a group that may write owns the folder: a service's own cache. Where the scriptlets change its mode.
///
/// ## Settings
/// None.
package struct SharedCacheWithoutOwner: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] { temporaryFolders(context) + packagedFolders(context) }

  // MARK: tmpfiles.d

  private func temporaryFolders(_ context: RuleContext) -> [Diagnostic] {
    context.shippedTexts.filter { $0.path.contains("/tmpfiles.d/") }.compactMap { file in
      let lines = file.text.split(separator: "\n").map { $0.split { $0 == " " || $0 == "\t" }.map(String.init) }
      guard let line = lines.first(where: Self.makesRootsCache) else { return nil }
      return finding(.isRoots(line[1]), at: file.place, in: context)
    }
  }

  /// "TYPE PATH MODE USER GROUP AGE ARGUMENT" (tmpfiles.d(5)); `-` and what is missing stand for 0755 and root.
  private static func makesRootsCache(_ line: [String]) -> Bool {
    guard line.count > 1, let type = line[0].first, "dDqQve".contains(type), GoCacheFolder.isMeant(by: line[1]) else { return false }
    func field(_ index: Int, _ standard: String) -> String { line.indices.contains(index) && line[index] != "-" ? line[index] : standard }
    return isClosed(mode: field(2, "0755"), user: field(3, "root"), group: field(4, "root"))
  }

  private static func isClosed(mode: String, user: String, group: String) -> Bool {
    guard ["root", "0"].contains(user), let bits = Int(mode.drop { !$0.isNumber }, radix: 8) else { return false }
    return bits & 0o002 == 0 && (bits & 0o020 == 0 || ["root", "0"].contains(group))
  }

  // MARK: %files

  private func packagedFolders(_ context: RuleContext) -> [Diagnostic] {
    context.spec.sections.filter { $0.keyword == .files }.flatMap { section -> [Diagnostic] in
      var start = 0
      var found: [Diagnostic] = []
      for line in section.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        defer { start += line.count + 1 }
        guard let path = Self.closedFolder(String(decoding: line, as: UTF8.self)), !isOpened(path, context),
          let source = section.text.source(of: start..<start + line.count)
        else { continue }
        found.append(
          Diagnostic(
            rule: Self.id, severity: Self.severity, confidence: .medium, message: .isRoots(path),
            place: context.spec.place(file: source.file, range: source.range)))
      }
      return found
    }
  }

  /// The path of `%dir %attr(0755,root,root) /var/cache/go-build`.
  private static func closedFolder(_ line: String) -> String? {
    let text = line.replacing(", ", with: ",")
    let words = text.split { $0 == " " || $0 == "\t" }
    guard words.contains("%dir"), let path = words.last.map(String.init), path.hasPrefix("/"), GoCacheFolder.isMeant(by: path) else {
      return nil
    }
    guard let attributes = words.first(where: { $0.hasPrefix("%attr(") }) else { return path }
    let fields = attributes.dropFirst("%attr(".count).prefix { $0 != ")" }.split(separator: ",").map(String.init)
    func field(_ index: Int, _ standard: String) -> String {
      fields.indices.contains(index) && fields[index] != "-" ? fields[index] : standard
    }
    return isClosed(mode: field(0, "0755"), user: field(1, "root"), group: field(2, "root")) ? path : nil
  }

  /// Whether a scriptlet of the build gives the folder another mode than `mkdir` does.
  private func isOpened(_ path: String, _ context: RuleContext) -> Bool {
    context.model.shellCommands.contains { command in
      let words = command.words.map { $0.value.display }
      return ["chmod", "install", "mkdir"].contains(words.first ?? "") && words.contains { $0.hasSuffix(path) }
        && words.contains { $0.contains("77") || $0.contains("+w") }
    }
  }
}

extension String {
  fileprivate static func isRoots(_ path: String) -> String { "'\(path)' is a Go cache that only root can write" }
}
