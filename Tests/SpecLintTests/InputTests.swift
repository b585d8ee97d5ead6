import Foundation
import SpecLint
import Testing

@Suite("Inputs")
struct InputTests {
  private static let spec = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\n%build\ngo build -j4\n"

  @Test("patterns match as git's do")
  func patterns() throws {
    let patterns = [
      "*.spec", "/a.spec", "a/b.spec", "a/*.spec", "a/**/c.spec", "**/c.spec", "a/**", "build/", "/build/", "b?ild", "[ab].spec",
      "[!a].spec",
      "[a-b].spec", "[]a].spec", "[a", "\\*.spec", "\\#x", "#x", "!a.spec", "a.spec ", "a.spec\\ ", "**", "*", "a/**/", "**/b/**",
      "x/**/y/**/z", "",
      "/", "//", "a//b.spec", "*/b.spec", "[[]x", "[\\]]x", "a*b*c.spec", "**a", "..", "./a.spec",
    ]
    let files = [
      "a.spec", "b.spec", "c.spec", "a/b.spec", "a/c.spec", "a/b/c.spec", "a/b/d/c.spec", "build/x.spec", "d/build/x.spec", "build", "#x",
      "*.spec",
      "a.spec ", "[x", "]x", "].spec", "[a", "x/y/z", "x/1/y/2/3/z", "aXbYc.spec", "dd/a.spec", "za", "a/za/c.spec",
    ]
    let folder = try TemporaryFolder()
    _ = try BuiltCommand(atPath: "/usr/bin/git").run(["-C", folder.path, "init", "-q"])
    for pattern in patterns {
      try Data((pattern + "\n").utf8).write(to: URL(fileURLWithPath: "\(folder.path)/.gitignore"))
      let input = files.map { $0 + "\u{0}" }.joined()
      let answer = try BuiltCommand(atPath: "/usr/bin/git").run(
        ["-C", folder.path, "check-ignore", "--no-index", "-z", "--stdin"], input: Array(input.utf8))
      let ignored = Set(answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
      let list = GlobList(GlobPattern(pattern).map { [$0] } ?? [])
      #expect(Set(files.filter { list.contains(file: $0) }) == ignored, "'\(pattern)'")
    }
  }

  @Test("what git ignores is left out, wherever it says so")
  func gitignore() throws {
    let names = [
      "a.spec", "out/a.spec", "kept/out.spec", "kept/deep/gone.spec", "kept/deep/back.spec", "local.spec", "sub/a.spec", "sub/out/b.spec",
    ]
    let folder = try TemporaryFolder(
      Dictionary(uniqueKeysWithValues: names.map { ($0, Self.spec) }).merging([
        ".gitignore": "out/\ngone.spec\n*.tmp\n", "kept/deep/.gitignore": "*\n!back.spec\n",
      ]) { $1 })
    func found(_ path: String = "") throws -> [String] {
      let result = try BuiltCommand().run(["--target", "fedora", "--select", "rejected-flag", folder.path + path])
      return result.text.split(separator: "\n").filter { $0.hasPrefix("/") }.compactMap { line in
        line.split(separator: ":").first.map { String($0.dropFirst(folder.path.count + 1)) }
      }
    }
    #expect(try found() == names.sorted())
    _ = try BuiltCommand(atPath: "/usr/bin/git").run(["-C", folder.path, "init", "-q"])
    try Data("/local.spec\n".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/.git/info/exclude"))
    #expect(try found() == ["a.spec", "kept/deep/back.spec", "kept/out.spec", "sub/a.spec"])
    #expect(try found("/sub/") == ["sub/a.spec"] || found("/sub/") == ["sub//a.spec"])
    #expect(try found("/out/a.spec") == ["out/a.spec"])
  }

  @Test("templates are read where no finished spec lies beside them")
  func templates() throws {
    let names = ["a.spec", "a.spec.in", "b.spec.in", "c.spec.rpkg", "d.spec.tmpl", "e.spec.orig", "f.spec.in~", "spec.in"]
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.spec) }))
    let found = try SpecFolder.contents(below: folder.path).specs.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(found == ["a.spec", "b.spec.in", "c.spec.rpkg", "d.spec.tmpl"])
  }

  @Test("links out of a folder and its repository are passed over with a note, unless they are named", arguments: [false, true])
  func linksOut(isRepository: Bool) throws {
    let folder = try TemporaryFolder(["in/specs/own.spec": Self.spec, "in/kept/kept.spec": Self.spec, "out/secret.spec": Self.spec])
    let specs = "\(folder.path)/in/specs"
    for (link, target) in [("near.spec", "own.spec"), ("up.spec", "../kept/kept.spec"), ("out.spec", "../../out/secret.spec")] {
      try FileManager.default.createSymbolicLink(atPath: "\(specs)/\(link)", withDestinationPath: target)
    }
    if isRepository { try FileManager.default.createDirectory(atPath: "\(folder.path)/in/.git", withIntermediateDirectories: false) }
    let result = try BuiltCommand().run(["--fix", "--target", "fedora", "--select", "rejected-flag", specs])
    let skipped = (isRepository ? ["out"] : ["out", "up"]).map { "\(specs)/\($0).spec" }
    for link in skipped {
      #expect(result.errors.contains("rpmscope: \(link) is skipped: it is a link out of '\(specs)'; name it to lint it\n"))
    }
    #expect(result.errors.split(separator: "\n").count { $0.contains("is skipped") } == skipped.count, "\(result.errors)")
    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8) }
    #expect(try text("out/secret.spec") == Self.spec)
    #expect(try text("in/specs/own.spec") != Self.spec)
    #expect(try (text("in/kept/kept.spec") != Self.spec) == isRepository)
    _ = try BuiltCommand().run(["--fix", "--target", "fedora", "--select", "rejected-flag", "\(specs)/out.spec"])
    #expect(try text("out/secret.spec") != Self.spec)
  }

  @Test(
    "other tools' .spec files are passed over with a note",
    arguments: [
      ("# -*- mode: python ; coding: utf-8 -*-\na = Analysis(['x.py'])\npyz = PYZ(a.pure)\n", "a Python file, as PyInstaller writes them"),
      (
        "block_cipher = None\n\na = Analysis(['x.py'],\n  pathex=[])\nexe = EXE(pyz, name: 1)\n",
        "a Python file, as PyInstaller writes them"
      ),
      ("require 'spec_helper'\n\ndescribe Foo do\n  it 'works' do\n  end\nend\n", "a Ruby file, as RSpec reads them"),
    ])
  func others(text: String, what: String) throws {
    let folder = try TemporaryFolder(["other.spec": text, "x.spec": Self.spec])
    let result = try BuiltCommand().run(["--target", "fedora", "--select", "rejected-flag", folder.path])
    #expect(result.status == 1)
    #expect(result.errors == "rpmscope: \(folder.path)/other.spec is skipped: it is \(what), not an RPM spec\n")
    #expect(result.text.hasSuffix("found 1 error in 1 file, 1 skipped, 1 fixable with '--fix'\n"))
  }

  @Test(
    "a broken spec is judged, not passed over", arguments: ["", "x\n", "a = Analysis(\nName: x\n", "describe me\n%prep\n", "\u{0}\u{1}"])
  func broken(text: String) throws {
    let result = try BuiltCommand().run(["--target", "fedora", "-"], input: Array(text.utf8))
    #expect(result.errors.isEmpty)
    #expect(result.text.contains("in 1 file"))
  }
}
