import Diagnostics

/// A Go module that lies in an archive among the spec's sources.
package struct SourceModule: Sendable, Hashable {
  /// The archive's file name.
  package let archive: String
  /// Where its go.mod lies in the archive: "hello-1.2", "hello-1.2/tools"; "" at the top.
  package let folder: String
  /// "example.com/hello"; nil where go.mod does not say.
  package let path: String?
  /// The `go` line: "1.21.0".
  package let goVersion: String?
  /// The `toolchain` line: "go1.22.1".
  package let toolchain: String?
  /// False where go.mod has no `require`: then nothing is ever fetched.
  package let requiresModules: Bool
  /// Module versions whose contents go.sum lists: what an empty module cache fetches, or a little less; nil without a go.sum.
  package let moduleCount: Int?
  /// Whether its vendor folder lies in the same archive.
  package let hasVendor: Bool
  /// What go.mod asks for that vendor/modules.txt lists otherwise: "example.org/y v1.2.0"; nil where they agree, or nothing is known.
  package let unlistedRequirement: String?
  /// Whether a scriptlet has changed go.mod.
  package private(set) var isEdited = false

  /// A module with the go.mod that lies in the archive, or the one that scriptlets have made of it.
  init(archive: String, folder: String, modFile: [UInt8], isEdited: Bool = false, sumFile: [UInt8]?, modulesList: [UInt8]?) {
    let file = GoModFile(modFile)
    self.archive = archive
    self.folder = folder
    self.isEdited = isEdited
    path = file.module
    goVersion = file.go
    toolchain = file.toolchain
    requiresModules = file.requiresModules
    moduleCount = sumFile.map { GoSumFile($0).moduleCount }
    hasVendor = modulesList != nil
    unlistedRequirement = modulesList.flatMap { file.requirement(missingFrom: VendorList($0)) }
  }

  /// The minor release of Go 1 that the `go` line names; nil where there is none.
  package var goMinor: Int? {
    guard let parts = goVersion?.split(separator: "."), parts.count > 1, parts[0] == "1" else { return nil }
    return Int(parts[1].prefix { $0.isNumber })
  }

  /// go looks into a vendor folder by itself only where go.mod asks for Go 1.14 or later (`go help modules`, "-mod").
  package var leavesVendorAlone: Bool { goMinor.map { $0 < 14 } ?? false }
}

/// The lines of a go.mod that say for which go it is (https://go.dev/ref/mod#go-mod-file-grammar).
struct GoModFile {
  private(set) var module: String?
  private(set) var go: String?
  private(set) var toolchain: String?
  private(set) var requiresModules = false
  /// Versions by path, of all `require` lines.
  private(set) var requirements: [String: String] = [:]
  private var hasReplacements = false

  init(_ bytes: [UInt8]) {
    var block: Substring?
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      let words = (text.firstRange(of: "//").map { text[..<$0.lowerBound] } ?? text[...]).split { $0.isWhitespace }
      if words.first == ")" { block = nil }
      if words.last == "(" || words.last?.hasSuffix("(") == true { block = words.first?.prefix { $0 != "(" } }
      if words.first == "replace" || words.first == "replace(" { hasReplacements = true }
      if block == "require", words.count == 2, words[1].first == "v" { requirements[words[0].trimmingQuotes] = String(words[1]) }
      if words.count == 3, words[0] == "require" { requirements[words[1].trimmingQuotes] = String(words[2]) }
      if words.first == "require" || words.first == "require(" { requiresModules = true }
      // Words in a block, `require ( … )`, are never these three.
      guard words.count == 2 else { continue }
      switch words[0] {
      case "module": if module == nil { module = words[1].trimmingQuotes }
      case "go": if go == nil { go = String(words[1]) }
      case "toolchain": if toolchain == nil { toolchain = String(words[1]) }
      default: break
      }
    }
  }
}

extension GoModFile {
  /// What go misses in vendor/modules.txt (checkVendorConsistency in cmd/go/internal/modload): every required module must be there as
  /// `## explicit`, in its version. Replacements are compared as well, which is not followed here.
  fileprivate func requirement(missingFrom list: VendorList) -> String? {
    guard !hasReplacements, go.map(Self.isFrom14) ?? false else { return nil }
    return requirements.keys.sorted().first { list.explicit[$0] != requirements[$0] }.map { "\($0) \(requirements[$0] ?? "")" }
  }

  /// Earlier ones do not ask for the comparison.
  private static func isFrom14(_ version: String) -> Bool {
    let parts = version.split(separator: ".")
    return parts.count > 1 && parts[0] == "1" && (Int(parts[1].prefix { $0.isNumber }) ?? 0) >= 14
  }
}

/// A vendor/modules.txt: `# PATH VERSION`, and below it `## explicit` where go.mod has the module itself.
struct VendorList {
  /// Versions by path, of the modules that go.mod has itself.
  private(set) var explicit: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    var current: (path: String, version: String)?
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = String(decoding: line, as: UTF8.self).split { $0.isWhitespace }
      if words.first == "#", words.count > 2 { current = (String(words[1]), String(words[2])) }
      guard words.first == "##", words.dropFirst().contains(where: { $0.hasPrefix("explicit") }), let current else { continue }
      explicit[current.path] = current.version
    }
  }
}

/// A go.sum: `MODULE VERSION h1:HASH` for a module's contents, `MODULE VERSION/go.mod h1:HASH` for its go.mod alone.
struct GoSumFile {
  /// Distinct module versions whose contents are listed.
  let moduleCount: Int

  init(_ bytes: [UInt8]) {
    var versions: Set<[ArraySlice<UInt8>]> = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 3, !words[1].ends(with: "/go.mod".utf8) else { continue }
      versions.insert(Array(words[..<2]))
    }
    moduleCount = versions.count
  }
}

extension Substring {
  fileprivate var trimmingQuotes: String {
    guard count > 1, first == last, first == "\"" || first == "`" else { return String(self) }
    return String(dropFirst().dropLast())
  }
}
