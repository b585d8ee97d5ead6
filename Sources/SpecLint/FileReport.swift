public import Diagnostics

/// What is known of one spec after reading it.
public struct FileReport: Sendable {
  /// As it was given.
  public let path: String
  /// The macro set it was read with; nil when it could not be read.
  public let target: String?
  /// Sorted by place.
  public package(set) var diagnostics: [Diagnostic]
  /// Why the file could not be judged; nil when it was.
  public let failure: String?
  /// The spec and the files it included, for excerpts.
  package let sources: [SourceFile]

  package init(path: String, target: String?, diagnostics: [Diagnostic], sources: [SourceFile]) {
    self.path = path
    self.target = target
    self.diagnostics = diagnostics
    self.failure = nil
    self.sources = sources
  }

  package init(path: String, failure: String) {
    self.path = path
    self.target = nil
    self.diagnostics = []
    self.failure = failure
    self.sources = []
  }
}
