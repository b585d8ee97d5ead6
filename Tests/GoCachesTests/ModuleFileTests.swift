import Testing

@testable import GoCaches

struct ModuleFileTests {
  @Test(arguments: [("github.com/Azure/go", "github.com/!azure/go"), ("a.b/c", "a.b/c"), ("v1.0.0-RC1", "v1.0.0-!r!c1")])
  func escapes(name: String, spelled: String) {
    #expect(ModuleName.escaped(name) == spelled)
    #expect(ModuleName.unescaped(spelled) == name)
  }

  @Test func readsNamesOfDownloads() {
    let cases: [(String, DownloadFile)] = [
      ("v1.0.0.info", .file(version: "v1.0.0", .info)), ("v1.0.0.zip", .file(version: "v1.0.0", .zip)),
      ("v1.0.0.ziphash", .file(version: "v1.0.0", .hash)), ("v1.0.0.partial", .file(version: "v1.0.0", .partial)),
      ("v1.0.0.lock", .file(version: "v1.0.0", .lock)), ("v1.0.0+incompatible.mod", .file(version: "v1.0.0+incompatible", .mod)),
      ("v1.0.0.zip123456.tmp", .temporary(version: "v1.0.0", .zip)), ("v1.0.0.mod7.tmp", .temporary(version: "v1.0.0", .metadata)),
      ("v1.0.0.info42.tmp", .temporary(version: "v1.0.0", .metadata)), ("list", .other), (".info", .other), ("x.tmp", .other), ("", .other),
    ]
    for (name, file) in cases { #expect(DownloadFile(name: name) == file, "\(name)") }
  }

  @Test func readsGoSum() {
    var sum = GoSum()
    sum.add(Array("example.test/A v1.0.0 h1:x\nexample.test/b v2.0.0/go.mod h1:y\nbroken\n\n".utf8))
    func version(_ module: String, _ version: String) -> ModuleVersion {
      ModuleVersion(escapedModule: module, escapedVersion: version, cache: "/c")
    }
    #expect(sum.names(version("example.test/!a", "v1.0.0")))
    #expect(!sum.names(version("example.test/b", "v2.0.0")), "go.mod's hash alone asks for no tree")
    #expect(!sum.names(version("example.test/!a", "v1.0.1")))
  }

  /// The table of a zip as python3's zipfile writes it: two stored files.
  private static func zip(_ files: [(String, Int)], comment: Int = 0) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    var table: [UInt8] = []
    for (name, size) in files {
      table += little(0x0201_4B50, 4) + [UInt8](repeating: 0, count: 16) + little(size, 4) + little(size, 4)
      table += little(name.utf8.count, 2) + [UInt8](repeating: 0, count: 16) + Array(name.utf8)
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    return table + end + little(table.count, 4) + little(0, 4) + little(comment, 2) + [UInt8](repeating: 0x20, count: comment)
  }

  private static func read(_ bytes: [UInt8]) throws -> TreeDigest {
    try ZipDirectory(size: bytes.count) { Array(bytes[min($0, bytes.count)..<min($0 + $1, bytes.count)]) }.digest(prefix: 4)
  }

  @Test func digestsNamesAndSizesInAnyOrder() throws {
    let one = try Self.read(Self.zip([("m@v/a", 3), ("m@v/b/c", 5), ("m@v/b/", 0)]))
    #expect(one == (try Self.read(Self.zip([("m@v/b/c", 5), ("m@v/a", 3)], comment: 300))))
    #expect(one.files == 2)
    #expect(one.bytes == 8)
    for other in [[("m@v/a", 3)], [("m@v/a", 3), ("m@v/b/c", 6)], [("m@v/a", 5), ("m@v/b/c", 3)], [("m@v/a", 3), ("m@v/b/d", 5)]] {
      #expect(one != (try Self.read(Self.zip(other))))
    }
  }

  @Test func takesEveryCutOffZip() {
    let whole = Self.zip([("m@v/a", 3), ("m@v/b/c", 5)])
    for length in whole.indices { #expect(throws: ZipDirectory.Problem.self) { try Self.read(Array(whole.prefix(length))) } }
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0xFF
      _ = try? Self.read(bytes)
    }
  }
}
