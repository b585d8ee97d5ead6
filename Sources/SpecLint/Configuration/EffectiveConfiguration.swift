import Diagnostics

/// The settings that hold for one spec, written as a configuration.
package enum EffectiveConfiguration {
  /// - Parameter spec: A spec, or a folder with a slash at the end, to which overrides do not apply.
  package static func text(_ configuration: Configuration?, for spec: String) -> String {
    let settings = spec.hasSuffix("/") ? configuration?.settings : configuration?.settings(for: spec)
    let options = (settings ?? LintSettings()).applied(to: LintOptions())
    let origin = configuration.map { "from \(TerminalText.display($0.path))" } ?? "no \(Configuration.fileName) found"
    var text = "# what holds for \(TerminalText.display(spec)): \(origin)\n"
    for key in ConfigurationKey.allCases { text += lines(key, options, configuration) }
    if let configuration, configuration.excludes(spec) { text += "# this spec is excluded\n" }
    return text
  }

  private static func lines(_ key: ConfigurationKey, _ options: LintOptions, _ configuration: Configuration?) -> String {
    switch key {
    case .target: line(key, Target.text(of: options.evaluation.targets))
    case .define: list(key, options.evaluation.defines.map(\.text))
    case .undefine: list(key, options.evaluation.undefines)
    case .branches: line(key, options.branches.rawValue)
    case .builder: line(key, options.builder.rawValue)
    case .persona: line(key, options.persona.rawValue)
    case .profile: options.profile.map { line(key, $0.rawValue) } ?? ""
    case .select: list(key, options.select.map(\.id))
    case .ignore: list(key, options.ignore.map(\.id))
    case .severity: mapping(key, options.severities)
    case .minConfidence: line(key, options.minimumConfidence.rawValue)
    case .failOn: line(key, options.failOn.rawValue)
    case .timeout: "\(key.rawValue): \(options.evaluation.timeLimit)\n"
    case .baseline: configuration?.baseline.map { line(key, RootedPath.absolute($0)) } ?? ""
    case .exclude: list(key, configuration?.exclude.patterns.map(\.text) ?? [])
    // They are in the other values already.
    case .overrides: ""
    }
  }

  private static func line(_ key: ConfigurationKey, _ value: String) -> String { "\(key.rawValue): \(scalar(value))\n" }

  private static func list(_ key: ConfigurationKey, _ values: [String]) -> String {
    values.isEmpty ? "" : "\(key.rawValue):\n" + values.map { "  - \(scalar($0))\n" }.joined()
  }

  private static func mapping(_ key: ConfigurationKey, _ values: [DescribedRule: Severity]) -> String {
    guard !values.isEmpty else { return "" }
    return "\(key.rawValue):\n" + values.sorted { $0.key.id < $1.key.id }.map { "  \($0.key.id): \(scalar($0.value.rawValue))\n" }.joined()
  }

  /// Plain where that is safe, else in double quotes, where YAML takes what JSON does.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }
    if isPlain, !text.isEmpty, !text.hasPrefix("-"), !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text) {
      return text
    }
    var json = JSONWriter(invalidBytes: .replaced)
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
