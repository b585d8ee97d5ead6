/// A replacement of one stretch of the spec.
public struct TextEdit: Sendable, Hashable {
  public let range: ByteRange
  public let newText: [UInt8]

  package init(range: ByteRange, newText: [UInt8]) {
    self.range = range
    self.newText = newText
  }
}

/// A rewrite that is offered with a diagnostic.
///
/// A rule proposes it; only one that was tried on a copy of the spec is offered, as safe where everything it claims was seen.
public struct FixIt: Sendable, Hashable {
  /// Whether a rewrite may be made unasked.
  public enum Applicability: String, Sendable { case safe, unsafe }

  /// Imperative: "remove '-p 4'".
  public let title: String
  public let applicability: Applicability
  /// In order, without overlaps, all in the spec itself.
  public let edits: [TextEdit]
  /// Why it is not safe; nil for a safe one.
  public let reason: String?
  /// What it changes for go commands.
  package let promise: FixPromise

  package init(title: String, applicability: Applicability, edits: [TextEdit], reason: String?, promise: FixPromise) {
    self.title = title
    self.applicability = applicability
    self.edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.reason = reason
    self.promise = promise
  }

  /// The same rewrite, held to be unsafe.
  package func doubted(because reason: String) -> FixIt {
    FixIt(title: title, applicability: .unsafe, edits: edits, reason: reason, promise: promise)
  }
}

/// What a rewrite says it changes of what go commands see; any other change is held against it.
package struct FixPromise: Sendable, Hashable {
  package enum Effect: Sendable, Hashable { case arguments, commands, moduleMode, moduleCache, buildCache, parallelism }

  /// Environment variables that get another value.
  package let variables: Set<String>
  package let effects: Set<Effect>
  /// Go takes for every variable what it took before, wherever it now comes from.
  package let keepsSettings: Bool
  /// Go's subcommands whose words change ("mod download"), where the effects hold words; nil for all.
  package let subcommands: Set<String>?
  /// Macros that come, go or get another value, wherever the spec calls them.
  package let macros: Set<String>

  package init(
    variables: Set<String> = [], effects: Set<Effect> = [], keepsSettings: Bool = false, subcommands: Set<String>? = nil,
    macros: Set<String> = []
  ) {
    self.variables = variables
    self.effects = effects
    self.keepsSettings = keepsSettings
    self.subcommands = subcommands
    self.macros = macros
  }

  /// What several rewrites change together.
  package init(all promises: [FixPromise]) {
    variables = Set(promises.flatMap(\.variables))
    effects = Set(promises.flatMap(\.effects))
    keepsSettings = promises.allSatisfy(\.keepsSettings)
    let changing = promises.filter { $0.effects.contains(.arguments) }
    let isLimited = changing.allSatisfy { $0.subcommands != nil }
    macros = Set(promises.flatMap(\.macros))
    subcommands = isLimited ? Set(changing.flatMap { $0.subcommands ?? [] }) : nil
  }

  /// Go commands see what they saw before.
  package static let nothing = FixPromise()
}
