/// A variable of the shell: declared, and mostly set.
struct ShellVariable: Sendable, Hashable {
  enum Value: Sendable, Hashable {
    case text([UInt8])
    /// An indexed array; it may have gaps.
    case elements([Int: [UInt8]])
    /// Declared only, as by `local x`.
    case none
  }
  var value: Value
  var isExported: Bool
  var isReadOnly = false

  init(_ value: Value, isExported: Bool = false) {
    self.value = value
    self.isExported = isExported
  }

  /// `$name`: an array's element 0.
  var text: [UInt8]? {
    switch value {
    case .text(let text): text
    case .elements(let elements): elements[0]
    case .none: nil
    }
  }

  var elements: [Int: [UInt8]] {
    switch value {
    case .text(let text): [0: text]
    case .elements(let elements): elements
    case .none: [:]
    }
  }
}
