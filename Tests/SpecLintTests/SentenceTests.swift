import Foundation
import Testing

/// What goes wrong at the border between the command and its user: each is told in a sentence that says what to do, and nothing is lost.
@Suite("Sentences to the user")
struct SentenceTests {
  /// A script for sh in a folder with `x.spec` and `clean.spec`; `rpmscope` is the command.
  struct Row: CustomTestStringConvertible, Sendable {
    let script: String
    let status: Int32
    /// What standard output and standard error have; nil for nothing at all.
    var output: String? = ""
    var errors: String?
    var testDescription: String { script }
  }

  private static let head =
    "Name: x\nVersion: 1\nRelease: 1%{?dist}\nSummary: x\nLicense: MIT\nURL: https://example.org/\n%description\nx\n"
  private static let spec = head + "%build\ngo mod download -p 4\n"

  /// In a folder `full` with room for two pages.
  private static func onFullDisk(_ script: String) -> String {
    "mkdir full; bwrap --dev-bind / / --size 8192 --tmpfs $PWD/full sh -c '\(script)' 2>/dev/null"
  }

  private static let lost: [Row] = [
    // A report that is lost is no success.
    Row(
      script: "rpmscope clean.spec >/dev/full", status: 2, output: nil, errors: "cannot write to standard output: no space left on device"),
    Row(script: "rpmscope --format sarif clean.spec >/dev/full", status: 2, output: nil, errors: "cannot write to standard output"),
    Row(script: "rpmscope rules >/dev/full", status: 2, output: nil, errors: "cannot write to standard output"),
    Row(script: "rpmscope --help >/dev/full", status: 2, output: nil, errors: "cannot write to standard output"),
    Row(script: "rpmscope expand x.spec >/dev/full", status: 2, output: nil, errors: "cannot write to standard output"),
    Row(script: "rpmscope --fix - <x.spec >/dev/full", status: 2, output: nil, errors: "cannot write to standard output"),
    Row(
      script: "rpmscope --output /dev/full clean.spec", status: 2, output: nil, errors: "cannot write '/dev/full': no space left on device"),
    Row(script: "rpmscope rules | head -1", status: 0, output: "\n"),
    // All or nothing.
    Row(
      script: onFullDisk("echo old >full/r; $rpmscope --format sarif --output full/r x.spec 2>&1; cat full/r; ls -A full"), status: 0,
      output: "cannot write 'full/r': no space left on device\nold\nr\n"),
    Row(
      script: onFullDisk("head -c 9000 /dev/zero >full/z; $rpmscope --baseline full/b --write-baseline x.spec 2>&1; ls -A full"), status: 0,
      output: "cannot write 'full/b': no space left on device\nz\n"),
    Row(
      script: onFullDisk(
        "cp x.spec full; head -c 9000 /dev/zero >full/z; $rpmscope --fix full/x.spec 2>&1; cmp x.spec full/x.spec; ls -A full"),
      status: 0, output: "in 1 file, 1 fixable with '--fix'\nx.spec\nz\n"),
    Row(script: "mkdir d; rpmscope --output d x.spec", status: 2, output: nil, errors: "cannot write 'd': it is a folder"),
    Row(
      script: "rpmscope --output r x.spec; ls -A; ln -s r l; rpmscope --output l clean.spec; cat r; test -L l", status: 0,
      output: "r\nx.spec\n"),
    // What is found is shown, also where its fix cannot be written.
    Row(script: "ln x.spec y; rpmscope --fix x.spec", status: 2, output: "error[rejected-flag]", errors: "it has 2 hard links"),
  ]

