import Glibc

/// The caller's environment, of which a spec sees what rpm and libc need: tokens of a CI job are not for `%{getenv:…}` to print.
struct InheritedEnvironment {
  /// Variables that a spec does not see; found before the forks, so that each need not.
  private let hidden: [String]

  private static let kept: Set<String> = [
    "HOME", "HOSTNAME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "RPM_CONFIGDIR", "SHELL", "SOURCE_DATE_EPOCH", "TMPDIR", "TZ", "USER",
    "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
  ]

  init() {
    var names: [String] = []
    var entry = environ
    while let text = entry.pointee {
      names.append(String(String(cString: text).prefix { $0 != "=" }))
      entry += 1
    }
    hidden = names.filter { !Self.kept.contains($0) && !$0.hasPrefix("LC_") }
  }

  /// Removes the hidden variables from this process.
  func reduce() {
    for name in hidden { unsetenv(name) }
  }
}
