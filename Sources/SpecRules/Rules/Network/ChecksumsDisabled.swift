package import Diagnostics
import GoBuild

/// Modules are downloaded without checksum verification.
///
/// ## What it does
/// Reports `GOSUMDB=off`, `GONOSUMDB=*`, `GOINSECURE` and `GOFLAGS=-insecure` where a go command downloads modules.
///
/// ## Why it matters
/// A module that is not in go.sum is then taken as it comes. A complete go.sum needs no lookup, so the setting helps no
/// correct source tree: with lines missing, `go build` fails by itself, whatever GOSUMDB says. GOINSECURE leaves the checksum database
/// on, but lets what go fetches by itself, past the proxy, come over connections that prove nothing. `-insecure` did both for `go get`
/// up to Go 1.16; later releases refuse it there and ignore it elsewhere.
///
/// Shown by: `complete-go-sum`, `unchecked-modules`, `insecure-is-checked`.
///
/// ## Example
/// ```
/// %build
/// export GOSUMDB=off
/// go mod download
/// ```
/// The download itself is `download-in-build`.
///
/// ## Use instead
/// Leave the checks on, with a go.sum that upstream keeps complete.
/// ```
/// %build
/// go mod download
/// ```
/// with a go.sum that upstream keeps complete.
///
/// ## When it stays silent
/// With `GOPROXY=off`, in vendored builds and in GOPATH mode: nothing is downloaded there. `GONOSUMDB` for particular hosts is
/// what it is for.
///
/// ## Settings
/// None.
package struct ChecksumsDisabled: Rule {
  package static let severity: Severity = .warning
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<String> = []
    return context.model.commands.flatMap { command -> [Diagnostic] in
      guard command.kind == .direct, let expected = context.go.expectedDownload(of: command), expected.confidence > .low else { return [] }
      return ["GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOFLAGS"].compactMap { name in
        guard let binding = command.environment[name], binding.source != nil,
          let value = binding.value.alternative(where: { Self.disablesChecks(name, $0) }),
          seen.insert("\(name) \(value.value.display)").inserted
        else { return nil }
        return finding(
          .taken(by: command.title, name, value.value.display), at: ScriptPlace(command), in: context,
          confidence: min(expected.confidence, binding.value.confidence),
          notes: context.settingNotes(name, at: binding.source), under: command.condition(with: value), fixes: fixes(name, command, context)
        )
      }
    }
  }

  private static func disablesChecks(_ name: String, _ value: Value) -> Bool {
    switch name {
    case "GOSUMDB": value.exact == Array("off".utf8)
    case "GONOSUMDB": value.exact == [UInt8(ascii: "*")]
    case "GOINSECURE": value.exact?.isEmpty == false
    default: GoFlagsWord.words(of: value).contains { $0.name == "insecure" && $0.isNameExact }
    }
  }
}

extension ChecksumsDisabled {
  private func fixes(_ name: String, _ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    if name == "GOFLAGS" {
      return FixIt.unsafe(
        "remove '-insecure' from GOFLAGS", context.rewrites.removingFromGoFlags("-insecure", for: command), because: .mayBeMissing,
        changing: .sets("GOFLAGS"))
    }
    return FixIt.unsafe(
      "drop '\(name)'", context.rewrites.writtenAssignment(of: name, to: command).map { [context.rewrites.dropping($0)] },
      because: .mayBeMissing,
      changing: .sets(name))
  }
}

extension String {
  fileprivate static var mayBeMissing: String { "a module that the checksum database does not know is then refused" }

  fileprivate static func taken(by command: String, _ name: String, _ value: String) -> String {
    switch name {
    case "GOFLAGS": "'\(command)' is given '-insecure', which Go has refused or ignored since 1.17"
    case "GOINSECURE": "'\(command)' may fetch modules over insecure connections because of \(name)=\(value)"
    default: "'\(command)' takes modules unchecked because of \(name)=\(value)"
    }
  }
}
