internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import RPMMacros
internal import SpecSyntax

/// A declarative build: `BuildSystem: NAME` makes the sections that the spec does not write itself (rpm ≥ 4.20).
///
/// `parseBuildsystem` in rpm's build/parseSpec.c and `checkBuildsystem` are the authority: a section is one call of `%buildsystem_NAME_SECTION`
/// with the words of its `BuildOption`s, or of `%buildsystem_default_SECTION` where the build system has none.
struct BuildSystem {
  var name: String?
  /// Of the tag.
  var place: SourceReference?
  private var options: [SectionKeyword: [[UInt8]]] = [:]

  /// In rpm's order (`sectList`).
  private static let sections: [SectionKeyword] = [.prep, .conf, .generateBuildrequires, .build, .install, .check, .clean]
  private static let required: [SectionKeyword] = [.build, .install]

  /// - Parameter section: as the tag's qualifier says; `%conf` where it says nothing.
  /// - Returns: what is wrong with it.
  mutating func add(option: [UInt8], for section: [UInt8]) -> String? {
    let name = section.isEmpty ? SectionKeyword.conf.rawValue : String(decoding: section, as: UTF8.self)
    guard let section = SectionKeyword(rawValue: name), Self.sections.contains(section) else {
      return "BuildOption for '\(name)', which is not one of " + Self.sections.map(\.rawValue).joined(separator: ", ")
    }
    options[section, default: []].append(option)
    return nil
  }

  /// What keeps rpm from building with it.
  func problem(_ engine: MacroEngine) -> String? {
    guard let name else { return nil }
    let isDefined = { (section: SectionKeyword) in engine.isParametric("buildsystem_\(name)_\(section)".utf8) }
    guard Self.sections.contains(where: isDefined) else {
      return "build system '\(name)' is not known: no '%buildsystem_\(name)_build' is defined"
    }
    let missing = Self.required.first { !isDefined($0) }
    return missing.map { "build system '\(name)' has no '%buildsystem_\(name)_\($0)' with arguments, which rpm requires" }
  }

  /// The lines of the sections that it makes.
  func lines(_ engine: MacroEngine, _ dialect: RPMDialect, without written: [Section]) -> [[UInt8]] {
    guard let name, problem(engine) == nil else { return [] }
    var lines: [[UInt8]] = []
    for section in Self.sections where !written.contains(where: { $0.keyword == section && $0.isWhole }) {
      let own = "buildsystem_\(name)_\(section)"
      let common = "buildsystem_default_\(section)"
      let hasOwn = engine.isParametric(own.utf8)
      let calls = (hasOwn ? [own] : []) + (engine.isParametric(common.utf8) && !(hasOwn && dialect.prefersOwnBuildSections) ? [common] : [])
      for call in calls {
        let words = options[section].map { Array("-- ".utf8) + Array($0.joined(separator: [0x20])) } ?? []
        lines.append(Array("%\(section)\n".utf8))
        lines.append(Array("%\(call) ".utf8) + words + [0x0A])
      }
    }
    return lines
  }
}
