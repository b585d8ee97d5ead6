package import Diagnostics
import GoBuild
import MacroExpansion

/// The linked program differs from build to build.
///
/// ## What it does
/// Reports `-ldflags` whose value takes `/dev/urandom`, `$RANDOM`, `$(date)` or the machine's name, written there or in a variable
/// that is used there: a build id (`-B`), a version or a date (`-X`).
///
/// ## Why it matters
/// Two builds of one source package differ, so it cannot be verified that a package comes from its sources. Old releases of
/// Fedora's `%gobuild` (go-rpm-macros 3.0) did so, and specs still carry copies of it.
///
/// Shown by: `reproducible`.
///
/// ## Example
/// ```
/// %build
/// go build -ldflags "-B 0x$(head -c20 /dev/urandom | od -An -tx1 | tr -d ' \n')" -o hello .
/// ```
///
/// ## Use instead
/// ```
/// %build
/// go build -ldflags "-B 0x$(echo %{name}-%{version}-%{release}-${SOURCE_DATE_EPOCH:-} | sha1sum | cut -d ' ' -f 1)" -o hello .
/// ```
/// The fix writes this for the build id of old releases of `%gobuild`. For a date: `$(date -u -d @${SOURCE_DATE_EPOCH} +%F)`.
///
/// ## When it stays silent
/// Where SOURCE_DATE_EPOCH is named, for `date -d` of a fixed date and `date -r FILE`, and for what the target's own macros do.
///
/// ## Settings
/// None.
package struct RandomBuildId: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    lazy var roots = Self.roots(in: context)
    var seen: Set<SourceReference> = []
    func isFirst(_ file: Int, _ range: ByteRange) -> Bool { seen.insert(SourceReference(file: file, range: range)).inserted }
    return context.model.commands.flatMap { command -> [Diagnostic] in
      guard let flag = command.invocation?.flag("ldflags"), let text = context.script.text(of: command.section)?[flag.range].bytes else {
        return []
      }
      if let cause = UnreproducibleMacro.cause(in: text) {
        switch context.script.author(of: flag.range, in: command.section) {
        case .target: return []
        case .spec:
          return [
            finding(
              .differs(cause), at: ScriptPlace(flag.range, of: command), in: context, under: command.condition,
              fixes: Self.fixes(context.rewrites.written(flag.range, in: command.section), context))
          ]
        case .macro(let definition):
          guard isFirst(definition.file, definition.range) else { return [] }
          return [
            Diagnostic(
              rule: Self.id, severity: Self.severity, message: .differs(cause),
              place: context.spec.place(definition.source),
              notes: [Note("'\(command.title)' is built from it here", at: context.place(command.sourceReference))],
              fixes: Self.fixes(definition.file == 0 ? definition.range : nil, context))
          ]
        }
      }
      return roots.filter { root in
        root.assignment.section == command.section && root.names.contains { Self.uses($0, text) }

          && isFirst(root.assignment.source.file, root.assignment.source.range)
      }.map { root in
        finding(
          .differs(root.cause), at: ScriptPlace(root.assignment), in: context,
          notes: [Note("'\(command.title)' links it here", at: context.place(command.sourceReference))], under: command.condition,
          fixes: Self.fixes(context.rewrites.written(root.assignment.range, in: root.assignment.section), context))
      }
    }
  }

  private static func fixes(_ stretch: ByteRange?, _ context: RuleContext) -> [FixIt] {
    FixIt.unsafe(
      "derive the build ID from name, version and release", context.rewrites.reproducibleBuildID(in: stretch),
      because: "all programs in the package then share one build ID", changing: .arguments)
  }

  /// An assignment of a value by chance, and the variables that hold it from then on.
  private struct Root {
    let assignment: Assignment
    let cause: String
    var names: Set<String>
  }

  private static func roots(in context: RuleContext) -> [Root] {
    var roots: [Root] = []
    for assignment in context.model.assignments {
      guard let text = context.script.text(of: assignment.section)?[assignment.range].bytes else { continue }
      for index in roots.indices where roots[index].assignment.section == assignment.section {
        if roots[index].names.contains(where: { uses($0, text) }) { roots[index].names.insert(assignment.name) }
      }
      if let cause = UnreproducibleMacro.cause(in: text) {
        roots.append(Root(assignment: assignment, cause: cause, names: [assignment.name]))
      }
    }
    return roots
  }

  /// `$NAME` or `${NAME…}`
  private static func uses(_ name: String, _ text: [UInt8]) -> Bool {
    if text.firstRange(of: "${\(name)".utf8) != nil { return true }
    guard let found = text.firstRange(of: "$\(name)".utf8) else { return false }
    return found.upperBound == text.count
      || !(Character(UnicodeScalar(text[found.upperBound])).isLetter || text[found.upperBound] == UInt8(ascii: "_"))
  }
}

extension String {
  fileprivate static func differs(_ cause: String) -> String { "'\(cause)' makes the build unreproducible" }
}
