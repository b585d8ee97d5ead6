package import MacroExpansion

/// Ends a linter's work early, from any thread: `linter.cancellation = cancellation`, later `cancellation.cancel()`.
public final class LintCancellation: Sendable {
  package let signal = CancellationSignal()

  public init() {}

  /// Specs that are still being read or judged are given up, and their reports say so.
  public func cancel() { signal.set() }

  public var isCancelled: Bool { signal.isSet }
}
