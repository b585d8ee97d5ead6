/// Why a result is not known: thrown as soon as anything is met whose outcome is not sure.
///
/// The reason continues "the command …": lower case, no full stop, such as `runs 'curl'` or `reads a file`.
package struct Doubt: Error, Sendable, Hashable {
  package let reason: String
  package init(_ reason: String) { self.reason = reason }

  static let steps = Doubt("takes too many steps")
  static let size = Doubt("writes too much")
  static let locale = Doubt("depends on the locale")
}
