import Diagnostics
import YAMLTree

/// Reads a configuration and collects everything that is wrong with it, each with its place and what to write instead.
struct ConfigurationReader {
  private let path: String
  private var problems: [String] = []

  private init(path: String) { self.path = path }

  static func read(_ bytes: [UInt8], path: String) throws(LintFailure) -> Configuration {
    var configuration = Configuration(path: path)
    let root: YAMLNode?
    do { root = try YAMLNode.parse(bytes) } catch {
      throw LintFailure("\(path):\(error.line):\(error.column): \(error.message)")
    }
    guard let root else { return configuration }
    var reader = ConfigurationReader(path: path)
    for (key, node) in reader.members(of: root, allowed: ConfigurationKey.allCases, also: []) {
      switch key {
      case .exclude: configuration.exclude = GlobList(reader.globs(node))
      case .baseline:
        if let text = reader.text(node) { configuration.baseline = text.hasPrefix("/") ? text : configuration.folderPrefix + text }
      case .overrides: configuration.overrides = reader.overrides(node)
      case .target, .define, .undefine, .branches, .builder, .persona, .profile,
        .select, .ignore, .severity, .minConfidence, .failOn, .timeout:
        reader.read(key, node, into: &configuration.settings)
      }
    }
    guard reader.problems.isEmpty else { throw LintFailure(reader.problems.joined(separator: "\n")) }
    return configuration
  }

  private mutating func complain(_ message: String, at node: YAMLNode) {
    problems.append("\(path):\(node.line):\(node.column): \(message)")
  }

  // MARK: Keys

  /// The known keys of a mapping with their values.
  private mutating func members(
    of node: YAMLNode, allowed: [ConfigurationKey], also others: [String]
  ) -> [(key: ConfigurationKey, value: YAMLNode)] {
    guard case .mapping(let pairs) = node.content else {
      if case .scalar("") = node.content { return [] }
      complain("expected a mapping, as in '\(allowed[0].rawValue): …'", at: node)
      return []
    }
    var members: [(key: ConfigurationKey, value: YAMLNode)] = []
    for (key, value) in pairs {
      guard case .scalar(let name) = key.content else {
        complain("a key must be a single word", at: key)
        continue
      }
      if others.contains(name) { continue }
      if let known = ConfigurationKey(rawValue: name), allowed.contains(known) {
        members.append((known, value))
      } else {
        complain(Self.unknownKey(name, allowed: allowed.map(\.rawValue) + others), at: key)
      }
    }
    return members
  }

  private static func unknownKey(_ name: String, allowed: [String]) -> String {
    switch name {
    case "allow-shell", "load":
      return "'\(name)' cannot be set in a file, because a folder of specs must not decide what is run or read; use the option --\(name)"
    default: break
    }
    if ConfigurationKey(rawValue: name) != nil { return "'\(name)' is not allowed in 'overrides'; move it to the top level" }
    if let near = NearWord.nearest(to: name, among: allowed) { return "unknown key '\(name)'; did you mean '\(near)'?" }
    return "unknown key '\(name)'; there are \(allowed.joined(separator: ", "))"
  }

  private mutating func read(_ key: ConfigurationKey, _ node: YAMLNode, into settings: inout LintSettings) {
    switch key {
    case .target: settings.targets = targets(node)
    case .define: settings.defines = definitions(node)
    case .undefine: settings.undefines = texts(node, each: "a macro's name")
    case .branches: settings.branches = word(node, of: key).flatMap(LintOptions.Branches.init)
    case .builder: settings.builder = word(node, of: key).flatMap(LintOptions.Builder.init)
    case .persona: settings.persona = word(node, of: key).flatMap(LintOptions.Persona.init)
    case .profile: settings.profile = word(node, of: key).flatMap(LintOptions.Profile.init)
    case .select: settings.select = rules(node)
    case .ignore: settings.ignore = rules(node)
    case .severity: settings.severities = severities(node)
    case .minConfidence: settings.minimumConfidence = word(node, of: key).flatMap(Confidence.init)
    case .failOn: settings.failOn = word(node, of: key).flatMap(FailureThreshold.init)
    case .timeout: settings.timeLimit = seconds(node)
    case .baseline, .exclude, .overrides: break
    }
  }

  private mutating func overrides(_ node: YAMLNode) -> [Configuration.Override] {
    guard case .list(let items) = node.content else {
      complain("'overrides' is a list, each item with 'paths' and the settings for them", at: node)
      return []
    }
    return items.compactMap { item in
      var settings = LintSettings()
      for (key, value) in members(of: item, allowed: ConfigurationKey.allCases.filter(\.isForSomeFiles), also: ["paths"]) {
        read(key, value, into: &settings)
      }
      guard case .mapping(let pairs) = item.content else { return nil }
      guard let paths = pairs.first(where: { if case .scalar("paths") = $0.key.content { true } else { false } })?.value else {
        complain("an override needs 'paths', a list of patterns such as '- legacy/*.spec'", at: item)
        return nil
      }
      return Configuration.Override(paths: GlobList(globs(paths)), settings: settings)
    }
  }

