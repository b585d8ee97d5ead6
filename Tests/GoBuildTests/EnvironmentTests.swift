import MacroExpansion
import SpecSyntax
import Testing

@testable import GoBuild

/// What a go command sees: a scriptlet, and the words, module cache, build cache and GOFLAGS of its last go command.
struct SeenByGo: Sendable, CustomTestStringConvertible {
  let script: String
  var words = "go build"
  var modules = "/builddir/go/pkg/mod"
  var cache = "/builddir/.cache/go-build"
  var flags: String?

  var testDescription: String { script }
}

@Suite("The environment of a go command")
struct EnvironmentTests {
  static let table: [SeenByGo] = [
    SeenByGo(script: "go build\n"),
    SeenByGo(script: "export GOPATH=/a:/b\ngo build\n", modules: "/a/pkg/mod"),
    SeenByGo(script: "GOPATH=/a\ngo build\n"),
    SeenByGo(script: "GOPATH=/a\nexport GOPATH\ngo build\n", modules: "/a/pkg/mod"),
    SeenByGo(script: "GOPATH=/a go build\n", modules: "/a/pkg/mod"),
    SeenByGo(script: "GOPATH=/a true\ngo build\n"),
    SeenByGo(script: "export GOMODCACHE=/m GOPATH=/a\ngo build\n", modules: "/m"),
    SeenByGo(script: "export GOMODCACHE=\ngo build\n"),
    SeenByGo(
      script: "export HOME=$PWD\ngo build\n", modules: "\(Scriptlets.folder)/hello-1.2/go/pkg/mod",
      cache: "\(Scriptlets.folder)/hello-1.2/.cache/go-build"),
    SeenByGo(script: "export XDG_CACHE_HOME=/x\ngo build\n", cache: "/x/go-build"),
    SeenByGo(script: "set -a\nGOCACHE=/c\nset +a\nGOPATH=/a\ngo build\n", cache: "/c"),
    SeenByGo(script: "declare -x GOCACHE=/c\ngo build\n", cache: "/c"),
    SeenByGo(script: "export GOCACHE=/c\nunset GOCACHE\ngo build\n"),
    SeenByGo(script: "export GOCACHE=/c\n(unset GOCACHE; export GOPATH=/q)\ngo build\n", cache: "/c"),
    SeenByGo(script: "env GOCACHE=/c GOPATH=/a go build\n", modules: "/a/pkg/mod", cache: "/c"),
    SeenByGo(script: "export GOCACHE=/c\nenv -u GOCACHE go build\n"),
    SeenByGo(script: "export GOPATH=\"${RPM_BUILD_DIR}/_gopath\"\ngo build\n", modules: "\(Scriptlets.folder)/_gopath/pkg/mod"),
    SeenByGo(script: "cd sub\nexport GOPATH=$(pwd)/go\ngo build\n", modules: "\(Scriptlets.folder)/hello-1.2/sub/go/pkg/mod"),
    SeenByGo(script: "export GOPATH=${GOPATH:-/d}\ngo build\n", modules: "/d/pkg/mod"),
    SeenByGo(script: "export GOFLAGS='-mod=vendor -p=2'\ngo build\n", flags: "-mod=vendor -p=2"),
    SeenByGo(script: "export GOFLAGS=-a\nexport GOFLAGS=\"$GOFLAGS -v\"\ngo build\n", flags: "-a -v"),
    SeenByGo(script: "f() { local GOCACHE=/l; export GOCACHE; go build \"$1\"; }\nf x\n", words: "go build x", cache: "/l"),
    SeenByGo(script: "f() { export GOCACHE=/l; }\nf\ngo build\n", cache: "/l"),
    SeenByGo(script: "if true; then export GOCACHE=/t; else export GOCACHE=/e; fi\ngo build\n", cache: "/t"),
    SeenByGo(script: "v=1\nif [ \"$v\" = 1 ]; then export GOCACHE=/t; fi\ngo build\n", cache: "/t"),
    SeenByGo(script: "case x86_64 in x86*) export GOCACHE=/t;; *) export GOCACHE=/e;; esac\ngo build\n", cache: "/t"),
    SeenByGo(script: "for d in a b; do go build ./$d; done\n", words: "go build ./b"),
    SeenByGo(script: "flags=(-v -x)\ngo build \"${flags[@]}\" .\n", words: "go build -v -x ."),
    SeenByGo(script: "x='a b'\ngo build $x \"$x\"\n", words: "go build a b a b"),
    SeenByGo(script: "eval 'export GOCACHE=/v'\ngo build\n", cache: "/v"),
    SeenByGo(script: "export GOCACHE=/c\nsh -c 'GOPATH=/s go build'\n", modules: "/s/pkg/mod", cache: "/c"),
    SeenByGo(script: "cat > env.sh <<EOF\nexport GOCACHE=/f\nEOF\n. ./env.sh\ngo build\n", cache: "/f"),
    SeenByGo(script: "nice -n 5 timeout 10 go build\n"),
    SeenByGo(script: "GO=/usr/bin/go\n$GO build\n", words: "/usr/bin/go build"),
    SeenByGo(script: "export GOPATH=/a\nP=$(go env GOPATH)\nexport GOCACHE=$P/c\ngo build\n", modules: "/a/pkg/mod", cache: "/a/c"),
    SeenByGo(script: "go env -w GOCACHE=/w\ngo build\n", cache: "/w"),
    SeenByGo(script: "export GOENV=off\ngo env -w GOCACHE=/w\ngo build\n"),
    SeenByGo(script: "mkdir -p ~/.config/go\necho GOCACHE=/f > ~/.config/go/env\ngo build\n", cache: "/f"),
    SeenByGo(
      script: "export XDG_CONFIG_HOME=/x\ncat > /x/go/env <<EOF\n# ours\nGOPATH=/p\nGOCACHE=/f\nEOF\ngo build\n", modules: "/p/pkg/mod",
      cache: "/f"),
    SeenByGo(script: "echo GOCACHE=/f > /etc/go.env\nGOENV=/etc/go.env go build\n", cache: "/f"),
    SeenByGo(script: "echo GOCACHE=/f > /etc/go.env\ngo build\n"),
    SeenByGo(script: "echo GOCACHE=/f > ~/.config/go/env\nexport GOCACHE=/c\ngo build\n", cache: "/c"),
    SeenByGo(script: "printf 'export GOCACHE=/f\\n GOPATH=/p\\n' > ~/.config/go/env\ngo build\n"),
    SeenByGo(script: "echo HOME=/h > ~/.config/go/env\ngo build\n"),
    SeenByGo(script: "set -- -o x\ngo build \"$@\"\n", words: "go build -o x"),
    SeenByGo(script: "pushd /tmp\npopd\nexport GOPATH=$PWD\ngo build\n", modules: "\(Scriptlets.folder)/hello-1.2/pkg/mod"),
    SeenByGo(script: "export GOPATH=$(dirname /a/b)\ngo build\n", modules: "/a/pkg/mod"),
    SeenByGo(script: "export GOCACHE=/a//b/../c\ngo build\n", cache: "/a/c"),
    SeenByGo(script: "v=v1.2.3\ngo build -ldflags \"-X main.v=${v#v}\"\n", words: "go build -ldflags -X main.v=1.2.3"),
    SeenByGo(script: "go build {a,b}/c\n", words: "go build a/c b/c"),
    SeenByGo(script: "xargs -n1 go vet < list\n", words: "go vet *"),
    SeenByGo(script: "export GOCACHE=~/c\ngo build\n", cache: "/builddir/c"),
    SeenByGo(script: "export GOPATH=:~/go\ngo build\n", modules: "/pkg/mod"),
    SeenByGo(script: "GOPATH=~/a:~/b\nexport GOPATH\ngo build\n", modules: "/builddir/a/pkg/mod"),
  ]

