package import Diagnostics
import GoBuild

/// A build scriptlet runs `go get`.
///
/// ## What it does
/// Reports every visible `go get`.
///
/// ## Why it matters
/// It needs the network, and it changes go.mod and go.sum: what is built is no longer what upstream released. In GOPATH mode
/// it fetches whatever is newest, and from Go 1.22 on refuses.
///
/// Shown by: `go-get`.
///
/// ## Example
/// ```
/// %build
/// go get -d ./...
/// go build -o hello .
/// ```
///
/// ## Use instead
/// Put the modules into an archive with `go mod vendor`, and build with `-mod=vendor`.
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## When it stays silent
/// With `GOPROXY=off` or a `file:` proxy, and for `go get -u`, which is `unpinned-modules`.
///
/// ## Settings
/// None.
package struct GoGetInBuild: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.commands.compactMap { command in
      guard command.downloads == .get, !command.updatesModules else { return nil }
      return finding(.gets, at: ScriptPlace(command), in: context, under: command.condition)
    }
  }
}

extension String {
  fileprivate static var gets: String { "'go get' needs the network and changes which modules are built" }
}
