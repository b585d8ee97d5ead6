import Foundation
import Testing

@Suite("Source packages")
struct SourcePackageTests {
  /// A package made by rpmbuild itself, in a folder with its spec.
  private static func package(payload: String = "w9.gzdio", format: String = "4") throws -> (
    folder: TemporaryFolder, spec: String, package: String
  ) {
    let folder = try TemporaryFolder(["hello.spec": try BuiltCommand.file("Fixtures/hello/hello.spec"), "SOURCES/hello-2.4.0.tar.gz": "x"])
    let built = try BuiltCommand(atPath: "/usr/bin/rpmbuild").run([
      "-bs", "--define", "_topdir \(folder.path)", "--define", "_source_payload \(payload)", "--define",
      "_rpmformat \(format)", "\(folder.path)/hello.spec",
    ])
    let package = try #require(built.text.split(separator: "\n").first { $0.hasPrefix("Wrote: ") }, "\(built.errors)")
    return (folder, "\(folder.path)/hello.spec", String(package.dropFirst(7)))
  }

  @Test("lint like their specs, however they are packed", arguments: ["w9.gzdio", "w2.xzdio", "w3.zstdio", "w9.bzdio", "w.ufdio"])
  func equalsSpec(payload: String) throws { try Self.expectEqual(Self.package(payload: payload)) }

  /// rpm before 6 does not know the macro and makes a package of format 4.
  @Test("lint like their specs, whatever their format", arguments: ["4", "6"])
  func equalsSpec(format: String) throws { try Self.expectEqual(Self.package(format: format)) }

  private static func expectEqual(_ made: (folder: TemporaryFolder, spec: String, package: String)) throws {
    let (folder, spec, package) = made
    let fromPackage = try BuiltCommand().run([package])
    let fromSpec = try BuiltCommand().run([spec])
    #expect(fromPackage.status == 1 && fromPackage.errors.isEmpty, "\(fromPackage.errors)")
    #expect(fromPackage.text.replacing("\(package)/hello.spec", with: spec) == fromSpec.text)
    #expect(fromSpec.text.contains("rejected-flag"))
    withExtendedLifetime(folder) {}
  }

  @Test("tell the names of their files, and expand and resolve as well")
  func otherCommands() throws {
    let (folder, spec, package) = try Self.package()
    let json = try BuiltCommand().run(["--format", "json", package])
    #expect(json.text.contains(#""packagedFiles":["hello-2.4.0.tar.gz","hello.spec"]"#))
    for command in ["expand", "resolve"] {
      // Its sources lie in the package, as in a folder.
      let text = try BuiltCommand().run([command, package]).text.replacing("\(package)/", with: "\(folder.path)/")
      #expect(try text.replacing(package, with: spec) == BuiltCommand().run([command, spec]).text)
    }
  }

  private static func files(below path: String) -> Set<String> {
    Set(FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
  }

  @Test("that are cut or changed give a clear error, and leave nothing behind")
  func damaged() throws {
    let (folder, _, package) = try Self.package()
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: package)))
    let damaged = "\(folder.path)/damaged.src.rpm"
    let temporary = "\(folder.path)/tmp"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    // The lead and the signature's padding mean nothing to anybody; the last bytes of each are beyond that.
    let flipped = [whole.count - 1, whole.count - 100, whole.count - 300, whole.count * 3 / 4, 0, 100].map { index in
      var bytes = whole
      bytes[index] ^= 1
      return bytes
    }
    let cut = [0, 1, 96, 200, whole.count / 2, whole.count * 9 / 10, whole.count - 1].map { Array(whole[..<$0]) }
    for bytes in flipped + cut {
      try Data(bytes).write(to: URL(fileURLWithPath: damaged))
      let before = Self.files(below: folder.path)
      let result = try BuiltCommand().run([damaged], environment: ["TMPDIR": temporary])
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("rpmscope: cannot read '\(damaged)': "), "\(result.errors)")
      #expect(result.errors.contains("damaged"))
      #expect(Self.files(below: folder.path) == before)
    }
  }

  @Test("answer whatever bit is changed", arguments: 0..<24)
  func flippedBits(part: Int) throws {
    let (folder, _, package) = try Self.package()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: package)))
    bytes[Int.random(in: bytes.count * part / 24..<bytes.count * (part + 1) / 24)] ^= 1 << UInt8.random(in: 0...7)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/flipped.src.rpm"))
    let result = try BuiltCommand().run(["\(folder.path)/flipped.src.rpm"])
    #expect(result.status == 1 || result.status == 2 && result.errors.contains("damaged"), "\(result.status) \(result.errors)")
  }

  @Test("are packages of sources, with a spec")
  func others() throws {
    let folder = try TemporaryFolder(["x.rpm": "no package", "y.src.rpm": ""])
    for name in ["x.rpm", "y.src.rpm", "nosuch.src.rpm"] {
      let result = try BuiltCommand().run(["\(folder.path)/\(name)"])
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("rpmscope: cannot read '\(folder.path)/\(name)': "), "\(result.errors)")
    }
    let spec = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\nBuildArch: noarch\n%description\nx\n%files\n"
    try Data(spec.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/x.spec"))
    let rpmbuild = BuiltCommand(atPath: "/usr/bin/rpmbuild")
    let built = try rpmbuild.run(["-bb", "--define", "_topdir \(folder.path)", "\(folder.path)/x.spec"])
    let binary = try #require(built.text.split(separator: "\n").first { $0.hasPrefix("Wrote: ") }, "\(built.errors)").dropFirst(7)
    let result = try BuiltCommand().run([String(binary)])
    #expect(result.status == 2)
    #expect(result.errors.contains("it is a binary package, not a source package"), "\(result.errors)")
  }
}
