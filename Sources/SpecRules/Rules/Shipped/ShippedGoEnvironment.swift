package import Diagnostics
import GoBuild

/// The package sets every user's GOPATH or Go cache to a folder that only root can write.
///
/// ## What it does
/// Reports a file for `/etc/profile.d`, `/etc/environment` or `environment.d`, or a `go.env`, that the spec writes or installs from a
/// source beside it, and that sets GOPATH, GOMODCACHE, GOCACHE or GOBIN to a folder of the system's.
///
/// ## Why it matters
/// For every user who is not root, `go build` of anything with dependencies, or of anything at all, then fails with `permission
/// denied`: the first element of GOPATH is where the module cache is, and programs go. go needs none of these: its defaults lie in
/// the user's home.
///
/// Shown by: `unwritable-cache`.
///
/// ## Example
/// ```
/// %install
/// mkdir -p %{buildroot}/etc/profile.d
/// cat > %{buildroot}/etc/profile.d/go.sh <<'EOF'
/// export GOROOT=/usr/lib/golang
/// export GOPATH=/usr/share/gocode
/// EOF
/// ```
///
/// ## Use instead
/// Remove the setting; each user's default is in their home.
/// ```
/// %install
/// mkdir -p %{buildroot}/etc/profile.d
/// cat > %{buildroot}/etc/profile.d/go.sh <<'EOF'
/// export GOROOT=/usr/lib/golang
/// EOF
/// ```
///
/// ## When it stays silent
/// Where the value begins with a variable (`$HOME/go`, `${GOPATH:-/opt/go}`), lies outside of the system's folders, or is one of a
/// GOPATH's further elements, which are only read; for other variables; for sources that do not lie beside the spec.
///
/// ## Settings
/// None.
package struct ShippedGoEnvironment: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.shipped.shippedTexts.filter { Self.isRead($0.path) }.compactMap { file in
      guard let (name, value) = Self.firstSystemSetting(in: file.text) else { return nil }
      return finding(.sets(name, value, for: file.path), at: file.place, in: context)
    }
  }

  /// Whether all sessions, or all go commands, read a file.
  private static func isRead(_ path: String) -> Bool {
    path.contains("/profile.d/") || path.contains("/environment.d/") || path == "/etc/environment" || path == "/etc/profile"
      || path.hasSuffix("/go.env")
  }

  private static func firstSystemSetting(in text: String) -> (name: String, value: String)? {
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let words = line.split { $0 == " " || $0 == "\t" }
      let assignment =
        switch words.first {
        case "export", "declare", "typeset": words.dropFirst().first { $0.contains("=") } ?? ""
        // csh's.
        case "setenv" where words.count > 2: Substring("\(words[1])=\(words[2])")
        default: words.first ?? ""
        }
      guard let equals = assignment.firstIndex(of: "="), isWrittenTo(String(assignment[..<equals])) else { continue }
      let value = assignment[assignment.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }
      if let first = value.split(separator: ":").first, isSystemFolder(String(first)) {
        return (String(assignment[..<equals]), String(value))
      }
    }
    return nil
  }

  /// Whether go writes where the variable says.
  private static func isWrittenTo(_ name: String) -> Bool { ["GOPATH", "GOMODCACHE", "GOCACHE", "GOBIN"].contains(name) }

  private static func isSystemFolder(_ path: String) -> Bool {
    guard !path.contains("$"), !path.contains("*"), !path.hasPrefix("/var/tmp") else { return false }
    return ["/usr/", "/opt/", "/var/", "/etc/", "/srv/", "/lib/"].contains { (path + "/").hasPrefix($0) }
  }
}

extension String {
  fileprivate static func sets(_ name: String, _ value: String, for path: String) -> String {
    "'\(path)' sets every user's \(name) to '\(value)', which only root can write"
  }
}
