import MacroExpansion

extension FuzzTarget {
  /// What can be read is written again, and what is written reads the same: else a report would not be of the spec that was read.
  static func readReply(_ bytes: [UInt8]) {
    guard let reply: WorkerReply = read(bytes) else { return }
    let written = write(reply)
    guard let again: WorkerReply = read(written) else { preconditionFailure("what was written cannot be read") }
    precondition(write(again) == written, "what was written reads differently")
  }

  private static func read(_ bytes: [UInt8]) -> WorkerReply? {
    var reader = WireReader(bytes)
    guard let reply = try? WorkerReply(from: &reader), (try? reader.expectEnd()) != nil else { return nil }
    return reply
  }

  private static func write(_ reply: WorkerReply) -> [UInt8] {
    var writer = WireWriter()
    reply.write(into: &writer)
    return writer.bytes
  }
}
