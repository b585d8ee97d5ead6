import GoCaches

/// Where macros are defined: rpm's files of macros, in the order in which rpm reads them, so that the last definition counts.
///
/// The files are read as text: a definition inside `%{lua:…}` or another macro's body has no place here.
struct MacroOrigins {
  struct Place {
    let file: String
    let line: Int
  }

  private var places: [String: Place] = [:]

  /// rpm's macro path (`rpm --showrc`) without the fileattrs, which define no macros of builds.
  init(environment: (String) -> String?, machine: String) {
    let folder = environment("RPM_CONFIGDIR") ?? "/usr/lib/rpm"
    var files = ["\(folder)/macros"]
    files += Self.matching(folder: "\(folder)/macros.d", prefix: "macros.")
    files += ["\(folder)/platform/\(machine)-linux/macros"]
    for vendor in ["redhat", "suse", "debian", "mageia", "azl"] { files += ["\(folder)/\(vendor)/macros"] }
    files += Self.matching(folder: "/etc/rpm", prefix: "macros.") + ["/etc/rpm/macros", "/etc/rpm/\(machine)-linux/macros"]
    if let home = environment("HOME") { files += ["\(home)/.config/rpm/macros", "\(home)/.rpmmacros"] }
    for file in files { read(file) }
  }

  subscript(name: String) -> Place? { places[name] }

  private mutating func read(_ file: String) {
    guard let text = MachineSettings.contents(of: file) else { return }
    var isContinued = false
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      defer { isContinued = line.last == UInt8(ascii: "\\") }
      guard !isContinued else { continue }
      let start = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard start.first == UInt8(ascii: "%") else { continue }
      let name = start.dropFirst().prefix { byte in
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      if !name.isEmpty { places[String(decoding: name, as: UTF8.self)] = Place(file: file, line: index + 1) }
    }
  }

  /// As the shell's pattern would: sorted, without backups.
  private static func matching(folder: String, prefix: String) -> [String] {
    MachineSettings.names(in: folder).filter { $0.hasPrefix(prefix) && !$0.hasSuffix("~") && !$0.contains(".rpm") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}

/// What mock's configuration says that a Go build sees.
struct MockSettings {
  struct Line {
    let file: String
    let line: Int
    let text: String
  }

  let lines: [Line]

  /// The files that mock reads for every build root, in its order (mock(1)); those of single build roots are as many as there are
  /// distributions.
  init(environment: (String) -> String?) {
    var files = ["/etc/mock/site-defaults.cfg"] + ["/etc/mock/default.cfg"]
    if let home = environment("HOME") {
      files += ["\(home)/.mock/user.cfg", "\(environment("XDG_CONFIG_HOME") ?? "\(home)/.config")/mock.cfg"]
    }
    lines = files.flatMap(Self.lines(in:))
  }

  private static func lines(in file: String) -> [Line] {
    let text = String(decoding: MachineSettings.contents(of: file) ?? [], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      guard !trimmed.hasPrefix("#"), Self.words.contains(where: trimmed.contains) else { return nil }
      return Line(file: file, line: index + 1, text: String(trimmed))
    }
  }

  /// The build's environment, network and home, and what is mounted into it.
  private static let words = [
    "['environment']", "[\"environment\"]", "bind_mount", "rpmbuild_networking", "use_host_resolv", "chroothome", "GOPROXY", "GOCACHE",
    "GOMODCACHE", "GOPATH", "GOFLAGS",
  ]
}
