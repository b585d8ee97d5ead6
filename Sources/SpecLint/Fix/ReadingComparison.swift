import Diagnostics
import GoBuild
import MacroExpansion
import ShellSyntax
import SpecRules
import SpecSyntax

/// One reading of a spec before and after a rewrite.
struct ReadingComparison {
  private let old: BuildReader.Build
  private let new: BuildReader.Build
  private let oldClaims: ClaimedLines
  private let newClaims: ClaimedLines
  private let promise: FixPromise

  init(_ old: SpecReadings.Reading, _ new: SpecReadings.Reading, _ edited: EditedText, _ promise: FixPromise) {
    self.promise = promise
    self.old = old.build
    self.new = new.build
    // A body that is expanded when it is defined carries a change on.
    let changed = zip(old.build.spec.definitions, new.build.spec.definitions).filter { $0.name == $1.name && $0.body != $1.body }
    let macros = Self.withUsers(of: promise.macros.union(changed.map { $0.0.name }), in: new.build.spec)
    oldClaims = ClaimedLines(edited.replacedRanges + Self.calls(of: promise.macros, in: old.build), in: old.build.spec, macros: macros)
    newClaims = ClaimedLines(edited.insertedRanges + Self.calls(of: promise.macros, in: new.build), in: new.build.spec, macros: macros)
  }

  /// Macros together with those whose bodies call them.
  private static func withUsers(of macros: Set<String>, in spec: ExpandedSpec) -> Set<String> {
    var found = macros
    var fresh = macros
    while !fresh.isEmpty {
      let users = spec.definitions.filter { definition in
        !found.contains(definition.name) && !fresh.isDisjoint(with: calledNames(definition.body))
      }
      fresh = Set(users.map(\.name))
      found.formUnion(fresh)
    }
    return found
  }

  private static func calledNames(_ body: [UInt8]) -> Set<String> {
    Set(MacroLexer.pieces(of: body).calls.map { String(decoding: body[$0.reference.name], as: UTF8.self) })
  }

  private static func calls(of macros: Set<String>, in build: BuildReader.Build) -> [ByteRange] {
    guard !macros.isEmpty, let tree = build.trees.first else { return [] }
    return tree.calls.filter { macros.contains(tree.name(of: $0)) }.map(\.reference.name)
  }

  var verdict: FixVerdict {
    if let change = metadataChange ?? textChange ?? shellChange { return .refused(.changes(change)) }
    if emptiesDebuginfo { return .refused(.emptyDebuginfo) }
    return commandChange.map { .unsafe(.changesCommands($0)) } ?? .asPromised
  }

  // MARK: The spec

  private var metadataChange: SpecChange? {
    let (before, after) = (old.spec, new.spec)
    if let tag = firstDifference(before.tags.map(TagValue.init), after.tags.map(TagValue.init)) { return .tag(tag.name) }
    if before.sources != after.sources || before.patches != after.patches { return .sourcesOrPatches }
    for name in Set(before.macros.keys).union(after.macros.keys).sorted() where before.macros[name] != after.macros[name] {
      return .macro(name)
    }
    let isSame = before.conditions.map(Decision.init) == after.conditions.map(Decision.init)
    if !isSame { return .branches }
    if before.sections.map(\.header) != after.sections.map(\.header) { return .sections }
    let defined = [before, after].map { $0.definitions.map(\.name).filter { !promise.macros.contains($0) } }
    if defined[0] != defined[1] { return .definitions }
    return nil
  }

  private func firstDifference(_ before: [TagValue], _ after: [TagValue]) -> TagValue? {
    guard before != after else { return nil }
    return zip(before, after).first { $0 != $1 }?.0 ?? before.dropFirst(after.count).first ?? after.dropFirst(before.count).first
  }

  private struct TagValue: Equatable {
    let name: String
    let qualifier: String?
    let value: [UInt8]
    let package: String?

