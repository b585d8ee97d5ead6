/// Reads copies of specs for one target.
package struct TrialReader {
  private let reader: BuildReader
  private let target: String

  /// - Parameter target: what the spec was read for: "auto" could choose otherwise for a copy with a word less.
  package init(_ reader: BuildReader, target: String) {
    self.reader = reader
    self.target = target
  }

  func read(_ input: SpecInput) -> BuildReader.Build? { try? reader.read(input, trial: target).get() }

  /// A copy with each of several decisions, in their order; nil where one cannot be read.
  func read(_ input: SpecInput, _ decisions: [[Int: Bool]], known: BuildReader.Build) -> [BuildReader.Build]? {
    var indices: [Int: Int] = [:]
    for (index, decisions) in decisions.enumerated() {
      indices[reader.submit(input, decisions: decisions, known: known, trial: target)] = index
    }
    var builds = [BuildReader.Build?](repeating: nil, count: decisions.count)
    while let answer = reader.receive(among: Set(indices.keys)) {
      if let index = indices.removeValue(forKey: answer.number) { builds[index] = try? answer.result.get() }
    }
    let found = builds.compactMap(\.self)
    return found.count == decisions.count ? found : nil
  }
}
