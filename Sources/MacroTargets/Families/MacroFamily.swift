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

  /// Each name, with the braces written out.
  var patterns: [String] {
    names.split { $0 == " " || $0 == "\n" }.flatMap { Self.expanded($0) }
  }

  private static func expanded(_ name: Substring) -> [String] {
    guard let open = name.firstIndex(of: "{"), let close = name[open...].firstIndex(of: "}") else { return [String(name)] }
    let tails = expanded(name[name.index(after: close)...])
    return name[name.index(after: open)..<close].split(separator: ",").flatMap { word in
      tails.map { name[..<open] + word + $0 }
    }
  }
}
