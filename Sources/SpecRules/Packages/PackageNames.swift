package import MacroExpansion
package import SpecSyntax

extension PackageFacts {
  /// The main package's name; empty where the spec has none.
  package var mainName: String {
    context.known.once(\.mainName) { context.spec.tags.last { $0.package == nil && $0.name.lowercased() == "name" }?.words.first ?? "" }
  }

  /// The main package and those of `%package`, by their full names.
  package var names: [String] {
    [mainName] + spec.sections.filter { $0.keyword == .package }.map { name(of: $0) }
  }

  /// The full name of the package that a section is about: `%files devel`, `%post -n hello-libs -p /sbin/ldconfig`.
  package func name(of section: Section) -> String {
    let words = section.arguments.map { String(decoding: $0, as: UTF8.self) }
    var index = 0
    while index < words.count {
      switch words[index] {
      case "-n": return index + 1 < words.count ? words[index + 1] : mainName
      case "-f", "-p", "-P", "--": index += words[index] == "--" ? 1 : 2
      case let word where word.hasPrefix("-"): index += 1
      default: return "\(mainName)-\(words[index])"
      }
    }
    return mainName
  }

  /// The full name of the package that a tag belongs to.
  package func name(of tag: Tag) -> String {
    guard let short = tag.package else { return mainName }
    let section = spec.sections.first { section in
      section.keyword == .package && section.arguments.contains { $0.elementsEqual(short.utf8) }
    }
    return section.map { name(of: $0) } ?? "\(mainName)-\(short)"
  }

  /// The tags of one name, of one package or of all.
  package func tags(_ name: String, of package: String? = nil) -> [Tag] {
    spec.tags.filter { tag in tag.name.lowercased() == name && (package == nil || self.name(of: tag) == package) }
  }

  /// Whether a package is the same on all architectures.
  package func isNoarch(_ package: String) -> Bool {
    let own = tags("buildarch", of: package) + tags("buildarchitectures", of: package)
    let inherited = package == mainName ? [] : tags("buildarch", of: mainName)
    return (own.isEmpty ? inherited : own).contains { $0.words.contains("noarch") }
  }
}

extension Tag {
  /// Its value as text.
  package var text: String { String(decoding: value.bytes, as: UTF8.self) }

  /// Its value's words.
  package var words: [String] { text.split { $0.isWhitespace || $0 == "," }.map(String.init) }

  /// The dependencies of its value: a name, and what follows it where that is a comparison.
  package var dependencies: [(name: String, comparison: String?, version: String?)] {
    let words = words
    var found: [(name: String, comparison: String?, version: String?)] = []
    var index = 0
    while index < words.count {
      let isCompared = index + 2 < words.count && words[index + 1].allSatisfy { "<>=!".contains($0) }
      found.append((words[index], isCompared ? words[index + 1] : nil, isCompared ? words[index + 2] : nil))
      index += isCompared ? 3 : 1
    }
    return found
  }
}

extension RuleContext {
  /// Whether a section calls an undefined macro, so that its text is not fully known.
  package func isPartlyUnknown(_ keyword: SectionKeyword) -> Bool { spec.undefinedMacros.contains { $0.section == keyword } }
}
