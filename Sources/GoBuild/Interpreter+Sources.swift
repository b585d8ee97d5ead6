internal import MacroExpansion

/// What the archives among the sources tell, once a scriptlet has unpacked them.
extension Interpreter {
  private static let unpackers: Set<String> = [
    "tar", "bsdtar", "unzip", "rpmuncompress", "gzip", "gunzip", "zcat", "xz", "xzcat", "unxz", "zstd", "zstdcat", "bzip2", "bzcat", "cat",
  ]

  /// Notes that a command unpacks an archive that was looked into.
  ///
  /// - Returns: whether the archive settled what becomes of `vendor/`; else its name alone has to.
  mutating func noteUnpacking(_ invocation: Invocation, _ name: String) -> Bool {
    guard !trees.isEmpty, Self.unpackers.contains(name) else { return false }
    let words = invocation.arguments.map { $0.value.display }
    guard let index = trees.firstIndex(where: { tree in words.contains { $0 == tree.archive || $0.hasSuffix("/\(tree.archive)") } })
    else { return false }
    let tree = trees[index]
    let destination = destination(of: invocation)
    state.unpacked.append(UnpackedTree(tree: index, directory: destination))
    if let start = destination.exact {
      for module in tree.modules { files[Self.modFilePath(of: module, below: start)] = tree.modFile(of: module).map { Value($0) } }
    }
    if tree.bringsVendor {
      state.vendor = .present("comes with '\(tree.archive)'")
      return true
    }
    guard tree.isComplete, tree.main != nil else { return tree.isComplete && !tree.archive.lowercased().contains("vendor") }
    if case .present = state.vendor { return true }
    state.vendor = .absent("'\(tree.archive)' has none")
    return true
  }

  /// Where tar unpacks: `-C FOLDER`, else here.
  private func destination(of invocation: Invocation) -> Value {
    let words = Array(invocation.arguments)
    for (index, word) in words.enumerated() {
      guard let text = word.exactText else { continue }
      if text == "-C" || text == "--directory" || text == "-d", index + 1 < words.count { return absolute(words[index + 1].value) }
      if text.hasPrefix("--directory=") { return absolute(Value(String(text.dropFirst("--directory=".count)))) }
    }
    return state.directory
  }

  private static func modFilePath(of module: SourceModule, below start: [UInt8]) -> [UInt8] {
    FolderPath.cleaned(start + Array("/\(module.folder)/go.mod".utf8))
  }

  /// A module as scriptlets have left it: `sed -i` and the like may have changed its go.mod.
  private func current(_ module: SourceModule, of tree: SourceTree, below start: [UInt8]) -> SourceModule {
    guard let text = files[Self.modFilePath(of: module, below: start)] else { return module }
    let original = tree.modFile(of: module) ?? []
    guard let bytes = text.exact else { return tree.edited(module, modFile: original) }
    return bytes == original ? module : tree.edited(module, modFile: bytes)
  }

  /// The module that a go command here works on; nil where the archives do not tell.
  ///
  /// The go.mod nearest above the working directory. A folder outside of every unpacked tree may be a link to one, as `%goprep` makes
  /// it: then the main module of the only tree that has modules.
  var sourceModule: SourceModule? {
    var nearest: SourceModule?
    for unpacked in state.unpacked {
      guard let start = unpacked.directory.exact, let here = state.directory.exact else { continue }
      for module in trees[unpacked.tree].modules {
        guard FolderPath.holds(FolderPath.cleaned(start + Array("/\(module.folder)".utf8)), here) else { continue }
        guard module.folder.utf8.count >= nearest?.folder.utf8.count ?? 0 else { continue }
        nearest = current(module, of: trees[unpacked.tree], below: start)
      }
    }
    if let nearest { return nearest }
    let withModules = Set(state.unpacked.map(\.tree)).filter { !trees[$0].modules.isEmpty }
    guard withModules.count == 1, let tree = withModules.first, !isInsideTree else { return nil }
    guard let main = trees[tree].main else { return nil }
    let start = state.unpacked.last { $0.tree == tree }?.directory.exact
    return start.map { current(main, of: trees[tree], below: $0) } ?? main
  }

  /// Whether the working directory lies in what an archive has unpacked, beside its modules.
  private var isInsideTree: Bool {
    guard let here = state.directory.exact else { return false }
    return state.unpacked.contains { unpacked in
      guard let start = unpacked.directory.exact else { return false }
      return trees[unpacked.tree].modules.contains { module in
        module.folder.split(separator: "/").first.map { FolderPath.holds(start + Array("/\($0)".utf8), here) } ?? false
      }
    }
  }

  /// What becomes of the vendor folder of a module: of the main one as the scriptlets have left it, of others as the archive has it.
  func vendor(of module: SourceModule?) -> VendorState {
    guard let module else { return state.vendor }
    var vendor = state.vendor
    if let tree = trees.first(where: { $0.archive == module.archive }), tree.main?.folder != module.folder {
      vendor = module.hasVendor ? .present("comes with '\(module.archive)'") : .unknown
      let others = state.unpacked.contains { trees[$0.tree].modules.isEmpty }
      if !module.hasVendor, tree.isComplete, !others { vendor = .absent("'\(module.archive)' has none in '\(module.folder)'") }
    }
    if case .present = vendor, module.leavesVendorAlone {
      return .absent("go.mod says 'go \(module.goVersion ?? "")', for which go leaves vendor/ alone")
    }
    return vendor
  }
}
