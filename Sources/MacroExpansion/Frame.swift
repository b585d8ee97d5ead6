/// One message on the socket between command and worker: kind, length, payload.
package struct Frame: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    /// Command to worker, first and once: a `WorkerConfiguration`.
    case configuration = 1
    /// Worker to command, once: a `WorkerInformation`.
    case information = 2
    /// Command to worker: an `EvaluationRequest` after its number.
    case request = 3
    /// Worker to command: a `WorkerReply` after the number of its request and the seconds that it took.
    case reply = 4
  }

  package var kind: Kind
  package var payload: [UInt8]

  package init(kind: Kind, payload: [UInt8]) {
    self.kind = kind
    self.payload = payload
  }

  /// A request with the number that its reply will have.
  package init(request number: Int, message: [UInt8]) {
    var writer = WireWriter()
    writer.write(number)
    self.init(kind: .request, payload: writer.bytes + message)
  }

  package init(reply number: Int, after seconds: Double, message: [UInt8]) {
    var writer = WireWriter()
    writer.write(number)
    writer.write(seconds)
    self.init(kind: .reply, payload: writer.bytes + message)
  }

  /// Kind and the length as four bytes, least significant first.
  package static let headerLength = 5
  /// No frame is longer; a spec that expands to more is given up.
  package static let maximumLength = 256 << 20

  package func append(to bytes: inout [UInt8]) {
    bytes.append(kind.rawValue)
    let length = UInt32(truncatingIfNeeded: payload.count)
    for shift in stride(from: 0 as UInt32, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
    bytes.append(contentsOf: payload)
  }
}

/// Collects what a socket delivers and gives it out frame by frame.
package struct FrameBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func append(_ part: some Collection<UInt8>) {
    if start > 0, start == bytes.count || start > 1 << 16 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: part)
  }

  /// The next complete frame; nil until there is one.
  package mutating func next() throws(WireError) -> Frame? {
    let available = bytes.count - start
    guard available >= Frame.headerLength else { return nil }
    guard let kind = Frame.Kind(rawValue: bytes[start]) else { throw .invalid }
    var length = 0
    for index in 0..<4 { length |= Int(bytes[start + 1 + index]) << (8 * index) }
    guard length <= Frame.maximumLength else { throw .invalid }
    guard available - Frame.headerLength >= length else { return nil }
    let first = start + Frame.headerLength
    start = first + length
    let frame = Frame(kind: kind, payload: Array(bytes[first..<start]))
    // A large answer is not kept until the next one comes.
    if start == bytes.count, start > 1 << 20 {
      bytes = []
      start = 0
    }
    return frame
  }
}
