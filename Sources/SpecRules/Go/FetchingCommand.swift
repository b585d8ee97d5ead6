/// Commands whose purpose is to get something from elsewhere.
enum FetchingCommand {
  /// "git clone"; nil for what fetches nothing.
  ///
  /// - Parameter words: The command's, with `*` for what is not known of them.
  static func title(of words: [String]) -> String? {
    guard let path = words.first else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let arguments = words.dropFirst()
    switch name {
    case "curl", "wget", "aria2c":
      // A socket of this machine needs no network, whatever the address says.
      let isLocal = arguments.contains { $0.hasPrefix("--unix-socket") || $0.hasPrefix("--abstract-unix-socket") }
      return !isLocal && arguments.contains(where: isRemote) ? name : nil
    case "dep", "glide", "gem", "cargo", "spectool": return otherTitle(name, Array(arguments))
    case "git": return gitTitle(Array(arguments))
    case "hg", "svn", "bzr", "rsync", "scp": return versionControlTitle(name, Array(arguments))
    case "npm", "pnpm", "yarn": return packageManagerTitle(name, Array(arguments))
    case "pip", "pip2", "pip3": return pipTitle(name, Array(arguments))
    case _ where name.hasPrefix("python"):
      guard arguments.starts(with: ["-m", "pip"]) else { return nil }
      return pipTitle("pip", Array(arguments.dropFirst(2)))
    default: return nil
    }
  }

  private static func gitTitle(_ arguments: [String]) -> String? {
    let subcommand = arguments.first { ["clone", "fetch", "ls-remote", "pull", "submodule", "archive"].contains($0) }
    guard let subcommand else { return nil }
    if arguments.contains(where: isRemote) { return "git \(subcommand)" }
    let operands = arguments.filter { !$0.hasPrefix("-") }.drop { $0 != subcommand }.dropFirst()
    switch subcommand {
    // A repository whose remote is not named: a path would be.
    case "fetch", "pull": return operands.first.map { $0.contains("/") || $0 == "." } ?? false ? nil : "git \(subcommand)"
    case "submodule":
      return operands.first == "update" && !arguments.contains("--no-fetch") && !arguments.contains("-N") ? "git submodule" : nil
    case "archive":
      return arguments.contains { $0.hasPrefix("--remote=") && isRemote(String($0.dropFirst("--remote=".count))) } ? "git archive" : nil
    default: return nil
    }
  }

  /// Managers of packages and sources that fetch by what they are told to do.
  private static func otherTitle(_ name: String, _ arguments: [String]) -> String? {
    let subcommand = arguments.first { !$0.hasPrefix("-") }
    switch name {
    case "dep": return subcommand == "ensure" && !arguments.contains("-no-vendor") ? "dep ensure" : nil
    case "glide":
      return subcommand.map { ["install", "i", "update", "up", "get"].contains($0) } ?? false ? "glide \(subcommand ?? "")" : nil
    case "cargo": return subcommand == "fetch" && !arguments.contains("--offline") ? "cargo fetch" : nil
    case "gem":
      let isLocal = arguments.contains { $0 == "--local" || $0 == "-l" || $0.hasSuffix(".gem") || $0.contains("*") }
      return subcommand == "install" && !isLocal ? "gem install" : nil
    case "spectool":
      let fetches = arguments.contains { $0 == "--get-files" || $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains("g") }
      return fetches ? "spectool" : nil
    default: return nil
    }
  }

  private static func versionControlTitle(_ name: String, _ arguments: [String]) -> String? {
    guard arguments.contains(where: isRemote) else { return nil }
    guard name != "rsync", name != "scp", let subcommand = arguments.first(where: { !$0.hasPrefix("-") }) else { return name }
    return "\(name) \(subcommand)"
  }

  private static func packageManagerTitle(_ name: String, _ arguments: [String]) -> String? {
    if name == "yarn", !arguments.contains(where: { !$0.hasPrefix("-") || ["--offline", "--version", "-v", "--help"].contains($0) }) {
      return "yarn"
    }
    guard let subcommand = arguments.first(where: { !$0.hasPrefix("-") }), ["install", "i", "ci", "add"].contains(subcommand),
      !arguments.contains(where: { word in ["--offline", "--prefer-offline", "--cache"].contains(where: word.hasPrefix) })
    else { return nil }
    return "\(name) \(subcommand)"
  }

  /// `pip install` of names only; paths, archives and `--no-index` stay on the machine.
  private static func pipTitle(_ name: String, _ arguments: [String]) -> String? {
    guard arguments.first(where: { !$0.hasPrefix("-") }) == "install" else { return nil }
    let isOffline = arguments.contains {
      $0 == "--no-index" || $0 == "--no-deps" || $0.hasPrefix(".") || $0.contains("/") || $0.contains("*")
    }
    return isOffline ? nil : "\(name) install"
  }

  static func isRemote(_ word: String) -> Bool {
    guard let scheme = ["http://", "https://", "ftp://", "git://", "ssh://", "svn://", "rsync://"].first(where: word.hasPrefix) else {
      return word.hasPrefix("git@")
    }
    let host = word.dropFirst(scheme.count)
    return !["localhost", "127.0.0.1", "[::1]"].contains(where: host.hasPrefix)
  }
}
