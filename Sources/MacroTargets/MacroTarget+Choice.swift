extension MacroTarget {
  /// What `--target auto` takes for a spec.
  package struct Choice: Sendable, Hashable {
    /// "host" or a target's name.
    package let name: String
    /// "it uses '%gometa', which the host does not define".
    package let reason: String
  }

  /// The host's macros where they define all the spec calls, else the distribution whose words the spec speaks.
  ///
  /// - Parameters:
  ///   - isDefined: whether the host defines a macro.
  ///   - hostShellIsBash: whether `%(…)` would meet bash there, as it does on every RPM distribution; on Debian it is dash.
  package static func choice(for spec: [UInt8], hostShellIsBash: Bool, isDefined: (String) -> Bool) -> Choice {
    let spec = Array(spec.prefix(lookedAt))
    let used = MacroNames.used(in: spec)
    let needsBash = hostShellIsBash ? nil : bashWord(in: spec)
    guard let missing = used.first(where: { !isDefined($0) && knownNames.contains($0) }) ?? marker(in: spec)?.word ?? needsBash else {
      return Choice(name: "host", reason: "the host's macros define what it uses")
    }
    let chosen = marker(in: spec).map(\.target) ?? "fedora"
    let reason = "it uses '\(missing)', which the host does not define"
    // A host of that distribution knows its own macros better than a model does.
    if let identity = identities[chosen], isDefined(identity) { return Choice(name: "host", reason: "the host is of that distribution") }
    return Choice(name: chosen, reason: reason)
  }

  /// A parameter expansion in a `%(…)` that only bash has: `${v:0:7}`, `${v//a/b}`, `${v^^}`.
  private static func bashWord(in spec: [UInt8]) -> String? {
    for line in spec.split(separator: 0x0A) where line.firstRange(of: "%(".utf8) != nil {
      var rest = line
      while let open = rest.firstRange(of: "${".utf8) {
        let name = rest[open.upperBound...].prefix { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
        }
        let after = rest[name.endIndex...]
        let digit = after.dropFirst().first.map { (0x30...0x39).contains($0) || $0 == 0x20 || $0 == UInt8(ascii: "$") } ?? false
        if let byte = after.first, "/^,".utf8.contains(byte) || byte == UInt8(ascii: ":") && digit {
          return String(decoding: rest[open.lowerBound...].prefix(30), as: UTF8.self)
        }
        rest = rest[open.upperBound...]
      }
    }
    return nil
  }

  /// Bytes of a spec that are looked at; what a packager writes is smaller, but for changelogs.
  private static let lookedAt = 128 << 10

  private static let identities = [
    "fedora": "fedora", "epel9": "rhel", "epel10": "rhel", "opensuse": "suse_version", "azurelinux": "azl",
    "photon": "photon_release_version",
    "mageia": "mgaversion", "openeuler": "openEuler", "altlinux": "_altdata_dir",
  ]

  /// Names that some target defines.
  private static let knownNames: Set<String> = Set(all.flatMap { target in target.macros.flatMap { MacroNames.defined(in: $0) } })

  /// Words only one distribution's specs have, the surest first; the one found most often counts.
  private static func marker(in spec: [UInt8]) -> (target: String, word: String)? {
    var best: (target: String, word: String, count: Int)?
    for (target, words) in markers {
      var count = 0
      var first: String?
      for word in words where spec.firstRange(of: word.utf8) != nil {
        count += 1
        if first == nil { first = word }
      }
      if let first, count > best?.count ?? 0 { best = (target, first, count) }
    }
    return best.map { ($0.target, $0.word) }
  }

  private static let markers: [(target: String, words: [String])] = [
    (
      "fedora",
      [
        "%gometa", "%autorelease", "%autochangelog", "%go_vendor_license", "%gopkg", "%forgemeta", "%{golang_arches_future}", "%cargo_prep",
        "%pyproject_wheel",
      ]
    ),
    (
      "opensuse",
      [
        "# spec file for package", "%service_add_p", "%service_del_p", "%gosrc", "%gofilelist", "%go_nostrip", "golang-packaging",
        "%{go_provides}",
        "%sysusers_generate_pre", "%python_subpackages", "%set_permissions", "bugs.opensuse.org", "%fdupes",
      ]
    ),
    (
      "azurelinux",
      [
        "Microsoft Corporation", "Azure Linux", "Mariner", "%{mariner_release_version}", "%{azl}", "%{_mariner_sources_url}",
        "@microsoft.com",
      ]
    ),
    ("photon", ["Photon", "%define network_required", "VMware, Inc.", "Broadcom", "@vmware.com", "@broadcom.com"]),
    ("mageia", ["%mkrel", "%makeinstall_std", "%configure2_5x", "@mageia.org", "%mklibname"]),
    ("openeuler", ["openEuler", "@huawei.com", "%package_help", "%delete_la", "%install_info_rm"]),
    (
      "altlinux",
      [
        "%def_with", "%def_enable", "%def_disable", "%set_verify_elf_method", "%golang_prepare", "%golang_build", "%go_path",
        "%add_optflags",
        "@altlinux.org", "%if_with", "%ubt", "Release: alt",
      ]
    ),
  ]
}

/// Macro names in texts.
enum MacroNames {
  /// Names that a macro file defines: `%name` at the start of a line.
  static func defined(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("%"), !line.hasPrefix("%{"), !line.hasPrefix("%%") else { return nil }
      let name = line.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return name.isEmpty ? nil : String(name)
    }
  }

  /// Names that a spec calls without a question mark, so that it needs them; at most a few thousand.
  static func used(in spec: [UInt8]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    var rest = spec[...]
    while names.count < 4_000, let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      if rest.first == UInt8(ascii: "%") {
        rest = rest.dropFirst()
        continue
      }
      let body = rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest
      let name = body.prefix { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      }
      guard name.count > 2 else { continue }
      let text = String(decoding: name, as: UTF8.self)
      if seen.insert(text).inserted { names.append(text) }
    }
    return names
  }
}
