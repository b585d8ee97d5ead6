import Diagnostics

/// Lines that differ from what a revision of git's has, counting from where the branches parted.
///
/// Git is asked file by file, without external diff programs or text conversions; a file that it does not track counts as new
/// from top to bottom.
package final class ChangedLines {
  private let revision: String
  private var known: [String: [Range<Int>]] = [:]
  private var folders: [String: Folder] = [:]

  /// What git says of a folder's files, by name.
  private struct Folder {
    let tracked: Set<String>
    let changed: Set<String>
  }

  package init(since revision: String) throws(LintFailure) {
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw LintFailure("--since: '\(revision)' is not a revision; write a branch, a tag or a commit")
    }
    self.revision = revision
  }

  /// Leaves out the findings of which neither the place nor a note stands on a changed line.
  ///
  /// What a line introduces may be told at the command that suffers from it: a cache at the first `go` command that uses it, with a note at
  /// the assignment.
  package func restrict(_ report: inout FileReport) throws(LintFailure) {
    var kept: [Diagnostic] = []
    for diagnostic in report.diagnostics {
      for place in [diagnostic.place] + diagnostic.notes.compactMap(\.place) where try isChanged(place) {
        kept.append(diagnostic)
        break
      }
    }
    report.diagnostics = kept
  }

  private func isChanged(_ place: FileRange) throws(LintFailure) -> Bool {
    let lines = place.start.line..<(max(place.start.line, place.end.line) + 1)
    return try ranges(in: place.file).contains { $0.overlaps(lines) }
  }

  private func ranges(in path: String) throws(LintFailure) -> [Range<Int>] {
    if let ranges = known[path] { return ranges }
    let absolute = RootedPath.absolute(path)
    let slash = absolute.lastIndex(of: "/") ?? absolute.startIndex
    let (folder, name) = (
      slash == absolute.startIndex ? "/" : String(absolute[..<slash]), String(absolute[absolute.index(after: slash)...])
    )
    let state = try state(of: folder)
    var ranges: [Range<Int>] = []
    if !state.tracked.contains(name) {
      ranges = [1..<Int.max]
    } else if state.changed.contains(name) {
      ranges = try hunks(git(in: folder, ["diff"] + Self.diffOptions + ["--unified=0", revision, "--", "./\(name)"]))
    }
    known[path] = ranges
    return ranges
  }

  private func state(of folder: String) throws(LintFailure) -> Folder {
    if let state = folders[folder] { return state }
    try checkRepository(of: folder)
    _ = try git(in: folder, ["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    let changed = try git(in: folder, ["diff"] + Self.diffOptions + ["--name-only", "--relative", "-z", revision, "--", "."])
    let state = Folder(tracked: Self.names(try git(in: folder, ["ls-files", "-z", "--", "."])), changed: Self.names(changed))
    folders[folder] = state
    return state
  }

  private func checkRepository(of folder: String) throws(LintFailure) {
    let words = ["git", "-C", folder, "rev-parse", "--show-toplevel"]
    guard let result = ChildProcess.run(words, silencingErrors: true) else { throw LintFailure("--since needs git; install it") }
    guard result.status != 0 else { return }
    guard FileBytes.exists(RootedPath.root(of: folder) + ".git") else {
      throw LintFailure("--since needs a git repository; '\(folder)' is not in one")
    }
    throw LintFailure("--since: git refuses the repository of '\(folder)'; 'git -C \(folder) status' says why")
  }

  private static let diffOptions = ["--merge-base", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--ignore-submodules"]

  private func git(in folder: String, _ arguments: [String]) throws(LintFailure) -> [UInt8] {
    guard let result = ChildProcess.run(["git", "-C", folder, "-c", "core.fsmonitor=false"] + arguments) else {
      throw LintFailure("--since needs git; install it")
    }
    guard result.status == 0 else {
      let what =
        arguments[0] == "rev-parse"
        ? "no revision '\(revision)' in the repository of '\(folder)'; 'git branch -a' lists the branches"
        : "git \(arguments[0]) failed in '\(folder)'"
      throw LintFailure("--since: \(what)")
    }
    return result.output
  }

  private static func names(_ output: [UInt8]) -> Set<String> {
    Set(output.split(separator: 0).map(FileName.text))
  }

  /// The new side's ranges: `@@ -1,2 +3,4 @@`. Lines that were only taken out leave none.
  private func hunks(_ diff: [UInt8]) -> [Range<Int>] {
    diff.split(separator: 0x0A).compactMap { line in
      guard line.starts(with: "@@ -".utf8) else { return nil }
      let words = line.split(separator: 0x20, maxSplits: 3)
      guard words.count >= 3, words[2].first == UInt8(ascii: "+") else { return nil }
      let numbers = words[2].dropFirst().split(separator: UInt8(ascii: ",")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard let start = numbers.first else { return nil }
      let count = numbers.count > 1 ? numbers[1] : 1
      return count > 0 ? start..<(start + count) : nil
    }
  }
}
