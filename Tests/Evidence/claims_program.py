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