  // MARK: Values

  private mutating func text(_ node: YAMLNode, what: String = "a single value") -> String? {
    if case .scalar(let text) = node.content, !text.isEmpty { return text }
    complain("expected \(what)", at: node)
    return nil
  }

  private mutating func word(_ node: YAMLNode, of key: ConfigurationKey) -> String? {
    guard case .word(let words) = key.shape else { return nil }
    let list = words.joined(separator: ", ")
    guard let text = text(node, what: "one of \(list)") else { return nil }
    if words.contains(text) { return text }
    let near = NearWord.nearest(to: text, among: words).map { "; did you mean '\($0)'?" } ?? ""
    complain("invalid \(key.rawValue) '\(text)'\(near.isEmpty ? "; write one of \(list)" : near)", at: node)
    return nil
  }

  /// Each as the option has them, with commas.
  private mutating func targets(_ node: YAMLNode) -> [Target]? {
    let lists = values(node, each: "a target's name") { text throws(LintFailure) in try Target.list(text) }
    return lists.isEmpty ? nil : lists.flatMap(\.self)
  }

  /// The items of a list as what they mean; what is refused is complained of.
  private mutating func values<Element>(
    _ node: YAMLNode, each: String, _ make: (String) throws(LintFailure) -> Element
  ) -> [Element] {
    elements(node, each: each).compactMap { text, item in
      do throws(LintFailure) { return try make(text) } catch {
        complain(error.description, at: item)
        return nil
      }
    }
  }

  private mutating func seconds(_ node: YAMLNode) -> Double? {
    guard let text = text(node, what: "a number of seconds") else { return nil }
    if let seconds = Double(text), seconds > 0, seconds <= 86_400 { return seconds }
    complain("invalid timeout '\(text)'; write a number of seconds from 1 to 86400", at: node)
    return nil
  }

  /// A list of texts, or one text for a list of one.
  private mutating func elements(_ node: YAMLNode, each: String) -> [(text: String, node: YAMLNode)] {
    switch node.content {
    case .list(let items): return items.compactMap { item in text(item, what: each).map { ($0, item) } }
    case .scalar: return text(node, what: "a list, each item \(each)").map { [($0, node)] } ?? []
    case .mapping:
      complain("expected a list, each item \(each)", at: node)
      return []
    }
  }

  private mutating func texts(_ node: YAMLNode, each: String) -> [String] { elements(node, each: each).map(\.text) }

  private mutating func definitions(_ node: YAMLNode) -> [Definition] {
    values(node, each: "'NAME BODY'") { text throws(LintFailure) in try Definition(text) }
  }

  private mutating func rules(_ node: YAMLNode) -> [DescribedRule] {
    elements(node, each: "a rule's id").flatMap { text, item -> [DescribedRule] in
      if let rules = RulePattern.rules(matching: text) { return rules }
      return rule(text, at: item).map { [$0] } ?? []
    }
  }

  private mutating func rule(_ id: String, at node: YAMLNode) -> DescribedRule? {
    if let rule = DescribedRule.named(id) { return rule }
    let hint = DescribedRule.nearest(to: id) == nil ? "; 'rpmscope rules' lists them" : ""
    complain(DescribedRule.unknown(id).description + hint, at: node)
    return nil
  }

  private mutating func severities(_ node: YAMLNode) -> [DescribedRule: Severity] {
    guard case .mapping(let pairs) = node.content else {
      complain("expected rules with severities, as in 'download-in-build: warning'", at: node)
      return [:]
    }
    var severities: [DescribedRule: Severity] = [:]
    for (key, value) in pairs {
      guard let id = text(key, what: "a rule's id"), let rule = rule(id, at: key), let word = text(value, what: "a severity") else {
        continue
      }
      if let severity = Severity(rawValue: word) {
        severities[rule] = severity
      } else if ["off", "none", "ignore"].contains(word) {
        complain("invalid severity '\(word)'; list '\(id)' under 'ignore'", at: value)
      } else {
        complain("invalid severity '\(word)'; write error, warning or info", at: value)
      }
    }
    return severities
  }

  private mutating func globs(_ node: YAMLNode) -> [GlobPattern] {
    elements(node, each: "a pattern").compactMap { text, item in
      guard let pattern = GlobPattern(text) else {
        complain("invalid pattern '\(text)'; write one as in .gitignore, such as 'legacy/*.spec'", at: item)
        return nil
      }
      return pattern
    }
  }
}

extension Configuration {
  package init(contentsOf path: String) throws(LintFailure) {
    self = try ConfigurationReader.read(try FileBytes.read(path), path: path)
  }

  /// What comes before a path that counts from the file's folder.
  fileprivate var folderPrefix: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
}
