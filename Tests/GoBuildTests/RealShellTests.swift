import Foundation
import MacroExpansion
import SpecSyntax
import Testing

@testable import GoBuild

/// Scriptlets run by a real bash with a recording `go`: every execution must be among the commands that were found.
@Suite("Against a real shell", .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "needs bash"))
struct RealShellTests {
  static let scripts = [
    "export GOPATH=$PWD/g:/x\ngo build ./...\n",
    "for n in a b c; do\n  GOFLAGS=-p=$n go build -o bin/$n ./cmd/$n\ndone\n",
    "f() { local GOCACHE=/l; export GOCACHE; go vet \"$@\"; }\nf a 'b c'\ngo build\n",
    "x=1\nwhile [ $x -lt 4 ]; do go build $x; x=$((x+1)); done\n",
    "mkdir -p sub\n(cd sub && HOME=/h go test)\ngo test\n",
    "v=v1.2.3-rc1\ngo build -ldflags=\"-X main.v=${v#v} ${v%%-*} ${v/rc/RC} ${v:1:3} ${#v} ${v^^}\"\n",
    "a=(one 'two three')\na+=(four)\ngo run \"${a[@]}\" ${#a[@]} ${a[1]}\n",
    "set -- -o 'a b'\nshift\ngo build \"$1\" $#\n",
    "case linux-amd64 in *-arm) go a;; linux-*) go build linux;& x) go build fall;; esac\n",
    "cat > s.sh <<'EOF'\nexport GOCACHE=/from/file\ngo build \"$1\"\nEOF\n. ./s.sh one\nbash s.sh two\ngo build three\n",
    "export A='x  y'\ngo build $A \"$A\" '$A' \\$A $'t\\tb'\n",
    "if false; then go dead; elif [ a = b ]; then go dead; else go build live; fi\n[ -z \"$NOPE\" ] && go build empty\ntrue || go dead\n",
    "eval \"go build \\$HOME\"\nsh -c 'go build \"$0\" \"$1\"' p q\nenv -i HOME=/e PATH=$PATH go build\n",
    "go build {a,b}{1..3} ~ ~/x\n",
    "export A='-w -X a.b=1'\ngo build ${A:+-ldflags \"$A\"} ${B:--tags 'x y' z} ${A:+x y}z \"${A:+-o p}\" ${B:+dead}\n",
    "a=(1 '2 3')\ngo build ${a[@]+\"${a[@]}\"} ${a:+'4 5'} ${b[@]+\"${b[@]}\"}\n",
    "export GOFLAGS=-mod=vendor\nunset GOFLAGS\ngo build\nGOFLAGS=-a\ngo build\nexport GOFLAGS\ngo build\n",
    "n=0\nuntil [ $n = 2 ]; do n=$((n + 1)); [ $n = 1 ] && continue; go build $n; break; done\n",
    "P=$(echo /a/b/c.tar.gz)\ngo build $(basename $P .gz) $(dirname $P) $(printf '%s-%s' 1 2)\n",
    "export GOPATH=/a:~/go GOCACHE=~/x\nGOFLAGS=~/a:~:~/b go build a:~/b ~/c:~/d \"~/e\" --o=~/f\n",
    "GOPATH='~':~/a\nexport GOPATH\ngo build\ndeclare -x GOCACHE=/b:~\ngo vet\n",
    "x=abcdef\ngo build ${x:1:-2} ${x: -3} ${x:2} ${x:9} ${x:0:0}. ${x^} ${x^^} ${x/c/C} ${x//[ae]/_} ${x/#ab/-} ${x/%f/+}\n",
    "[[ v1.2 == v* && -n x ]] && go build pattern\n[[ a < b ]] && go build less\n",
  ]

  @Test(arguments: scripts)
  func everyExecutionIsFound(_ script: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rpmscope-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let executions = try Self.run(script, in: folder)
    #expect(!executions.isEmpty)
    let spec = Scriptlets.spec([(.build, script)], prologue: "cd \(folder.path)\n")
    let model = BuildModel(spec, home: "/home/of/nobody")
    for execution in executions {
      let isFound = model.commands.contains { command in
        command.arguments.map(\.value.display) == execution.words
          && execution.environment.allSatisfy { name, value in
            (command.environment[name]?.value.display ?? "") == value
          }
      }
      #expect(isFound, "\(execution.words) with \(execution.environment) is not among \(model.words)")
    }
    #expect(model.words.filter { $0.contains("dead") }.isEmpty)
  }

  private struct Execution {
    let words: [String]
    let environment: [String: String]
  }

  private static let variables = ["GOPATH", "GOCACHE", "GOFLAGS", "HOME"]

  private static func run(_ script: String, in folder: URL) throws -> [Execution] {
    let bin = folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let log = folder.appendingPathComponent("log")
    let values = variables.map { "\"${\($0)-}\"" }.joined(separator: " ")
    let recorder = "#!/bin/bash\n{ printf '%s\\x1f' \(values); printf '%s\\x1f' go \"$@\"; printf '\\x1e'; } >> '\(log.path)'\n"
    let text = folder.appendingPathComponent("recorder")
    try recorder.write(to: text, atomically: true, encoding: .utf8)
    // Not written from here: a child that another test starts meanwhile would hold it open, and the kernel executes no such file.
    let install = try Process.run(
      URL(fileURLWithPath: "/usr/bin/install"), arguments: ["-m755", text.path, bin.appendingPathComponent("go").path])
    install.waitUntilExit()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = ["HOME": "/home/of/nobody", "PATH": "\(bin.path):/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let records = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    return records.split(separator: "\u{1e}").map { record in
      let fields = record.split(separator: "\u{1f}", omittingEmptySubsequences: false).dropLast().map(String.init)
      let environment = Dictionary(uniqueKeysWithValues: zip(variables, fields))
      return Execution(words: Array(fields.dropFirst(variables.count)), environment: environment)
    }
  }
}
