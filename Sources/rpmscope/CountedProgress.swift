import Glibc

/// A line on standard error that says how many things a long run has seen; on a terminal only.
final class CountedProgress {
  private let noun: String
  private let isShown = Console.isTerminal(STDERR_FILENO)
  private var next = CountedProgress.now + 0.5
  private var isVisible = false

  init(noun: String) { self.noun = noun }

  func show(_ count: Int) {
    guard isShown, Self.now >= next else { return }
    Console.writeError("\r\u{1B}[K\(grouped(count)) \(noun)")
    isVisible = true
    next = Self.now + 0.1
  }

  func end() {
    if isVisible { Console.writeError("\r\u{1B}[K") }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
