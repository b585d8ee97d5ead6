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
    guard lines.first.map(String.init) == Self.header else { throw LintFailure("\(path):1:1: this is no baseline that rpmscope wrote") }
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let fingerprint = Fingerprint(words[0]) else {
        throw LintFailure("\(path):\(number + 1):1: '\(line)' is no entry; write the baseline anew with --write-baseline")
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
  /// - Returns: entries of that file that are no longer found.
  package func apply(to report: inout FileReport) -> [Entry] {
    guard report.outcome == .judged else { return [] }
    let file = RootedPath.relative(report.path, to: root)
    var missing = entries.filter { $0.file == file }
    var kept = report.diagnostics
    kept.removeAll { diagnostic in
      guard let fingerprint = report.fingerprint(of: diagnostic),
        missing.remove(Entry(fingerprint: fingerprint, rule: diagnostic.rule, file: file)) != nil
      else { return false }
      report.silenced.append(SilencedFinding(diagnostic, cause: .baseline))
      return true
    }
    report.diagnostics = kept
    // Suppressed by a comment since, which is not fixed.
    for finding in report.silenced {
      if let fingerprint = report.fingerprint(of: finding.diagnostic) {
        missing.remove(Entry(fingerprint: fingerprint, rule: finding.diagnostic.rule, file: file))
      }
    }
    return missing.sorted { ($0.file, $0.rule, $0.fingerprint) < ($1.file, $1.rule, $1.fingerprint) }
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
