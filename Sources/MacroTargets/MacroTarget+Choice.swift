internal import Diagnostics

extension MacroTarget {
  /// What `--target auto` takes for a spec.
  package struct Choice: Sendable, Hashable {
    /// "host" or a target's name.
    package let name: String
    /// "it uses '%gometa', which the host does not define".
    package let reason: String
  }

  /// The host's macros where they define all the spec calls, else the distribution whose words the spec speaks.
  ///
  /// Among the distributions the one counts that defines most of what the host lacks; a word that only one has counts for
  /// several of them, and with equal counts the first in `all` is taken. A name that the spec also asks about (`%{?golang_build:1}`) counts
  /// for none: it goes on without it.
  ///
  /// - Parameters:
  ///   - isDefined: whether the host defines a macro.
  ///   - hostShellIsBash: whether `%(…)` would meet bash there, as it does on every RPM distribution; on Debian it is dash.
  package static func choice(for spec: [UInt8], hostShellIsBash: Bool, isDefined: (String) -> Bool) -> Choice {
    let spec = Array(spec.prefix(lookedAt))
    let missing = MacroNames.needed(in: spec).filter { knownNames.contains($0) && !isDefined($0) }
    let speaking = wordCounts(in: spec)
    guard let cause = missing.first.map({ "%" + $0 }) ?? speaking.first?.word ?? (hostShellIsBash ? nil : bashWord(in: spec)) else {
      return Choice(name: "host", reason: "the host's macros define what it uses")
    }
    let layer = MacroLayer.all.first { $0.isSpoken(in: spec) }
    if speaking.isEmpty, let layer {
      return Choice(name: layer.base, reason: "it uses '\(cause)', which the host does not define, and is one of \(layer.summary)")
    }
    let asked = MacroNames.asked(in: spec)
    let telling = missing.filter { !asked.contains($0) }
    var best = (target: fedora, score: -1)
    for target in all {
      let names = definedNames[target.name] ?? []
      let words = speaking.first { $0.target == target.name }?.count ?? 0
      let score = words * wordWeight + telling.count { names.contains($0) }
      if score > best.score { best = (target, score) }
    }
    // A host of that distribution knows its own macros better than a model does.
    if isDefined(best.target.identity) { return Choice(name: "host", reason: "the host is of that distribution") }
    let knows = missing.isEmpty && speaking.isEmpty ? "needs a shell that the host does not have for" : "uses"
    return Choice(
      name: best.target.name, reason: "it \(knows) '\(cause)'\(missing.isEmpty ? "" : ", which the host does not define")")
  }

  /// What one word of a distribution weighs against macros that several distributions have.
  private static let wordWeight = 5

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

  /// The names a target defines, by the target's name; most texts belong to several targets.
  package static let definedNames: [String: Set<String>] = {
    var read: [String: [String]] = [:]
    var names: [String: Set<String>] = [:]
    for target in all {
      names[target.name] = Set(
        target.macros.flatMap { text in
          let defined = read[text] ?? MacroNames.defined(in: text)
          read[text] = defined
          return defined
        })
    }
    return names
  }()

  /// Names that some target defines.
  package static let names = definedNames.values.reduce(Set()) { $0.union($1) }

  /// Names that some target or layer defines.
  private static let knownNames = names.union(MacroLayer.all.flatMap { MacroNames.defined(in: $0.macros) })

  /// Collects the names now rather than when a spec is first looked at.
  package static func prepareChoice() { _ = knownNames.count }

  /// Targets whose words occur, in the order of `all`, with the number of different ones.
  private static func wordCounts(in spec: [UInt8]) -> [(target: String, word: String, count: Int)] {
    let spec = SpecWords(bytes: spec)
    return all.compactMap { target in
      let found = target.words.filter(spec.contains)
      return found.first.map { (target.name, $0, found.count) }
    }
  }
}
