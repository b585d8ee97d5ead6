"""Claims about macros and how rpm reads a spec."""
import os
import time

from claim import claim
from claims_rpm import PREAMBLE, rpm_is_before


def parsed(bench, text):
    """What `rpmspec -P` makes of a spec."""
    bench.write("SPECS/hello.spec", text)
    return bench.run(["rpmspec", "-P", bench.path("SPECS/hello.spec")])


@claim("parse-time-go-env", "%(go env …) is evaluated when the spec is read, in the caller's environment", rpm=True)
def evaluated_at_parse_time(bench):
    bench.source()
    result = bench.rpmbuild(
        PREAMBLE + "%build\nexport GOCACHE=/run/time\necho \"read %(go env GOCACHE) run $(go env GOCACHE)\"\n%install\n%files\n",
        GOCACHE="/caller/cache")
    return result.line("read /caller/cache run /run/time").removeprefix("+ echo "), result.says("\nread /caller/cache run /run/time")


@claim("network-at-parse-time side-effect-at-parse-time", "%(…) runs whenever a spec is read, also in a comment", rpm=True)
def command_in_comment(bench):
    result = parsed(bench, "# %(touch " + bench.path("ran") + ")\n" + PREAMBLE + "%files\n")
    ran = os.path.exists(bench.path("ran"))
    return f"ran: {ran}", ran and result.status == 0


@claim("unreproducible-macro network-at-parse-time", "%(…) is another text each time that the spec is read", rpm=True)
def other_text_each_time(bench):
    seen = [parsed(bench, PREAMBLE + "%build\necho %(date +%%N)\n%files\n").line("echo") for _ in range(2)]
    return f"two readings: {'different' if seen[0] != seen[1] else 'equal'}", seen[0] != seen[1]


@claim("macro-in-comment", "of a macro in a comment only the first line is comment, and '#%global' defines", rpm=True)
def macro_in_comment(bench):
    result = parsed(bench, "%define three echo one\\\necho two\n" + PREAMBLE + "%build\n# %three\n#%global flavour plain\necho is %{flavour}\n%files\n")
    lines = result.output.splitlines()
    return ", ".join(line for line in lines if "echo" in line), "# echo one" in lines and "echo two" in lines and "is plain" in result.output


@claim("define-out-of-scope", "what a parametric macro defines with %define is gone after the call, what it defines with %global is not", rpm=True)
def define_after_the_call(bench):
    head = "%define setit() %define inner plain\n%define setall() %global outer plain\n%setit\n%setall\n"
    result = parsed(bench, head + PREAMBLE + "%build\necho inner=%{?inner} outer=%{?outer}\n%files\n")
    return result.line("inner="), "echo inner= outer=plain" in result.output


@claim("builddir-in-preamble", "%global keeps the build folder of the moment, %define takes that of the place where it is used", rpm=True)
def build_folder_of_the_moment(bench):
    head = "%define _builddir /before\n%global kept %{_builddir}/x\n%define asked() %{_builddir}/x\n%define _builddir /after\n"
    result = parsed(bench, head + PREAMBLE + "%build\necho kept %{kept} asked %{asked}\n%files\n")
    # From rpm 4.20 on the folder of the build takes the place of `/after`.
    return result.line("kept"), "echo kept /before/x asked /" in result.output and "asked /before/x" not in result.output


@claim("missing-go-buildrequires", "without the macros' package rpm leaves '%gobuild' as it stands, and the build fails on it", rpm=True)
def undefined_gobuild(bench):
    bench.source()
    result = bench.rpmbuild(PREAMBLE + "%build\n%gobuild -o hello .\n%install\n%files\n")
    return result.line("no job control", "not found").split("line ")[-1], result.status != 0 and result.says("no job control", "not found")


@claim("sources-outside-build-folder", "sources that are linked or copied to a fixed place: the next version's build finds the old ones there", rpm=True)
def occupied_place(bench):
    found = []
    for place, command in (("linked", "ln -s $PWD %{_topdir}/linked"), ("copied", "cp -r $PWD %{_topdir}/copied")):
        for version in ("1.0", "1.1"):
            bench.source(version)
            bench.rpmbuild(PREAMBLE + f"{command}\n%build\n%install\n%files\n", "--noclean", "--define", f"v {version}")
        with open(bench.path(place, "main.go")) as file:
            found.append("1.0" if '"1.0"' in file.read() else "1.1")
    return f"after 1.1 the place holds, linked: {found[0]}, copied: {found[1]}", found == ["1.0", "1.0"]


@claim("vcs-stamping", "up to rpm 4.19 the commit of %autosetup -S git has the time of the build", rpm=True)
def time_of_import(bench):
    bench.source()
    preamble = PREAMBLE.replace("%setup -q\n", "%autosetup -S git\n")
    result = bench.rpmbuild(preamble + "%build\necho \"age $(( $(date +%s) - $(git log -1 --format=%ct) ))\"\n%install\n%files\n%changelog\n"
                            "* Mon Jan 01 2024 A B <a@example.test> - 1.0-1\n- New\n",
                            "--define", "source_date_epoch_from_changelog 1")
    ages = [line.split()[1] for line in result.output.splitlines() if line.startswith("age ")]
    is_now = bool(ages) and int(ages[0]) < 600
    return f"the time of the build: {is_now}", bool(ages) and is_now == rpm_is_before(bench, 4, 20)


@claim("unused-macro", "a misspelt %{?name} becomes nothing, without a word", rpm=True)
def misspelt_conditional(bench):
    result = parsed(bench, "%global flavour plain\n" + PREAMBLE + "%build\nmake FLAVOUR=%{?flavor}\n%files\n")
    return result.line("make "), result.status == 0 and "\nmake FLAVOUR=\n" in result.output and not result.says("warning")


@claim("bad-condition duplicate-section empty-tag expansion-error misplaced-conditional missing-include missing-tag unclosed-conditional "
       "unclosed-macro unknown-tag",
       "rpm refuses what it cannot read: a bad condition, a second %build, an empty, missing or unknown tag, an unclosed macro …", rpm=True)
def refused_specs(bench):
    broken = {
        "condition": PREAMBLE.replace("Summary", "%if 1 +\n%endif\nSummary"), "section": PREAMBLE + "%build\n%build\n",
        "tag": PREAMBLE.replace("Release: 1", "Release: 1\nURL:"), "macro": "%define 1st one\n" + PREAMBLE, "else": PREAMBLE + "%else\n",
        "include": "%include nowhere.inc\n" + PREAMBLE, "licence": PREAMBLE.replace("License: MIT\n", ""), "endif": PREAMBLE + "%if 1\n",
        "brace": PREAMBLE + "%{name\n", "unknown": PREAMBLE.replace("Summary", "Sumary: x\nSummary"),
    }
    accepted = [name for name, text in broken.items() if parsed(bench, text).status == 0]
    return f"{len(broken) - len(accepted)} of {len(broken)} refused", not accepted and parsed(bench, PREAMBLE).status == 0


@claim("undefined-macro", "rpm leaves the call of a macro that nobody defines as it stands, without a word", rpm=True)
def undefined_macro_stays(bench):
    result = parsed(bench, PREAMBLE + "%build\nmake DESTDIR=%{biuldroot}\n")
    return result.line("make "), result.status == 0 and "make DESTDIR=%{biuldroot}" in result.output and not result.says("warning")


@claim("nul-byte", "rpm does not see what follows a NUL byte on its line, the line feed included", rpm=True)
def nul_byte_hides(bench):
    result = parsed(bench, PREAMBLE + "%build\nmake one\0 two\nmake three\n")
    return result.line("make "), "make onemake three" in result.output
