import Glibc

/// The go commands that run on this machine, and which caches they use.
///
/// go locks a version only while it downloads or extracts it; while it compiles it just reads the tree. So that nothing is taken from
/// under a build, the running processes are looked at as well (proc(5)), through their own root folders: a build in a container or
/// in mock's build root sees the cache under another name. What this process cannot see is another PID name space's.
package struct GoProcesses {
  package init() {}

  /// A process that uses, or may use, a cache; nil when there is none.
  package func user(of cache: borrowing CacheIdentity) -> Int? {
    var found: Int?
    let own = Int(getpid())
    Folder(Array("/proc".utf8))?.forEach { entry in
      guard found == nil, entry.status.kind == .folder, let process = Int(entry.text), process != own else { return }
      if uses(process, cache) { found = process }
    }
    return found
  }

  private func uses(_ process: Int, _ cache: borrowing CacheIdentity) -> Bool {
    guard Self.isGo(process) else { return false }
    guard let text = OpenFile(Array("/proc/\(process)/environ".utf8), flags: 0)?.bytes(limit: 1 << 20) else {
      // Somebody else's: it counts as a user where it is not known to have gone.
      return OpenFile(Array("/proc/\(process)/comm".utf8), flags: 0) != nil
    }
    let environment = Self.environment(text)
    let root = "/proc/\(process)/root"
    let settings = GoSettings(environment: environment) { path in
      OpenFile(Array((root + path).utf8), flags: 0)?.bytes(limit: 1 << 20)
    }
    guard let path = settings.value(of: cache.kind == .module ? "GOMODCACHE" : "GOCACHE"), path.hasPrefix("/") else { return false }
    return Folder(Array((root + path).utf8), followsLink: true)?.status?.inode == cache.inode
  }

  /// go itself, and the tools that it runs with its environment.
  private static func isGo(_ process: Int) -> Bool {
    guard let name = OpenFile(Array("/proc/\(process)/comm".utf8), flags: 0)?.bytes(limit: 64) else { return false }
    return ["go", "compile", "link", "asm", "cgo", "vet", "gopls", "buildid", "cover"].contains(
      String(decoding: name.filter { $0 > 0x20 }, as: UTF8.self))
  }

  static func environment(_ text: [UInt8]) -> [String: String] {
    var environment: [String: String] = [:]
    for entry in text.split(separator: 0) {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      environment[String(decoding: entry[..<equals], as: UTF8.self)] = String(decoding: entry[(equals + 1)...], as: UTF8.self)
    }
    return environment
  }
}

/// A cache's folder, whatever it is called.
package struct CacheIdentity {
  package let path: String
  package let kind: GoCache.Kind
  let inode: Inode

  package init?(path: String, kind: GoCache.Kind) {
    guard let inode = Folder(Array(path.utf8))?.status?.inode else { return nil }
    self.path = path
    self.kind = kind
    self.inode = inode
  }
}
