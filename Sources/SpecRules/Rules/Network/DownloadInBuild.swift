package import Diagnostics
import GoBuild

/// The build needs network access to download its modules.
///
/// ## What it does
/// Reports the first command that downloads: `go mod download`, `go mod vendor`, `go install example.com/tool@v1.2.3` (which
/// ignores a vendor folder), or a build in module mode with nothing vendored. A bare `go build` counts where the spec says that it
/// downloads: by a GOPROXY with an address, a module cache or a GOPATH made for the build, a GOTOOLCHAIN that fetches, or Photon's
/// `network_required`, and nothing mentions a vendor folder or an archive of modules. One such sign makes it medium, two high.
///
/// ## Why it matters
/// koji, OBS and mock build without network: there it fails. Elsewhere the build depends on servers that may be down, and what
/// is built cannot be built again once a module is gone. Where Source0 lies beside the spec, its go.sum says how many modules
/// that is.
///
/// Shown by: `vendor-by-go-line`, `downloads-despite-vendor`, `install-ignores-vendor`.
///
/// ## Example
/// ```
/// %build
/// go mod download
/// go build -o hello .
/// ```
///
/// ## Use instead
/// Put the modules into an archive with `go mod vendor`, and build with `-mod=vendor`.
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
///
/// %prep
/// %autosetup -a1
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## When it stays silent
/// With `GOPROXY=off` or a `file:` proxy, and where the spec does not show whether modules are needed; a bare `-mod=mod` counts at low
/// confidence. `GO111MODULE=on` alone says nothing: nearly all specs that set it are vendored. What comes after the first download
/// belongs to it. `go get`, `go mod tidy` and `@latest` have rules of their own, and so
/// has a vendor folder that is there and not used, `vendor-not-used`.
///
/// ## Settings
/// `--builder official`: a warning, because there is no network.
package struct DownloadInBuild: Rule {
  package static let severity: Severity = .info
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let expected = context.go.firstDownload, VendorNotUsed.reason(expected.command, in: context) == nil else { return [] }
    let (command, download) = (expected.command, expected.download)
    switch download {
    case .get, .tidy: return []
    case .tool(let operand) where !operand.contains("@v"): return []
    case .modules, .tool: break
    }
    return [
      finding(
        .downloads(command.title), at: ScriptPlace(command), in: context,
        severity: context.settings.builder == .official ? .warning : Self.severity,
        confidence: expected.confidence, notes: expected.notes + (download == .modules ? command.moduleCountNotes : []),
        under: command.condition)
    ]
  }
}

extension String {
  fileprivate static func downloads(_ command: String) -> String { "'\(command)' needs the network" }
}