  @Test(arguments: table)
  func isFollowed(_ expected: SeenByGo) throws {
    let command = try #require(Scriptlets.model(expected.script).commands.last)
    #expect(command.arguments.map(\.value.display).joined(separator: " ") == expected.words)
    #expect(command.moduleCache.path.exact.map { String(decoding: $0, as: UTF8.self) } == expected.modules)
    #expect(command.buildCache.path.exact.map { String(decoding: $0, as: UTF8.self) } == expected.cache)
    #expect(command.environment["GOFLAGS"]?.value.display == expected.flags)
  }

  /// What rules ask of shells: functions that set variables, arrays, loops, arithmetic and the rest of what specs use.
  static let constructs: [SeenByGo] = [
    SeenByGo(script: "add() { F=\"$F $1\"; }\nadd -mod=vendor\nadd -x\nexport GOFLAGS=$F\ngo build\n", flags: " -mod=vendor -x"),
    SeenByGo(script: "flags=(-v -a)\nflags+=(-x)\nfor c in a b; do go build \"${flags[@]}\" ./$c; done\n", words: "go build -v -a -x ./b"),
    SeenByGo(script: "export GOFLAGS=-p=$((3 * 2))\ngo build\n", flags: "-p=6"),
    SeenByGo(script: "n=3\nlet 'n*=2'\nlet 'n += 1'\nexport GOFLAGS=-p=$n\ngo build\n", flags: "-p=7"),
    SeenByGo(script: "printf -v F -- '-p=%d' 4\nexport GOFLAGS=$F\ngo build\n", flags: "-p=4"),
    SeenByGo(script: "printf -v GOCACHE '/c/%05d' 7\nexport GOCACHE\ngo build\n", cache: "/c/00007"),
    SeenByGo(script: "F=-a\nF+=' -v'\nexport GOFLAGS=$F\ngo build\n", flags: "-a -v"),
    SeenByGo(script: "read a b <<< 'x /y z'\nexport GOCACHE=${b% *}\ngo build $a\n", words: "go build x", cache: "/y"),
    SeenByGo(script: "for ((i=1; i<3; i++)); do F=\"$F -tags=$i\"; done\nexport GOFLAGS=$F\ngo build\n", flags: " -tags=1 -tags=2"),
    SeenByGo(script: "trap 'GOCACHE=/t go clean' EXIT\ngo build\n", words: "go clean", cache: "/t"),
    SeenByGo(script: "clean() { go clean; }\ntrap clean EXIT\ngo build\nexit 0\n", words: "go clean"),
    SeenByGo(script: "cat >> env.sh <<'E'\nexport GOCACHE=/f\nE\n. ./env.sh\ngo build\n", cache: "/f"),
    SeenByGo(script: "echo 'export GOCACHE=/f' > e\nsed -i -e 's,/f,/g,' e\n. ./e\ngo build\n", cache: "/g"),
    SeenByGo(script: "echo /c > f\nexport GOCACHE=$(cat f | tr c d)/$(sed s/c/e/ f)\ngo build\n", cache: "/d/e"),
    SeenByGo(script: "echo -e 'a\\tb'\nexport GOCACHE=$(echo -e '/a\\x41')\ngo build\n", cache: "/aA"),
    SeenByGo(script: "export GOCACHE=$(basename -s .x /a/b.x)/$(dirname /c/d/)\ngo build\n", cache: "b//c"),
  ]

