package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A patch is listed but never applied.
///
/// ## What it does
/// Reports `Patch` tags that no line of the spec refers to, by number or by file name, where the other patches are applied one by one.
///
/// ## Why it matters
/// rpm puts the file into the source package and does nothing else with it: what the patch fixes stays broken, without a message.
///
/// Source: `doPatchMacro` in rpm's build/parsePrep.c (4.18): a patch is applied by `%patch`, `%autosetup`, `%autopatch` or a command of the
/// spec's own; Fedora's packaging guideline, under *Applying Patches*.
///
/// ## Example
/// ```
/// Patch0: endian.patch
/// Patch1: overflow.patch
/// %prep
/// %setup -q
/// %patch -P 0 -p1
/// ```
///
/// ## Use instead
/// Apply it in `%prep`, with `%patch -P` or `%autosetup`, or remove the tag.
/// ```
/// Patch0: endian.patch
/// Patch1: overflow.patch
/// %prep
/// %setup -q
/// %patch -P 0 -p1
/// %patch -P 1 -p1
/// ```
/// or `%autosetup -p1`, which applies all of them.
///
/// ## When it stays silent
/// Where something may apply all patches: `%autosetup`, `%autopatch`, `%{patches}`, a pattern such as `*.patch`, `quilt`, `git am`, a number that a
/// macro or a loop makes, a macro that is not known in %prep, `BuildSystem`. Where the patch is applied under any condition, or its file
/// is named anywhere else. The confidence is low where the line that applied it is commented out.
///
/// ## Settings
/// None.
package struct PatchNotApplied: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium, .low]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let patches = PatchTag.all(in: context)
    guard !patches.isEmpty, context.spec.sections.contains(where: { $0.keyword == .prep }), !context.isPartlyUnknown(.prep),
      !context.spec.tags.contains(where: { $0.name.lowercased() == "buildsystem" }),
      !context.spec.problems.contains(where: { $0.id.hidesText })
    else { return [] }
    let lines = context.trees.flatMap(PatchLine.all)
    guard !lines.contains(where: \.mayApplyAll) else { return [] }
    let expanded = context.spec.sections.filter(\.keyword.isBuildScriptlet).map(\.text.bytes)
    return patches.compactMap { patch in
      let name = Array(patch.fileName.utf8)
      guard !name.isEmpty, !expanded.contains(where: { $0.firstRange(of: name) != nil }),
        !lines.contains(where: { !$0.isComment && !$0.isTag && ($0.applies(patch.number) || $0.names(patch.fileName)) }),
        let place = patch.tag.value.source(of: 0..<patch.tag.value.bytes.count)
      else { return nil }
      let isSwitchedOff = lines.contains { $0.isComment && ($0.applies(patch.number) || $0.names(patch.fileName)) }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: isSwitchedOff ? .low : .medium,
        message: .notApplied(patch.fileName, patch.number), place: context.place(place))
    }
  }
}

/// A `Patch` tag with the number that rpm gives it.
private struct PatchTag {
  let tag: Tag
  let number: Int
  /// The last part of the URL.
  let fileName: String

  /// Those whose number is written out; of others, and all after them, nothing is known.
  static func all(in context: RuleContext) -> [PatchTag] {
    var last = -1
    var found: [PatchTag] = []
    for tag in context.spec.tags where tag.name.lowercased().hasPrefix("patch") {
      let line = String(decoding: context.source.text(of: tag.source.range, file: tag.source.file), as: UTF8.self)
      let written = line.drop { $0.isWhitespace }
      guard written.lowercased().hasPrefix("patch") else { break }
      let digits = written.dropFirst("patch".count).prefix { $0 != ":" }.filter { !$0.isWhitespace }
      guard let number = digits.isEmpty ? last + 1 : Int(digits) else { break }
      last = max(last, number)
      let value = tag.text
      guard !value.contains("%") else { continue }
      let part = value.split(whereSeparator: { "/=".contains($0) }).last.map(String.init) ?? ""
      found.append(PatchTag(tag: tag, number: number, fileName: part))
    }
    return found
  }
}

