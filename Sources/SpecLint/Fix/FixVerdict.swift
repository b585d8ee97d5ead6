/// What trying a rewrite showed.
package enum FixVerdict: Sendable, Hashable {
  /// It does what it says and nothing else.
  case asPromised
  /// It does more than it can answer for, for the reason given: "it also removes …".
  case unsafe(String)
  /// It does harm, or does not help.
  case refused(String)

  /// The worse of two; the first where they are alike.
  func worse(_ other: @autoclosure () -> FixVerdict) -> FixVerdict {
    switch self {
    case .refused: return self
    case .unsafe:
      let other = other()
      return if case .refused = other { other } else { self }
    case .asPromised: return other()
    }
  }
}