  @Test(arguments: constructs)
  func isComputed(_ expected: SeenByGo) throws { try isFollowed(expected) }

  /// Nothing may be claimed of these: the value of GOCACHE is not known from the spec.
  static let unknown = [
    "export GOCACHE=/c/$RANDOM", "export GOCACHE=/c/$$", "export GOCACHE=$(mktemp -d)", "export GOCACHE=$(cat path)",
    "read GOCACHE < path\nexport GOCACHE", "export GOCACHE=$(curl https://example.org)", "export GOCACHE=/c/$(date +%s)",
    "export GOCACHE=/c/$(hostname)", "export GOCACHE=/c/$(git rev-parse HEAD)", "export GOCACHE=/c/$USER", "export GOCACHE=$(ls)",
    "export GOCACHE=/c/$(nproc)", "export GOCACHE=/c/$(uname -r)", "if [ -d x ]; then export GOCACHE=/x; else export GOCACHE=/y; fi",
    "if [ -d x ]; then export GOCACHE=/x; fi", "[ -e x ] && export GOCACHE=/x", "test -f x || export GOCACHE=/x",
    "case $(uname) in A) export GOCACHE=/a;; B) export GOCACHE=/b;; esac", "for d in *; do export GOCACHE=/c/$d; done",
    "for d in $(ls); do export GOCACHE=/c/$d; done", "while read l; do export GOCACHE=/c/$l; done < list",
    "until make; do export GOCACHE=/z; done", "f() { export GOCACHE=$(find / -name go); }\nf", "export GOCACHE=$(getconf X)",
    "mapfile -t a < list\nexport GOCACHE=${a[0]}", "export GOCACHE=/c/$(wc -l < file)", "export GOCACHE=/c/$SECONDS",
    "export GOCACHE=\"$(xmlstarlet sel x)\"", "printf -v GOCACHE '%05d' $USER\nexport GOCACHE", "export GOCACHE=/c/$BASHPID",
    "x=$(id -u)\nexport GOCACHE=/c/$x", "export GOCACHE=/c/__opaque_0__",
    "export GOCACHE=${!other}/x; other=$(cat f); export GOCACHE=${!other}",
    "grep -q a b && export GOCACHE=/g",
  ]