/// A line of the spec's own text, and what it does with patches.
private struct PatchLine {
  let text: String
  let isComment: Bool
  let isTag: Bool
  let isInPrep: Bool
  /// The patches that it applies by `%patch` and the like.
  private let numbers: Set<Int>
  /// Whether `%{P:3}` may be in it.
  private let mayNamePath: Bool

  private init(_ bytes: ArraySlice<UInt8>, in keyword: SectionKeyword) {
    let text = String(decoding: bytes, as: UTF8.self)
    self.text = text
    isComment = text.hasPrefix("#") || text.hasPrefix("%dnl")
    isTag = keyword.kind == .tags && text.lowercased().hasPrefix("patch") && text.contains(":")
    isInPrep = keyword == .prep
    numbers = text.contains("patch") || text.contains("PATCH") ? Self.numbers(in: text) : []
    mayNamePath = text.contains("P:")
  }

  /// All lines but those of prose.
  static func all(of tree: Spec) -> [PatchLine] {
    tree.sections.filter { $0.keyword.kind != .prose && $0.keyword != .changelog }.flatMap { section in
      tree.bytes[section.range].split(separator: 0x0A).map { PatchLine($0.drop { $0.isSpace }, in: section.keyword) }
    }
  }

  /// What applies patches without naming each, wherever it is.
  private static let all = [
    "autosetup", "autopatch", "apply_patch", "apply_all", "%patches", "{patches", "patches[", "(patches", "patches)", "quilt", "git am",
    "git-am", "git apply", "*.patch", "*.diff", "{patch%", "%patch%", "patch$", "{p:%", "%patchlist", "patch_num",
  ]
  /// What may do so in %prep.
  private static let any = [
    "for ", "while ", "xargs", "series", "_sourcedir", "rpm_source_dir", "%goprep", "%gemspec", "%{lua", "%(", "ls ", "find ", "sh ",
  ]

  var mayApplyAll: Bool {
    guard !isComment else { return false }
    let lower = text.lowercased()
    if lower.contains("%patch"), lower.contains("-p %{") || lower.contains("-p%{") || lower.contains("-p $") || lower.contains("%{1") {
      return true
    }
    return Self.all.contains(where: lower.contains) || isInPrep && Self.any.contains(where: lower.contains)
  }

  /// `%patch3`, `%{patch3}`, `%patch -P 3`, `%patch 3`, `%{PATCH3}`, `%{P:3}`; `%patch` alone is patch 0.
  func applies(_ number: Int) -> Bool { numbers.contains(number) || mayNamePath && text.contains("P:\(number)}") }

  private static func numbers(in text: String) -> Set<Int> {
    var numbers: Set<Int> = []
    var rest = text[...]
    while let found = rest.firstRange(of: "patch") ?? rest.firstRange(of: "PATCH") {
      rest = rest[found.upperBound...]
      let digits = rest.prefix { $0.isNumber }
      if let number = Int(digits) { numbers.insert(number) }
      guard digits.isEmpty else { continue }
      for word in rest.split(whereSeparator: { $0.isWhitespace || $0 == "}" }) {
        if let number = Int(word) { numbers.insert(number) }
        if word.hasPrefix("-P"), let number = Int(word.dropFirst(2)) { numbers.insert(number) }
      }
      if !rest.contains("-P"), text.contains("%patch") || text.contains("%{patch") { numbers.insert(0) }
    }
    return numbers
  }

  func names(_ file: String) -> Bool { text.contains(file) }
}

extension String {
  fileprivate static func notApplied(_ file: String, _ number: Int) -> String {
    "nothing applies patch \(number), '\(file)'; add '%patch -P \(number) -p1' to %prep or drop the tag"
  }
}
