import Diagnostics

/// A text to parse and where its bytes stand in the outermost text.
struct Source {
  private let bytes: [UInt8]
  /// Where each byte, and the end, stands in the outermost text; nil for the outermost text itself.
  private let origins: [Int]?

  init(bytes: [UInt8]) {
    self.bytes = bytes
    origins = nil
  }

  /// - Parameter origins: one more than there are bytes, ascending.
  init(bytes: [UInt8], origins: [Int]) {
    self.bytes = bytes
    self.origins = origins
  }

  var count: Int { bytes.count }
  subscript(offset: Int) -> UInt8 { bytes[offset] }
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  func origin(of offset: Int) -> Int {
    guard let origins else { return offset }
    return origins[min(offset, origins.count - 1)]
  }

  /// The first byte that stands at or behind a place of the outermost text.
  func offset(of origin: Int) -> Int {
    guard let origins else { return min(origin, count) }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle] < origin { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func range(_ range: Range<Int>) -> ByteRange {
    origin(of: range.lowerBound)..<origin(of: range.upperBound)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