  @Test(arguments: unknown)
  func unknownStaysUnknown(_ script: String) throws {
    let command = try #require(Scriptlets.model(script + "\ngo build\n").commands.last)
    #expect(command.buildCache.path.exact == nil, "claims \(command.buildCache.path.display)")
  }

  /// A script, and what GOPROXY is for the go command at its end: each alternative with its condition.
  static let alternatives: [(script: String, values: [String])] = [
    ("export GOPROXY=off", ["off"]),
    ("if [[ ! -f x ]]; then export GOPROXY=https://a; fi", ["https://a if if [[ ! -f x ]];", " if not if [[ ! -f x ]];"]),
    ("if [ -d x ]; then P=a; else P=b; fi; export GOPROXY=https://$P", ["https://a if if [ -d x ];", "https://b if not if [ -d x ];"]),
    ("if [ -d x ]; then P=a; else P=b; fi; export GOPROXY=\"$P,$P\"", ["a,a if if [ -d x ];", "b,b if not if [ -d x ];"]),
    ("if [ -d x ]; then P=a; else P=b; fi; export GOPROXY=$P/x; P=c", ["a/x if if [ -d x ];", "b/x if not if [ -d x ];"]),
    ("if [ -d x ]; then P=a; else P=a; fi; export GOPROXY=$P", ["a"]),
    ("P=a; [ -d x ] && P=b; export GOPROXY=$P", ["b if [ -d x ]", "a if [ -d x ] fails"]),
    ("P=a; [ -d x ] || P=b; export GOPROXY=$P", ["b if [ -d x ] fails", "a if [ -d x ]"]),
    (
      "case $(arch) in a) P=1;; b|c) P=2;; *) P=3;; esac; export GOPROXY=$P",
      ["1 if case $(arch) in a", "2 if case $(arch) in b|c", "3 if case $(arch) in *"]
    ),
    (
      "if [ -d x ]; then P=a; else P=b; fi; case $P in a|b) export GOPROXY=$P;; *) export GOPROXY=dead;; esac",
      [
        "a if if [ -d x ];", "b if not if [ -d x ];",
      ]
    ),
    (
      "if [ -d x ]; then P=/q/a.tar; else P=/r/b.tar; fi; export GOPROXY=$(basename $P .tar)/${P%%/*}/${P##*.}/${#P}",
      [
        "a//tar/8 if if [ -d x ];", "b//tar/8 if not if [ -d x ];",
      ]
    ),
    ("if [ -d x ]; then export P=a; fi; export GOPROXY=${P:-b}", ["a if if [ -d x ];", "b if not if [ -d x ];"]),
    ("if [ -d x ]; then export P=a; fi; export GOPROXY=${P:+c}", ["c if if [ -d x ];", " if not if [ -d x ];"]),
    ("for d in *; do export GOPROXY=a; done", ["", "a"]), ("P=; for d in *; do P=\"$P a\"; done; export GOPROXY=$P", ["*"]),
    (
      "P=; for d in 1 2 3; do [ -e $d ] && P=$P$d; done; export GOPROXY=x$P; unset P",
      [
        "x123 if [ -e $d ] and [ -e $d ] and [ -e $d ]", "x23 if [ -e $d ] fails and [ -e $d ] and [ -e $d ]",
        "x13 if [ -e $d ] and [ -e $d ] fails and [ -e $d ]", "x3 if [ -e $d ] fails and [ -e $d ] fails and [ -e $d ]",
        "x12 if [ -e $d ] and [ -e $d ] and [ -e $d ] fails", "x2 if [ -e $d ] fails and [ -e $d ] and [ -e $d ] fails",
        "x1 if [ -e $d ] and [ -e $d ] fails and [ -e $d ] fails", "x if [ -e $d ] fails and [ -e $d ] fails and [ -e $d ] fails",
      ]
    ), ("P=; for d in 1 2 3 4; do [ -e $d ] && P=$P$d; done; export GOPROXY=x$P", ["x*"]),
  ]

