/// Macros that come together, by name: which package has them, on which distributions.
///
/// rpmscope has no model of what they expand to, so that a call stays in the text as rpm leaves it where the package is not
/// installed. The names tell what is a slip of the packager's and what is only unknown here. They were taken from the macro files of
/// the packages themselves; those of ALT, whose files could not be had, from what its specs call.
package struct MacroFamily: Sendable {
  /// The package that has them; nil where every build of the distribution has them.
  package let package: String?
  package let distributions: [Distribution]
  /// Parts of names in `BuildRequires` that may bring the package.
  package let comesWith: [String]
  /// The macros of which one must be called before; empty where the package alone is enough.
  package let setBy: [String]
  /// Between blanks: `a_{b,c}` is `a_b` and `a_c`, `*` any further bytes, `#` a number.
  let names: String

  init(package: String?, on distributions: [Distribution], comesWith: [String] = [], setBy: [String] = [], names: String) {
    self.package = package
    self.distributions = distributions
    self.comesWith = comesWith
    self.setBy = setBy
    self.names = names
  }

  static let all: [MacroFamily] = systems + desktops + languages + buildSystems + distributionsOwn

  /// Calls `body` with each name, its braces written out.
  func forEachPattern(_ body: (ArraySlice<UInt8>) -> Void) {
    let text = Array(names.utf8)
    var head: [UInt8] = []
    for name in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) { Self.expand(name, after: &head, body) }
  }

  /// - Parameter head: what stands before; the same afterwards.
  private static func expand(_ name: ArraySlice<UInt8>, after head: inout [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    guard let open = name.firstIndex(of: UInt8(ascii: "{")), let close = name[open...].firstIndex(of: UInt8(ascii: "}")) else {
      if head.isEmpty { return body(name) }
      head += name
      body(head[...])
      return head.removeLast(name.count)
    }
    let length = head.count
    for word in name[(open + 1)..<close].split(separator: UInt8(ascii: ",")) {
      head += name[..<open]
      head += word
      expand(name[(close + 1)...], after: &head, body)
      head.removeLast(head.count - length)
    }
  }
}
