"""Claims about the program that comes out."""
import hashlib
import os
import struct

from claim import claim

IDENTITY = "git -c user.name=x -c user.email=x@example.test"


def program(bench, *flags, **environment):
    """What 'go build' makes of the flags."""
    folder = bench.program()
    result = bench.go("build", *flags, "-o", "hello", ".", cwd=folder, **environment)
    path = os.path.join(folder, "hello")
    with open(path if result.status == 0 else os.devnull, "rb") as file:
        return file.read()


@claim("go-build-bypasses-gobuild",
       "a plain 'go build' makes no position-independent program, and up to Go 1.23 none with a build id")
def plain_build(bench):
    data = program(bench)
    is_independent = struct.unpack_from("<H", data, 16)[0] == 3
    has_build_id = b".note.gnu.build-id" in data
    return f"position-independent: {is_independent}, build id: {has_build_id}", \
        not is_independent and has_build_id == (bench.toolchain.minor >= 24)


@claim("random-build-id", "what /dev/urandom or a date gives to -ldflags makes two builds differ, a fixed value does not", short=False)
def reproducible(bench):
    digests = [hashlib.sha256(program(bench, f"-ldflags=-B 0x{identity}", "-trimpath")).hexdigest()
               for identity in (os.urandom(20).hex(), os.urandom(20).hex(), "01" * 20, "01" * 20)]
    return f"random: {'equal' if digests[0] == digests[1] else 'different'}, fixed: {'equal' if digests[2] == digests[3] else 'different'}", \
        digests[0] != digests[1] and digests[2] == digests[3]


@claim("vcs-stamping", "in a repository go writes commit and time into the program, from Go 1.24 on a version made of them too",
       short=False)
def stamped_program(bench):
    folder = bench.program()
    bench.run(f"git init -q && git add . && {IDENTITY} commit -qm import", cwd=folder)
    bench.go("build", "-o", "hello", ".", cwd=folder)
    told = bench.go("version", "-m", "hello", cwd=folder)
    version = [line.split("\t")[3] for line in told.output.splitlines() if line.startswith("\tmod\texample.test/hello\t")]
    has_commit = told.says("vcs.revision=") and told.says("vcs.time=")
    plain = bench.go("build", "-buildvcs=false", "-o", "hello", ".", cwd=folder).status == 0
    silent = not bench.go("version", "-m", "hello", cwd=folder).says("vcs.revision=")
    is_new = bench.toolchain.minor >= 24
    return f"commit and time: {has_commit}; version: {'of the commit' if version != ['(devel)'] else '(devel)'}; -buildvcs=false: {silent and 'none'}", \
        has_commit and (version != ["(devel)"]) == is_new and plain and silent


@claim("vcs-stamping", "a .git that git refuses stops the build, -buildvcs=false does not look", short=False)
def broken_repository(bench):
    folder = bench.program()
    bench.go("mod", "download", cwd=folder)
    bench.write("hello-1.0/.git/HEAD", "broken\n")
    plain = bench.go("build", "-o", "hello", ".", cwd=folder)
    without = bench.go("build", "-buildvcs=false", "-o", "hello", ".", cwd=folder)
    return f"{plain.line('VCS')[:70]}; without: exit status {without.status}", plain.says("error obtaining VCS status") and without.status == 0


@claim("c-linker-flags", "Go's linker refuses -Wl,…, and takes it in -extldflags")
def c_linker_flags(bench):
    folder = bench.program()
    refused = bench.go("build", "-ldflags=-Wl,-z,relro", "-o", "hello", ".", cwd=folder)
    taken = bench.go("build", "-ldflags=-extldflags '-Wl,-z,relro'", "-o", "hello", ".", cwd=folder)
    return f"{refused.line('flag provided')[:60]}; in -extldflags: exit status {taken.status}", \
        refused.status != 0 and refused.says("flag provided but not defined: -Wl") and taken.status == 0


@claim("overridden-ldflags", "of two -ldflags or -tags on one command line only the last counts")
def last_flag_wins(bench):
    folder = bench.program()
    bench.write("hello-1.0/tagged.go", "//go:build first\n\npackage main\n\nfunc init() { println(\"first\") }\n")
    bench.go("build", "-ldflags=-B 0x0123456789abcdef", "-ldflags=-B 0xfedcba9876543210", "-tags", "first", "-tags", "second", "-o", "hello", ".",
             cwd=folder)
    with open(os.path.join(folder, "hello"), "rb") as file:
        data = file.read()
    last, first = bytes.fromhex("fedcba9876543210") in data, bytes.fromhex("0123456789abcdef") in data
    tagged = bench.run("./hello", cwd=folder).says("first")
    return f"first -ldflags: {first}, last: {last}; first -tags: {tagged}", last and not first and not tagged


@claim("unused-ldflags", "go reads no LDFLAGS and no GO_LDFLAGS")
def unread_ldflags(bench):
    identity = "0123456789abcdef0123456789abcdef"
    data = program(bench, LDFLAGS=f"-B 0x{identity}", GO_LDFLAGS=f"-B 0x{identity}")
    is_read = bytes.fromhex(identity) in data
    return f"read: {is_read}", bool(data) and not is_read


@claim("installs-into-home", "'go install' without GOBIN and GOPATH writes to HOME's go/bin")
def installed_into_home(bench):
    folder = bench.program()
    home = bench.path("another-home")
    os.makedirs(home, exist_ok=True)
    bench.give(bench.root)
    bench.go("mod", "download", cwd=folder)
    bench.go("install", ".", cwd=folder, HOME=home, GOPATH="", GOBIN="")
    found = os.path.exists(os.path.join(home, "go", "bin", "hello"))
    return f"there: {found}", found