  @Test("Where branches meet, what each of them leaves is kept", arguments: alternatives.indices)
  func isOneOfSeveral(_ index: Int) throws {
    let (script, values) = Self.alternatives[index]
    let command = try #require(Scriptlets.model(script + "\ngo build\n").commands.last)
    let value = try #require(command.environment["GOPROXY"]?.value)
    let found = value.alternatives.map { "\($0.value.display)\($0.condition.map { " if \($0)" } ?? "")" }
    #expect(Set(found) == Set(values), "\(script): \(found)")
  }

  @Test(
    "A cache lies where each alternative of its variables says",
    arguments: [
      ("if [ -d x ]; then export GOMODCACHE=/m; fi", ["/m", "/builddir/go/pkg/mod"]),
      ("if [ -d x ]; then export GOPATH=/a:/b; else export GOPATH=/c; fi", ["/a/pkg/mod", "/c/pkg/mod"]),
      ("[ -d x ] && export GOPATH=/a; [ -d y ] && export GOMODCACHE=/m", ["/m", "/a/pkg/mod", "/builddir/go/pkg/mod"]),
      ("[ -d x ] && go env -w GOMODCACHE=/w", ["/w", "/builddir/go/pkg/mod"]),
    ])
  func oneOfSeveralCaches(script: String, paths: [String]) throws {
    let command = try #require(Scriptlets.model(script + "\ngo build\n").commands.last)
    #expect(Set(command.moduleCache.path.alternatives.map(\.value.display)) == Set(paths))
  }

  @Test("A scriptlet is a shell of its own, and places are those of the spec")
  func sections() throws {
    let model = BuildModel(Scriptlets.spec([(.build, "export GOPATH=/a\ngo build\n"), (.check, "go test ./...\n")]))
    #expect(model.commands.map(\.section) == [.build, .check])
    #expect(model.commands[0].moduleCache.setAt?.range == 14..<23)
    #expect(model.commands[1].moduleCache.path.display == "/builddir/go/pkg/mod")
  }

