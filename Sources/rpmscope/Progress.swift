import Glibc

/// A line on standard error that says how far a long run is; on a terminal only.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var next: Double
  private var isVisible = false

  /// Seconds before the first line and between two.
  private static let patience = 0.5
  private static let interval = 0.1

  init(total: Int) {
    self.total = total
    isShown = Console.isTerminal(STDERR_FILENO)
    next = Self.now + Self.patience
  }

  mutating func advance() {
    done += 1
    guard isShown, Self.now >= next else { return }
    Console.writeError("\r\u{1B}[K\(done) of \(total) specs")
    isVisible = true
    next = Self.now + Self.interval
  }

  /// Makes room for other lines; it comes back with the next advance.
  mutating func hide() {
    guard isVisible else { return }
    Console.writeError("\r\u{1B}[K")
    isVisible = false
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
