package import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax

/// `%{with NAME}` refers to a build condition that the spec does not declare.
///
/// ## What it does
/// Reports `%{with NAME}` and `%{without NAME}` where nothing defines `with_NAME`: no `%bcond`, `%bcond_with` or `%bcond_without` of that
/// name, and no macro of the target.
///
/// ## Why it matters
/// `%{with NAME}` is then 0 and `%{without NAME}` 1, whatever `--with NAME` says: the code under the condition is never, or always,
/// built. Mostly the name is misspelt, or `%` is missing from `%bcond`.
///
/// Source: rpm's manual, *Conditional Builds*.
///
/// ## Example
/// ```
/// #bcond_without docs
///
/// %if %{with docs}
/// BuildRequires: go-md2man
/// %endif
/// ```
///
/// ## Use instead
/// Declare the condition with `%bcond`.
/// ```
/// %bcond_without docs
///
/// %if %{with docs}
/// BuildRequires: go-md2man
/// %endif
/// ```
///
/// ## When it stays silent
/// Where any branch, Lua or included file defines the name, in specs with `%{load:…}` or with conditions whose names are put together, and
/// for conditions that are always true
/// or false in another manner: `%if 0` and a number in a `%global` are the packager's switch.
///
/// ## Settings
/// None.
package struct ConstantCondition: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let called = context.source.calledNames
    guard !called.isDisjoint(with: ["with", "without"]), called.isDisjoint(with: ["load", "bconds"]),
      !context.spec.problems.contains(where: { $0.id == .missingInclude }),
      var declared = Self.declaredConditions(in: context)
    else { return [] }
    if context.packages.tags("buildrequires").contains(where: { $0.text.contains("ghc-rpm-macros") }) { declared.formUnion(Self.haskell) }
    var seen: Set<String> = []
    var findings: [Diagnostic] = []
    for (file, tree) in context.trees.enumerated() {
      for call in tree.calls {
        let kind = tree.name(of: call)
        guard kind == "with" || kind == "without", !tree.isInComment(call.reference.range.lowerBound) else { continue }
        let words = context.source.text(of: call.inner, file: file).split(separator: UInt8(ascii: " "))
        guard words.count == 1 || words.count == 2 && words[0].elementsEqual(kind.utf8), let last = words.last else { continue }
        let name = String(decoding: last, as: UTF8.self)
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }), !declared.contains(name),
          context.spec.macros["with_\(name)"] == nil, seen.insert(name).inserted
        else { continue }
        let near = declared.sorted().first { EditDistance.between($0, name) <= (name.count < 5 ? 1 : 2) }
        findings.append(
          Diagnostic(
            rule: Self.id, severity: Self.severity, confidence: .medium,
            message: kind == "with" ? .never(name, near) : .always(name, near),
            place: context.place(SourceReference(file: file, range: call.reference.range))))
      }
    }
    return findings
  }

  /// Those that `ghc-rpm-macros` sets.
  private static let haskell = ["ghc_prof", "ghc_static", "haddock", "hscolour"]

  /// The conditions that the spec or its files name in a definition, in whatever branch; nil where a name is put together: `with_%{1}`.
  private static func declaredConditions(in context: RuleContext) -> Set<String>? {
    var names: Set<String> = []
    for definition in context.spec.definitions where definition.name.hasPrefix("with_") || definition.name.hasPrefix("_with_") {
      names.insert(String(definition.name.drop { $0 == "_" }.dropFirst("with_".count)))
    }
    for file in context.spec.files {
      var rest = file.bytes[...]
      while let found = rest.firstRange(of: "bcond".utf8) {
        rest = rest[found.upperBound...]
        let isCall = found.lowerBound > 0 && [UInt8(ascii: "%"), UInt8(ascii: "{")].contains(file.bytes[found.lowerBound - 1])
        let words = rest.prefix { $0 != 0x0A && $0 != UInt8(ascii: "}") }.split { [0x20, 0x09, 0x0D].contains($0) }
        guard isCall, let first = words.first else { continue }
        // `bcond docs`, `bcond_with docs`, `bcond_override_default docs`.
        let isSuffix = rest.first == UInt8(ascii: "_")
        guard let name = isSuffix ? words.dropFirst().first : first else { continue }
        if name.contains(UInt8(ascii: "%")) { return nil }
        names.insert(String(decoding: name, as: UTF8.self))
      }
      rest = file.bytes[...]
      while let found = rest.firstRange(of: "with_".utf8) {
        rest = rest[found.upperBound...]
        let name = rest.prefix(while: \.isNameByte)
        if name.isEmpty, let next = rest.first, "%\"'$".utf8.contains(next) { return nil }
        names.insert(String(decoding: name, as: UTF8.self))
      }
    }
    return names
  }
}

extension String {
  fileprivate static func never(_ name: String, _ near: String?) -> String {
    "nothing defines the build condition '\(name)', so this is never true\(near.map { "; did you mean '\($0)'?" } ?? "")"
  }
  fileprivate static func always(_ name: String, _ near: String?) -> String {
    "nothing defines the build condition '\(name)', so this is always true\(near.map { "; did you mean '\($0)'?" } ?? "")"
  }
}
