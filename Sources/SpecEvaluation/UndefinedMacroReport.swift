internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import RPMMacros
internal import SpecSyntax

/// Says once for each name that nobody defines it: what was meant, what brings it, or that it is not known here.
///
/// `%{name}` counts anywhere, `%name` where it is the first word of a line: elsewhere in shell text it is more often a format of date,
/// printf or find. Left out are comments, prose, what a template is to be filled in with, and lines that hand the braces to another
/// program (`rpm --queryformat '%{NAME}'`, `curl -w '%{http_code}'`), and conditions that ask first whether the builder has defined
/// something (`%if %{defined copr_owner} && "%{copr_owner}" == "acme"`). Of `%{?name}` only a name is reported that is one slip away from a
/// macro: most of them are switches for the builder to set. A warning is what is wrong whoever builds; that rpmscope does not know a
/// name is no fault of the spec.
struct UndefinedMacroReport {
  let state: EvaluationState
  let engine: MacroEngine
  let target: TargetNames
  /// Of the main package, in lower case.
  let tags: Set<String>

  private static let otherPrograms = ["--qf", "--queryformat", "rpm -q", "curl ", " -w ", "jq ", "git log", "--pretty", "--format"]

  func write() {
    // What could not be read may define any name.
    guard !state.hasUnreadFile else { return }
    let calls = state.spec.undefinedMacros.filter { isCall($0) }
    let candidates = state.absentMacros.filter { $0.name.utf8.count > 5 && isName($0.name) && isUnheardOf($0.name) }
    guard !calls.isEmpty || !candidates.isEmpty else { return }
    let own = ownNames
    // The first call of each name, without names that a branch not taken, or a later line, defines.
    var seen = own
    let absent = candidates.filter { seen.insert($0.name).inserted }
    guard !calls.isEmpty || !absent.isEmpty else { return }
    let near = NearMacro(engine.definedNames.union(own).union(target.listed))
    var known: Set<String> = []
    for macro in calls where known.insert(macro.name).inserted {
      let shown = macro.isBraced ? "%{\(macro.name)}" : "%\(macro.name)"
      guard var verdict = verdict(on: macro.name, near: near) else { continue }
      if target.isNamed, isUnheardOf(macro.name), isRefusedInTag(macro) {
        verdict.severity = .error
        verdict.confidence = .medium
        verdict.effect = " and refuses the tag"
      }
      state.report(
        .undefinedMacro,
        "macro '\(macro.name)' is not defined\(verdict.circumstance); rpm leaves '\(shown)' as it is\(verdict.effect)\(verdict.advice)",
        at: macro.source,
        cause: verdict.meant.map { .misspelling(written: macro.name, meant: $0) }, severity: verdict.severity,
        confidence: verdict.confidence)
    }
    for macro in absent where !near.contains(macro.name) {
      guard let meant = near.nearest(to: macro.name), known.insert(macro.name).inserted else { continue }
      state.report(
        .undefinedMacro, "macro '\(macro.name)' is not defined and expands to nothing; did you mean '\(meant)'?",
        at: macro.source, cause: .misspelling(written: macro.name, meant: meant))
    }
  }

  // MARK: What is said of a name

  private struct Verdict {
    var severity = Severity.warning
    var confidence = Confidence.high
    var circumstance = ""
    /// What follows from rpm leaving the call as it is.
    var effect = ""
    var advice = ""
    var meant: String?
  }

  /// nil where nothing is to be said: the macro comes with a package that is required.
  private func verdict(on name: String, near: NearMacro) -> Verdict? {
    if let tag = Self.tag(defining: name) { return verdict(on: tag) }
    switch target.provenance(of: name, isListed: true) {
    case .target(let family): return verdict(on: family)
    case .foreign(let distribution, let package): return verdict(on: distribution, package)
    case .builder: return Self.unknown
    case .unheardOf: break
    }
    if let meant = near.nearest(to: name) ?? near.underscored(name) { return Verdict(advice: "; did you mean '\(meant)'?", meant: meant) }
    switch target.provenance(of: name, isListed: false) {
    case .target(let family): return verdict(on: family)
    case .foreign(let distribution, let package): return verdict(on: distribution, package)
    case .builder, .unheardOf: return Self.unknown
    }
  }

  private static let unknown = Verdict(
    severity: .info, confidence: .low, circumstance: " by the target or the spec", advice: "; '--define' or '--load' says what defines it")

  private func verdict(on family: MacroFamily) -> Verdict? {
    if !family.setBy.isEmpty {
      guard !family.setBy.contains(where: isCalled) else { return nil }
      let setters = family.setBy.prefix(2).map { "'%\($0)'" }.joined(separator: " or ")
      return Verdict(advice: "; \(setters) sets it and must come first")
    }
    guard let package = family.package, target.isSure, !isRequired(family) else { return nil }
    return Verdict(confidence: .medium, advice: "; require '\(package)', which provides it")
  }

  /// On a target that somebody has named the macro is missing; a target that was guessed may be the wrong guess.
  private func verdict(on distribution: Distribution, _ package: String?) -> Verdict {
    let advice = package.map { "; \(distribution.title) has it in '\($0)'" } ?? "; it is one of \(distribution.title)'s"
    return target.isNamed ? Verdict(confidence: .medium, advice: advice) : Verdict(severity: .info, confidence: .low, advice: advice)
  }

  /// What a tag sets is missing before the tag; where the tag is nowhere, that is what is said.
  private func verdict(on tag: String) -> Verdict? {
    let isNumbered = tag.last?.isNumber == true
    guard isNumbered || tags.contains(tag.lowercased()) else { return nil }
    return Verdict(circumstance: " here", advice: "; the tag '\(tag):' sets it, and there is none before this line")
  }

