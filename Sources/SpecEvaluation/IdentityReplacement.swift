internal import MacroExpansion
internal import RPMMacros

/// Values that stand in for those that make one build differ from another: what changes with them is keyed by them.
///
/// Each is put in place as soon as the spec, or rpm, has set the real one, so that all that follows is made from it
/// (`EvaluationRequest.identity`).
struct IdentityReplacement {
  let values: [String: [UInt8]]

  /// What the configuration has set before the spec's first line. The build folder counts only where rpm has one for all packages:
  /// rpm ≥ 4.20 sets it, and the build root below it, at the end of the preamble.
  private static let configured = ["_arch", "_target_cpu"]
  private static let folders = ["_builddir", "buildroot", "builddir"]
  private static let tags = ["name", "version", "release", "epoch"]

  func atStart(_ engine: MacroEngine, usesBuildFolder: Bool) {
    for name in Self.configured + (usesBuildFolder ? [] : Self.folders) { put(name, engine) }
  }

  /// After rpm ≥ 4.20 has made the build's folder.
  func afterBuildFolder(_ engine: MacroEngine) {
    for name in Self.folders { put(name, engine) }
  }

  /// What a tag of the main package is taken to say.
  func value(of tag: PreambleTag, saying value: [UInt8]) -> [UInt8] {
    Self.tags.contains(tag.rawValue) ? values[tag.rawValue] ?? value : value
  }

  /// Macros that the spec's line may just have defined.
  func afterLine(_ engine: MacroEngine) {
    for (name, value) in values where !Self.isSetOtherwise(name) && engine.isDefined(name.utf8) {
      if engine.text("%{\(name)}") != value { put(name, engine) }
    }
  }

  private func put(_ name: String, _ engine: MacroEngine) {
    if let value = values[name], engine.isDefined(name.utf8) { engine.push(name, body: value, isLiteral: true) }
  }

  private static func isSetOtherwise(_ name: String) -> Bool {
    configured.contains(name) || folders.contains(name) || tags.contains(name)
  }
}
