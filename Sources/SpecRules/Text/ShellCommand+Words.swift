package import GoBuild

extension ShellCommand {
  /// What it runs, without the folder: `rm` also for `%__rm`, which is `/bin/rm`.
  package var programName: String? {
    words.first?.exactText.map { name in name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name }
  }

  /// The paths that its operands name, as far as they are known.
  package var operandPaths: [[UInt8]] {
    words.dropFirst().compactMap { word in
      guard word.exactText?.hasPrefix("-") == false else { return nil }
      return FolderPath.absolute(word.value, in: directory)
    }
  }

  /// Its words with blanks between, for messages.
  package var shown: String { String(words.map(\.value.display).joined(separator: " ").prefix(80)) }
}

extension GoCommand {
  /// `go clean -modcache`
  package var cleansModuleCache: Bool {
    guard let invocation, invocation.subcommand == "clean", let flag = invocation.flag("modcache") else { return false }
    return flag.value?.exact != Array("false".utf8)
  }
}
