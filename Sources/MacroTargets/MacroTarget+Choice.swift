internal import Diagnostics

extension MacroTarget {
  /// What `--target auto` takes for a spec.
  package struct Choice: Sendable, Hashable {
    /// "host" or a target's name.
    package let name: String
    /// "it uses '%gometa', which the host does not define".
    package let reason: String
    /// Whether no sign speaks for another distribution, so that the distribution's own rules can be held against the spec.
    package let isSure: Bool
  }

  /// The host's macros where they define all the spec calls and nothing tells of a distribution, else the distribution of which most
  /// tells (`DistributionSigns`).
  ///
  /// A builder of its own on top of a distribution (`MacroLayer`) decides, unless a word of another distribution is met. On a host
  /// that is a distribution itself, what a spec asks (`%if 0%{?rhel}`) moves nothing.
  ///
  /// - Parameters:
  ///   - isDefined: whether the host defines a macro.
  ///   - hostRPM: decides whether `BuildSystem:` can be read there.
  ///   - hostShellIsBash: whether `%(…)` would meet bash there, as it does on every RPM distribution; on Debian it is dash.
  package static func choice(for spec: [UInt8], hostRPM: RPMDialect, hostShellIsBash: Bool, isDefined: (String) -> Bool) -> Choice {
    let spec = Array(spec.prefix(lookedAt))
    let system = BuildSystemSign(of: spec)
    // What the host defines need not be looked for in the tables of all targets, which are only made for what it lacks.
    let missing =
      MacroNames.needed(in: spec).filter { !isDefined($0) && isKnown($0) } + (system?.macros ?? []).filter { !isDefined($0) }
    let signs = DistributionSigns(of: spec, missing: missing, among: all.filter { system == nil || $0.dialect.hasBuildSystems })
    let spoken = signs.scores.first { $0.word != nil }?.word
    let isDistribution = Distribution.allCases.contains { $0.identity.map(isDefined) ?? false }
    let asked = isDistribution ? nil : signs.best?.question
    let layer = MacroLayer.all.first { $0.isSpoken(in: spec) }
    let isSystemKnown = system.map { hostRPM.hasBuildSystems && $0.macros.allSatisfy(isDefined) } ?? true
    let cause =
      isSystemKnown
      ? missing.first.map { "uses '%\($0)', which the host does not define" } ?? spoken.map { "has '\($0)'" }
      : system.map { "has 'BuildSystem: \($0.name)', which the host does not know" }
    if spoken == nil, isSystemKnown, let layer {
      return Choice(
        name: layer.base,
        reason: [cause.map { "it \($0)," }, "it is one of \(layer.summary)"].compactMap(\.self).joined(separator: " and "), isSure: false)
    }
    guard
      let why = cause ?? asked.map({ "asks for '%{?\($0)}'" })
        ?? (hostShellIsBash ? nil : bashWord(in: spec)).map({ "needs a shell that the host does not have for '\($0)'" })
    else { return Choice(name: "host", reason: "the host's macros define what it uses", isSure: true) }
    let best = signs.best?.target ?? fedora
    // A host of that distribution knows its own macros better than a model does, where it has all of them installed.
    if isDefined(best.identity), !missing.contains(where: { definedNames[best.name]?.contains($0) == true }) {
      return Choice(name: "host", reason: "the host is of that distribution", isSure: true)
    }
    return Choice(name: best.name, reason: "it \(why)", isSure: layer == nil && signs.isSure(of: best))
  }

  /// A parameter expansion in a `%(…)` that only bash has: `${v:0:7}`, `${v//a/b}`, `${v^^}`.
  private static func bashWord(in spec: [UInt8]) -> String? {
    for line in spec.split(separator: 0x0A) where line.firstRange(of: "%(".utf8) != nil {
      var rest = line
      while let open = rest.firstRange(of: "${".utf8) {
        let name = rest[open.upperBound...].prefix(while: MacroNames.isNameByte)
        let after = rest[name.endIndex...]
        let digit = after.dropFirst().first.map { (0x30...0x39).contains($0) || $0 == 0x20 || $0 == UInt8(ascii: "$") } ?? false
        if let byte = after.first, "/^,".utf8.contains(byte) || byte == UInt8(ascii: ":") && digit {
          return String(decoding: rest[open.lowerBound...].prefix(30), as: UTF8.self)
        }
        rest = rest[open.upperBound...]
      }
    }
    return nil
  }

  /// Bytes of a spec that are looked at; what a packager writes is smaller, but for changelogs.
  private static let lookedAt = 128 << 10

  /// The names that a target's macro files define.
  package struct DefinedNames: Sendable {
    fileprivate let files: [Set<String>]
    package var all: Set<String> { files.reduce([]) { $0.union($1) } }
    package func contains(_ name: String) -> Bool { files.contains { $0.contains(name) } }
  }

  /// The names a target defines, by the target's name; most texts belong to several targets.
  package static let definedNames: [String: DefinedNames] = {
    var read: [String: Set<String>] = [:]
    var names: [String: DefinedNames] = [:]
    for target in all {
      names[target.name] = DefinedNames(
        files: target.macros.map { text in
          let defined = read[text] ?? Set(MacroNames.defined(in: text))
          read[text] = defined
          return defined
        })
    }
    return names
  }()

  private static let layerNames = Set(MacroLayer.all.flatMap { MacroNames.defined(in: $0.macros) })

  /// Whether some target, layer or family has a name, as its tables say.
  package static func isListed(_ name: String) -> Bool {
    definedNames.values.contains { $0.contains(name) } || layerNames.contains(name)
      || !MacroFamilyIndex.shared.distributions(tellingFrom: name).isEmpty
  }

  /// The same, without making the tables for what all specs are made of: on a host with the macros of a spec, none is needed.
  private static func isKnown(_ name: String) -> Bool {
    guard !MacroNames.ofAllSpecs.contains(name) else { return false }
    return isListed(name)
  }
}
