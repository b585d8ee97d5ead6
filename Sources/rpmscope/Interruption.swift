import Glibc
import SpecLint

/// Ctrl-C during a long run: what is known by then is printed. A second one ends the process at once.
enum Interruption {
  private static let cancellation = LintCancellation()

  /// - Returns: what the signal cancels.
  static func awaited() -> LintCancellation {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interruption.cancellation.cancel() }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    // Made before a signal can ask for it.
    let cancellation = cancellation
    sigaction(SIGINT, &action, nil)
    return cancellation
  }

  /// Ends the process as the signal would have done it, so that a shell's loop ends, too.
  static func end() -> Never {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    exit(130)
  }
}
