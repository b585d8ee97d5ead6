internal import MacroTargets
internal import SpecSyntax

/// The tags of a preamble: rpm-spec(5), `preambleList` in rpm's build/parsePreamble.c.
///
/// Order matters: where one is the beginning of another the longer one comes first, as in rpm.
enum PreambleTag: String, CaseIterable {
  case name, version, release, epoch, summary, license, sourcelicense, distribution, disturl, vendor, group, packager, url, vcs
  case source, patch, nosource, nopatch, excludearch, exclusivearch, excludeos, exclusiveos, icon, provides, requires, recommends
  case suggests, supplements, enhances, prereq, conflicts, obsoletes, prefixes, prefix, buildroot, buildarchitectures, buildarch
  case buildconflicts, buildprereq, buildrequires, autoreqprov, autoreq, autoprov, docdir, disttag, bugurl, translationurl
  case upstreamreleases, orderwithrequires, removepathpostfixes, modularitylabel, buildsystem, buildoption

  /// Its value becomes a macro of that name.
  var definesMacro: Bool {
    switch self {
    case .name, .version, .release, .epoch, .summary, .license, .sourcelicense, .distribution, .disturl, .vendor, .group, .packager,
      .url, .vcs, .prefixes, .prefix, .disttag, .bugurl, .translationurl, .upstreamreleases, .removepathpostfixes, .modularitylabel,
      .buildsystem:
      true
    case .source, .patch, .nosource, .nopatch, .excludearch, .exclusivearch, .excludeos, .exclusiveos, .icon, .provides, .requires,
      .recommends, .suggests, .supplements, .enhances, .prereq, .conflicts, .obsoletes, .buildroot, .buildarchitectures, .buildarch,
      .buildconflicts, .buildprereq, .buildrequires, .autoreqprov, .autoreq, .autoprov, .docdir, .orderwithrequires, .buildoption:
      false
    }
  }

  /// May be followed by a language or a scriptlet's name in parentheses.
  private func takesQualifier(_ dialect: RPMDialect) -> Bool {
    switch self {
    case .summary, .group, .requires, .prereq, .orderwithrequires, .buildoption: true
    case .recommends, .suggests, .supplements, .enhances: dialect.qualifiesWeakDependencies
    case .buildrequires: dialect.isALT
    case .name, .version, .release, .epoch, .license, .sourcelicense, .distribution, .disturl, .vendor, .packager, .url, .vcs, .source,
      .patch, .nosource, .nopatch, .excludearch, .exclusivearch, .excludeos, .exclusiveos, .icon, .provides, .conflicts, .obsoletes,
      .prefixes, .prefix, .buildroot, .buildarchitectures, .buildarch, .buildconflicts, .buildprereq, .autoreqprov,
      .autoreq, .autoprov, .docdir, .disttag, .bugurl, .translationurl, .upstreamreleases, .removepathpostfixes, .modularitylabel,
      .buildsystem:
      false
    }
  }

  /// A line of a preamble taken apart.
  struct Line {
    let tag: PreambleTag
    let qualifier: [UInt8]?
    /// Between the tag and the colon: the number of a source or patch.
    let digits: ArraySlice<UInt8>
    /// Of the value in the line, white space around it not included.
    let value: Range<Int>
  }

  /// - Returns: nil when the line starts with no known tag.
  static func parse(_ line: [UInt8], _ dialect: RPMDialect) -> Line? {
    let indent = dialect.allowsIndentedTags ? line.prefix { $0.isSpace }.count : 0
    let name = line.dropFirst(indent)
    let tag = allCases.first { tag in
      dialect.hasTag(tag.rawValue) && name.count >= tag.rawValue.utf8.count
        && zip(name, tag.rawValue.utf8).allSatisfy { $0.lowercased == $1 }
    }
    guard let tag, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let nameEnd = indent + tag.rawValue.utf8.count
    let between = line[nameEnd..<max(nameEnd, colon)]
    var qualifier: [UInt8]?
    let word = between.drop { $0.isSpace }
    if tag != .source, tag != .patch, !word.isEmpty {
      guard tag.takesQualifier(dialect), word.first == UInt8(ascii: "("),
        let close = word.lastIndex(of: UInt8(ascii: ")"))
      else { return nil }
      qualifier = Array(word[(word.startIndex + 1)..<close].filter { !$0.isSpace })
    }
    let start = line[(colon + 1)...].firstIndex { !$0.isSpace } ?? line.count
    let end = line[start...].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? start
    return Line(tag: tag, qualifier: qualifier, digits: between.prefix { !$0.isBlank }, value: start..<end)
  }
}
