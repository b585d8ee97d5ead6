"""Claims about rpmbuild around go commands; built as a normal user."""
import os

from claim import claim

PREAMBLE = r"""%global debug_package %{nil}
%global __os_install_post %{nil}
%define _build_id_links none
%{!?v: %global v 1.0}
Name: hello
Version: %{v}
Release: 1
Summary: An experiment
License: MIT
Source0: hello-%{version}.tar.gz
%description
An experiment.
%prep
%setup -q
"""


def rpm_is_before(bench, *release):
    version = bench.run(["rpm", "--version"]).output.split()[-1]
    return tuple(int(part) for part in version.split(".")[:2]) < release


@claim("environment-lost-between-sections unset-variable-in-path", "what %build exports is unset in %check", rpm=True)
def lost_between_sections(bench):
    bench.source()
    result = bench.rpmbuild(PREAMBLE + "%build\nexport GOFLAGS=-trimpath\n%install\n%check\necho \"GOFLAGS is ${GOFLAGS-unset}\"\n%files\n")
    return result.line("GOFLAGS is unset").removeprefix("+ echo "), result.status == 0 and "\nGOFLAGS is unset" in result.output


@claim("background-job-unchecked", "a background go command without wait is killed at the section's end; a bare wait loses its failure",
       rpm=True)
def background_jobs(bench):
    bench.source()
    killed = bench.rpmbuild(PREAMBLE + "%build\n(sleep 4; touch %{_topdir}/finished) &\n%install\nsleep 6\n%files\n")
    swallowed = bench.rpmbuild(PREAMBLE + "%build\ngo build ./nosuch &\nwait\n%install\n%files\n")
    checked = bench.rpmbuild(PREAMBLE + "%build\ngo build ./nosuch & pid=$!\nwait $pid\n%install\n%files\n")
    finished = os.path.exists(bench.path("finished"))
    return (f"job finished: {finished}; failing build with bare wait: exit status {swallowed.status}, with wait $pid: {checked.status}",
            killed.status == 0 and not finished and swallowed.status == 0 and checked.status != 0)


@claim("read-only-module-cache module-cache-in-source-tree", "a module cache in the build folder makes rpm ≤ 4.19's clean-up fail for a normal user; -modcacherw mends it",
       rpm=True)
def read_only_clean_up(bench):
    bench.source()
    body = "%build\nexport GOMODCACHE=$PWD/_mod\n{} go build -o hello .\n%install\n%files\n"
    plain = bench.rpmbuild(PREAMBLE + body.replace("{}", ""))
    again = bench.rpmbuild(PREAMBLE + body.replace("{}", ""))
    bench.run(f"chmod -R u+w {bench.path('BUILD')}; rm -rf {bench.path('BUILD')}")
    mended = bench.rpmbuild(PREAMBLE + body.replace("{}", "GOFLAGS=-modcacherw"))
    fails = rpm_is_before(bench, 4, 20)
    return (f"exit status {plain.status}, next build {again.status} ({again.line('Permission denied').split(': ')[-1]}), with -modcacherw {mended.status}",
            (plain.status != 0) == fails and (again.status != 0) == fails and mended.status == 0)


@claim("relative-cache-path", "an undefined %{gobuilddir} stays as it is, and Go refuses the path", rpm=True)
def undefined_macro_in_path(bench):
    bench.source()
    result = bench.rpmbuild(PREAMBLE + "%build\nexport GOCACHE=\"%{gobuilddir}/cache\"\ngo build -o hello .\n%install\n%files\n")
    return result.line("absolute path"), result.status != 0 and result.says("GOCACHE is not an absolute path")


@claim("prefix-assignment-before-macro", "an assignment before a macro that begins with a newline does not reach its command", rpm=True)
def assignment_before_macro(bench):
    bench.source()
    macro = "%global lines() %{expand:\n  echo \"flags $(go env GOFLAGS)\"\n}\n"
    result = bench.rpmbuild(macro + PREAMBLE + "%build\nGOFLAGS=-v %lines\nexport GOFLAGS=-v\n%lines\n%install\n%files\n")
    printed = [line for line in result.output.splitlines() if line.startswith("flags ")]
    return f"before it: '{printed[0]}', exported: '{printed[1]}'", printed == ["flags ", "flags -v"]


@claim("module-cache-per-build", "rpmbuild of two versions: with private caches the second makes 72 requests and compiles 48 packages of modules, with the caller's none", short=False, rpm=True)
def two_rpm_builds(bench):
    from proxy import CountingProxy
    told = []
    for name, exports in (("private", "export GOFLAGS=-modcacherw GOMODCACHE=$PWD/_mod GOCACHE=$PWD/_cache"), ("caller's", "true")):
        with CountingProxy(bench.proxy_files, latency=0.02) as proxy:
            for version in ("1.0", "1.1"):
                bench.source(version)
                proxy.counts()
                result = bench.rpmbuild(
                    PREAMBLE + f"%build\n{exports}\ngo build -x -o hello .\n%install\n%check\n{exports}\ngo test .\n%files\n",
                    "--define", f"v {version}", GOPROXY=proxy.url)
                if result.status != 0:
                    return f"{name}: rpmbuild failed: {result.output[-300:]}", False
            counts = proxy.counts()
        told.append((name, counts, result))
    text = "; ".join(f"{name}: {counts['requests']} requests, {counts['bytes'] // 1000} kB, {result.compiles} dependencies compiled, "
                     f"{result.cpu:.0f} CPU s" for name, counts, result in told)
    return text, told[0][1]["requests"] > 0 and told[1][1]["requests"] == 0 and told[1][2].compiles == 0


