import Testing

/// A harmless shell text and what bash prints for it.
struct Sample: Sendable, CustomTestStringConvertible {
  let text: String
  let output: String
  let status: Int

  init(_ text: String, _ output: String, status: Int = 0) {
    self.text = text
    self.output = output
    self.status = status
  }

  var testDescription: String { text }

  static let all = language + programs + sed + awk
}
