import Testing

@testable import ShellSyntax

@Suite("Any bytes give a tree")
struct TotalityTests {
  static let sample = Array(
    """
    export A=1 B="x ${A:-$(echo "`pwd`")}" <<EOF && if [ -d x ]; then go build -p 4 ./...; fi
    body $HOME $((1 + (2)))
    EOF
    case $x in a|b) foo;; *) bar ;& esac
    for i in a b; do echo "${i%%.*}" <(x) >&2; done; f() { local x=${1:-a}; }
    [[ $a == b* && -n $c ]] && (( x + 1 > 2 )); a=(1 2 [3]=x) cmd 2>&1 | while read l; do :; done &
    """.utf8)

  @Test func everyPrefixIsParsed() {
    for length in 0...Self.sample.count {
      let (script, _) = ShellParser.parse(Array(Self.sample[..<length]))
      #expect(script.range.upperBound <= length)
    }
    #expect(ShellParser.parse(Self.sample).errors.isEmpty)
  }

  @Test func changedBytesAreParsed() {
    let others = Array("'\"`$(){}[];&|<>\\\n#!=".utf8) + [0, 0xFF]
    for index in Self.sample.indices {
      var text = Self.sample
      text[index] = others[index % others.count]
      #expect(ShellParser.parse(text).script.range.upperBound <= text.count)
    }
  }

  @Test(arguments: ["(", "{ ", "$(", "${x:-", "\"$(", "`\\`", "if ", "[[ ( ", "$(("])
  func deepNestingEndsWithAnError(_ opening: String) {
    let text = Array(String(repeating: opening, count: 20_000).utf8)
    #expect(!ShellParser.parse(text).errors.isEmpty)
  }
}
