import MacroTargets

/// Whose macros a spec is read with: this machine's, or a distribution's.
public struct Target: Sendable, Hashable {
  /// As `--target` takes it: "auto", "host", "fedora" …
  public let name: String

  /// Takes what distributions and mock call a release, too ("f44", "epel-9-x86_64", "opensuse-tumbleweed"). Refuses a name that is none
  /// of `all`, and says which was meant.
  public init(_ name: String) throws(LintFailure) {
    guard let target = Self.all.first(where: { $0.name == name || $0.name == MacroTarget.canonicalName(name) }) else {
      let meant = NearWord.nearest(to: name, among: Self.all.map(\.name)).map { "did you mean '\($0)'?" }
      throw LintFailure("unknown target '\(name)'; \(meant ?? "there are \(Self.names)")")
    }
    self = target
  }

  /// A name that is known to be one: a report's.
  package init(known name: String) { self.name = name }

  /// The host's macros where they define what a spec uses, else the bundled set that fits best.
  package static let auto = Target(known: "auto")
  /// The macros of this machine's rpm.
  package static let host = Target(known: "host")

  /// One for each distribution whose macros are bundled.
  package static let bundled = MacroTarget.all.map { Target(known: $0.name) }

  /// All that there are: "auto", "host" and the distributions whose macros are bundled.
  public static let all = [auto, host] + bundled

  /// A regular expression of what `init(_:)` takes besides; it also takes releases that are not modelled.
  package static let spellings = "(\(MacroTarget.firstWords.joined(separator: "|")))([-0-9+_.][-0-9A-Za-z+_.]*)?"

  private static var names: String { "all, \(all.map(\.name).joined(separator: ", "))" }

  /// As the option has them: several with commas, or "all" for every bundled one.
  package static func list(_ text: String) throws(LintFailure) -> [Target] {
    if text == "all" { return bundled }
    let targets = try text.split { $0 == "," || $0 == " " }.map { name throws(LintFailure) in try Target(String(name)) }
    guard !targets.isEmpty else { throw LintFailure("no target is named; there are \(names)") }
    return targets
  }

  /// The opposite of `list`.
  package static func text(of targets: [Target]) -> String {
    targets == bundled ? "all" : targets.map(\.name).joined(separator: ",")
  }

  /// One sentence: what it is taken for.
  package var summary: String {
    switch self {
    case .auto: "the host's macros where they define what a spec uses, else the set whose words it speaks"
    case .host: "the macros of this machine's rpm"
    default:
      MacroTarget.named(name).map {
        "\($0.summary); rpm \($0.dialect.version), Go 1.\($0.goRelease)"
      } ?? ""
    }
  }
}