  static let modes: [(prep: String, build: String, mode: ModuleMode, used: Bool?)] = [
    ("", "go build", .unknown, nil), ("", "go build -mod=vendor", .vendor, false), ("", "go build -mod vendor", .vendor, false),
    ("", "export GOFLAGS=-mod=vendor\ngo build", .vendor, false), ("", "go build -mod=mod", .modules, true),
    ("", "export GO111MODULE=off\ngo build", .gopath, false), ("", "export GO111MODULE=auto\ngo build", .unknown, nil),
    ("", "go mod download", .modules, true), ("", "go install x.org/y@latest", .modules, true), ("", "go env GOPATH", .unknown, false),
    ("rm -rf vendor", "go build", .modules, true), ("rm -rf vendor\ntar xf hello-vendor.tar.gz", "go build", .vendor, false),
    ("go mod vendor", "go build", .vendor, false), ("", "export GOFLAGS=-mod=vendor\ngo build -mod=mod", .modules, true),
    ("", "export GOFLAGS=$(cat flags)\ngo build", .unknown, nil),
    ("rm -rf vendor", "export GOFLAGS=\"'-ldflags=-s -mod=vendor'\"\ngo build", .modules, true),
    ("", "export GOFLAGS=\"'-mod=vendor'\"\ngo build", .vendor, false),
    ("", "export GOFLAGS=\"$(cat flags) -mod=vendor\"\ngo build", .vendor, false),
    ("", "export GOFLAGS=\"-mod=vendor $(cat flags)\"\ngo build", .unknown, nil),
  ]

  @Test(arguments: modes.indices)
  func moduleMode(_ index: Int) throws {
    let (prep, build, mode, used) = Self.modes[index]
    let model = BuildModel(Scriptlets.spec([(.prep, prep + "\n"), (.build, build + "\n")]))
    let command = try #require(model.commands.last)
    #expect(command.moduleMode == mode, "\(prep) / \(build)")
    #expect(command.moduleCache.isUsed == used, "\(prep) / \(build)")
  }

  @Test(
    "-p is the last one on the command line, else in GOFLAGS",
    arguments: [
      ("-p=2 '-ldflags=-X a=b -p=9'", "", 2), ("-p=2 -p=3", "", 3), ("-p=2", "-p 4", 4), ("-p=2", "-p=$(nproc)", nil), ("--p=5", "", 5),
      ("-ldflags='-s -p=9'", "", nil), ("$(cat flags) -p=2", "", 2), ("-p=2 $(cat flags)", "", nil), ("-pgo=off", "", nil),
    ] as [(String, String, Int?)])
  func parallelism(flags: String, words: String, p: Int?) throws {
    let command = try #require(Scriptlets.model("export GOFLAGS=\"\(flags)\"\ngo build \(words)\n").commands.last)
    #expect(command.parallelism.p == p)
  }

  static let keyed: [(path: String, keys: [Key])] = [
    ("/var/cache/go", []), ("/c/hello/1.2", []), ("/c/x86_64", []), ("/c/$$", [.process]), ("$(mktemp -d)", [.random]),
    ("/c/$RANDOM", [.random]), ("/c/$(uname -m)", [.arch]), ("/c/$(uname -r)", []), ("/c/$RANDOM/$$", [.process, .random]),
  ]

  @Test("What the shell alone makes a path change with")
  func cachePathsAreKeyed() throws {
    for (path, keys) in Self.keyed {
      let command = try #require(Scriptlets.model("export GOCACHE=\(path)\ngo build\n").commands.last)
      #expect(command.buildCache.keyedBy == keys, "\(path)")
    }
  }

  static let effective: [(target: String, script: String, name: String, value: String?, origin: GoSetting.Origin?)] = [
    ("fedora", "", "GOTOOLCHAIN", "local", .target), ("epel9", "", "GOTOOLCHAIN", "local", .target),
    ("photon", "", "GOTOOLCHAIN", "auto", .goDefault), ("host", "", "GOTOOLCHAIN", nil, nil),
    ("fedora", "export GOTOOLCHAIN=auto", "GOTOOLCHAIN", "auto", .environment),
    ("fedora", "go env -w GOTOOLCHAIN=go1.27.0", "GOTOOLCHAIN", "go1.27.0", .user),
    ("fedora", "export GOTOOLCHAIN=", "GOTOOLCHAIN", "local", .target),
    ("fedora", "GOTOOLCHAIN=auto", "GOTOOLCHAIN", "local", .target),
    ("fedora", "", "GOPROXY", "https://proxy.golang.org,direct", .goDefault), ("host", "", "GOPROXY", nil, nil),
    ("host", "go env -w GOPROXY=off", "GOPROXY", "off", .user), ("fedora", "", "GOFLAGS", nil, nil),
  ]

