/// The baselines of one run: each is read once, and written once when it is written anew.
package struct BaselineFiles {
  private let isWriting: Bool
  private var baselines: [String: Baseline] = [:]

  package init(isWriting: Bool) { self.isWriting = isWriting }

  /// Silences what the baseline lists, after taking the file's findings into it where it is written anew.
  ///
  /// - Returns: what it lists of that file and nobody finds any more.
  package mutating func apply(to report: inout FileReport, at path: String) throws(LintFailure) -> [Baseline.Entry] {
    var baseline = try baseline(at: path)
    if isWriting { baseline.replace(with: report) }
    baselines[path] = baseline
    return baseline.apply(to: &report)
  }

  private func baseline(at path: String) throws(LintFailure) -> Baseline {
    if let known = baselines[path] { return known }
    return isWriting && !FileBytes.exists(path) ? Baseline(path: path) : try Baseline(contentsOf: path)
  }

  /// - Returns: what was written where.
  package func write() throws(LintFailure) -> [(path: String, entries: Int)] {
    guard isWriting else { return [] }
    return try baselines.sorted { $0.key < $1.key }.map { path, baseline throws(LintFailure) in
      try baseline.write(to: path)
      return (path, baseline.entries.count)
    }
  }
}
