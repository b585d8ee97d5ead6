internal import MacroExpansion

/// What a path changes with, told from the values the spec's identity has.
///
/// The build's folder counts as such only where rpm gives each build one: below `%{_builddir}/%{buildsubdir}`, or anywhere
/// below `%{builddir}` (rpm ≥ 4.20).
enum PathKeys {
  static func keys(of path: Value, macros: [String: [UInt8]]) -> [Key] {
    var keys: Set<Key> = []
    for part in path.parts {
      switch part {
      case .unknown(UnknownReason.process): keys.insert(.process)
      case .unknown(UnknownReason.random), .unknown(UnknownReason.temporary): keys.insert(.random)
      case .unknown: break
      case .known(let bytes): keys.formUnion(self.keys(of: bytes, macros))
      }
    }
    return Key.allCases.filter(keys.contains)
  }

  private static func keys(of path: [UInt8], _ macros: [String: [UInt8]]) -> Set<Key> {
    var keys: Set<Key> = []
    var rest = path
    if let root = macros["buildroot"], !root.isEmpty, isBelow(path, root) {
      // What is below the build root goes with it, whatever the root's own name holds.
      keys.insert(.buildroot)
      rest = Array(path.dropFirst(root.count))
    } else if let folder = macros["_builddir"], !folder.isEmpty, isBelow(path, folder) {
      keys.insert(.builddir)
      if macros["builddir"] == folder { keys.formUnion([.name, .version]) }
      rest = Array(path.dropFirst(folder.count))
    }
    let words = rest.split { byte in
      !(byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~"))
    }
    func names(_ macro: String, _ key: Key) {
      guard let value = macros[macro], !value.isEmpty else { return }
      let parts = value.split { byte in
        !(byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~"))
      }
      if contains(words, parts) { keys.insert(key) }
    }
    names("name", .name)
    names("version", .version)
    names("release", .release)
    if let arch = macros["_arch"], words.contains(where: { $0.elementsEqual(arch) }) { keys.insert(.arch) }
    return keys
  }

  private static func contains(_ words: [ArraySlice<UInt8>], _ parts: [ArraySlice<UInt8>]) -> Bool {
    guard !parts.isEmpty, words.count >= parts.count else { return false }
    return (0...(words.count - parts.count)).contains { start in
      zip(words[start...], parts).allSatisfy { $0.elementsEqual($1) }
    }
  }

  private static func isBelow(_ path: [UInt8], _ folder: [UInt8]) -> Bool {
    path.starts(with: folder) && (path.count == folder.count || path[folder.count] == UInt8(ascii: "/"))
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool { (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
