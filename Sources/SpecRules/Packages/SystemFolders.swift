/// Folders that every system has, whatever is installed.
package enum SystemFolders {
  /// Those of the `filesystem` package of Fedora and openSUSE, as far as packages put files into them, and those of the Filesystem
  /// Hierarchy Standard 3.0.
  package static let all: Set<String> = {
    var folders: Set<String> = [
      "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/media", "/mnt", "/opt", "/proc", "/root", "/run", "/sbin", "/srv",
      "/sys", "/tmp", "/usr", "/usr/bin", "/usr/games", "/usr/include", "/usr/lib", "/usr/lib64", "/usr/libexec", "/usr/sbin", "/usr/share",
      "/usr/src", "/usr/local", "/usr/local/bin", "/usr/local/lib", "/usr/local/sbin", "/usr/local/share", "/var", "/var/cache", "/var/lib",
      "/var/log", "/var/mail", "/var/opt", "/var/run", "/var/spool", "/var/tmp", "/var/lock", "/var/lib/misc", "/var/games",
      "/etc/opt", "/etc/skel", "/etc/sysconfig", "/etc/X11", "/etc/xdg", "/etc/xdg/autostart", "/etc/pki", "/etc/profile.d",
      "/usr/share/applications", "/usr/share/doc", "/usr/share/icons", "/usr/share/info", "/usr/share/locale", "/usr/share/man",
      "/usr/share/misc", "/usr/share/pixmaps", "/usr/share/sounds", "/usr/share/themes", "/usr/share/licenses", "/usr/share/metainfo",
      "/usr/share/appdata", "/usr/share/dict", "/usr/share/games", "/usr/share/fonts",
      "/usr/lib/systemd", "/usr/lib/systemd/system", "/usr/lib/systemd/user", "/usr/lib/sysusers.d", "/usr/lib/tmpfiles.d",
      "/usr/lib/debug", "/usr/lib/pkgconfig", "/usr/lib64/pkgconfig", "/usr/share/pkgconfig", "/usr/lib/rpm", "/usr/lib/locale",
    ]
    for section in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "n"] { folders.insert("/usr/share/man/man\(section)") }
    return folders
  }()

  /// The same without those that packages other than `filesystem` bring.
  package static let ofFilesystem: Set<String> = all.subtracting([
    "/", "/etc/sysconfig", "/usr/lib/systemd", "/usr/lib/systemd/system", "/usr/lib/systemd/user", "/usr/lib/sysusers.d",
    "/usr/lib/tmpfiles.d",
    "/usr/share/metainfo", "/usr/share/appdata", "/usr/share/fonts", "/usr/share/licenses", "/usr/lib/rpm", "/usr/lib/locale",
    "/usr/lib/pkgconfig", "/usr/lib64/pkgconfig", "/usr/share/pkgconfig", "/etc/profile.d", "/var/lib/misc", "/var/games",
    "/etc/xdg/autostart", "/usr/share/dict", "/usr/share/games",
  ])
}
