import Glibc

/// The files a hostile spec finds: its own folder with things to destroy and to trip over, and one outside with a secret.
final class HostileFolder {
  let root: String
  var folder: String { root + "/inside" }
  var outside: String { root + "/outside" }
  var marker: String { folder + "/marker" }

  init() throws {
    var template = Array("/tmp/rpmscope-hostile-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else { throw FolderError(number: errno) }
    root = String(cString: path)
    // Everybody may write here, so that nothing but the sandbox is in the way.
    for name in ["", "/inside", "/outside", "/inside/folder", "/inside/.git"] {
      mkdir(root + name, 0o777)
      chmod(root + name, 0o777)
    }
    let secret = "%define leaked s3cr3t\n"
    try write(secret, to: "/outside/secret")
    try write(secret, to: "/inside/.git/config")
    try write("a name is a secret too\n", to: "/outside/s3cr3t.txt")
    try write("%loaded from a file\n%gone still there\n", to: "/outside/macros")
    try write("%mine of the user\n", to: "/outside/.rpmmacros")
    try write("precious\n", to: "/inside/victim")
    try write("%include \(folder)/itself\n", to: "/inside/itself")
    try write("%include \(folder)/twice\n%include \(folder)/twice\n", to: "/inside/twice")
    try write("%again %{load:\(folder)/loaditself}%{again}\n", to: "/inside/loaditself")
    guard mkfifo(folder + "/fifo", 0o666) == 0, symlink(outside + "/secret", folder + "/link") == 0 else {
      throw FolderError(number: errno)
    }
  }

  deinit {
    // Not by name below `root` alone: something unexpected may have come to exist.
    let name = strdup("rm")
    let option = strdup("-rf")
    let path = strdup(root)
    var child: pid_t = 0
    if posix_spawn(&child, "/bin/rm", nil, nil, [name, option, path, nil], environ) == 0 { waitpid(child, nil, 0) }
    for text in [name, option, path] { free(text) }
  }

  private func write(_ text: String, to name: String) throws {
    guard let file = fopen(root + name, "w") else { throw FolderError(number: errno) }
    fputs(text, file)
    fchmod(fileno(file), 0o666)
    fclose(file)
  }

  /// Every name below the folder with mode, size and modification time; what changes is what a spec has done.
  func state() -> [String] { Self.state(of: root).sorted() }

  private static func state(of path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var lines: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard name != ".", name != ".." else { continue }
      let child = path + "/" + name
      var information = stat()
      guard lstat(child, &information) == 0 else { continue }
      lines.append("\(child) \(information.st_mode) \(information.st_size) \(information.st_mtim.tv_sec) \(information.st_mtim.tv_nsec)")
      if information.st_mode & S_IFMT == S_IFDIR { lines += state(of: child) }
    }
    return lines
  }

  func fill(_ text: String) -> String {
    text.replacing("@M@", with: marker).replacing("@D@", with: folder).replacing("@O@", with: outside)
  }
}

struct FolderError: Error {
  let number: Int32
}
