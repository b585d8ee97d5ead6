/// What the operator must mend before anything can be linted.
public struct LintFailure: Error, Sendable, CustomStringConvertible {
  public let description: String

  package init(_ description: String) { self.description = description }
}
