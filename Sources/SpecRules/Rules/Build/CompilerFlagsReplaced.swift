package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The flags of the C or C++ compiler are set without those of the distribution.
///
/// ## What it does
/// Reports `CFLAGS` and `CXXFLAGS` that `%build` exports or gives to make or configure, with a value that lacks `%{optflags}`.
///
/// ## Why it matters
/// A distribution's flags turn on hardening (`-fstack-protector-strong`, `_FORTIFY_SOURCE`) and the debugging data of the debuginfo
/// packages. `%configure` and make take `CFLAGS` as it is, so a value without these flags replaces them all.
///
/// Source: Fedora's packaging guideline, under *Compiler flags*: packages must use the flags of the system's rpm configuration, and may
/// add to them.
///
/// ## Example
/// ```
/// %build
/// export CFLAGS="-fcommon"
/// %configure
/// ```
///
/// ## Use instead
/// Add to the flags: `CFLAGS="%{optflags} -fcommon"`.
/// ```
/// %build
/// export CFLAGS="%{optflags} -fcommon"
/// %configure
/// ```
///
/// ## When it stays silent
/// For values that are empty, hold variables, macros or commands (`$(echo %{optflags} | sed …)`), or set one of the distribution's
/// hardening flags; where another line of `%build` sets the variable with the flags; for packages without architecture, and where a cross
/// compiler is used.
///
/// ## Settings
/// For Fedora, EPEL and openSUSE.
package struct CompilerFlagsReplaced: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]
  package static let profiles: Set<Profile> = [.epel, .fedora, .opensuse]

  package init() {}

  private static let names = ["CFLAGS", "CXXFLAGS"]
  private static let crossBuilds = ["mingw", "cross", "-none-eabi", "wasm"]

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.isTakenByTarget, !context.packages.isNoarch(context.packages.mainName),
      !context.spec.problems.contains(where: { $0.id == .unfilledTemplate }),
      !Self.crossBuilds.contains(where: context.packages.mainName.contains)
    else { return [] }
    let settings = Self.settings(in: context)
    return Self.names.compactMap { name in
      let own = settings.filter { $0.name == name }
      guard let first = own.first, own.allSatisfy({ Self.lacksFlags($0.value) }) else { return nil }
      return finding(.replaced(name), at: first.place, in: context, confidence: .medium)
    }
  }

  private struct Setting {
    let name: String
    /// nil where it is not fully known.
    let value: String?
    let place: ScriptPlace
  }

  private static func lacksFlags(_ value: String?) -> Bool {
    guard let value, !value.isEmpty else { return false }
    return !["-D_FORTIFY_SOURCE", "-fstack-protector", "-specs=", "%"].contains(where: value.contains)
  }

  private static func settings(in context: RuleContext) -> [Setting] {
    guard let section = context.spec.sections.first(where: { $0.keyword == .build }) else { return [] }
    // What macros of the target set is only a default: `CFLAGS="${CFLAGS:-%{optflags}}"` in `%configure`.
    let exported = context.model.assignments.filter { assignment in
      assignment.section == .build && assignment.isExported && names.contains(assignment.name)
        && context.shipped.isOwn(assignment.range, in: section)
    }.map { assignment in
      let value = isLiteral(assignment.range, in: context) ? text(assignment.value?.exact) : nil
      return Setting(name: assignment.name, value: value, place: ScriptPlace(assignment))
    }
    let given = context.model.shellCommands.filter { command in
      command.section == .build && ["make", "configure", "gmake"].contains(command.programName ?? "")
    }.flatMap { command in
      command.words.compactMap { word -> Setting? in
        guard let name = names.first(where: { word.value.display.hasPrefix($0 + "=") }) else { return nil }
        let value = isLiteral(word.range, in: context) ? text(word.value.exact).map { String($0.dropFirst(name.count + 1)) } : nil
        return Setting(name: name, value: value, place: ScriptPlace(command))
      }
    }
    return exported + given
  }

  /// Without variables, commands and macros, which may hold the flags: `make CFLAGS="$CFLAGS -fcommon"`.
  private static func isLiteral(_ range: ByteRange, in context: RuleContext) -> Bool {
    guard let text = context.script.text(of: .build), range.upperBound <= text.bytes.count, let source = text.source(of: range) else {
      return false
    }
    return !context.source.text(of: source.range, file: source.file).contains { "$`%".utf8.contains($0) }
  }

  private static func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
}

extension String {
  fileprivate static func replaced(_ name: String) -> String { "'\(name)' replaces the distribution's compiler flags" }
}
