import Glibc
import Synchronization

/// Says from any thread that work which another thread waits for is no longer wanted.
package final class CancellationSignal: Sendable {
  /// Readable once it is set, so that whoever waits in poll(2) wakes up; -1 where there is no pipe to be had, and a wait ends later.
  let descriptor: Int32
  private let writingEnd: Int32
  private let state = Atomic<Bool>(false)

  package init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    (descriptor, writingEnd) = (ends[0], ends[1])
  }

  deinit { for end in [descriptor, writingEnd] where end >= 0 { close(end) } }

  package var isSet: Bool { state.load(ordering: .acquiring) }

  package func set() {
    // One byte, however often: a full pipe would block. A handler of signals calls this, so that nothing is allocated.
    guard !state.exchange(true, ordering: .acquiringAndReleasing), writingEnd >= 0 else { return }
    var byte: UInt8 = 1
    _ = write(writingEnd, &byte, 1)
  }
}
