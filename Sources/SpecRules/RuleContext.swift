package import Diagnostics
package import GoBuild
package import MacroExpansion
package import MacroTargets
package import SpecSyntax

/// What a rule judges: one spec, what its build does, and for whom.
package struct RuleContext: Sendable {
  package let spec: ExpandedSpec
  /// The spec's own text, and that of each file it includes: `spec.files` as trees.
  package let trees: [Spec]
  package let model: BuildModel
  package let settings: RuleSettings
  /// False in a reading as if the target took other branches: `%if 0%{?suse_version}`, `%else` of `%if 0%{?fedora}`.
  package let isTakenByTarget: Bool
  /// Names of the macros that the spec's own text calls, as far as something came of it.
  package let calledMacros: Set<String>
  /// Where a template has text for whoever fills it in, over several lines.
  private let placeholders: [FileRange]
  let known = KnownFacts()

  /// - Parameter trees: nil to make them here.
  package init(
    spec: ExpandedSpec, model: BuildModel, settings: RuleSettings = RuleSettings(), isTakenByTarget: Bool = true, trees: [Spec]? = nil
  ) {
    self.spec = spec
    self.trees = trees ?? spec.files.map { Spec($0.bytes) }
    self.model = model
    self.settings = settings
    self.isTakenByTarget = isTakenByTarget
    let template = spec.files.first.flatMap { SpecTemplate(path: $0.path, $0.bytes) }
    placeholders = template?.longPlaceholders.map { spec.place(SourceReference(range: $0)) } ?? []
    calledMacros = Set(spec.text.runs.compactMap { if case .macro(_, _, let name) = $0.origin { name } else { nil } })
  }
}

// MARK: - Findings

extension RuleContext {
  /// What a rule says of the spec, but for what stands in a template's placeholder, which is not the spec's own.
  package func findings(of rule: RegisteredRule) -> [Diagnostic] {
    let findings = rule.rule.check(self)
    guard !placeholders.isEmpty else { return findings }
    return findings.filter { finding in
      let place = finding.place
      return !placeholders.contains { $0.file == place.file && $0.start <= place.start && place.start < $0.end }
    }
  }
}

// MARK: - The target

extension RuleContext {
  /// The distribution the spec was read for; nil for the host, of which only its macros are known.
  package var target: MacroTarget? { MacroTarget.serving(spec.target, macros: spec.macros) }

  /// The go that will build: as told, else the target's; nil when unknown.
  package var goVersion: GoVersion? { settings.goVersion ?? target.map { GoVersion(minor: $0.goRelease) } }

  /// Whether rpm gives every build a folder of its own (`%{builddir}`, rpm ≥ 4.20), and makes it writable before it removes it.
  package var hasFolderPerBuild: Bool { spec.macros["builddir"]?.isEmpty == false }

  /// Whether the rpm that builds may give every build a folder of its own: the target's does, or nothing says whose rpm it is.
  package var mayHaveFolderPerBuild: Bool { hasFolderPerBuild || !settings.namesTarget && spec.target == "host" }

  /// Whether the rpm that builds may have one folder for all packages, as up to 4.19: the target's has, the target is only a guess, or the
  /// spec asks for Enterprise Linux as well.
  package var mayShareBuildFolder: Bool {
    guard hasFolderPerBuild, !settings.namesTarget, spec.target != "host" else { return !hasFolderPerBuild }
    return !spec.isTargetSure || spec.files.first.map { $0.bytes.firstRange(of: "?rhel".utf8) != nil } ?? false
  }
}

// MARK: - Places

extension RuleContext {
  /// Offsets of a file as people count them.
  package func place(_ reference: SourceReference) -> FileRange { spec.place(reference) }
}

// MARK: - Chains

extension RuleContext {
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
      Note("%\(call.name) is defined here", at: spec.place(call.source)),
    ]
  }
}
