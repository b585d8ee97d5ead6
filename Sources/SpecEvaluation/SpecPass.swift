internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import RPMMacros
internal import SpecSyntax

/// One reading of a spec from its first line to its last (`parseSpec` in rpm's build/parseSpec.c).
struct SpecPass {
  private let engine: MacroEngine
  private let state: EvaluationState
  private let dialect: RPMDialect
  private let identity: IdentityReplacement
  private let names: TargetNames
  private var reader: LineReader
  private var sources: SourceTable
  private var buildRoot: [UInt8] = []
  private var section = SectionKeyword.preamble
  private var current = Section(.preamble, line: 1)
  /// Between the end of the spec and the sections that a build system adds there is none.
  private var isInSection = true
  private var buildSystem = BuildSystem()
  /// Of the sub-package whose preamble is being read; nil for the main one.
  private var package: String?
  private var prepLines: [ReadLine] = []
  private var mainTags: [PreambleTag: [UInt8]] = [:]
  /// Of the main package, with a value that whoever builds gives.
  private var tagsOfBuilder: Set<PreambleTag> = []

  init(
    engine: MacroEngine, state: EvaluationState, includes: IncludeResolver, decisions: [Int: Bool], identity: IdentityReplacement,
    dialect: RPMDialect, names: TargetNames
  ) {
    self.engine = engine
    self.state = state
    self.identity = identity
    self.dialect = dialect
    self.names = names
    identity.atStart(engine, usesBuildFolder: dialect.usesBuildFolder)
    reader = LineReader(engine: engine, state: state, includes: includes, decisions: decisions, identity: identity, dialect: dialect)
    sources = SourceTable(engine: engine)
    if dialect.usesBuildFolder { BuildFolder.withdraw(engine) } else { buildRoot = engine.path("%{?buildroot:%{buildroot}}".utf8) }
    engine.push("_docdir", body: "%{_defaultdocdir}".utf8)
    engine.push("_licensedir", body: "%{_defaultlicensedir}".utf8)
  }

  /// - Returns: the architecture to read the spec again for, when a `BuildArch` asks for that.
  mutating func run(isSecond: Bool) -> [UInt8]? {
    if let architecture = readLines(isSecond: isSecond) { return architecture }
    let lines = buildSystem.lines(engine, dialect, without: state.spec.sections)
    if !lines.isEmpty, let place = buildSystem.place {
      reader.append(lines, at: place)
      _ = readLines(isSecond: true)
    }
    finish()
    return nil
  }

  private mutating func readLines(isSecond: Bool) -> [UInt8]? {
    while let line = reader.next(section.stripping) {
      state.place = line.place
      if !replacesPrepLines { record(line) }
      if let keyword = SectionKeyword(line: line.text.bytes[...]), dialect.hasSection(keyword) {
        finishSection()
        start(keyword, line)
        continue
      }
      take(line)
      if !isSecond, let architecture = buildArchitecture() { return architecture }
    }
    finishSection()
    return nil
  }

  /// Whether the lines being read are those of a %prep whose `%setup` and `%patch` are replaced at its end.
  private var replacesPrepLines: Bool { section == .prep && !dialect.hasPrepMacros }

  /// What `rpmspec -P` prints.
  private func record(_ line: ReadLine) {
    state.spec.text.append(line.text)
    if section.stripping.contains(.trailingSpace) { state.spec.text.append([0x0A], origin: line.lineFeed) }
  }

  // MARK: Sections

  private mutating func start(_ keyword: SectionKeyword, _ line: ReadLine) {
    section = keyword
    state.parserInput.start(keyword, line)
    isInSection = true
    let words = line.text.bytes.split { $0.isSpace }.dropFirst().map(Array.init)
    let number = state.spec.files[line.place.file].location(of: line.place.range.lowerBound).line
    current = Section(keyword, arguments: words, line: number)
    state.section = keyword
    if keyword == .package { package = SectionHeader.package(words) }
    // rpm lets `%license` through to its own %files parser.
    if keyword == .files { engine.push("license", body: "%license".utf8, isLiteral: true) }
    if keyword == .end, !words.isEmpty { state.report(.expansionError, "%end takes no arguments") }
    if keyword == .prep, dialect.hasPrepMacros { prepMacros.define() }
    if keyword.isBuildScriptlet { startScriptlet(keyword) }
  }

  private func startScriptlet(_ keyword: SectionKeyword) {
    let addition: Section.Addition?
    do {
      addition = dialect.addsToSections ? try current.addition() : nil
    } catch {
      return state.report(.expansionError, error.reason)
    }
    let isSecond = state.spec.sections.contains { $0.keyword == keyword && (!dialect.addsToSections || $0.isWhole) }
    if addition == nil, isSecond { state.report(.duplicateSection, "second %\(keyword)") }
  }

