import Glibc

/// The caller's environment, of which a spec sees what rpm and libc need: tokens of a CI job are not for `%{getenv:…}` to print.
enum InheritedEnvironment {
  private static let kept: Set<String> = [
    "HOME", "HOSTNAME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "RPM_CONFIGDIR", "SHELL", "SOURCE_DATE_EPOCH", "TMPDIR", "TZ", "USER",
    "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
  ]

  /// Removes every other variable from this process, but for the locale's.
  static func reduce() {
    for name in names() where !kept.contains(name) && !name.hasPrefix("LC_") { unsetenv(name) }
  }

  private static func names() -> [String] {
    var names: [String] = []
    var entry = environ
    while let text = entry.pointee {
      names.append(String(String(cString: text).prefix { $0 != "=" }))
      entry += 1
    }
    return names
  }
}
