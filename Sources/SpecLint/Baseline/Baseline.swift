import Diagnostics

/// Findings that are known and not to be heard of again, as a file that lies beside what it is about.
///
/// A line for each: the finding's fingerprint, its rule, and the spec's path from the baseline's own folder. Lines that move do not
/// matter; a finding whose line is edited is new.
package struct Baseline: Sendable {
  package struct Entry: Sendable, Hashable {
    package let fingerprint: Fingerprint
    package let rule: String
    /// From the baseline's folder.
    package let file: String

    package func write(into json: inout JSONWriter) {
      json.member("file", file)
      json.member("rule", rule)
      json.member("fingerprint", fingerprint.description)
    }
  }

  package private(set) var entries: Set<Entry> = []
  /// The baseline's folder, with a slash at the end.
  private let root: String

  private static let header = "# rpmscope baseline 1: known findings, written by 'rpmscope lint --write-baseline'"
  package static let defaultPath = ".rpmscope-baseline"

  /// An empty one.
  package init(path: String) {
    let absolute = RootedPath.absolute(path)
    root = absolute.lastIndex(of: "/").map { String(absolute[...$0]) } ?? "/"
  }

  package init(contentsOf path: String) throws(LintFailure) {
    self.init(path: path)
    let bytes = try FileBytes.read(path)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(String.init) == Self.header else {
      throw LintFailure("\(path):1:1: this is not a baseline that rpmscope wrote; choose another file, or delete it")
    }
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let fingerprint = Fingerprint(words[0]) else {
        throw LintFailure("\(path):\(number + 1):1: '\(line)' is not an entry; write the baseline again with --write-baseline")
      }
      entries.insert(Entry(fingerprint: fingerprint, rule: String(words[1]), file: Self.unescaped(words[2])))
    }
  }

  package func write(to path: String) throws(LintFailure) {
    let lines = entries.sorted { ($0.file, $0.rule, $0.fingerprint) < ($1.file, $1.rule, $1.fingerprint) }.map {
      "\($0.fingerprint) \($0.rule) \(Self.escaped($0.file))\n"
    }
    let bytes = Array((Self.header + "\n" + lines.joined()).utf8)
    guard FileBytes.exists(path) else { return try FileBytes.write(bytes, to: path) }
    try FileReplacement.replace(path, holding: try FileBytes.read(path), with: bytes)
  }

  // MARK: Comparing

  /// Silences what is known.
  ///
  /// - Returns: entries of that file that are certainly no longer found: their rules were applied to the whole spec, and no finding is
  ///   left that may be one of them on a line that was edited.
  package func apply(to report: inout FileReport) -> [Entry] {
    guard report.outcome == .judged else { return [] }
    let file = RootedPath.relative(report.path, to: root)
    var missing = entries.filter { $0.file == file }
    var kept: [Diagnostic] = []
    for diagnostic in report.diagnostics {
      if let entry = entry(for: diagnostic, of: report, file: file), missing.remove(entry) != nil {
        report.silenced.append(SilencedFinding(diagnostic, cause: .baseline))
      } else {
        kept.append(diagnostic)
      }
    }
    report.diagnostics = kept
    guard report.isComplete else { return [] }
    // Suppressed by a comment since, or less sure than is asked for.
    for (rule, fingerprint) in report.allFingerprints { missing.remove(Entry(fingerprint: fingerprint, rule: rule, file: file)) }
    var new = Dictionary(grouping: kept, by: \.rule).mapValues(\.count)
    return missing.sorted { ($0.file, $0.rule, $0.fingerprint) < ($1.file, $1.rule, $1.fingerprint) }.filter { entry in
      guard report.selection?.contains(entry.rule) != false else { return false }
      guard let count = new[entry.rule], count > 0 else { return true }
      new[entry.rule] = count - 1
      return false
    }
  }

  private func entry(for diagnostic: Diagnostic, of report: FileReport, file: String) -> Entry? {
    report.fingerprint(of: diagnostic).map { Entry(fingerprint: $0, rule: diagnostic.rule, file: file) }
  }

  /// Takes what is found in a file for known, in place of what was.
  package mutating func replace(with report: FileReport) {
    guard report.outcome == .judged else { return }
    let file = RootedPath.relative(report.path, to: root)
    entries = entries.filter { $0.file != file }
    for diagnostic in report.diagnostics {
      if let fingerprint = report.fingerprint(of: diagnostic) {
        entries.insert(Entry(fingerprint: fingerprint, rule: diagnostic.rule, file: file))
      }
    }
  }

  // MARK: Names with line feeds

  private static func escaped(_ name: String) -> String { name.replacing("%", with: "%25").replacing("\n", with: "%0A") }
  private static func unescaped(_ name: Substring) -> String { String(name).replacing("%0A", with: "\n").replacing("%25", with: "%") }
}
