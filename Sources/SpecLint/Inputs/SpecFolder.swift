import Diagnostics
import Glibc
import SpecSyntax

/// The specs below a folder.
package enum SpecFolder {
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.fileName, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a folder holds.
  package struct Contents {
    /// Sorted by path.
    package fileprivate(set) var specs: [String] = []
    /// Symbolic links to what lies neither below the folder nor in its repository; sorted.
    package fileprivate(set) var linksOut: [String] = []
    /// The folder of its repository, or its own; absolute and without links. nil where it cannot be told.
    let home: String?
    fileprivate var packages: [String] = []
    fileprivate var ignoredSpecs = 0

    /// Why there is nothing to lint, and what to do.
    func complaint(about folder: String) -> String {
      if let first = packages.first {
        let pattern = (first.lastIndex(of: "/").map { String(first[...$0]) } ?? "") + "*.src.rpm"
        return "no specs below '\(folder)', but source packages; name them: 'rpmscope lint \(pattern)'"
      }
      guard ignoredSpecs > 0 else { return "no specs below '\(folder)'" }
      return "no specs below '\(folder)' but \(ignoredSpecs) that git ignores; name those that are to be linted"
    }
  }

  /// All `.spec` files below a folder, and `.spec.in` and the like where no finished spec lies beside them.
  ///
  /// Left out are version control's folders, build folders, symbolic links to folders and what git is told to ignore. Links to files
  /// outside are told apart: whoever made the folder chose them, and a report would quote what they lead to.
  package static func contents(below root: String) throws(LintFailure) -> Contents {
    guard access(root.fileName, R_OK | X_OK) == 0 else { throw LintFailure("cannot read folder '\(root)': \(FileBytes.reason(errno))") }
    guard RootedPath.currentFolderExists || root.hasPrefix("/") else { throw LintFailure("the current folder does not exist any more") }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let absolute = RootedPath.absolute(root)
    let home = RootedPath.resolved(RootedPath.root(of: absolute))
    var contents = Contents(home: home)
    var pending = [(path: prefix, ignoring: IgnoreFiles(above: absolute))]
    let absolutePrefix = absolute.hasSuffix("/") ? absolute : absolute + "/"
    while let (folder, ignoring) = pending.popLast() {
      let entries = entries(of: folder)
      let names = Set(entries.map(\.name))
      for entry in entries where !(entry.isFolder && isSkipped(entry.name)) {
        let path = folder + entry.name
        let isIgnored = ignoring?.ignore(absolutePrefix + path.dropFirst(prefix.count), isFolder: entry.isFolder) ?? false
        if entry.isFolder {
          guard !isIgnored else { continue }
          var inside = ignoring
          inside?.enter(absolutePrefix + path.dropFirst(prefix.count) + "/")
          pending.append((path + "/", inside))
        } else if isSpec(entry.name, among: names) {
          if isIgnored {
            contents.ignoredSpecs += 1
          } else if entry.isLink, let home, let target = RootedPath.resolved(path), !target.hasPrefix(home == "/" ? home : home + "/") {
            contents.linksOut.append(path)
          } else {
            contents.specs.append(path)
          }
        } else if entry.name.hasSuffix(".src.rpm") {
          contents.packages.append(path)
        }
      }
    }
    contents.specs.sort()
    contents.linksOut.sort()
    contents.packages.sort()
    return contents
  }

  /// A template is read where what becomes of it is not: the same findings need not be told twice.
  private static func isSpec(_ name: String, among names: Set<String>) -> Bool {
    if name.hasSuffix(".spec") { return true }
    guard SpecTemplate.isName(name), let dot = name.lastIndex(of: ".") else { return false }
    return !names.contains(String(name[..<dot]))
  }

  /// `.git`, `.build`, `.svn` … and rpmbuild's own BUILD and BUILDROOT, where unpacked sources bring specs of their own.
  private static func isSkipped(_ name: String) -> Bool {
    name.hasPrefix(".") || ["BUILD", "BUILDROOT", "node_modules", "CVS"].contains(name)
  }

  private static func entries(of folder: String) -> [(name: String, isFolder: Bool, isLink: Bool)] {
    guard let stream = opendir(folder.fileName) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool, isLink: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { String(fileName: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      guard lstat((folder + name).fileName, &status) == 0 else { continue }
      entries.append((name, status.st_mode & S_IFMT == S_IFDIR, status.st_mode & S_IFMT == S_IFLNK))
    }
    return entries
  }
}