  @Test("The target's go.env counts where neither the environment nor 'go env -w' says otherwise", arguments: effective.indices)
  func effectiveSettings(_ index: Int) throws {
    let (target, script, name, value, origin) = Self.effective[index]
    var spec = Scriptlets.spec([(.build, script + "\ngo build\n")])
    spec.target = target
    let setting = try #require(BuildModel(spec).commands.last).settings[name]
    #expect(setting?.value.display == value, "\(target): \(script)")
    #expect(setting?.origin == origin, "\(target): \(script)")
  }

  @Test(
    "Who builds has the target's home",
    arguments: [("host", "/builddir"), ("fedora", "/builddir"), ("opensuse", "/home/abuild"), ("photon", "/root")])
  func home(target: String, home: String) throws {
    var spec = Scriptlets.spec([(.build, "go build\n")])
    spec.target = target
    #expect(try #require(BuildModel(spec).commands.last).buildCache.path.display == "\(home)/.cache/go-build")
  }

  @Test("Who builds has what the target's builder exports", arguments: [("fedora", "$GOPATH"), ("photon", "/usr/share/gocode")])
  func exported(target: String, path: String) throws {
    var spec = Scriptlets.spec([(.install, "go build -o ${GOPATH:-'$GOPATH'}\n")])
    spec.target = target
    #expect(try #require(BuildModel(spec).commands.last).arguments.last?.value.display == path)
    let scriptlet = try #require(Scriptlets.spec([(.post, "go build -o ${GOPATH:-none}\n")]).sections.first)
    #expect(BuildModel(scriptlet: scriptlet, of: spec).commands.last?.arguments.last?.value.display == "none")
  }

  @Test("Nested and endless texts end")
  func limits() {
    _ = Scriptlets.model("f() { f; }\nf\n")
    _ = Scriptlets.model("while true; do x=$x.; done\ngo build\n")
    _ = Scriptlets.model("eval \"$(printf 'eval %s' x)\"\n" + String(repeating: "(", count: 5_000))
    #expect(Scriptlets.model("f() { f; f; }\nf\ngo build\n").commands.count <= 1)
  }

  @Test(
    "Texts that grow end as unknown ones, in little memory",
    arguments: [
      "x=x\nwhile true; do x=$x$x; done", "x=x\nwhile true; do x=$x$(nosuch)$x; done",
      "set -- a\nwhile true; do set -- \"$@\" \"$@\"; done\nx=\"$*\"",
      "x=(a)\nwhile true; do x=(\"${x[@]}\" \"${x[@]}\"); done\nx=\"${x[*]}\"",
      "x=\(String(repeating: "a", count: 100_000))\nx=${x//a/$x}", "x=\(String(repeating: "a", count: 100_000))\nx=${x%*b*c}",
      "echo x > f\nwhile true; do x=$(cat f f f f); echo $x$x > f; done",
    ])
  func growth(text: String) throws {
    let model = Scriptlets.model("\(text)\nexport GOCACHE=/c/$x\ngo build\n")
    let path = try #require(model.commands.last).buildCache.path
    #expect(path.exact == nil)
    #expect(path.displayBytes.count < 1 << 10)
  }

  @Test("Of more go commands than a build can have the first are known")
  func commandLimit() {
    let model = Scriptlets.model(String(repeating: "go build\n", count: 5_000))
    #expect(model.commands.count == 2_000)
  }
}
