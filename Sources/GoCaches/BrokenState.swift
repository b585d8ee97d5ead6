/// What is wrong with a version in a cache, and whether go mends it by itself.
///
/// *Mends* means: the next go command that needs the version ends well, and what was wrong is gone. The cases are those of
/// cmd/go/internal/modfetch (DownloadDir, downloadZip, unzip), tried with Go 1.19 and 1.27 (`Tests/Caches`).
package struct BrokenState: Sendable {
  package enum Kind: String, Sendable {
    case interruptedExtraction = "interrupted-extraction"
    case interruptedDownload = "interrupted-download"
    case leftoverFile = "leftover-file"
    case leftoverTree = "leftover-tree"
    case missingHash = "missing-hash"
    case invalidHash = "invalid-hash"
    case unreadableZip = "unreadable-zip"
    case incompleteTree = "incomplete-tree"
    case modifiedTree = "modified-tree"
    case emptyFile = "empty-file"
    case invalidEntry = "invalid-entry"
    case modifiedOutput = "modified-output"
  }

  package let path: String
  package let kind: Kind
  package let problem: String
  package let isRepairedByGo: Bool
}

extension ModuleVersion {
  package var brokenStates: [BrokenState] {
    // Whoever holds the lock is at work on it.
    if holder != nil { return [] }
    return [extractionState, hashState, zipState].compactMap { $0 } + treeStates + temporaryStates + emptyStates
  }

  private var extractionState: BrokenState? {
    if files.contains(.partial) {
      return BrokenState(
        path: tree != nil ? treePath : path("partial"), kind: .interruptedExtraction,
        problem: "its extraction was interrupted", isRepairedByGo: true)
    }
    if files.contains(.hash), !hasContent {
      return BrokenState(
        path: path("ziphash"), kind: .interruptedDownload, problem: "its download was interrupted before the zip was in place",
        isRepairedByGo: true)
    }
    return nil
  }

  private var hashState: BrokenState? {
    if !files.contains(.hash), hasContent {
      let place = files.contains(.zip) ? path("zip") : treePath
      return BrokenState(path: place, kind: .missingHash, problem: "its '.ziphash' is missing", isRepairedByGo: true)
    }
    if files.contains(.hash), hash == nil {
      // go makes the file again from the zip, and has none to make it from otherwise (modfetch, checkMod).
      return BrokenState(
        path: path("ziphash"), kind: .invalidHash, problem: "its '.ziphash' holds no hash",
        isRepairedByGo: files.contains(.zip) || tree == nil)
    }
    return nil
  }

  private var zipState: BrokenState? {
    guard files.contains(.zip), !zipIsReadable else { return nil }
    return BrokenState(path: path("zip"), kind: .unreadableZip, problem: "it is not a whole zip file", isRepairedByGo: false)
  }

  /// A tree that go will make anew is not judged.
  private var treeStates: [BrokenState] {
    guard tree != nil, !files.contains(.partial), files.contains(.hash) else { return [] }
    switch comparison {
    case .notCompared, .same: return []
    case .contentDiffers:
      return [BrokenState(path: treePath, kind: .modifiedTree, problem: "the content of its files was changed", isRepairedByGo: false)]
    case .different(let missing, 0, 0, let example):
      let problem = missing == 1 ? "'\(example)' is missing" : "\(missing) of its files are missing, among them '\(example)'"
      return [BrokenState(path: treePath, kind: .incompleteTree, problem: problem, isRepairedByGo: false)]
    case .different(let missing, let added, let changed, let example):
      let counts = [(missing, "missing"), (added, "added"), (changed, "changed")].filter { $0.0 > 0 }.map { "\($0) \($1)" }
      let problem = "its files are not those of the zip (\(counts.joined(separator: ", "))), among them '\(example)'"
      return [BrokenState(path: treePath, kind: .modifiedTree, problem: problem, isRepairedByGo: false)]
    }
  }

  /// go removes what interrupted downloads and extractions left when it downloads or extracts the same version once more.
  private var temporaryStates: [BrokenState] {
    temporaries.sorted { $0.path < $1.path }.map { leftover in
      switch leftover.kind {
      case .zip:
        return BrokenState(
          path: leftover.path, kind: .leftoverFile, problem: "an interrupted download left it",
          isRepairedByGo: !files.isSuperset(of: [.zip, .hash]))
      case .metadata:
        return BrokenState(
          path: leftover.path, kind: .leftoverFile, problem: "an interrupted download left it", isRepairedByGo: false)
      case .tree:
        return BrokenState(
          path: leftover.path, kind: .leftoverTree, problem: "an interrupted extraction left it",
          isRepairedByGo: tree == nil || files.contains(.partial) || !files.contains(.hash))
      }
    }
  }

  /// What a crash of the machine leaves of files that were just renamed.
  private var emptyStates: [BrokenState] {
    [(Files.info, "info", true), (Files.mod, "mod", false)].compactMap { kind, suffix, isRepaired in
      guard emptyFiles.contains(kind) else { return nil }
      return BrokenState(path: path(suffix), kind: .emptyFile, problem: "the file is empty", isRepairedByGo: isRepaired)
    }
  }
}
