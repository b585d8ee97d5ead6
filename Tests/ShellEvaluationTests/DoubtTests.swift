import ShellEvaluation
import Testing

/// Texts of whose output nothing may be claimed, and why.
@Suite("Nothing is claimed")
struct DoubtTests {
  struct Unknown: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: String
    init(_ text: String, _ reason: String) {
      self.text = text
      self.reason = reason
    }
    var testDescription: String { text }
  }

  static let machine = [
    Unknown("echo $RANDOM", "uses $RANDOM"), Unknown("echo $$", "uses $$"), Unknown("echo ${HOSTNAME}", "uses $HOSTNAME"),
    Unknown("echo $UID", "uses $UID"), Unknown("echo $PPID $BASHPID", "uses $PPID"), Unknown("echo $SECONDS", "uses $SECONDS"),
    Unknown("echo $LINENO", "uses $LINENO"), Unknown("echo $0", "uses $0"), Unknown("echo $-", "uses $-"),
    Unknown("echo $((RANDOM % 2))", "computes 'RANDOM % 2'"), Unknown("echo $BASH_VERSION", "uses $BASH_VERSION"),
    Unknown("echo ~", "depends on a home folder"), Unknown("x=~user/y; echo $x", "depends on a home folder"),
    Unknown("pwd", "depends on the working directory"),
    Unknown("date", "depends on the time"), Unknown("date +%Y", "depends on the time"),
    Unknown("date -d yesterday +%F", "depends on the time"),
    Unknown("date -d @0 +%F", "depends on the time zone"), Unknown("hostname", "runs 'hostname'"), Unknown("uname -m", "runs 'uname'"),
    Unknown("id -u", "runs 'id'"), Unknown("whoami", "runs 'whoami'"), Unknown("nproc", "runs 'nproc'"),
    Unknown("getconf LONG_BIT", "runs 'getconf'"), Unknown("mktemp -u", "runs 'mktemp'"), Unknown("env", "runs 'env'"),
    Unknown("set", "lists variables"),
    Unknown("export", "lists variables"), Unknown("type ls", "runs 'type'"), Unknown("command -v gcc", "looks for a program"),
  ]

  static let files = [
    Unknown("cat /etc/passwd", "reads '/etc/passwd'"), Unknown("ls", "runs 'ls'"), Unknown("ls *.spec", "depends on file names"),
    Unknown("echo *", "depends on file names"), Unknown("echo a?c", "depends on file names"),
    Unknown("x='*'; echo $x", "depends on file names"),
    Unknown("for f in [ab]*; do echo $f; done", "depends on file names"), Unknown("read x < file", "reads 'file'"),
    Unknown("echo $(<file)", "reads 'file'"), Unknown("echo x > file", "writes the file 'file'"),
    Unknown("echo x >> /dev/tty", "writes the file '/dev/tty'"),
    Unknown("test -f /etc/fedora-release && echo 1 || echo 0", "looks at the file '/etc/fedora-release'"),
    Unknown("[ -d /usr ] && echo yes", "looks at the file '/usr'"), Unknown("[[ -e /x || -n $y ]]", "looks at the file '/x'"),
    Unknown("cd /tmp && echo x", "runs 'cd'"), Unknown(". ./env.sh", "runs '.'"), Unknown("sed -i s/a/b/ f", "runs 'sed -i'"),
    Unknown("sed -n 1p f", "reads 'f'"), Unknown("grep x f", "reads 'f'"), Unknown("grep -r x .", "runs 'grep -r'"),
    Unknown("awk '{print}' f", "reads 'f'"), Unknown("awk 'BEGIN { print \"x\" > \"f\" }'", "writes a file"),
    Unknown("sed 'w f' <<< x", "uses the 'sed' command 'w'"), Unknown("sort f", "reads 'f'"), Unknown("cat", "reads its standard input"),
    Unknown("read x; echo $x", "reads its standard input"), Unknown("tr a b", "reads its standard input"),
  ]

  static let programs = [
    Unknown("curl -s https://example.org", "runs 'curl'"), Unknown("git rev-parse HEAD 2>/dev/null || echo x", "runs 'git'"),
    Unknown("rpm -q bash >/dev/null && echo 1", "runs 'rpm'"), Unknown("true && python3 -c 'print(1)'", "runs 'python3'"),
    Unknown("unknown_function a b", "runs 'unknown_function'"), Unknown("x=$(wget -qO- h); echo 1", "runs 'wget'"),
    Unknown("echo a | perl -pe s/a/b/", "runs 'perl'"), Unknown("./configure", "runs './configure'"),
    Unknown("/opt/bin/echo x", "runs '/opt/bin/echo'"),
    Unknown("echo a & echo b", "runs a job in the background"), Unknown("cat <(echo a)", "runs a process substitution"),
    Unknown("exec echo x", "runs 'exec'"), Unknown("kill $!", "uses $!"), Unknown("sleep 1; echo x", "runs 'sleep'"),
    Unknown("awk 'BEGIN { system(\"ls\") }'", "calls awk's 'system'"), Unknown("awk 'BEGIN { print rand() }'", "calls awk's 'rand'"),
    Unknown("echo a | xargs rm", "runs 'xargs rm'"), Unknown("yes | head -1", "runs 'yes'"), Unknown("trap 'echo x' EXIT", "runs 'trap'"),
  ]

  static let unclear = [
    Unknown("echo 'a", "is not valid shell text"), Unknown("printf 'b\\nA\\n' | sort", "depends on the locale"),
    Unknown("v=é; echo ${#v}", "depends on the locale"),
    Unknown("v=aé; echo ${v:0:1}", "depends on the locale"), Unknown("echo é | sed s/./x/", "depends on the locale"),
    Unknown("v=abc; echo ${v/b/<&>}", "replaces by '&', which depends on bash's version"),
    Unknown("IFS=: set -- a:b; echo $1", "assigns before 'set'"), Unknown("set -e; false; echo x", "sets the option '-e'"),
    Unknown("printf '%.2f\\n' 1.005", "rounds a number"), Unknown("[ a -eq 1 ]", "compares 'a' as a number"),
    Unknown("echo ${x:?}", "stops for want of $x"),
    Unknown("echo $((1/0))", "computes '1/0'"),
    Unknown("echo abcd | sed -E 's/(a|ab)(c|bcd)(d*)/\\2/'", "matches a regular expression in more than one way"),
    Unknown("echo a 2>&1 | egrep a 2>&1", "prints an error message"),
    Unknown("(head -1; cat) <<< $'a\\nb'", "reads what another program left of its input"),
    Unknown("LC_ALL=tr_TR.UTF-8; echo i", "depends on the locale"),
  ]

  @Test("where the machine, files or programs decide", arguments: machine + files + programs + unclear)
  func table(_ unknown: Unknown) {
    let outcome = ShellEvaluator(environment: ShellEnvironment()).run(Array(unknown.text.utf8))
    #expect(outcome == .unknown(reason: unknown.reason))
  }
}
