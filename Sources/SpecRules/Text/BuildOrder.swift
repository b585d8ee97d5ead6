/// The order in which rpmbuild runs the build scriptlets.
enum BuildOrder {
  private static let sections = ["prep", "generate_buildrequires", "conf", "build", "install", "check", "clean"]

  static func isBuildSection(_ section: String) -> Bool { sections.contains(section) }

  static func precedes(_ first: String, _ second: String) -> Bool {
    guard let before = sections.firstIndex(of: first), let after = sections.firstIndex(of: second) else { return false }
    return before < after
  }

  /// Whether one place in the scriptlets comes after another.
  static func isLater(_ place: ScriptPlace, than other: ScriptPlace) -> Bool {
    guard place.section != other.section else { return place.range.lowerBound > other.range.lowerBound }
    return precedes(other.section, place.section)
  }
}
