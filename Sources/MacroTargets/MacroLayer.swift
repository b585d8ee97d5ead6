/// The macros of a builder that stands on top of a distribution, modelled as a target's are.
///
/// Such specs (PostgreSQL's own packages, OpenHPC, Bottlerocket …) need what no distribution defines: it comes from the builder's
/// command line or from a package of its own. A layer is loaded over a bundled target when the spec speaks its words.
package struct MacroLayer: Sendable {
  package let name: String
  package let summary: String
  /// The target it is meant for, taken by `--target auto`.
  package let base: String
  /// Words that only specs of this builder have; one is enough.
  package let words: [String]
  /// A macro file's text.
  package let macros: String
  /// Whose names are known besides those of the target; nil where the layer holds all.
  package let distribution: Distribution?
  /// Macros of the target that are not defined here, because the layer is a distribution of its own.
  package let undefined: [String]

  init(
    name: String, summary: String, base: String, words: [String], macros: String = "", distribution: Distribution? = nil,
    undefined: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.base = base
    self.words = words
    self.macros = macros
    self.distribution = distribution
    self.undefined = undefined
  }

  package static let all: [MacroLayer] = [
    .pgdg, .bottlerocket, .openHPC, .cms, .os2, .foreman, .softwareCollections, .pld, .openMandriva, .clearLinux, .terra,
  ]

  package func isSpoken(in spec: [UInt8]) -> Bool {
    words.contains(where: SpecWords(bytes: spec).contains)
  }
}