  private mutating func take(_ line: ReadLine) {
    guard isInSection else { return }
    // A tag that is reported here is kept from rpm's parser, which would report it again and stop.
    if section.kind != .tags || takeTag(line) { state.parserInput.append(line) }
    if section == .sourcelist || section == .patchlist { takeListed(line) }
    if section == .end, !line.text.bytes.allSatisfy(\.isSpace) {
      state.report(.expansionError, "line does not belong to any section")
    }
    if section == .prep { takePrep(line) }
    guard !replacesPrepLines else { return }
    current.text.append(line.text)
    if section.stripping.contains(.trailingSpace) { current.text.append([0x0A], origin: line.lineFeed) }
  }

  private mutating func takePrep(_ line: ReadLine) {
    if replacesPrepLines {
      prepLines.append(line)
    } else if dialect.numberedPatch == .obsolete {
      UnreadPatch(state: state).report(line, dialect)
    }
  }

  private mutating func finishSection() {
    guard isInSection else { return }
    isInSection = false
    if section == .prep {
      if replacesPrepLines { finishPrep() } else { prepMacros.undefine() }
    }
    if section == .files { engine.pop("license") }
    if section == .preamble { finishPreamble() }
    state.spec.sections.append(current)
  }

  private var prepMacros: PrepMacros {
    PrepMacros(
      engine: engine, state: state, sources: sources, dialect: dialect, name: mainTags[.name] ?? [], version: mainTags[.version] ?? [])
  }

  private mutating func finishPrep() {
    let macros = prepMacros
    let outer = state.place
    for line in prepLines {
      state.place = line.place
      if let expansion = macros.expansion(of: line.text.bytes) {
        let origin = directiveOrigin(of: line)
        current.text.append(expansion, origin: origin)
        if dialect.printsPrepExpanded { state.spec.text.append(expansion, origin: origin) } else { state.spec.text.append(line.text) }
      } else {
        UnreadPatch(state: state).report(line, dialect)
        current.text.append(line.text)
        state.spec.text.append(line.text)
      }
    }
    reportDeprecatedPatches()
    state.place = outer
    prepLines = []
  }

  private func reportDeprecatedPatches() {
    let numbered = prepLines.filter { $0.text.bytes.starts(with: "%patch".utf8) && $0.text.bytes.dropFirst(6).first?.isDigit ?? false }
    guard dialect.numberedPatch == .deprecated, let first = numbered.first else { return }
    state.report(
      .expansionWarning, "'%patchN' is deprecated (\(numbered.count) uses); write '%patch -P N'", at: first.place)
  }

  /// `%setup` written in the spec is a call of its own; one that came out of a macro belongs to that macro's call.
  private func directiveOrigin(of line: ReadLine) -> Origin {
    let name = String(decoding: line.text.bytes.dropFirst().prefix { $0.isLetter }, as: UTF8.self)
    guard let first = line.text.runs.first else { return .macro(file: line.place.file, call: line.place.range, name: name) }
    switch first.origin {
    case .macro: return first.origin
    case .verbatim(let file, let offset):
      let length = line.text.bytes.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
      let end = line.text.source(of: 0..<max(1, length))?.range.upperBound ?? offset + length
      return .macro(file: file, call: offset..<max(offset, end), name: name)
    }
  }

  // MARK: Preamble

