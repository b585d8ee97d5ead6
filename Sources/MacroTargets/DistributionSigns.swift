/// What in a spec's text tells whose it is.
///
/// A word that only one distribution's specs have, a macro that only some define, and the distributions that conditions ask for
/// (`%if 0%{?rhel}`, `%{?el8:…}`): every sign counts, and the weights are added.
struct DistributionSigns {
  /// What one word of a distribution weighs against macros that several distributions have.
  private static let wordWeight = 5
  /// What a question weighs: specs ask for others than their own, too.
  private static let questionWeight = 2

  struct Score {
    let target: MacroTarget
    /// The first of its own words.
    var word: String?
    /// The first macro that is asked for and that only this distribution's rpm defines.
    var question: String?
    var weight = 0
  }

  /// In the order of the targets.
  let scores: [Score]
  /// Words, in no order of weight: "Vendor:", which Fedora's guidelines forbid.
  let hasVendor: Bool

  /// - Parameters:
  ///   - missing: macros that the spec needs and the host lacks.
  ///   - targets: that can read it at all.
  init(of spec: [UInt8], missing: [String], among targets: [MacroTarget] = MacroTarget.all) {
    let words = SpecWords(bytes: spec)
    let asked = MacroNames.asked(in: spec)
    // It goes on without what it asks about.
    let telling = missing.filter { !asked.contains($0) }
    scores = targets.map { target in
      var score = Score(target: target)
      let found = target.words.filter(words.contains)
      score.word = found.first
      score.question = (Self.questions[target.name] ?? []).first(where: asked.contains)
      score.weight += found.count * Self.wordWeight
      if score.question != nil { score.weight += Self.questionWeight }
      let distribution = Distribution(target: target.name)
      score.weight += telling.count { name in
        MacroTarget.definedNames[target.name]?.contains(name) == true
          || distribution.map(MacroFamilyIndex.shared.distributions(tellingFrom: name).contains) ?? false
      }
      return score
    }
    hasVendor = words.contains("\nVendor:") || words.contains("\nPackager:") || words.contains("\nDistribution:")
  }

  /// The first of those that weigh most.
  var best: Score? {
    scores.reduce(nil) { best, score in score.weight > best?.weight ?? 0 ? score : best }
  }

  /// Whether nothing tells of another distribution: Fedora and Enterprise Linux, which share their specs, count as one.
  func isSure(of target: MacroTarget) -> Bool {
    guard !hasVendor || target.words.contains(where: { $0.contains("Corporation") || $0.contains("Inc.") }) else { return false }
    return scores.allSatisfy { score in
      Self.camp(of: score.target) == Self.camp(of: target) || score.word == nil && score.question == nil
    }
  }

  private static func camp(of target: MacroTarget) -> String { target.name.hasPrefix("epel") ? "fedora" : target.name }

  /// What only one distribution's rpm defines, by target. EPEL's releases share a name.
  static let questions: [String: [String]] = [
    "fedora": ["fedora", "fc43", "fc44"],
    "epel9": ["rhel", "el9", "el8", "el7", "el6", "centos", "centos_ver", "epel"],
    "epel10": ["el10"],
    "opensuse": ["suse_version", "sle_version", "is_opensuse", "sles_version"],
    "azurelinux": ["azl", "mariner", "mariner_version"],
    "photon": ["photon_release_version"],
    "mageia": ["mageia", "mgaversion", "mga8", "mga9", "mga10"],
    "openeuler": ["openEuler", "openeuler"],
  ]
}
