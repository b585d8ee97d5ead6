import Glibc
import MacroExpansion

/// The socket to the command.
struct CommandChannel {
  let socket: Int32
  private(set) var isClosed = false
  private var incoming = FrameBuffer()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(socket: Int32) { self.socket = socket }

  var isSocket: Bool {
    var information = stat()
    return fstat(socket, &information) == 0 && information.st_mode & S_IFMT == S_IFSOCK
  }

  /// Takes what has come without waiting; a peer that is gone or makes no sense closes the channel.
  mutating func receive() {
    while !isClosed {
      let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
      if count > 0 {
        incoming.append(buffer[..<count])
        // A full buffer may have more behind it; that can wait until this is dealt with.
        return
      }
      if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return }
      if count < 0, errno == EINTR { continue }
      isClosed = true
    }
  }

  mutating func nextFrame() -> Frame? {
    do {
      return try incoming.next()
    } catch {
      isClosed = true
      return nil
    }
  }

  mutating func waitForFrame() -> Frame? {
    while !isClosed {
      if let frame = nextFrame() { return frame }
      var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      _ = poll(&entry, 1, -1)
      receive()
    }
    return nil
  }

  /// Sends all of it; waits for the command where it must, as the command always reads. False when it is gone.
  func send(_ frame: Frame) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(frame.payload.count + Frame.headerLength)
    frame.append(to: &bytes)
    return writeAll(bytes, to: socket)
  }
}

/// Writes all bytes to a descriptor that blocks; false when nobody reads them.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
