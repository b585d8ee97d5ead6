import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax
import Testing

/// A small spec around what a test is about, and its reading.
enum SpecText {
  static func around(preamble: String = "", prep: String = "", build: String = "", suffix: String = "") -> String {
    """
    \(preamble)
    Name: hello
    Version: 1.2
    Release: 3
    Summary: A test
    License: MIT
    URL: https://example.org/hello
    Source0: hello-1.2.tar.gz
    \(suffix)
    %description
    A test.
    %prep
    \(prep)
    %build
    \(build)
    """
  }

  static func read(
    _ text: String, target: String, path: String = "hello.spec", configurationDirectory: String? = nil
  ) throws -> ExpandedSpec {
    try read(Array(text.utf8), target: target, path: path, configurationDirectory: configurationDirectory)
  }

  static func read(
    _ bytes: [UInt8], target: String, path: String = "hello.spec", configurationDirectory: String? = nil
  ) throws -> ExpandedSpec {
    let configuration = WorkerConfiguration(
      target: target, defines: [WorkerConfiguration.Define(name: "_topdir", body: Array("/top".utf8))], ignoresUserMacros: true,
      configurationDirectory: configurationDirectory, jobs: 1)
    let pool = try WorkerPool(configuration: configuration)
    switch pool.evaluate(EvaluationRequest(path: path, bytes: bytes, sourceDirectory: "/nonexistent")) {
    case .spec(let spec): return spec
    case .failed(let failure): throw failure
    case .package: throw EvaluationFailure.malformed
    }
  }
}

extension ExpandedSpec {
  /// A section's text with each run of white space as one blank.
  func words(of section: SectionKeyword) -> String {
    let text = sections.first { $0.keyword == section }?.text.bytes ?? []
    return String(decoding: text, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  var messages: [String] { problems.map { "\($0.id.rawValue): \($0.message)" } }
}