    init(_ tag: Tag) {
      name = tag.name
      qualifier = tag.qualifier
      value = tag.value.bytes
      self.package = tag.package
    }
  }

  private struct Decision: Equatable {
    let text: [UInt8]
    let isTaken: Bool

    init(_ condition: Condition) {
      text = condition.text
      isTaken = condition.isTaken
    }
  }

  /// A section in which lines are different that are not claimed.
  private var textChange: SpecChange? {
    for (before, after) in zip(old.spec.sections, new.spec.sections) where before.text.bytes != after.text.bytes {
      if !oldClaims.others(of: before.text).elementsEqual(newClaims.others(of: after.text), by: { $0.elementsEqual($1) }) {
        return .otherLines(before.keyword)
      }
    }
    return nil
  }

  /// A scriptlet that the shell would not read any more.
  private var shellChange: SpecChange? {
    for (before, after) in zip(old.spec.sections, new.spec.sections) where before.text.bytes != after.text.bytes {
      guard before.keyword.isScriptlet else { continue }
      if ShellParser.parse(after.text.bytes).errors.count > ShellParser.parse(before.text.bytes).errors.count {
        return .shellSyntax(before.keyword)
      }
    }
    return nil
  }

  // MARK: Go commands

  /// Whether commands get `-trimpath` where debuginfo is built.
  private var emptiesDebuginfo: Bool {
    func trimmed(_ build: BuildReader.Build) -> Int { build.model.commands.count { $0.mayHaveFlag("trimpath") } }
    return new.spec.buildsDebuginfo && trimmed(new) > trimmed(old)
  }

  private var commandChange: CommandChange? {
    var before = old.model.commands
    var after = new.model.commands
    if promise.effects.contains(.commands) {
      before.removeAll { oldClaims.contain(file: $0.source.file, $0.source.range) }
      after.removeAll { newClaims.contain(file: $0.source.file, $0.source.range) }
    }
    guard before.count == after.count else { return .whichRun }
    for (before, after) in zip(before, after) {
      if let change = change(before, after) { return .command(change, in: after.section) }
    }
    return nil
  }

  private func change(_ before: GoCommand, _ after: GoCommand) -> CommandChange.Aspect? {
    let effects = promise.effects
    if before.section != after.section || before.kind != after.kind || before.isBackground != after.isBackground { return .place }
    let mayChangeWords = effects.contains(.arguments) && promise.allows(before)
    if !mayChangeWords, before.arguments.map(\.value) != after.arguments.map(\.value) { return .words }
    if before.directory != after.directory { return .folder }
    for name in Set(before.environment.keys).union(after.environment.keys).sorted() where !promise.variables.contains(name) {
      if before.environment[name]?.value != after.environment[name]?.value { return .variable(name) }
    }
    for name in Set(before.settings.keys).union(after.settings.keys).sorted()
    where promise.keepsSettings || !promise.variables.contains(name) {
      if before.settings[name]?.value != after.settings[name]?.value { return .setting(name) }
    }
    if !effects.contains(.moduleMode), before.moduleMode != after.moduleMode { return .moduleMode }
    if !effects.contains(.moduleCache), !before.moduleCache.isSame(as: after.moduleCache) { return .moduleCache }
    if !effects.contains(.buildCache), !before.buildCache.isSame(as: after.buildCache) { return .buildCache }
    if !effects.contains(.parallelism), before.parallelism != after.parallelism { return .parallelism }
    return nil
  }
}

extension FixPromise {
  /// Whether the words of a command are among those that change.
  fileprivate func allows(_ command: GoCommand) -> Bool {
    guard let subcommands else { return true }
    return command.invocation?.subcommand.map(subcommands.contains) ?? false
  }
}

extension CachePath {
  fileprivate func isSame(as other: CachePath) -> Bool { path == other.path && isUsed == other.isUsed }
}

extension Section {
  /// Its header line, expanded.
  fileprivate var header: [[UInt8]] { [Array(keyword.rawValue.utf8)] + arguments }
}
