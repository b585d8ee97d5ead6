import Diagnostics
import Glibc

/// A file that is written beside another one and takes its name once it is whole, so that whoever reads the name at any moment, also after
/// a crash, sees the old bytes or the new.
enum NewFile {
  enum Outcome: Equatable {
    case tookName
    /// Nothing has happened, for the reason that errno gives: no file can be made in the folder, or the name cannot be taken.
    case cannotCreate(Int32), cannotRename(Int32)
  }

  /// - Parameters:
  ///   - target: The name to take, without symbolic links that should stay.
  ///   - mode: What open(2) makes the file with.
  ///   - fill: Writes to the descriptor and closes it; where it throws, the file is removed again.
  static func take(
    _ target: String, mode: mode_t, fill: (Int32) throws(LintFailure) -> Void
  ) throws(LintFailure) -> Outcome {
    let folder = target[..<(target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex)]
    // Not the file's name with an ending: that may already be as long as names can be.
    let temporary = "\(folder).rpmscope-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    return try HeldSignals.during { () throws(LintFailure) in
      let descriptor = open(temporary.fileName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor >= 0 else { return .cannotCreate(errno) }
      do throws(LintFailure) {
        try fill(descriptor)
      } catch {
        unlink(temporary.fileName)
        throw error
      }
      guard rename(temporary.fileName, target.fileName) != 0 else { return .tookName }
      let reason = errno
      unlink(temporary.fileName)
      return .cannotRename(reason)
    }
  }
}
