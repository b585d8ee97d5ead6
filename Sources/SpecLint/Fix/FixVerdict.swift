package import SpecSyntax

/// What trying a rewrite showed.
package enum FixVerdict: Sendable, Hashable {
  /// It does what it says and nothing else.
  case asPromised
  /// It does more than it can answer for.
  case unsafe(FixDoubt)
  /// It does harm, or does not help.
  case refused(FixFault)

  /// The worse of two; the first where they are alike.
  func worse(_ other: @autoclosure () -> FixVerdict) -> FixVerdict {
    switch self {
    case .refused: return self
    case .unsafe:
      let other = other()
      return if case .refused = other { other } else { self }
    case .asPromised: return other()
    }
  }
}

/// Why a rewrite is offered as unsafe only.
package enum FixDoubt: Sendable, Hashable, CustomStringConvertible {
  /// The spec has more conditions than are tried.
  case untriedConditions
  /// A part of the spec, as an include or a body, could not be read.
  case unreadText
  /// A finding of another rule, which does not name this one, is gone too.
  case removesFinding(rule: String)
  case changesCommands(CommandChange)

  package var description: String {
    switch self {
    case .untriedConditions: "not all conditions of the spec were tried"
    case .unreadText: "a part of the spec could not be read"
    case .removesFinding(let rule): "it also removes a finding of '\(rule)'"
    case .changesCommands(let change): "it changes \(change)"
    }
  }
}

/// Why a rewrite is not offered.
package enum FixFault: Sendable, Hashable, CustomStringConvertible {
  /// Edits overlap or lie outside the spec.
  case unusableEdits
  /// The edited spec cannot be read.
  case unreadable
  /// The spec itself cannot be read for a target.
  case unreadableTarget(String)
  case changes(SpecChange)
  /// With `-trimpath` debugedit finds no sources for the debugsource package.
  case emptyDebuginfo
  /// The finding that it is for shows again.
  case keepsFinding
  /// The finding that it is for does not show when the unedited spec is read once more.
  case absentFinding
  case bringsFinding(rule: String)

  package var description: String {
    switch self {
    case .unusableEdits: "its edits do not fit the spec"
    case .unreadable: "the spec could not be read any more"
    case .unreadableTarget(let target): "the spec cannot be read for target '\(target)'"
    case .changes(let change): "it would change \(change)"
    case .emptyDebuginfo: "with '-trimpath' the debuginfo that is built would be empty"
    case .keepsFinding: "the finding would still be there"
    case .absentFinding: "the finding does not show when the spec is read again"
    case .bringsFinding(let rule): "it would bring a finding of '\(rule)'"
    }
  }
}

/// What of a spec, its go commands apart, is different after a rewrite though no edit accounts for it.
package enum SpecChange: Sendable, Hashable, CustomStringConvertible {
  /// `%changelog` and `Release` are the packager's own.
  case changelog, release
  case tag(String)
  case sourcesOrPatches
  /// The value of a macro that names or places the build.
  case macro(String)
  case branches, sections, definitions
  /// Lines that are not edited.
  case otherLines(SectionKeyword)
  /// A scriptlet that no shell reads any more.
  case shellSyntax(SectionKeyword)

  package var description: String {
    switch self {
    case .changelog: "%changelog"
    case .release: "Release"
    case .tag(let name): "the tag '\(name)'"
    case .sourcesOrPatches: "sources or patches"
    case .macro(let name): "the value of '%{\(name)}'"
    case .branches: "which branches are taken"
    case .sections: "the spec's sections"
    case .definitions: "which macros are defined"
    case .otherLines(.preamble): "other lines of the preamble"
    case .otherLines(let keyword): "other lines of %\(keyword)"
    case .shellSyntax(let keyword): "%\(keyword) to what no shell reads"
    }
  }
}

/// What of the go commands is different after a rewrite that does not promise it.
package enum CommandChange: Sendable, Hashable, CustomStringConvertible {
  case whichRun
  case command(Aspect, in: SectionKeyword)

  package enum Aspect: Sendable, Hashable {
    case place, words, folder
    case variable(String)
    /// What go takes for a variable, wherever from.
    case setting(String)
    case moduleMode, moduleCache, buildCache, parallelism
  }

  package var description: String {
    switch self {
    case .whichRun: "which go commands run"
    case .command(let aspect, let section): "\(aspect) of a go command in %\(section)"
    }
  }
}

extension CommandChange.Aspect: CustomStringConvertible {
  package var description: String {
    switch self {
    case .place: "the place"
    case .words: "the words"
    case .folder: "the folder"
    case .variable(let name): "'\(name)'"
    case .setting(let name): "what go takes for '\(name)'"
    case .moduleMode: "the module mode"
    case .moduleCache: "the module cache"
    case .buildCache: "the build cache"
    case .parallelism: "the parallelism"
    }
  }
}
