/// The names and sizes of a tree's files, in any order, as a few words: equal for trees with the same files.
///
/// It finds what is missing, added or of another length without keeping a list. What changes a file's content and keeps its length
/// is found by its hash alone.
struct TreeDigest: Equatable {
  private(set) var files = 0
  private(set) var bytes = 0
  private var sum: UInt64 = 0
  private var parity: UInt64 = 0

  /// - Parameter path: `PathHash` of the path below the tree.
  mutating func add(path: UInt64, size: Int) {
    files += 1
    bytes += size
    let mixed = Self.mixed(path ^ Self.mixed(UInt64(bitPattern: Int64(size))))
    sum &+= mixed
    parity ^= Self.mixed(mixed)
  }

  /// The finaliser of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
