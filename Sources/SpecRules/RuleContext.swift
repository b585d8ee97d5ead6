package import Diagnostics
package import GoBuild
package import MacroExpansion
package import MacroTargets
package import SpecSyntax

/// What a rule judges: one spec, what its build does, and for whom.
package struct RuleContext: Sendable {
  package let spec: ExpandedSpec
  package let model: BuildModel
  package let settings: RuleSettings
  /// False in a reading as if the target took other branches: `%if 0%{?suse_version}`, `%else` of `%if 0%{?fedora}`.
  package let isTakenByTarget: Bool
  /// Names of the macros that the spec's own text calls, as far as something came of it.
  package let calledMacros: Set<String>

  package init(spec: ExpandedSpec, model: BuildModel, settings: RuleSettings = RuleSettings(), isTakenByTarget: Bool = true) {
    self.spec = spec
    self.model = model
    self.settings = settings
    self.isTakenByTarget = isTakenByTarget
    calledMacros = Set(spec.text.runs.compactMap { if case .macro(_, _, let name) = $0.origin { name } else { nil } })
  }
}

// MARK: - The target

extension RuleContext {
  /// The distribution the spec was read for; nil for the host, of which only its macros are known.
  package var target: MacroTarget? { MacroTarget.named(spec.target) }

  /// The go that will build: as told, else the target's; nil when unknown.
  package var goVersion: GoVersion? { settings.goVersion ?? target.map { GoVersion(minor: $0.goRelease) } }

  /// Whether rpm gives every build a folder of its own (`%{builddir}`, rpm ≥ 4.20), and makes it writable before it removes it.
  package var hasFolderPerBuild: Bool { spec.macros["builddir"]?.isEmpty == false }
}

// MARK: - Places

extension RuleContext {
  /// Offsets of a file as people count them.
  package func place(_ reference: SourceReference) -> FileRange { spec.place(file: reference.file, range: reference.range) }

  /// Where a stretch of a section's expanded text stands in the source: the bytes themselves, or the macro call they came from.
  package func place(of range: ByteRange, in section: SectionKeyword, or fallback: SourceReference) -> FileRange {
    guard let source = text(of: section)?.source(of: range) else { return place(fallback) }
    return spec.place(file: source.file, range: source.range)
  }

  package func text(of section: SectionKeyword) -> ExpandedText? { spec.sections.first { $0.keyword == section }?.text }
}

extension ExpandedSpec {
  /// The one place where offsets of the spec and its includes become lines and columns.
  package func place(file: Int, range: ByteRange) -> FileRange {
    guard files.indices.contains(file) else {
      let start = SourceLocation(line: 1, column: 1)
      return FileRange(file: files.first?.path ?? "", start: start, end: start)
    }
    let source = files[file]
    // A line's own range ends with its line feed; no reader means that.
    let isLine = source.bytes.indices.contains(range.upperBound - 1) && source.bytes[range.upperBound - 1] == 0x0A && range.count > 1
    return FileRange(
      file: source.path, start: source.location(of: range.lowerBound), end: source.location(of: range.upperBound - (isLine ? 1 : 0)))
  }
}

// MARK: - Chains

extension RuleContext {
  /// "expanded from %gobuild", for a stretch of expanded text that a macro wrote; none where the spec has the words themselves.
  package func expansionNotes(of range: ByteRange, in section: SectionKeyword) -> [Note] {
    guard let text = text(of: section), let index = text.runIndex(at: range.lowerBound) else { return [] }
    guard case .macro(let file, let call, let name) = text.runs[index].origin else { return [] }
    if let definition = spec.definitions.last(where: { $0.name == name }) {
      return [Note("expanded from %\(name), defined here", at: spec.place(file: definition.file, range: definition.range))]
    }
    if name == "lua" { return [Note("written by the spec's Lua code", at: spec.place(file: file, range: call))] }
    return [Note("expanded from %\(name), defined by the macros of target '\(spec.target)'", at: spec.place(file: file, range: call))]
  }

  /// "'GOPATH' is set here", and where the macro that sets it is defined.
  package func settingNotes(_ name: String?, at reference: SourceReference?) -> [Note] {
    guard let name, let reference else { return [] }
    let call = spec.definitions.last { definition in
      spec.sections.contains { section in
        section.text.runs.contains { $0.origin == .macro(file: reference.file, call: reference.range, name: definition.name) }
      }
    }
    guard let call else { return [Note("'\(name)' is set here", at: place(reference))] }
    return [
      Note("'\(name)' is set here, by %\(call.name)", at: place(reference)),
      Note("%\(call.name) is defined here", at: spec.place(file: call.file, range: call.range)),
    ]
  }
}
