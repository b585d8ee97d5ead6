import Glibc

/// The specs below a folder.
package enum SpecFolder {
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// All `.spec` files below a folder, sorted by path; version control's folders, build folders and symbolic links to folders are
  /// left out.
  package static func specs(below root: String) throws(LintFailure) -> [String] {
    guard access(root, R_OK | X_OK) == 0 else { throw LintFailure("cannot read folder '\(root)'") }
    var specs: [String] = []
    var pending = [root]
    while let folder = pending.popLast() {
      for entry in entries(of: folder) {
        let path = folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
        if entry.isFolder {
          if !isSkipped(entry.name) { pending.append(path) }
        } else if entry.name.hasSuffix(".spec") {
          specs.append(path)
        }
      }
    }
    return specs.sorted()
  }

  /// `.git`, `.build`, `.svn` … and rpmbuild's own BUILD and BUILDROOT, where unpacked sources bring specs of their own.
  private static func isSkipped(_ name: String) -> Bool {
    name.hasPrefix(".") || ["BUILD", "BUILDROOT", "node_modules", "CVS"].contains(name)
  }

  private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0 else { continue }
      entries.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries
  }
}
