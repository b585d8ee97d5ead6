internal import Diagnostics
internal import MacroExpansion

/// The spec's own macros from which its name, version and release are made, and those that hold a commit.
struct IdentitySources {
  struct Source {
    let name: String
    let value: [UInt8]
    var keys: Set<Key>
  }
  private(set) var found: [Source] = []
  private let spec: ExpandedSpec

  init(_ spec: ExpandedSpec) {
    self.spec = spec
    for tag in spec.tags where tag.package == nil && tag.qualifier == nil {
      guard let key = Self.key(of: tag.name) else { continue }
      // `%{name}` in a version is the name, not what the version is made of.
      var visited: Set<String> = ["name", "version", "release", "epoch"]
      for name in references(tag.file, tag.range) { _ = follow(name, key, &visited) }
    }
    for definition in spec.definitions where Self.namesSources(definition) { add(definition, .version) }
  }

  private static func key(of tag: String) -> Key? {
    switch tag.lowercased() {
    case "name": .name
    case "version", "epoch": .version
    case "release": .release
    default: nil
    }
  }

  /// Goes from a macro to those it is made of, until a body is plain text.
  ///
  /// - Returns: whether one was found.
  private mutating func follow(_ name: String, _ key: Key, _ visited: inout Set<String>) -> Bool {
    guard visited.insert(name).inserted else { return found.contains { $0.name == name } }
    var isFound = false
    for definition in spec.definitions where definition.name == name && definition.options == nil {
      var comesFromOthers = false
      for reference in references(definition.file, definition.range) where reference != name {
        if follow(reference, key, &visited) { comesFromOthers = true }
      }
      if !comesFromOthers { add(definition, key) }
      isFound = true
    }
    return isFound
  }

  private mutating func add(_ definition: MacroDefinition, _ key: Key) {
    guard !definition.body.isEmpty, !definition.body.contains(UInt8(ascii: "%")) else { return }
    if let index = found.firstIndex(where: { $0.name == definition.name }) {
      found[index].keys.insert(key)
    } else {
      found.append(Source(name: definition.name, value: definition.body, keys: [key]))
    }
  }

  private func references(_ file: Int, _ range: ByteRange) -> [String] {
    guard spec.files.indices.contains(file) else { return [] }
    let bytes = spec.files[file].bytes
    return MacroReferences.names(in: bytes[range.clamped(to: 0..<bytes.count)]).filter { name in
      spec.definitions.contains { $0.name == name }
    }
  }

  /// A full commit, SHA-1 or SHA-256, or a macro by a name that forges and packagers give to what says which sources these are.
  private static func namesSources(_ definition: MacroDefinition) -> Bool {
    guard definition.options == nil else { return false }
    let isCommit =
      [40, 64].contains(definition.body.count)
      && definition.body.allSatisfy { (0x30...0x39).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    return isCommit || sourceNames.contains(definition.name.lowercased().filter { !$0.isNumber && $0 != "_" })
  }

  private static let sourceNames: Set<String> = [
    "commit", "commitid", "commithash", "gitcommit", "githash", "gitrev", "gitrevision", "gitsha", "gittag", "shortcommit", "tag",
  ]
}
