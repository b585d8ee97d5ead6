import Glibc
import Testing

/// A spec that tries something while it is read, and how the attempt must end.
///
/// `@M@` in the text is the path of a file that must not come to exist, `@D@` the spec's folder, `@O@` a folder outside of it.
struct HostileSpec: Sendable, CustomTestStringConvertible {
  enum Ending: Sendable {
    /// The spec is read; one of its problems says so.
    case problem(String)
    /// The spec is read; a command like this is recorded, not run.
    case notRun(String)
    /// The spec is read.
    case read
    /// The spec may be given up: crashed, out of memory, out of time. Another ending is fine as well.
    case any
  }

  let name: String
  let text: String
  let ending: Ending

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ ending: Ending) {
    self.name = name
    self.text = text
    self.ending = ending
  }

  private static let head = "Name: x\nVersion: 1\nRelease: 1\nSummary: s\nLicense: l\n"

  static let all = commands + lua + files + floods

  // MARK: - Commands

  static let commands: [HostileSpec] =
    [
      ("a define", "%define m %(touch @M@)\n" + head + "%description\n%m\n"),
      ("a global", "%global m %(touch @M@)\n" + head),
      ("a tag", "Name: x\nVersion: %(touch @M@)1\n"),
      ("a condition", "%if %(touch @M@; echo 1)\n%endif\n" + head),
      ("an expression", head + "%global m %[ \"%(touch @M@)\" == \"\" ]\n"),
      ("the description", head + "%description\n%(touch @M@)\n"),
      ("%build", head + "%build\n%(touch @M@)\n"),
      ("%post", head + "%post\n%(touch @M@)\n"),
      ("%files", head + "%files\n%(touch @M@)\n"),
      ("the changelog", head + "%changelog\n* Mon Jan 01 2024 a <a@b> - 1-1\n- %(touch @M@)\n"),
      ("a comment", "# %(touch @M@)\n" + head),
      ("an include", head + "%include %(touch @M@)\n"),
      ("a load", head + "%{load:%(touch @M@)}\n"),
      ("a parametric macro", "%define m() %(touch @M@; echo %1)\n" + head + "%description\n%m a\n"),
      ("%{expand:}", head + "%{expand:%%(touch @M@)}\n%description\n"),
      ("%{shrink:}", head + "%description\n%{shrink:%(touch @M@)}\n"),
      ("an unclosed command", head + "%description\n%(touch @M@\n"),
      ("a pipe", head + "%description\n%(echo touch @M@ | sh)\n"),
    ].map { HostileSpec("a command in \($0)", $1, $0 == "an unclosed command" ? .read : .notRun("touch")) } + [
      HostileSpec("a command in a dead branch", head + "%if 0\n%global m %(touch @M@)\n%endif\n", .read),
      HostileSpec("a tag's word that rpm has no room for", "Summary(\(String(repeating: "A", count: 20_000))): s\n" + head, .read),
      HostileSpec("a tag's word that a NUL byte ends", "Summary(\0): s\n" + head, .read),
      HostileSpec("a command after %dnl", "%dnl %(touch @M@)\n" + head, .read),
      HostileSpec("a fork bomb in a command", head + "%description\n%(b(){ b|b& };b; touch @M@)\n", .notRun("b|b&")),
      HostileSpec("a background command", head + "%description\n%(sleep 98765 & touch @M@)\n", .notRun("sleep 98765")),
    ]

  // MARK: - Lua

  static let lua: [HostileSpec] =
    [
      ("io.open for writing", "io.open('@M@', 'w'):write('x')", "io.open"),
      ("io.open for appending", "io.open('@M@', 'a')", "io.open"),
      ("io.open for both", "io.open('@D@/victim', 'r+')", "io.open"),
      ("io.output", "io.output('@M@')", "io.output"),
      ("io.tmpfile", "io.tmpfile()", "io.tmpfile"),
      ("os.remove", "os.remove('@D@/victim')", "os.remove"),
      ("os.rename", "os.rename('@D@/victim', '@M@')", "os.rename"),
      ("os.tmpname", "os.tmpname()", "os.tmpname"),
      ("os.exit", "os.exit(0)", "os.exit"),
      ("posix.unlink", "posix.unlink('@D@/victim')", "posix.unlink"),
      ("posix.mkdir", "posix.mkdir('@M@')", "posix.mkdir"),
      ("posix.rmdir", "posix.rmdir('@D@/folder')", "posix.rmdir"),
      ("posix.mkfifo", "posix.mkfifo('@M@')", "posix.mkfifo"),
      ("posix.symlink", "posix.symlink('/etc', '@M@')", "posix.symlink"),
      ("posix.link", "posix.link('@D@/victim', '@M@')", "posix.link"),
      ("posix.chmod", "posix.chmod('@D@/victim', '0777')", "posix.chmod"),
      ("posix.utime", "posix.utime('@D@/victim', 1, 1)", "posix.utime"),
      ("posix.mkstemp", "posix.mkstemp('@D@/tmpXXXXXX')", "posix.mkstemp"),
      ("posix.chdir", "posix.chdir('/')", "posix.chdir"),
      ("posix.kill", "posix.kill(posix.getprocessid('ppid'), 9)", "posix.kill"),
      ("posix.exec", "posix.exec('/usr/bin/touch', '@M@')", "posix.exec"),
      ("posix.fork", "while true do posix.fork() end", "posix.fork"),
      ("rpm.execute", "rpm.execute('/usr/bin/touch', '@M@')", "rpm.execute"),
      ("rpm.interactive", "rpm.interactive()", "rpm.interactive"),
      // New in rpm 4.20; before, Lua says that there is no field 'spawn'.
      ("rpm.spawn", "rpm.spawn({'/usr/bin/touch', '@M@'})", "spawn"),
      ("rpm.spawn into a file", "rpm.spawn({'echo'}, {stdout = '@M@'})", "spawn"),
      ("rpm.open for writing", "rpm.open('@M@', 'w')", "rpm.open"),
      ("package.loadlib", "package.loadlib('libc.so.6', '*')", "package.loadlib"),
      ("debug.getupvalue", "debug.getupvalue(io.open, 1)", "debug.getupvalue"),
      ("debug.getregistry", "debug.getregistry()", "debug.getregistry"),
    ].map { HostileSpec("Lua's \($0)", head + "%description\n%{lua: \($1)}\n", .problem("\($2)'")) } + [
      HostileSpec("Lua's io.popen", head + "%description\n%{lua: print(io.popen('touch @M@'):read('a'))}\n", .notRun("touch")),
      HostileSpec("Lua's io.popen for writing", head + "%description\n%{lua: io.popen('sh', 'w'):write('touch @M@')}\n", .notRun("sh")),
      HostileSpec("Lua's os.execute", head + "%description\n%{lua: os.execute('touch @M@')}\n", .notRun("touch")),
      HostileSpec(
        "Lua's require of a library", head + "%description\n%{lua: package.cpath='@D@/?.so' require('evil')}\n", .problem("evil")),
      HostileSpec(
        "Lua's require of a searcher's making", head + "%description\n%{lua: package.searchers[3]=nil require('evil')}\n", .problem("evil")),
      HostileSpec("a compiled chunk", head + "%description\n%{lua: assert(load(string.dump(function() end)))()}\n", .problem("binary")),
      HostileSpec("Lua waiting for input", head + "%description\n%{lua: print(io.read('a'))}\n", .read),
      HostileSpec("Lua's sleep", head + "%description\n%{lua: posix.sleep(98765)}\n", .read),
      HostileSpec("Lua defining a command", head + "%{lua: rpm.define('m %(touch @M@)')}\n%description\n%m\n", .notRun("touch")),
      HostileSpec("Lua expanding a command", head + "%description\n%{lua: rpm.expand('%(touch @M@)')}\n", .notRun("touch")),
    ]

  // MARK: - Files

  /// `secret` outside of the folder holds `%define leaked s3cr3t`.
  static let files: [HostileSpec] = [
    HostileSpec("an include of a FIFO", head + "%include @D@/fifo\n", .problem("fifo")),
    HostileSpec("a load of a FIFO", head + "%{load:@D@/fifo}\n", .problem("fifo")),
    HostileSpec("Lua reading a FIFO", head + "%description\n%{lua: io.open('@D@/fifo'):read('a')}\n", .problem("nil")),
    HostileSpec("librpm reading a FIFO", head + "%description\n%{uncompress:@D@/fifo}\n", .read),
    HostileSpec("a source that is a FIFO", head + "Source0: fifo\n%prep\n%setup\n", .read),
    HostileSpec("a patch that is a FIFO", head + "Patch0: fifo\n%prep\n%autosetup\n", .read),
    HostileSpec("an include of /dev/zero", head + "%include /dev/zero\n", .problem("/dev/zero")),
    HostileSpec("a load of /dev/zero", head + "%{load:/dev/zero}\n", .problem("/dev/zero")),
    HostileSpec("Lua reading /dev/zero", head + "%description\n%{lua: io.open('/dev/zero'):read('a')}\n", .problem("nil")),
    HostileSpec("an include from outside", head + "%include @O@/secret\n%description\n%{?leaked}\n", .problem("secret")),
    HostileSpec("an include by ..", head + "%include @D@/../outside/secret\n%description\n%{?leaked}\n", .problem("secret")),
    HostileSpec("an include through a link", head + "%include @D@/link\n%description\n%{?leaked}\n", .problem("link")),
    HostileSpec("a load from outside", head + "%{load:@O@/secret}\n%description\n%{?leaked}\n", .problem("secret")),
    HostileSpec("a load through a link", head + "%{load:@D@/link}\n%description\n%{?leaked}\n", .problem("link")),
    HostileSpec("Lua reading outside", head + "%description\n%{lua: print(io.open('@O@/secret'):read('a'))}\n", .problem("nil")),
    HostileSpec("Lua running a file outside", head + "%description\n%{lua: dofile('@O@/secret')}\n", .problem("secret")),
    HostileSpec("rpm.open outside", head + "%description\n%{lua: print(rpm.open('@O@/secret'):read())}\n", .problem("secret")),
    HostileSpec("Lua listing a folder outside", head + "%description\n%{lua: print(table.concat(posix.dir('@O@') or {}))}\n", .read),
    // rpm.glob is new in rpm 4.20.
    HostileSpec(
      "Lua listing what is outside by a pattern",
      head + "%description\n%{lua: print(rpm.glob and table.concat(rpm.glob('@O@/*', 'c') or {}))}\n", .read),
    HostileSpec(
      "Lua listing what is outside by a pattern of folders",
      head + "%description\n%{lua: print(rpm.glob and table.concat(rpm.glob('@D@/../out*/s*') or {}))}\n", .read),
    HostileSpec("an include of a hidden file", head + "%include @D@/.git/config\n%description\n%{?leaked}\n", .problem("config")),
    HostileSpec("a load of a hidden file", head + "%{load:@D@/.git/config}\n%description\n%{?leaked}\n", .problem("config")),
    HostileSpec(
      "the environment", head + "%description\n%{getenv:RPMSCOPE_TEST_TOKEN}%{lua: print(os.getenv('RPMSCOPE_TEST_TOKEN'))}\n", .read),
    HostileSpec(
      "the environment by /proc", head + "%description\n%{lua: print(io.open('/proc/self/environ'):read('a'))}\n", .problem("nil")),
  ]

  // MARK: - Floods

  static let floods: [HostileSpec] = [
    HostileSpec("a macro of itself", "%define a %{a}\n" + head + "%description\n%a\n", .problem("")),
    HostileSpec("two macros of each other", "%define a %{b}\n%define b x%{a}%{a}\n" + head + "%description\n%a\n", .any),
    HostileSpec("a macro that grows its argument", "%define a() %{a %* %*}\n" + head + "%description\n%a x\n", .any),
    HostileSpec("an expansion bomb", bomb + head + "%description\n%{m9}\n", .any),
    HostileSpec("Lua without end", head + "%description\n%{lua: while true do end}\n", .any),
    HostileSpec("Lua catching its own end", head + "%{lua: while true do pcall(function() while true do end end) end}\n", .any),
    HostileSpec(
      "Lua eating memory", head + "%description\n%{lua: local t = {} while true do t[#t+1] = string.rep('x', 1000000) end}\n", .any),
    HostileSpec("Lua's largest string", head + "%description\n%{lua: print(#string.rep('x', 1 << 40))}\n", .any),
    HostileSpec("Lua's pattern without end", head + "%{lua: string.find(string.rep('a', 99), string.rep('a-', 99) .. 'b')}\n", .any),
    HostileSpec("an answer without end", head + "%description\n%{lua: for i = 1, 700 do print(string.rep('x', 1000000)) end}\n", .any),
    HostileSpec(
      "deep braces", head + "%description\n" + String(repeating: "%{?name:", count: 50_000) + String(repeating: "}", count: 50_000), .any),
    HostileSpec("deep parentheses", head + "%if " + String(repeating: "(", count: 200_000) + "1\n%endif\n", .any),
    HostileSpec("deep conditions", head + String(repeating: "%if 1\n", count: 100_000), .any),
    HostileSpec("an include of itself", head + "%include @D@/itself\n", .problem("nested")),
    HostileSpec("an include of itself, twice", head + "%include @D@/twice\n", .any),
    HostileSpec("a load of itself", head + "%{load:@D@/loaditself}\n%description\n%{again}\n", .problem("recursion")),
  ]

  private static let bomb =
    "%define m0 " + String(repeating: "x", count: 100) + "\n"
    + (1...9).map { level in "%define m\(level) " + String(repeating: "%{m\(level - 1)}", count: 10) + "\n" }.joined()
}
