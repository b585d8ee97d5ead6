package import Diagnostics
import GoBuild

/// The spec hard-codes the module proxy that the build downloads from.
///
/// ## What it does
/// Reports a GOPROXY that the spec sets to a URL, where a go command downloads modules.
///
/// ## Why it matters
/// The builder may have a proxy of its own, may not reach this one, or may not be allowed to. The spec's value wins over the
/// caller's.
///
/// Shown by: `proxy-of-the-spec`.
///
/// ## Example
/// ```
/// %build
/// export GOPROXY=https://goproxy.example/
/// go mod download
/// ```
/// The download itself is `download-in-build`.
///
/// ## Use instead
/// Remove the setting, so that the caller's proxy is used.
/// ```
/// %build
/// go mod download
/// ```
///
/// ## When it stays silent
/// `off`, `direct` and `file:`; vendored builds and GOPATH mode, which download nothing.
///
/// ## Settings
/// None.
package struct PublicProxy: Rule {
  package static let severity: Severity = .info
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<Binding> = []
    return context.model.commands.compactMap { command in
      guard let expected = context.go.expectedDownload(of: command), expected.confidence > .low, command.kind == .direct,
        let binding = command.environment["GOPROXY"], binding.source != nil, !binding.yieldsToCaller,
        let proxy = binding.value.alternative(where: { Self.url(in: $0) != nil }), let url = Self.url(in: proxy.value),
        seen.insert(binding).inserted
      else { return nil }
      return finding(
        .fixed(url, command.title), at: ScriptPlace(command), in: context, confidence: min(expected.confidence, binding.value.confidence),
        notes: context.settingNotes("GOPROXY", at: binding.source), under: command.condition(with: proxy), fixes: fixes(command, context))
    }
  }

  private func fixes(_ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let assignment = context.rewrites.writtenAssignment(of: "GOPROXY", to: command) else { return [] }
    return FixIt.safe("let the caller's GOPROXY win", context.rewrites.yieldingToCaller(assignment), changing: .sets("GOPROXY"))
      + FixIt.unsafe(
        "drop 'GOPROXY'", [context.rewrites.dropping(assignment)], because: "Go's default then applies", changing: .sets("GOPROXY"))
  }

  private static func url(in value: Value) -> String? {
    value.display.split { $0 == "," || $0 == "|" }.map(String.init).first { $0.hasPrefix("https:") || $0.hasPrefix("http:") }
  }
}

extension String {
  fileprivate static func fixed(_ url: String, _ command: String) -> String {
    "'\(command)' downloads from '\(url)', regardless of the builder's proxy"
  }
}