  private static let inputs: [Row] = [
    Row(script: "rpmscope x.spec ./x.spec $PWD/x.spec . | tail -1", status: 0, output: "in 2 files, 1 fixable with '--fix'\n"),
    Row(
      script: "rpmscope --fix x.spec x.spec && tail -1 x.spec", status: 0, output: "go mod download\n",
      errors: "fixed 1 finding in 1 file\n"),
    Row(
      script: "rpmscope --diff x.spec x.spec | patch -p1 && tail -1 x.spec", status: 0, output: "\ngo mod download\n",
      errors: "would fix 1 finding in 1 file\n"),
    Row(script: "rpmscope - - <x.spec | tail -1", status: 0, output: "in 1 file, 1 fixable with '--fix'\n"),
    Row(
      script: #"mv x.spec "$(printf 'b\351.spec')"; rpmscope .; rpmscope --quiet "$(printf 'b\351.spec')""#, status: 1,
      output: "b\u{FFFD}.spec:10:17: error[rejected-flag]"),
    Row(
      script: #"d=$(printf 'd\351'); mkdir "$d"; mv x.spec "$d"; rpmscope --fix "$d" >/dev/null && tail -1 "$d/x.spec""#, status: 0,
      output: "go mod download\n", errors: "fixed 1 finding in 1 file"),
    Row(
      script:
        #"d=$(printf 'd\351'); mkdir "$d"; cp x.spec "$d"; echo %build >"$d/i"; echo "%include i" >>"$d/x.spec"; rpmscope expand "$d/x.spec""#,
      status: 1, output: "go mod download", errors: "duplicate-section"),
    Row(
      script: "cp x.spec ./-dash.spec; rpmscope -dash.spec", status: 2, output: nil,
      errors: "'-dash.spec' begins like an option; write './-dash.spec'"),
    Row(script: "cp x.spec ./-dash.spec; rpmscope -- -dash.spec", status: 1, output: "-dash.spec:10:17"),
    Row(
      script: "mkdir srpms; : >srpms/x.src.rpm; rpmscope srpms", status: 2, output: nil,
      errors: "name them: 'rpmscope lint srpms/*.src.rpm'"),
    Row(script: "mkdir e; rpmscope e", status: 2, output: nil, errors: "rpmscope: no specs below 'e'\n"),
    Row(script: "git init -q; echo '*.spec' >.gitignore; rpmscope .", status: 2, output: nil, errors: "but 2 that git ignores"),
    Row(script: "mkdir d; cd d; rmdir ../d; rpmscope", status: 2, output: nil, errors: "the current folder does not exist any more"),
    Row(script: "rpmscope /dev/fd/3 3<<E\nE", status: 2, output: nil, errors: "cannot read '/dev/fd/3': "),
    Row(
      script: "cat x.spec | rpmscope /dev/fd/0", status: 2, output: nil,
      errors: "it is a pipe; write '-' and pipe the spec to standard input"),
    Row(script: "iconv -t UTF-16 x.spec >u.spec; rpmscope u.spec", status: 2, output: nil, errors: "it is UTF-16; rpm reads UTF-8"),
    Row(script: "iconv -t UTF-16LE x.spec >u.spec; rpmscope u.spec", status: 2, output: nil, errors: "it is UTF-16; rpm reads UTF-8"),
    Row(
      script: "gzip x.spec; mv x.spec.gz x.spec; rpmscope x.spec", status: 2, output: nil,
      errors: "it is an archive; unpack the spec from it"),
  ]

  private static let words: [Row] = [
    Row(script: "rpmscope lnt x.spec", status: 2, output: nil, errors: "unknown command 'lnt'; did you mean 'lint'?"),
    Row(script: "rpmscope version", status: 2, output: nil, errors: "did you mean '--version'?"),
    Row(
      script: "rpmscope frobnicate", status: 2, output: nil, errors: "'frobnicate' is neither a command nor a file; 'rpmscope --help' lists"
    ),
    Row(script: "mkdir lnt; cp x.spec lnt; rpmscope lnt", status: 1, output: "lnt/x.spec:10:17"),
    Row(script: "rpmscope config nosuch", status: 2, output: nil, errors: "cannot read 'nosuch': no such file or directory"),
    Row(
      script: ": >.rpmscope.yaml; rpmscope x.spec", status: 2, output: nil,
      errors: "'.rpmscope.yaml' is not read; rename it to '.rpmscope.yml'"),
    Row(script: ": >.rpmscope.yaml; rpmscope --no-config clean.spec", status: 0, output: "no findings"),
    Row(
      script: "rpmscope --select 'rejected-flag, download-in-build' x.spec | tail -1", status: 0,
      output: "found 1 error, 1 info in 1 file, 1 fixable with '--fix'\n"),
    Row(script: "rpmscope --target rhel9 clean.spec", status: 0, output: "no findings"),
    Row(script: "rpmscope --target fedora-43 --select rejected-flag x.spec", status: 1, output: "rejected-flag"),
    Row(
      script: "rpmscope --target fedroa x.spec", status: 2, output: nil,
      errors: "rpmscope: unknown target 'fedroa'; did you mean 'fedora'?\n"),
    Row(script: "rpmscope --nosuch", status: 2, output: nil, errors: "rpmscope: unknown option '--nosuch'; "),
    Row(script: "rpmscope --selct x", status: 2, output: nil, errors: "rpmscope: unknown option '--selct'; did you mean '--select'?\n"),
    Row(script: "rpmscope lint --jobs -1 x.spec", status: 2, output: nil, errors: "write '--jobs=-1' for a value that begins with '-'"),
    Row(
      script: "rpmscope expand", status: 2, output: nil,
      errors: "rpmscope: missing expected argument '<file>'; 'rpmscope expand --help' lists"),
    Row(script: "rpmscope --since HEAD x.spec", status: 2, output: nil, errors: "--since needs a git repository; '"),
    Row(
      script: "git init -q; rpmscope --since nosuch x.spec", status: 2, output: nil,
      errors: "no revision 'nosuch' in the repository of '"),
  ]

