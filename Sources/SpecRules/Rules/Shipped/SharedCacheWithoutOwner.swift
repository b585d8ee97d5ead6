package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The package creates a Go cache for all users that only root can write.
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
/// Leave each user the default cache, or let a group write the shared one.
/// ```
/// %install
/// mkdir -p %{buildroot}%{_prefix}/lib/tmpfiles.d
/// echo 'd /var/cache/go-build 2775 root builders -' > %{buildroot}%{_prefix}/lib/tmpfiles.d/hello.conf
/// ```
/// Mostly nothing: each user's default cache lies in their home. One place for a whole machine is its administrator's to make, and
/// reaches builds by environment or mount, as the page "GoCaches" of rpmscope's manual shows
/// (Sources/SpecLint/SpecLint.docc/GoCaches.md).
///
/// ## When it stays silent
/// Where another user or a group that may write owns the folder: a service's own cache. Where the scriptlets change its mode.
///
/// ## Settings
/// None.
package struct SharedCacheWithoutOwner: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] { temporaryFolders(context) + packagedFolders(context) }

  // MARK: tmpfiles.d

  private func temporaryFolders(_ context: RuleContext) -> [Diagnostic] {
    context.shipped.shippedTexts.filter { $0.path.contains("/tmpfiles.d/") }.compactMap { file in
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
      let parser = FileEntryParser(section.text.bytes)
      return section.text.bytes.split(separator: 0x0A).compactMap { line -> Diagnostic? in
        guard let entry = parser.entry(in: line.startIndex..<line.endIndex), let path = Self.closedFolder(entry, section.text.bytes),
          !isOpened(path, context), let source = section.text.source(of: line.startIndex..<line.endIndex)
        else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, confidence: .medium, message: .isRoots(path),
          place: context.spec.place(source))
      }
    }
  }

  /// The path of `%dir %attr(0755,root,root) /var/cache/go-build`.
  private static func closedFolder(_ entry: FileEntry, _ bytes: [UInt8]) -> String? {
    func word(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func directive(_ name: String) -> FileEntry.Directive? { entry.directives.first { word($0.name) == name } }
    guard directive("dir") != nil, let path = entry.paths.last.map(word), path.hasPrefix("/"), GoCacheFolder.isMeant(by: path) else {
      return nil
    }
    guard let attributes = directive("attr")?.arguments else { return path }
    let fields = word(attributes).split { $0 == "," || $0 == " " }.map(String.init)
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
