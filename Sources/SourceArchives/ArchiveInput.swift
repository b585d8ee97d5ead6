internal import Glibc

/// An archive's bytes as libarchive asks for them: in small pieces, and none after the time is up.
///
/// libarchive passes over an entry by unpacking it, within one call; only here can that be ended. A piece of four KiB unpacks to some
/// hundred MB at worst, which takes a fraction of a second.
@safe final class ArchiveInput {
  private let descriptor: Int32
  private let size: Int64
  private let deadline: Double
  private let buffer: UnsafeMutableRawBufferPointer
  private var position: Int64 = 0
  private(set) var isOutOfTime = false

  private static let pieceLength = 4096

  /// - Parameter descriptor: of a regular file; the caller closes it.
  init(descriptor: Int32, size: Int64, deadline: Double) {
    self.descriptor = descriptor
    self.size = size
    self.deadline = deadline
    unsafe buffer = .allocate(byteCount: Self.pieceLength, alignment: 16)
  }

  deinit { unsafe buffer.deallocate() }

  /// The next piece; empty at the end, nil when there is none to be had.
  func next() -> UnsafeRawBufferPointer? {
    guard !hasRunOut() else { return nil }
    let count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, Int(position))
    guard count >= 0 else { return nil }
    position += Int64(count)
    return unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }

  /// Moves on without reading; how far it came.
  func skip(_ count: Int64) -> Int64 {
    let distance = max(0, min(count, size - position))
    position += distance
    return distance
  }

  /// - Returns: the new position; negative where there is none.
  func seek(_ offset: Int64, from whence: Int32) -> Int64 {
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : size
    let (target, overflows) = base.addingReportingOverflow(offset)
    guard !overflows, target >= 0 else { return -1 }
    position = min(target, size)
    return position
  }

  func hasRunOut() -> Bool {
    if Clock.now >= deadline { isOutOfTime = true }
    return isOutOfTime
  }
}

/// Seconds on a clock that nobody sets.
package enum Clock {
  package static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
