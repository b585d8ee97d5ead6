/// Which build a cache belongs to, as its path tells.
package struct BuildOrigin: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// Below rpmbuild's `BUILD`.
    case rpmbuild
    /// In a build root of mock's.
    case mock
    /// A user's, where go keeps them by default.
    case home
  }

  package let kind: Kind
  /// The folder in `BUILD`, the mock root, or the home.
  package let name: String
  /// The spec, where one of that name lies in `SPECS` beside `BUILD`.
  package internal(set) var spec: String?

  /// - Parameter path: Absolute.
  /// - Parameter entries: The names in a folder; none where there is none.
  package init?(path: String, entries: (String) -> [String]) {
    let parts = path.split(separator: "/").map(String.init)
    // /var/lib/mock/fedora-43-x86_64/root/builddir/build/BUILD/hello-2.4.0-build/…
    if let mock = parts.firstIndex(of: "mock"), mock + 2 < parts.count, parts[mock + 2] == "root" {
      let root = "/" + parts[...(mock + 2)].joined(separator: "/")
      (kind, name) = (.mock, parts[mock + 1])
      spec = Self.spec(for: Self.buildFolder(parts)?.name, in: "\(root)/builddir/build/SPECS", entries)
      return
    }
    if let build = Self.buildFolder(parts) {
      (kind, name) = (.rpmbuild, build.name)
      spec = Self.spec(for: build.name, in: "/" + (parts[..<build.index] + ["SPECS"]).joined(separator: "/"), entries)
      return
    }
    for tail in ["/go/pkg/mod", "/.cache/go-build"] where path.hasSuffix(tail) {
      (kind, name, spec) = (.home, String(path.dropLast(tail.count)), nil)
      return
    }
    return nil
  }

  private static func buildFolder(_ parts: [String]) -> (name: String, index: Int)? {
    guard let index = parts.firstIndex(of: "BUILD"), index + 1 < parts.count else { return nil }
    return (parts[index + 1], index)
  }

  /// The spec whose name the folder's begins with: `hello-2.4.0` is of `hello.spec`. The only one there is where no folder tells.
  private static func spec(for folder: String?, in specs: String, _ entries: (String) -> [String]) -> String? {
    let names = entries(specs).filter { $0.hasSuffix(".spec") }.map { String($0.dropLast(5)) }
    let found = folder.map { folder in names.filter { folder == $0 || folder.hasPrefix("\($0)-") }.max { $0.utf8.count < $1.utf8.count } }
    return (found ?? (names.count == 1 ? names.first : nil)).map { "\(specs)/\($0).spec" }
  }
}