  private static let steering: [Row] = [
    Row(script: "rpmscope --severity rejected-flag=info --fail-on warning x.spec", status: 0, output: "info[rejected-flag]"),
    Row(script: "rpmscope --severity rejected-flg=info x.spec", status: 2, output: nil, errors: "did you mean 'rejected-flag'?"),
    Row(script: "rpmscope --severity rejected-flag x.spec", status: 2, output: nil, errors: "write RULE=LEVEL"),
    Row(
      script: "rpmscope --severity rejected-flag=bad x.spec", status: 2, output: nil,
      errors: "invalid severity 'bad'; write error, warning or info"),
    Row(script: "rpmscope lint --list-files .", status: 0, output: "./clean.spec\n./x.spec\n"),
    Row(script: "rpmscope lint --list-files nosuch.spec x.spec", status: 2, output: "x.spec\n", errors: "cannot read 'nosuch.spec'"),
    Row(script: "rpmscope rules --format json | python3 -m json.tool | grep -c '\"id\"'", status: 0, output: "\n"),
    Row(script: "rpmscope --verbose clean.spec", status: 0, output: "no findings", errors: "clean.spec: read for host ("),
    Row(script: "rpmscope -q -v clean.spec", status: 2, output: nil, errors: "--quiet and --verbose cannot be combined"),
    Row(script: "rpmscope -q clean.spec", status: 0, output: nil),
    Row(
      script: "rpmscope ---completion lint -- --select 1 3 module-cache-s rpmscope lint --select module-cache-s", status: 0,
      output: "module-cache-split"),
    Row(
      script: "printf '%%global when %%(curl x)\\n' | cat - x.spec >o.spec; echo 'echo %{when}' >>o.spec; rpmscope expand o.spec",
      status: 0,
      output: "echo [output of: curl x]\n", errors: "--allow-shell runs them"),
    Row(
      script: "echo 'go build -ldflags \"-X a=b c\" $x; make; make' >>x.spec; rpmscope resolve x.spec", status: 0,
      output: "%build: make (may run go)"),
    Row(
      script: "echo 'go build -ldflags \"-X a=b c\" .' >>x.spec; rpmscope resolve x.spec", status: 0,
      output: "go build -ldflags '-X a=b c' .\n"),
  ]

  private static let baselines: [Row] = [
    Row(
      script: "rpmscope --select rejected-flag --write-baseline x.spec", status: 0, output: "1 in the baseline",
      errors: "wrote 1 finding to '.rpmscope-baseline'; read it with '--baseline .rpmscope-baseline', or name it in .rpmscope.yml"),
    Row(
      script: "echo 'baseline: known' >.rpmscope.yml; rpmscope --write-baseline x.spec", status: 0, output: "in the baseline",
      errors: "to 'known'; .rpmscope.yml names it\n"),
    // An edited line, a rule that is not asked for and branches that are not read are not fixed.
    Row(
      script:
        "rpmscope --write-baseline x.spec 2>&1 >/dev/null; sed -i 's/-p 4/-p 5/' x.spec; rpmscope --baseline .rpmscope-baseline x.spec",
      status: 1, output: "found 1 error"),
    Row(
      script: "rpmscope --write-baseline x.spec 2>&1 >/dev/null; rpmscope --select forced-rebuild --baseline .rpmscope-baseline x.spec",
      status: 0,
      output: "no findings in 1 file\n"),
    Row(
      script: "rpmscope --write-baseline x.spec 2>&1 >/dev/null; rpmscope --min-confidence high --baseline .rpmscope-baseline x.spec",
      status: 0,
      output: "no findings in 1 file"),
    Row(
      script:
        "rpmscope --write-baseline x.spec 2>&1 >/dev/null; sed -i '$d' x.spec; rpmscope --branches taken --baseline .rpmscope-baseline x.spec",
      status: 0, output: "no findings in 1 file\n"),
    Row(
      script: "rpmscope --write-baseline x.spec 2>&1 >/dev/null; sed -i 's/ -p 4//' x.spec; rpmscope --baseline .rpmscope-baseline x.spec",
      status: 0, output: "x.spec: rejected-flag is in the baseline but no longer found\n"),
  ]

  @Test("say what to do, and nothing is lost", arguments: lost + inputs + words + steering + baselines)
  func sentences(_ row: Row) throws {
    let folder = try TemporaryFolder(["x.spec": Self.spec, "clean.spec": Self.head])
    let script =
      "rpmscope='\(BuiltCommand.path(of: "rpmscope"))'; export rpmscope; rpmscope() { '\(BuiltCommand.path(of: "rpmscope"))' \"$@\"; }\n\(row.script)\n"
    let result = try BuiltCommand(atPath: "/bin/sh").run(["-c", script], folder: folder.path)
    #expect(result.status == row.status, "\(result.text)\(result.errors)")
    #expect(row.output.map { result.text.contains($0) } ?? result.text.isEmpty, "\(result.text)")
    #expect(row.errors.map { result.errors.contains($0) } ?? result.errors.isEmpty, "\(result.errors)")
    #expect(!result.errors.contains("Usage:") && !result.errors.contains("Error:"))
    #expect(!result.text.contains("is fixed") && !result.text.contains("0 files"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix(".rpmscope-") && $0 != ".rpmscope-baseline"
    }
    #expect(left.isEmpty)
  }
}
