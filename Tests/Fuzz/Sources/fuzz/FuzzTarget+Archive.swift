internal import Glibc
import MacroExpansion
import SourceArchives

extension FuzzTarget {
  /// The folder in memory in which the archive lies; one for each process, because libFuzzer runs several at once.
  private static let folder = "/dev/shm/rpmscope-fuzz-\(getpid())"

  static func readArchive(_ bytes: [UInt8]) {
    mkdir(folder, 0o700)
    // Under 64 KiB a file without NUL bytes counts as text: what follows the archive's end keeps it one.
    guard let file = fopen("\(folder)/source", "w") else { preconditionFailure("\(folder) cannot be written") }
    fwrite(bytes, 1, bytes.count, file)
    fputc(0, file)
    fclose(file)
    let sources = LocalSources(folder: Array(folder.utf8), seconds: 2).read([Array("source".utf8)])
    precondition(sources.count == 1, "a source is missing")
    unlink("\(folder)/source")
    rmdir(folder)
  }
}