  /// "Version", "Source2": the tag that defines `%{version}`, `%{SOURCE2}`; nil for other names.
  private static func tag(defining name: String) -> String? {
    let lower = name.lowercased()
    if name == lower || name == name.uppercased(), ["name", "version", "release", "epoch", "url"].contains(lower) {
      return lower == "url" ? "URL" : lower.prefix(1).uppercased() + lower.dropFirst()
    }
    for kind in ["SOURCE", "PATCH"] where name.hasPrefix(kind) {
      let number = name.dropFirst(kind.count)
      guard !number.isEmpty, number.utf8.allSatisfy(\.isDigit) else { return nil }
      return kind.prefix(1) + kind.dropFirst().lowercased() + number
    }
    return nil
  }

  private func isUnheardOf(_ name: String) -> Bool {
    if case .unheardOf = target.provenance(of: name, isListed: true) { true } else { false }
  }

  private func isCalled(_ name: String) -> Bool {
    state.spec.text.runs.contains { if case .macro(_, _, name) = $0.origin { true } else { false } }
  }

  /// Whether something that is required may bring a package; what is only known while the package is built may be anything.
  private func isRequired(_ family: MacroFamily) -> Bool {
    if state.spec.sections.contains(where: { $0.keyword == .generateBuildrequires }) { return true }
    return state.spec.tags.contains { tag in
      guard tag.name.lowercased() == "buildrequires" || tag.name.lowercased() == "buildsystem" else { return false }
      let value = String(decoding: tag.value.bytes, as: UTF8.self)
      return value.contains("%") || family.comesWith.contains(where: value.contains)
    }
  }

  // MARK: Which calls count

  private func isCall(_ macro: UndefinedMacro) -> Bool {
    guard macro.section.kind != .prose, isName(macro.name), !isOthers(macro), !isAskedFor(macro) else { return false }
    return macro.isBraced || isFirstWord(macro) || beginsWordOfTag(macro)
  }

  /// `Requires: %name`, not `Summary: 100%pure`.
  private func beginsWordOfTag(_ macro: UndefinedMacro) -> Bool {
    guard macro.section.kind == .tags, let tag = tag(at: macro), Self.prose.isDisjoint(with: [tag.name]) else { return false }
    let before = state.spec.files[macro.file].bytes[..<macro.range.lowerBound].last ?? 0x0A
    return before.isSpace || ":=<>(,".utf8.contains(before)
  }

  private static let prose: Set<String> = ["summary", "group", "packager", "vendor", "distribution", "license"]

  /// rpm looks at the characters of these (`rpmCharCheck` and `checkDep` in its build/parsePreamble.c and build/parseReqs.c).
  private func isRefusedInTag(_ macro: UndefinedMacro) -> Bool {
    guard macro.section.kind == .tags, let tag = tag(at: macro) else { return false }
    return tag.isDependency || ["name", "version", "release", "epoch"].contains(tag.name)
  }

  private func tag(at macro: UndefinedMacro) -> TagText? {
    let file = state.spec.files[macro.file]
    return TagText(Array(file.line(file.location(of: macro.range.lowerBound).line)))
  }

  private func isName(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.allSatisfy(\.isNameByte) && !(name.utf8.first?.isDigit ?? true)
  }

  private func isFirstWord(_ macro: UndefinedMacro) -> Bool {
    let bytes = state.spec.files[macro.file].bytes
    let before = bytes[..<macro.range.lowerBound].reversed().prefix { $0 != 0x0A }
    let after = bytes[(macro.range.lowerBound + 1)...].drop(while: \.isNameByte).first ?? 0x0A
    return before.allSatisfy { $0.isBlank } && after.isSpace
  }

  private func isOthers(_ macro: UndefinedMacro) -> Bool {
    let file = state.spec.files[macro.file]
    let line = file.line(file.location(of: macro.range.lowerBound).line)
    if line.first(where: { !$0.isSpace }) == UInt8(ascii: "#") || state.template?.isIn(line) == true { return true }
    let text = String(decoding: line, as: UTF8.self)
    return Self.otherPrograms.contains { text.contains($0) }
  }

  /// Whether a call stands right of `&&` in a condition whose left side asks what is defined, so that nothing depends on it elsewhere.
  private func isAskedFor(_ macro: UndefinedMacro) -> Bool {
    let file = state.spec.files[macro.file]
    let place = file.location(of: macro.range.lowerBound)
    let before = String(decoding: file.line(place.line).prefix(place.column - 1), as: UTF8.self)
    guard let first = before.split(separator: " ").first, first == "%if" || first == "%elif", before.contains("&&") else { return false }
    return ["%{defined ", "%{?", "defined("].contains { before.contains($0) }
  }

  // MARK: The spec's own names

  /// What the spec defines anywhere, also in branches that are not taken, with the switches of its build conditions.
  private var ownNames: Set<String> {
    Set(state.spec.files.flatMap { Self.definedNames(in: $0.bytes) })
  }

  private static func definedNames(in bytes: [UInt8]) -> [String] {
    let defined = Spec(bytes).definitions.map { String(decoding: bytes[$0.name], as: UTF8.self) }
    return defined + switches(in: bytes).flatMap { ["with_\($0)", "_with_\($0)", "_without_\($0)"] }
  }

  /// The names of build conditions: `%bcond_with docs`, `%bcond docs 1`.
  private static func switches(in bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var rest = bytes[...]
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      let word = rest.prefix(while: \.isNameByte)
      guard ["bcond".utf8, "bcond_with".utf8, "bcond_without".utf8].contains(where: word.elementsEqual) else { continue }
      let name = rest[word.endIndex...].drop(while: \.isBlank).prefix(while: \.isNameByte)
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}
