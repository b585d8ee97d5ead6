/// The worker's answer to one request.
package enum WorkerReply: Sendable {
  case spec(ExpandedSpec)
  case package(SourcePackageContents)
  /// The spec has no answer; the other ones are not touched by it.
  case failed(EvaluationFailure)
}

/// Why the worker could not answer for a spec.
package enum EvaluationFailure: Error, Sendable, Hashable {
  /// The process that read the spec was ended by a signal of its own making: a crash in librpm, or a limit.
  case crashed(signal: Int32)
  /// It ended without an answer, as librpm does when memory runs out.
  case exited(status: Int32)
  /// It was still reading when the time was up.
  case timedOut(seconds: Double)
  /// The answer grew over the limit, in bytes.
  case tooLarge(limit: Int)
  /// The worker would not start on it: no sandbox to be had, too many processes.
  case refused(reason: String)
  /// The worker itself ended, twice, while it had this spec.
  case workerLost
  /// What arrived is not an answer.
  case malformed
  /// Nobody wants the answer any more.
  case cancelled
  /// The source package gives no spec.
  case unusablePackage(reason: String)
}

extension EvaluationFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .crashed(let signal): "reading the spec was ended by signal \(signal)"
    case .exited(let status): "reading the spec ended early with status \(status), as librpm does when memory runs out"
    case .timedOut(let seconds): "reading the spec took longer than \(Self.text(seconds)) s"
    case .tooLarge(let limit): "the expanded spec is larger than \(limit >> 20) MiB"
    case .refused(let reason): "the spec was not read: \(reason)"
    case .workerLost: "the worker ended while it read the spec"
    case .unusablePackage(let reason): reason
    case .cancelled: "reading the spec was cancelled"
    case .malformed: "the worker gave an answer that cannot be understood"
    }
  }

  private static func text(_ seconds: Double) -> String {
    seconds.rounded() == seconds && abs(seconds) < 1e9 ? String(Int(seconds)) : String(seconds)
  }
}

/// What a worker says of itself once it has read its configuration.
package struct WorkerInformation: Sendable, Equatable {
  /// rpm's version, as librpm states it: "4.18.0".
  package var rpmVersion: String
  /// The Landlock ABI of the kernel; 0 where it has none.
  package var landlockABI: Int
  package var hasSeccomp: Bool
  /// The macro set in use: "host", "fedora" …
  package var target: String
  /// Why no spec can be read as the configuration asks: no rpm on this machine, an unknown target, a macro that cannot be defined.
  package var problems: [String]
  /// What librpm complains of in the machine's macro files; rpm itself works in spite of it.
  package var warnings: [String]

  package init(
    rpmVersion: String, landlockABI: Int, hasSeccomp: Bool, target: String, problems: [String] = [], warnings: [String] = []
  ) {
    self.rpmVersion = rpmVersion
    self.landlockABI = landlockABI
    self.hasSeccomp = hasSeccomp
    self.target = target
    self.problems = problems
    self.warnings = warnings
  }
}