  /// - Returns: whether the line is a tag, as far as it is known here.
  private mutating func takeTag(_ line: ReadLine) -> Bool {
    let text = line.text
    guard text.bytes.contains(where: { !$0.isSpace }) else { return false }
    guard let parsed = PreambleTag.parse(text.bytes, dialect) else {
      // What a command that is not run would have printed may well be a tag.
      if OpaqueValue.first(in: text.bytes[...]) != nil || isUndefinedCall(line) {
        state.parserInput.hasUnknownStructure = true
        return false
      }
      if text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        state.report(.unknownTag, "a byte order mark begins this line, so that rpm takes it for an unknown tag; save the file without one")
      } else {
        let name = text.bytes.prefix { $0 != UInt8(ascii: ":") }.prefix(100)
        state.report(.unknownTag, "unknown tag '\(String(decoding: name, as: UTF8.self))'")
      }
      return false
    }
    guard !parsed.value.isEmpty else {
      // Whoever builds sets the variable: 'Version: %{getenv:VERSION}'.
      if state.spec.files[line.place.file].bytes[line.place.range].firstRange(of: "%{getenv:".utf8) != nil {
        if package == nil { tagsOfBuilder.insert(parsed.tag) }
        return false
      }
      // Where the value could not be expanded, that is what is wrong.
      if !state.hasExpansionError(in: state.place) { state.report(.emptyTag, "tag '\(parsed.tag.rawValue.capitalizedTag)' has no value") }
      return false
    }
    let written = Array(text.bytes[parsed.value])
    let value = package == nil ? identity.value(of: parsed.tag, saying: written) : written
    let name = text.bytes.drop { $0.isSpace }.prefix { $0.isLetter }
    state.spec.tags.append(
      Tag(
        name: String(decoding: name, as: UTF8.self), qualifier: parsed.qualifier.map { String(decoding: $0, as: UTF8.self) },
        value: text[parsed.value], source: line.place, package: package))
    return apply(parsed, value)
  }

  /// A line that is nothing but the call of a macro nobody defines: that is what is said of it.
  private func isUndefinedCall(_ line: ReadLine) -> Bool {
    guard let first = line.text.runs.first else { return false }
    switch first.origin {
    case .macro: return false
    case .verbatim(let file, _):
      return state.spec.undefinedMacros.contains { $0.file == file && line.place.range.contains($0.range.lowerBound) }
        && line.text.bytes.drop { $0.isSpace }.first == UInt8(ascii: "%")
    }
  }

  /// - Returns: whether nothing was reported.
  private mutating func apply(_ line: PreambleTag.Line, _ value: [UInt8]) -> Bool {
    switch line.tag {
    case .source, .patch:
      if let message = sources.add(line.tag == .source ? .source : .patch, digits: line.digits, value: value) {
        report(message)
        return false
      }
    case .buildsystem: take(buildSystem: value)
    case .buildoption:
      if let problem = buildSystem.add(option: value, for: line.qualifier ?? []) {
        report(problem)
        return false
      }
    case .docdir:
      engine.pop("_docdir")
      engine.push("_docdir", body: value)
    default: break
    }
    if package == nil { mainTags[line.tag] = value }
    guard line.tag.definesMacro else { return true }
    engine.push(line.tag.rawValue, body: value)
    if package == nil { engine.push(line.tag.rawValue.uppercased(), body: value) }
    return true
  }

  private mutating func take(buildSystem name: [UInt8]) {
    buildSystem.name = String(decoding: name, as: UTF8.self)
    buildSystem.place = state.place
    if let problem = buildSystem.problem(engine) { state.report(.unknownBuildSystem, problem) }
  }

  private mutating func takeListed(_ line: ReadLine) {
    guard !line.text.bytes.isEmpty else { return }
    report(sources.add(section == .sourcelist ? .source : .patch, digits: nil, value: line.text.bytes))
  }

  private func report(_ message: String?) {
    if let message { state.report(.expansionError, message) }
  }

  /// The first architecture of the main package's `BuildArch` that this machine builds for.
  private func buildArchitecture() -> [UInt8]? {
    guard section == .preamble, let value = mainTags[.buildarch] ?? mainTags[.buildarchitectures] else { return nil }
    let names = PoptWords.split(value) ?? []
    if let name = names.first(where: { engine.canBuild(architecture: $0) }) { return name }
    return nil
  }

  private mutating func finishPreamble() {
    if dialect.usesBuildFolder {
      BuildFolder.publish(engine)
      identity.afterBuildFolder(engine)
    } else {
      buildRoot = engine.path(buildRoot)
      engine.push("buildroot", body: buildRoot)
    }
    // They may stand in what could not be read, or come from whoever fills the template in.
    guard !state.hasUnreadFile, state.template == nil else { return }
    let missing = [PreambleTag.name, .version, .release, .summary, .license].filter { mainTags[$0] == nil && !tagsOfBuilder.contains($0) }
    guard let last = missing.last else { return }
    let names = missing.dropLast().map { "'\($0.rawValue.capitalizedTag)'" }.joined(separator: ", ")
    let lastName = "'\(last.rawValue.capitalizedTag)'"
    state.report(
      .missingTag, names.isEmpty ? "tag \(lastName) is missing" : "tags \(names) and \(lastName) are missing",
      at: SourceReference(range: 0..<0))
  }

  // MARK: The end

  private func finish() {
    if dialect.addsToSections { state.spec.sections = Section.joined(state.spec.sections) }
    var prologues = Prologues(engine)
    for index in state.spec.sections.indices where state.spec.sections[index].keyword.isBuildScriptlet {
      state.spec.sections[index].prologue = prologues.text(for: state.spec.sections[index])
    }
    for name in Self.observedMacros where engine.isDefined(name.utf8) {
      state.spec.macros[name] = engine.text("%{\(name)}")
    }
    if UnknownStructure(state: state).isFound { state.parserInput.hasUnknownStructure = true }
    UndefinedMacroReport(state: state, engine: engine, target: names, tags: Set(mainTags.keys.map(\.rawValue))).write()
    state.spec.sources = sources.entries.filter { $0.kind == .source }.map(\.full)
    state.spec.patches = sources.entries.filter { $0.kind == .patch }.map(\.full)
    _ = engine.takeMessages()
  }

  private static let observedMacros = [
    "name", "version", "release", "epoch", "NAME", "VERSION", "RELEASE", "_builddir", "builddir", "buildroot", "buildsubdir", "_sourcedir",
    "_topdir", "_arch", "_target_cpu", "_build_arch", "_host_cpu", "_host", "_tmppath", "gobuilddir", "gopath", "goipath", "gomodulesmode",
    "fedora", "rhel", "suse_version", "mgaversion", "azl", "openEuler", "photon_release_version",
    "_debugsource_packages", "_missing_build_ids_terminate_build", "_empty_manifest_terminate_build",
    "dist", "_bindir", "_datadir", "_prefix", "_libdir", "_sysconfdir", "_unitdir",
  ]
}

extension String {
  fileprivate var capitalizedTag: String { prefix(1).uppercased() + dropFirst() }
}
