import Glibc
import MacroExpansion
import RPMMacros

/// What a spec may read besides its own folder.
struct ReadableFiles {
  /// Absolute; they need not exist.
  let paths: [String]

  init(macros: ConfiguredMacros) {
    var paths = [
      "/usr/lib/rpm", "/etc/rpm", "/usr/share/rpm", "/usr/share/lua", "/usr/local/share/lua",
      // Language, time zone and the name of the distribution, which macros and libc look up.
      "/usr/lib/locale", "/usr/share/locale", "/usr/share/zoneinfo", "/etc/localtime", "/etc/os-release", "/usr/lib/os-release",
      "/etc/redhat-release", "/etc/system-release",
      // How many processors there are: `%{getncpus}`.
      "/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo",
    ]
    for macro in ["%{?_rpmconfigdir}", "%{?_rpmmacrodir}", "%{?_rpmluadir}"] {
      let path = String(decoding: macros.engine.text(macro), as: UTF8.self)
      if path.hasPrefix("/"), path.count > 1 { paths.append(path) }
    }
    if let folder = getenv("RPM_CONFIGDIR") { paths.append(String(cString: folder)) }
    paths += macros.loadFiles
    self.paths = paths
  }
}
