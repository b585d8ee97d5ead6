import SpecRules

/// What a misspelt word most likely means.
package enum NearWord {
  /// The nearest of the words; nil when none is near.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let distances = words.sorted().map { (word: $0, distance: EditDistance.between(word, $0)) }
    guard let nearest = distances.min(by: { $0.distance < $1.distance }), nearest.distance <= max(2, word.utf8.count / 4),
      nearest.distance < word.utf8.count
    else { return nil }
    return nearest.word
  }
}
