package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The linked program differs from build to build.
///
/// ## What it does
/// Reports `-ldflags` whose value takes `/dev/urandom`, `$RANDOM`, `$(date)` or the machine's name, written there or in a variable
/// that is used there: a build id (`-B`), a version or a date (`-X`). Words of `make` that hold such flags (`LDFLAGS="-X a.b=$(date)"`)
/// count with medium confidence.
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
/// Derive the value from the version or from `SOURCE_DATE_EPOCH`.
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
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<SourceReference> = []
    let roots = Self.roots(in: context)
    return edits(context)
      + context.model.commands.flatMap { command -> [Diagnostic] in
        let handed = context.go.settingsHanded(to: command).filter { $0.value.randomBuildIDText }
        if let setting = handed.first {
          return [
            finding(
              .differs("/dev/urandom"), at: ScriptPlace(setting.range, of: command), in: context, confidence: .medium,
              under: command.condition)
          ]
        }
        let linked = Self.linkedText(of: command, in: context)
        let varying = linked.flatMap(\.varyingOutputs)
        if varying.isEmpty { return written(in: command, roots, context, &seen) }
        let isDirect = command.kind == .direct
        return varying.filter { !$0.isFallback }.compactMap {
          finding(of: $0.output, command, isDirect ? .high : .medium, context, &seen)
        }
      }
  }

  /// Text for a makefile or a script that takes a build id by chance: `sed -i 's/…/… -B 0x$(shell head -c20 \/dev\/urandom …)/' Makefile`.
  private func edits(_ context: RuleContext) -> [Diagnostic] {
    context.model.shellCommands.compactMap { command in
      guard command.section.isBuildScriptlet, ["sed", "perl", "echo", "printf"].contains(command.programName),
        command.words.contains(where: { $0.value.randomBuildIDText })
      else { return nil }
      return finding(.differs("/dev/urandom"), at: ScriptPlace(command), in: context, confidence: .medium)
    }
  }

  /// What a command hands to the linker.
  private static func linkedText(of command: GoCommand, in context: RuleContext) -> [Value] {
    switch command.kind {
    case .direct: return command.invocation?.flag("ldflags")?.value.map { [$0] } ?? []
    case .indirect:
      // Of what make runs nothing is known but what it is given.
      return context.go.settingsHanded(to: command).map(\.value).filter(\.namesLinkerFlags)
    }
  }

  private func finding(
    of output: VaryingOutput, _ command: GoCommand, _ confidence: Confidence, _ context: RuleContext, _ seen: inout Set<SourceReference>
  ) -> Diagnostic? {
    switch context.script.author(of: output.range, in: output.section) {
    case .target: return nil
    case .macro(let outer):
      // A macro that calls a different one: the text comes from the inner macro.
      let definition = context.source.holder(within: outer) { VaryingOutput.cause(in: $0) != nil }
      guard seen.insert(SourceReference(file: definition.file, range: definition.range)).inserted else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: confidence, message: .differs(output.cause),
        place: context.spec.place(definition.source),
        notes: [Note("'\(command.title)' is built from it here", at: context.place(command.sourceReference))],
        fixes: Self.fixes(definition.file == 0 ? definition.range : nil, context))
    case .spec: break
    }
    let assignment = context.model.assignments.first { assignment in
      assignment.section == output.section && assignment.range.contains(output.range.lowerBound)
    }
    let flag = command.invocation?.flag("ldflags")?.range
    let word = flag ?? command.arguments.first { $0.range.contains(output.range.lowerBound) }?.range
    if command.section == output.section, let word, word.contains(output.range.lowerBound) {
      guard seen.insert(SourceReference(file: command.source.file, range: word)).inserted else { return nil }
      return finding(
        .differs(output.cause), at: ScriptPlace(word, of: command), in: context, confidence: confidence, under: command.condition,
        fixes: Self.fixes(context.rewrites.written(word, in: command.section), context))
    }
    guard let assignment else {
      let place = ScriptPlace(output, in: context)
      guard seen.insert(SourceReference(file: -1, range: output.range)).inserted else { return nil }
      return finding(
        .differs(output.cause), at: place ?? ScriptPlace(command), in: context, confidence: confidence,
        notes: [Note("'\(command.title)' links it here", at: context.place(command.sourceReference))], under: command.condition)
    }
    guard seen.insert(SourceReference(file: assignment.source.file, range: assignment.source.range)).inserted else { return nil }
    return finding(
      .differs(output.cause), at: ScriptPlace(assignment), in: context, confidence: confidence,
      notes: [Note("'\(command.title)' links it here", at: context.place(command.sourceReference))], under: command.condition,
      fixes: Self.fixes(context.rewrites.written(assignment.range, in: assignment.section), context))
  }

  /// What the words of a flag show where its value was not followed: `$RANDOM`, a variable that grew in a loop.
  private func written(
    in command: GoCommand, _ roots: [Root], _ context: RuleContext, _ seen: inout Set<SourceReference>
  ) -> [Diagnostic] {
    guard let flag = command.invocation?.flag("ldflags"), let text = context.script.text(of: command.section)?[flag.range].bytes else {
      return []
    }
    if let cause = VaryingOutput.cause(in: text) {
      guard case .spec = context.script.author(of: flag.range, in: command.section) else { return [] }
      return [
        finding(.differs(cause), at: ScriptPlace(flag.range, of: command), in: context, under: command.condition)
      ]
    }
    var findings: [Diagnostic] = []
    for root in roots where root.assignment.section == command.section && root.names.contains(where: { Self.uses($0, text) }) {
      guard seen.insert(SourceReference(file: root.assignment.source.file, range: root.assignment.source.range)).inserted else { continue }
      findings.append(
        finding(
          .differs(root.cause), at: ScriptPlace(root.assignment), in: context,
          notes: [Note("'\(command.title)' links it here", at: context.place(command.sourceReference))], under: command.condition,
          fixes: Self.fixes(context.rewrites.written(root.assignment.range, in: root.assignment.section), context)))
    }
    return findings
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
      if let cause = VaryingOutput.cause(in: text) {
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

extension Value {
  /// What in it differs from build to build, and whether that is only taken where SOURCE_DATE_EPOCH is not set, which rpm sets.
  fileprivate var varyingOutputs: [(output: VaryingOutput, isFallback: Bool)] {
    alternatives.flatMap { alternative in
      alternative.value.reasons.compactMap { reason in
        guard case .varying(let output) = reason else { return nil }
        return (output, alternative.condition?.contains("SOURCE_DATE_EPOCH") ?? false)
      }
    }
  }

  /// Whether a text that something else runs has a build id by chance in it.
  fileprivate var randomBuildIDText: Bool {
    guard displayBytes[...].firstRange(of: "urandom".utf8) != nil else { return false }
    let text = display.filter { $0 != "\\" }
    return text.contains("/dev/urandom") && text.contains("-B 0x")
  }

  /// `-X main.date=…` or `-B 0x…`
  fileprivate var namesLinkerFlags: Bool { ["-X ", "-X=", "-B 0x", "-B *", "-B=0x"].contains { display.contains($0) } }
}

extension String {
  fileprivate static func differs(_ cause: String) -> String { "'\(cause)' makes the build unreproducible" }
}
