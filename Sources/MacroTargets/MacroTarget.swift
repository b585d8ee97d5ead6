/// A distribution's macros, modelled: names, options, arguments, environment and commands, not their text.
///
/// They are loaded over the macros of rpm itself, so that a spec can be judged for a distribution on any machine. One file
/// holds one distribution; what several share is in files of its own (`SharedMacros`).
package struct MacroTarget: Sendable {
  /// As `--target` takes it.
  package let name: String
  package let summary: String
  /// What its rpm reads otherwise than others.
  package let dialect: RPMDialect
  /// Minor release of Go 1 that the distribution builds with.
  package let goRelease: Int
  /// `$GOROOT/go.env` and Go's own defaults where the distribution changes them.
  package let goEnvironment: [String: String]
  /// What the distribution's builder exports to scriptlets besides HOME and PATH, and what its login shell does.
  package let environment: [String: String]
  /// HOME of the user who builds: mock's `/builddir` unless the distribution has a builder of its own (OBS: `abuild`'s, hasher: `/usr/src`).
  package let home: String
  package let buildsDebuginfo: Bool
  /// Macro files' texts, in the syntax of rpm's macro files, in the order in which they are loaded.
  package let macros: [String]
  /// Lua that defines what the macros call, run once.
  package let lua: String
  /// Macros of the host that this distribution does not have.
  package let undefined: [String]
  /// A macro that rpm on this distribution always defines.
  package let identity: String
  /// What only specs of this distribution have in them.
  let words: [String]

  package init(
    name: String, summary: String, rpm: RPMDialect, goRelease: Int, goEnvironment: [String: String] = [:],
    environment: [String: String] = [:], home: String = "/builddir", buildsDebuginfo: Bool = true, macros: [String], lua: String = "",
    undefined: [String] = [],
    identity: String, words: [String] = []
  ) {
    self.name = name
    self.summary = summary
    dialect = rpm
    self.goRelease = goRelease
    self.goEnvironment = goEnvironment
    self.environment = environment
    self.home = home
    self.buildsDebuginfo = buildsDebuginfo
    self.macros = macros
    self.lua = lua
    self.undefined = undefined
    self.identity = identity
    self.words = words
  }

  /// The macros by which specs tell distributions apart, with their values; nil for one that this target does not define.
  package var identityMacros: [String: String?] {
    var values: [String: String?] = [:]
    for name in DistributionSigns.questions.values.joined() {
      values[name] = .some(nil)
      for line in macros.last?.split(separator: "\n") ?? [] where line.hasPrefix("%\(name) ") {
        values[name] = String(line.dropFirst(name.utf8.count + 2))
      }
    }
    return values
  }

  /// All of them, as `rpmscope targets` lists them.
  package static let all: [MacroTarget] = [
    .fedora, .epel9, .epel10, .opensuse, .azurelinux, .photon, .mageia, .openeuler, .altlinux, .openruyi,
  ]

  package static func named(_ name: String) -> MacroTarget? { all.first { $0.name == name } }

  /// The one that a spec was read for; for the host that of its distribution, so that a machine of that distribution and any other give
  /// the same answers.
  ///
  /// - Parameters:
  ///   - name: "host", or a bundled target's name.
  ///   - macros: that the host defines, with their values.
  package static func serving(_ name: String, macros: [String: [UInt8]]) -> MacroTarget? {
    guard name == "host" else { return named(name) }
    if let release = macros["rhel"] { return Int(String(decoding: release, as: UTF8.self)) ?? 0 >= 10 ? epel10 : epel9 }
    return all.first { $0.name != "altlinux" && macros[$0.identity] != nil }
  }
}
