/// The header of a part of a spec: rpm-spec(5), `partList` in rpm's build/parseSpec.c.
///
/// The one table of what rpm's sections are; the build scriptlets come in the order in which rpmbuild runs them (`buildSpec` in rpm's
/// build/build.c).
package enum SectionKeyword: String, Sendable, CaseIterable {
  /// The lines before the first header.
  case preamble
  case package, description
  case prep
  case generateBuildrequires = "generate_buildrequires"
  case conf, build, install, check, clean
  case pretrans, pre, post, preun, postun, posttrans, preuntrans, postuntrans, verifyscript
  case trigger, triggerprein, triggerin, triggerun, triggerpostun
  case filetrigger, filetriggerin, filetriggerun, filetriggerpostun
  case transfiletrigger, transfiletriggerin, transfiletriggerun, transfiletriggerpostun
  case files, sourcelist, patchlist, sepolicy
  case changelog, end

  /// What a section's text is, and who does something with it.
  package enum Kind: Sendable {
    /// Tags.
    case tags
    /// A script that rpmbuild runs.
    case buildScriptlet
    /// A script that rpm runs where the package is installed, removed or verified.
    case packageScriptlet
    /// A script that rpm runs when another package, or a file, comes or goes.
    case trigger
    /// An entry a line.
    case list
    /// Text for people.
    case prose
  }

  package var kind: Kind {
    switch self {
    case .preamble, .package: .tags
    case .prep, .generateBuildrequires, .conf, .build, .install, .check, .clean: .buildScriptlet
    case .pretrans, .pre, .post, .preun, .postun, .posttrans, .preuntrans, .postuntrans, .verifyscript: .packageScriptlet
    case .trigger, .triggerprein, .triggerin, .triggerun, .triggerpostun, .filetrigger, .filetriggerin, .filetriggerun, .filetriggerpostun,
      .transfiletrigger, .transfiletriggerin, .transfiletriggerun, .transfiletriggerpostun:
      .trigger
    case .files, .sourcelist, .patchlist, .sepolicy: .list
    case .description, .changelog, .end: .prose
    }
  }

  private static let byName: [[UInt8]: SectionKeyword] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .preamble }.map { (Array($0.rawValue.utf8), $0) })

  /// The keyword in a line's first column; case does not count, and white space or the end must follow.
  package init?(line: ArraySlice<UInt8>) {
    guard line.first == UInt8(ascii: "%"), line.dropFirst().first?.isLetter == true else { return nil }
    let name = line.dropFirst().prefix { !$0.isSpace && $0 != 0 }
    guard let keyword = Self.byName[name.map(\.lowercased)] else { return nil }
    self = keyword
  }

  package init?(line: some Collection<UInt8>) { self.init(line: Array(line)[...]) }

  /// What rpm removes from the section's lines.
  package var stripping: LineStripping {
    switch kind {
    case .tags: [.comments, .trailingSpace]
    case .list: self == .files ? .comments : [.comments, .trailingSpace]
    case .prose: self == .changelog ? .comments : [.comments, .trailingSpace]
    case .buildScriptlet, .packageScriptlet, .trigger: []
    }
  }

  package var isBuildScriptlet: Bool { kind == .buildScriptlet }

  /// Whether its text is a script, in which `#` begins a comment behind a command too: a shell's, unless the header names another program.
  package var isScriptlet: Bool {
    switch kind {
    case .buildScriptlet, .packageScriptlet, .trigger: true
    case .tags, .list, .prose: false
    }
  }

  /// Those that rpmbuild runs for a package, in its order; `%clean` comes when everything is built.
  package static let builds: [SectionKeyword] = allCases.filter { $0.isBuildScriptlet && $0 != .clean }

  /// Whether rpmbuild runs this one before another; false unless both are build scriptlets.
  package func runs(before other: SectionKeyword) -> Bool {
    guard isBuildScriptlet, other.isBuildScriptlet, let first = Self.order[self], let second = Self.order[other] else { return false }
    return first < second
  }

  private static let order = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

extension SectionKeyword: CustomStringConvertible {
  /// As in a header, without the percent sign.
  package var description: String { rawValue }
}

/// `STRIP_*` in rpm's build/rpmbuild_internal.h.
package struct LineStripping: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// A line whose first byte after white space is `#` becomes empty.
  package static let comments = LineStripping(rawValue: 1)
  /// Everything after the last byte that is no white space goes, the line feed too.
  package static let trailingSpace = LineStripping(rawValue: 2)
}
