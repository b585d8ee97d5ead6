import Glibc
import RPMMacros

/// What a spec may read besides its own folder.
final class ReadableFiles {
  /// Canonical.
  let paths: [String]
  /// The same for C, ended by NULL.
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(engine: MacroEngine, loadFiles: [String]) {
    var paths = [
      "/usr/lib/rpm", "/etc/rpm", "/usr/share/rpm", "/usr/share/lua", "/usr/local/share/lua",
      // Language, time zone and the name of the distribution, which macros and libc look up.
      "/usr/lib/locale", "/usr/share/locale", "/usr/share/zoneinfo", "/etc/localtime", "/etc/os-release", "/usr/lib/os-release",
      "/etc/redhat-release", "/etc/system-release",
      // How many processors there are: `%{getncpus}`.
      "/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo",
    ]
    for macro in ["%{?_rpmconfigdir}", "%{?_rpmmacrodir}", "%{?_rpmluadir}"] {
      let path = String(decoding: engine.text(macro), as: UTF8.self)
      if path.hasPrefix("/"), path.count > 1 { paths.append(path) }
    }
    if let folder = getenv("RPM_CONFIGDIR") { paths.append(String(cString: folder)) }
    self.paths = (paths + loadFiles).compactMap(Self.canonical)
    list = .allocate(capacity: self.paths.count + 1)
    for (index, path) in self.paths.enumerated() { list[index] = UnsafePointer(strdup(path)) }
    list[self.paths.count] = nil
  }

  deinit {
    for index in paths.indices { free(UnsafeMutablePointer(mutating: list[index])) }
    list.deallocate()
  }

  private static func canonical(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
