import Foundation
import Testing

@Suite("JSON of the command")
struct CommandJSONTests {
  @Test("lint --format json has the shape that is promised")
  func lint() throws {
    let result = try BuiltCommand().run(["lint", "--format", "json", "Fixtures/hello/hello.spec", "nosuch.spec"])
    #expect(result.status == 2)
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output))
    #expect(report.summary == Report.Summary(files: 2, failures: 1, errors: 1, warnings: 1, infos: 1))
    let missing = try #require(report.files.first { $0.file == "nosuch.spec" })
    #expect(missing.error?.contains("no such file") == true)
    let hello = try #require(report.files.first { $0.file == "Fixtures/hello/hello.spec" })
    #expect(hello.target == "host")
    let finding = try #require(hello.diagnostics.first { $0.rule == "module-cache-per-build" })
    #expect([finding.severity, finding.confidence] == ["warning", "high"])
    let place: [Int] = [finding.line, finding.column, finding.endLine, finding.endColumn]
    #expect(place == [25, 1, 25, 21] as [Int])
    #expect(finding.notes.compactMap(\.line) == [24, 4, 2])
    let fix = try #require(finding.fixes.first)
    #expect(fix.applicability == "safe")
    #expect(
      fix.edits == [
        .init(line: 25, column: 1, endLine: 25, endColumn: 1, newText: "export GOMODCACHE=\"${GOMODCACHE:-$GOPATH/pkg/mod}\"\n")
      ])
  }

  private struct Report: Decodable {
    struct Summary: Decodable, Equatable { let files, failures, errors, warnings, infos: Int }
    struct File: Decodable {
      let file: String
      let target: String?
      let error: String?
      let diagnostics: [Diagnostic]
    }
    struct Diagnostic: Decodable {
      struct Note: Decodable {
        let message: String
        let line, column: Int?
      }
      struct Edit: Decodable, Equatable {
        let line, column, endLine, endColumn: Int
        let newText: String
      }
      struct Fix: Decodable {
        let title, applicability: String
        let edits: [Edit]
      }
      let rule, severity, confidence, message: String
      let line, column, endLine, endColumn: Int
      let notes: [Note]
      let fixes: [Fix]
    }
    let version: String
    let files: [File]
    let summary: Summary
  }

  @Test("expand --json covers every text with runs that tell where it came from")
  func expand() throws {
    let spec = Array("Name: x\nVersion: 1\nRelease: 1\nSummary: \u{e4}\nLicense: MIT\n%description\n%build\necho %{name} \"".utf8) + [0xFF]
    let text = spec + Array("\" %{version}\n".utf8)
    let result = try BuiltCommand().run(["expand", "--json", "-"], input: text)
    #expect(result.status == 0, "\(result.errors)")
    // Foundation cannot decode lone surrogates; the text is compared as JSON.
    #expect(result.text.contains(#""text":"echo x \"\udcff\" 1\n""#), "\(result.text)")
    let repaired = result.text.replacing(#"\udcff"#, with: "?")
    let expansion = try JSONDecoder().decode(Expansion.self, from: Data(repaired.utf8))
    let build = try #require(expansion.sections.first { $0.name == "build" })
    #expect(build.line == 7)
    #expect(build.runs.map(\.origin) == ["verbatim", "macro", "verbatim", "macro", "verbatim"])
    #expect(build.runs.map(\.macro) == [nil, "name", nil, "version", nil])
    #expect(build.runs.map(\.column) == [1, 6, 13, 18, 28])
    for section in expansion.sections {
      var end = 0
      for run in section.runs {
        #expect(run.offset == end)
        end += run.length
      }
      #expect(end == section.text.utf8.count)
    }
  }

  private struct Expansion: Decodable {
    struct Section: Decodable {
      let name: String
      let line: Int
      let text: String
      let runs: [Run]
    }
    struct Run: Decodable {
      let offset, length, line, column: Int
      let origin: String
      let macro: String?
    }
    let file, target: String
    let sections: [Section]
  }

  @Test("resolve --json has the shape that is promised")
  func resolve() throws {
    let result = try BuiltCommand().run(["resolve", "--json", "Fixtures/hello/hello.spec"])
    #expect(result.status == 0)
    let resolution = try JSONDecoder().decode(Resolution.self, from: Data(result.output))
    let download = try #require(resolution.commands.first)
    #expect(download.section == "build")
    #expect(download.line == 25)
    #expect(download.column == 1)
    #expect(download.argv == ["go", "mod", "download", "-p", "4"])
    #expect(download.moduleMode == "modules")
    #expect(download.env["GOPATH"]?.exact == true)
    #expect(download.env["GOPATH"]?.setAt == Resolution.Place(line: 24, column: 1))
    #expect(download.moduleCache.path.hasSuffix("/hello-2.4.0/_build/pkg/mod"))
    #expect(download.moduleCache.used == true)
    #expect(download.moduleCache.keyedBy.contains("version"))
    #expect(download.moduleCache.setAt == Resolution.Place(line: 24, column: 1))
    #expect(download.buildCache.used == false)
  }

  private struct Resolution: Decodable {
    struct Place: Decodable, Equatable { let line, column: Int }
    struct Variable: Decodable {
      let value: String
      let exact: Bool
      let setAt: Place?
    }
    struct Cache: Decodable {
      let path: String
      let exact: Bool
      let used: Bool?
      let keyedBy: [String]
      let setAt: Place?
    }
    struct Parallelism: Decodable { let p, gomaxprocs: Int? }
    struct Command: Decodable {
      let section, cwd, moduleMode: String
      let line, column: Int
      let argv: [String]
      let env: [String: Variable]
      let moduleCache, buildCache: Cache
      let parallelism: Parallelism
    }
    let file, target: String
    let commands: [Command]
  }
}
