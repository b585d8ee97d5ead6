/// Names by which folders are known to be caches of go's.
enum GoCacheFolder {
  private static let names: Set<Substring> = ["go-build", "gocache", "go-cache", "gomodcache", "go-mod-cache"]

  /// `/var/cache/go-build`, `/srv/go/pkg/mod`.
  static func isMeant(by path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return false }
    return names.contains(last) || parts.suffix(2).elementsEqual(["pkg", "mod"])
  }

  /// Whether a path lies in somebody's home: `/root`, `/home/…`, or below a variable that a user's session sets.
  static func liesInHome(_ path: String) -> Bool {
    ["/root/", "/home/", "*/", "~"].contains { path.hasPrefix($0) }
  }
}
