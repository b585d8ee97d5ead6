/// The header of a part of a spec: rpm-spec(5), `partList` in rpm's build/parseSpec.c.
package enum SectionKeyword: String, Sendable, CaseIterable {
  case package, prep
  case generateBuildrequires = "generate_buildrequires"
  case conf, build, install, check, clean
  case preun, postun, pretrans, posttrans, preuntrans, postuntrans, pre, post, files, changelog, description
  case triggerpostun, triggerprein, triggerun, triggerin, trigger, verifyscript, sepolicy
  case filetriggerin, filetrigger, filetriggerun, filetriggerpostun
  case transfiletriggerin, transfiletrigger, transfiletriggerun, transfiletriggerpostun
  case end, patchlist, sourcelist
  /// The lines before the first header.
  case preamble

  private static let byName: [[UInt8]: SectionKeyword] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .preamble }.map { (Array($0.rawValue.utf8), $0) })

  /// The keyword in a line's first column; case does not count, and white space or the end must follow.
  package init?(line: some Collection<UInt8>) {
    guard line.first == UInt8(ascii: "%") else { return nil }
    let name = line.dropFirst().prefix { !$0.isSpace && $0 != 0 }.map(\.lowercased)
    guard let keyword = Self.byName[name] else { return nil }
    self = keyword
  }

  /// What rpm removes from the section's lines.
  package var stripping: LineStripping {
    switch self {
    case .preamble, .package, .description, .patchlist, .sourcelist, .sepolicy, .end: [.comments, .trailingSpace]
    case .files, .changelog: [.comments]
    case .prep, .generateBuildrequires, .conf, .build, .install, .check, .clean, .preun, .postun, .pretrans, .posttrans, .preuntrans,
      .postuntrans, .pre, .post,
      .triggerpostun, .triggerprein, .triggerun, .triggerin, .trigger, .verifyscript, .filetriggerin, .filetrigger, .filetriggerun,
      .filetriggerpostun, .transfiletriggerin, .transfiletrigger, .transfiletriggerun, .transfiletriggerpostun:
      []
    }
  }

  /// A shell text that rpmbuild runs while it builds.
  package var isBuildScriptlet: Bool {
    switch self {
    case .prep, .generateBuildrequires, .conf, .build, .install, .check, .clean: true
    case .package, .preun, .postun, .pretrans, .posttrans, .preuntrans, .postuntrans, .pre, .post, .files, .changelog, .description,
      .triggerpostun, .triggerprein,
      .triggerun, .triggerin, .trigger, .verifyscript, .sepolicy, .filetriggerin, .filetrigger, .filetriggerun, .filetriggerpostun,
      .transfiletriggerin, .transfiletrigger, .transfiletriggerun, .transfiletriggerpostun, .end, .patchlist, .sourcelist, .preamble:
      false
    }
  }
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
