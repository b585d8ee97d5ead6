internal import Diagnostics
package import MacroExpansion

/// What makes one build of a spec differ from another, and how to find out which paths change with it: name, version, release, the
/// folders rpm gives the build, the architecture.
///
/// A spec is read again with other values in their place (`everything`), all its conditions decided as before. A path that stays the
/// same changes with none of them, however much it looks like the version. One that differs is explained by the words that stand in it;
/// where that does not account for all of the difference, because a part was cut, joined or computed, `only` reads with one key at a time.
///
/// The version is also what the spec's own macros bring into the tag (`%global ver 1.2`, `Version: %{ver}`), and a commit: it names the
/// sources as a version does.
package struct BuildIdentity: Sendable {
  private struct Macro: Sendable {
    let name: String
    let value: [UInt8]
    let standIn: StandIn
    let keys: Set<Key>
    /// It keeps its value while others are replaced, because it is made from them.
    let isHeld: Bool
  }
  private let macros: [Macro]
  /// All the spec's conditions as they were decided, by the byte offset of their line.
  package let decisions: [Int: Bool]

  package init(_ spec: ExpandedSpec) {
    var next = 0
    var macros: [Macro] = []
    func add(_ name: String, _ value: [UInt8]?, _ keys: Set<Key>, isHeld: Bool) {
      guard let value, !value.isEmpty, !value.contains(UInt8(ascii: "%")) else { return }
      macros.append(Macro(name: name, value: value, standIn: StandIn(for: value, next: &next), keys: keys, isHeld: isHeld))
    }
    func addFolder(_ name: String, _ keys: Set<Key>) {
      guard let value = spec.macros[name], value.first == UInt8(ascii: "/") else { return }
      macros.append(Macro(name: name, value: value, standIn: StandIn(forPath: value, next: &next), keys: keys, isHeld: true))
    }
    for (name, key) in [("name", Key.name), ("version", .version), ("epoch", .version), ("release", .release)] {
      add(name, spec.macros[name], [key], isHeld: true)
    }
    addFolder("buildroot", [.buildroot])
    // A folder for each build (rpm ≥ 4.20) is called after name and version.
    let hasFolderPerBuild = spec.macros["builddir"]?.isEmpty == false
    addFolder("_builddir", hasFolderPerBuild ? [.builddir, .name, .version] : [.builddir])
    if hasFolderPerBuild { addFolder("builddir", [.builddir, .name, .version]) }
    for name in ["_arch", "_target_cpu", "_build_arch", "_host_cpu", "_host"] { add(name, spec.macros[name], [.arch], isHeld: true) }
    for source in IdentitySources(spec).found { add(source.name, source.value, source.keys, isHeld: false) }
    self.macros = macros
    decisions = Self.decisions(of: spec)
  }

  /// Conditions of the spec's own lines; of several in one line, which a macro wrote, only those that went the same way.
  private static func decisions(of spec: ExpandedSpec) -> [Int: Bool] {
    var decisions: [Int: Bool] = [:]
    var contradicted: Set<Int> = []
    for condition in spec.conditions where condition.file == 0 && !condition.isUnreached {
      let offset = condition.range.lowerBound
      if let known = decisions[offset], known != condition.isTaken { contradicted.insert(offset) }
      decisions[offset] = condition.isTaken
    }
    return decisions.filter { !contradicted.contains($0.key) }
  }

  /// The spec's own macros that identify it: those that its name, version and release are made of, and commits.
  package static func sourceNames(of spec: ExpandedSpec) -> [String] { IdentitySources(spec).found.map(\.name) }

  /// The keys that can be told apart by `only`.
  package static let keys: [Key] = [.name, .version, .release, .builddir, .buildroot, .arch]

  /// Every macro replaced, by name.
  package var everything: [String: [UInt8]] {
    Dictionary(macros.map { ($0.name, $0.standIn.text) }) { $1 }
  }

  /// The macros of one key replaced, or of none; those that are made from others keep their values.
  package func only(_ key: Key?) -> [String: [UInt8]] {
    var values: [String: [UInt8]] = [:]
    for macro in macros {
      if let key, macro.keys.contains(key) {
        values[macro.name] = macro.standIn.text
      } else if macro.isHeld {
        values[macro.name] = macro.value
      }
    }
    return values
  }

  /// The keys whose stand-ins account for all of the difference between a text and what it became; nil where they do not.
  func explanation(of changed: [UInt8], from original: [UInt8]) -> Set<Key>? {
    var text = changed
    let keys = replaceStandIns(in: &text)
    return text == original ? keys : nil
  }

  /// The keys whose stand-ins a text holds.
  func keys(in changed: [UInt8]) -> Set<Key> {
    var text = changed
    return replaceStandIns(in: &text)
  }

  private func replaceStandIns(in text: inout [UInt8]) -> Set<Key> {
    var keys: Set<Key> = []
    for macro in macros {
      for (word, original) in macro.standIn.words {
        var done: [UInt8] = []
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
          done += rest[..<found.lowerBound] + original
          rest = rest[found.upperBound...]
          keys.formUnion(macro.keys)
        }
        text = done + rest
      }
    }
    return keys
  }
}
