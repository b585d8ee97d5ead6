/// Reads copies of a spec, with the macros that were chosen for itself: "auto" could choose otherwise for a copy with a word less.
package struct TrialReader {
  private let reader: BuildReader
  private let original: SpecInput
  /// Readings of the spec itself that were made already, by their decisions.
  private let known: [[Int: Bool]: BuildReader.Build]

  package init(_ reader: BuildReader, of original: SpecInput, known: [[Int: Bool]: BuildReader.Build] = [:]) {
    self.reader = reader
    self.original = original
    self.known = known
  }

  /// The spec itself.
  func readOriginal() -> BuildReader.Build? { known[[:]] ?? read(original) }

  /// The spec itself with each of several decisions, in their order; nil where one cannot be read.
  func readOriginal(_ decisions: [[Int: Bool]], first: BuildReader.Build) -> [BuildReader.Build]? {
    let unread = decisions.filter { known[$0] == nil }
    guard let read = read(original, unread, known: first) else { return nil }
    let builds = known.merging(zip(unread, read)) { _, new in new }
    return decisions.compactMap { builds[$0] }
  }

  func read(_ input: SpecInput) -> BuildReader.Build? {
    try? reader.read(input, isForUsedCaches: true, original: original).get()
  }

  /// A copy with each of several decisions, in their order; nil where one cannot be read.
  func read(_ input: SpecInput, _ decisions: [[Int: Bool]], known: BuildReader.Build) -> [BuildReader.Build]? {
    var indices: [Int: Int] = [:]
    for (index, decisions) in decisions.enumerated() {
      indices[reader.submit(input, decisions: decisions, known: known, isForUsedCaches: true, original: original)] = index
    }
    var builds = [BuildReader.Build?](repeating: nil, count: decisions.count)
    while let answer = reader.receive(among: Set(indices.keys)) {
      if let index = indices.removeValue(forKey: answer.number) { builds[index] = try? answer.result.get() }
    }
    let found = builds.compactMap(\.self)
    return found.count == decisions.count ? found : nil
  }
}
