extension MacroTarget {
  /// The name of the target that is meant by what users write: "f44", "fedora-rawhide", "el9", "centos-stream-9-x86_64",
  /// "opensuse-tumbleweed"; nil where there is none. Releases that are not modelled are those of the nearest that is.
  package static func canonicalName(_ text: String) -> String? {
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let last = words.last, architectures.contains(last) { words.removeLast() }
    // mock's `x86_64` is two words.
    if words.suffix(2) == ["x86", "64"] { words.removeLast(2) }
    var release = words.drop { !($0.first?.isNumber ?? false) }.first.flatMap { Int($0) }
    words = Array(words.prefix { !($0.first?.isNumber ?? false) })
    guard var name = words.last == "epel" ? "epel" : words.first else { return nil }
    if let digit = name.firstIndex(where: \.isNumber), words.count == 1, let number = Int(name[digit...]) {
      release = number
      name = String(name[..<digit])
    }
    guard let target = aliases[name] else { return nil }
    guard target == "epel" else { return target }
    switch release {
    case 9: return epel9.name
    case 10: return epel10.name
    case .some, nil: return nil
    }
  }

  private static let architectures: Set<String> = ["aarch64", "ppc64le", "s390x", "i386", "i586", "i686", "riscv64", "armv7hl", "noarch"]

  /// The words with which names of targets begin, in alphabetical order.
  package static var firstWords: [String] { aliases.keys.sorted() }

  /// By the first word, without the release.
  private static let aliases: [String: String] = [
    "fedora": "fedora", "f": "fedora", "fc": "fedora", "rawhide": "fedora", "eln": "epel",
    "epel": "epel", "el": "epel", "rhel": "epel", "centos": "epel", "alma": "epel", "almalinux": "epel", "rocky": "epel",
    "rockylinux": "epel", "oraclelinux": "epel", "ol": "epel",
    "opensuse": "opensuse", "suse": "opensuse", "tumbleweed": "opensuse", "leap": "opensuse", "factory": "opensuse", "sles": "opensuse",
    "azurelinux": "azurelinux", "azure": "azurelinux", "azl": "azurelinux", "mariner": "azurelinux", "cbl": "azurelinux",
    "photon": "photon", "ph": "photon", "mageia": "mageia", "mga": "mageia", "cauldron": "mageia",
    "openeuler": "openeuler", "oe": "openeuler", "openruyi": "openruyi", "altlinux": "altlinux", "alt": "altlinux", "sisyphus": "altlinux",
  ]
}
