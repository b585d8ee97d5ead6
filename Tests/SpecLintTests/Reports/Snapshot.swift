import Foundation
import Testing

/// A text that a test compares with what lies in `Snapshots`.
///
/// `RPMSCOPE_WRITE_SNAPSHOTS=1` writes them anew; a run that writes fails, so that nobody takes it for one that compared.
struct Snapshot {
  let name: String

  private var path: String { "\(BuiltCommand.package)/Tests/SpecLintTests/Snapshots/\(name)" }

  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["RPMSCOPE_WRITE_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("'\(name)' was written, not compared", sourceLocation: sourceLocation)
      return
    }
    let known = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == known, "'\(name)'; RPMSCOPE_WRITE_SNAPSHOTS=1 writes it anew", sourceLocation: sourceLocation)
  }
}