@claim("cache-in-buildroot", "rpm empties the build root before %install, and refuses files there that no package lists", rpm=True)
def cache_in_buildroot(bench):
    bench.source()
    result = bench.rpmbuild(PREAMBLE + "%build\nmkdir -p %{buildroot}/.cache\ntouch %{buildroot}/.cache/before\n%install\n"
                            "mkdir -p %{buildroot}/.cache\necho \"there: $(ls %{buildroot}/.cache)\"\ntouch %{buildroot}/.cache/after\n%files\n")
    kept = "\nthere: before" in result.output
    return f"from %build kept: {kept}; {result.line('Installed (but unpackaged)').strip()}", result.status != 0 and not kept and result.says("unpackaged")


@claim("test-failures-ignored", "a test that fails before '|| :' does not stop the build", rpm=True)
def ignored_tests(bench):
    bench.source()
    test = "%check\necho 'package main; import \"testing\"; func TestBad(t *testing.T) { t.Fatal() }' > bad_test.go\ngo test . {}\n%files\n"
    ignored, plain = (bench.rpmbuild(PREAMBLE + "%build\n%install\n" + test.replace("{}", end)) for end in ("|| :", ""))
    return f"exit status {ignored.status} instead of {plain.status}", ignored.status == 0 and plain.status != 0 and ignored.says("FAIL")


# Up to rpm 4.19 the packages are in the spec, later ones make them once find-debuginfo has run.
DEBUG_PACKAGES = r"""%{expand:%%global __debug_package 1
%%package debuginfo
Summary: Debug information
%%description debuginfo
It.
%%files debuginfo -f debugfiles.list
%%package debugsource
Summary: Sources of it
%%description debugsource
Them.
%%files debugsource -f debugsourcefiles.list
}
"""
DEBUGINFO = r"""%global _debugsource_packages 1
%global _missing_build_ids_terminate_build 1
%global __os_install_post %{nil}
Name: hello
Version: 1.0
Release: 1
Summary: An experiment
License: MIT
Source0: hello-%{version}.tar.gz
%description
An experiment.
@PACKAGES@
%prep
%setup -q
%build
export GOFLAGS=-modcacherw
go build {} -o hello .
%install
install -Dm755 hello %{buildroot}/usr/bin/hello
%files
/usr/bin/hello
"""


def debuginfo(bench, flags, **environment):
    """What rpmbuild says of a program that is built with these flags and gets debuginfo and debugsource packages."""
    version = bench.run(["rpm", "--version"]).output.split()[-1].split(".")
    packages = DEBUG_PACKAGES if (int(version[0]), int(version[1])) < (4, 20) else "%global __debug_package 1"
    return bench.rpmbuild(DEBUGINFO.replace("@PACKAGES@", packages).replace("{}", flags), **environment)


BUILD_ID = "-B 0x0102030405060708090a0b0c0d0e0f1011121314"


@claim("missing-build-id", "up to Go 1.23 a program has no GNU build ID unless -B gives one, and rpm that demands one stops; a later Go writes one",
       rpm=True)
def unidentified_program(bench):
    bench.source()
    plain, stripped, given = (debuginfo(bench, flags) for flags in (
        "", "-ldflags '-s -w'", f"-ldflags '-compressdwarf=false {BUILD_ID}'"))
    told = [result.says("No build ID note found", "Missing build-id in") for result in (plain, stripped, given)]
    missing = bench.toolchain.minor < 24
    return (f"stopped for want of a build ID: plain {told[0]}, -s -w {told[1]}, -B {told[2]}; exit status with -B {given.status}",
            told == [missing, missing, False] and (given.status == 0 or not missing))


@claim("trimpath-with-debuginfo", "with -trimpath the debugsource package is empty and rpm stops, where debuginfo is DWARF 4 as up to Go 1.24", rpm=True)
def trimmed_debugsource(bench):
    bench.source()
    flags = f"-ldflags '-compressdwarf=false {BUILD_ID}'"
    # Go 1.25 and later write DWARF 5, of which debugedit lists no sources in either case.
    environment = {"GOEXPERIMENT": "nodwarf5"} if bench.toolchain.minor >= 25 else {}
    plain, trimmed = (debuginfo(bench, extra + flags, **environment) for extra in ("", "-trimpath "))
    return (f"exit status {plain.status}, with -trimpath {trimmed.status} ({trimmed.line('Empty %files').split('/')[-1]})",
            plain.status == 0 and trimmed.status != 0 and trimmed.says("debugsourcefiles.list"))
