"""Runs a spec's scriptlets with a `go` that only writes down what it saw.

librpm expands the spec; each scriptlet is run by bash in a bubblewrap jail without network, in a file system that is thrown away, as
rpmbuild would run it: a shell of its own, in the build folder, with HOME=/builddir as in mock. Other programs of builds do nothing.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

SECTIONS = ["prep", "build", "install", "check"]
DEFINES = ["_topdir /builddir/build", "_sourcedir /builddir/build/SOURCES"]
KEPT = ("GO", "CGO_", "HOME", "XDG_", "TMPDIR")

RECORDER = r"""#!/usr/bin/python3
import json, os, sys
seen = {name: value for name, value in os.environ.items() if name.startswith(%r) and name != "GO_SECTION"}
record = {"section": os.environ["GO_SECTION"], "argv": ["go"] + sys.argv[1:], "cwd": os.getcwd(), "env": seen}
log = os.open("/record/log", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
os.write(log, (json.dumps(record) + "\n").encode())
if sys.argv[1:2] == ["env"]:
    gopath = os.environ.get("GOPATH") or os.path.join(os.environ.get("HOME", "/"), "go")
    known = {"GOPATH": gopath, "GOMODCACHE": os.environ.get("GOMODCACHE") or gopath.split(":")[0] + "/pkg/mod"}
    for name in sys.argv[2:]:
        if not name.startswith("-"):
            print(known.get(name, os.environ.get(name, "")))
""" % (KEPT,)
IDLE = "make tar unzip patch git curl wget npm rpmuncompress install cp chmod strip gzip".split()


def parse(path):
    import rpm
    rpm.setLogFile(open(os.devnull, "w"))
    for define in DEFINES:
        rpm.expandMacro("%define " + define)
    spec = rpm.spec(path)
    json.dump({"builddir": rpm.expandMacro("%{_builddir}"), "subdir": rpm.expandMacro("%{?buildsubdir}"),
               "sections": {name: getattr(spec, name) for name in SECTIONS if getattr(spec, name)}}, sys.stdout)


def jail(*arguments):
    return ["bwrap", "--die-with-parent", "--unshare-all", "--ro-bind", "/usr", "/usr", "--ro-bind", "/etc", "/etc", "--symlink", "usr/bin", "/bin",
            "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--ro-bind-try", "/var/lib/rpm", "/var/lib/rpm", "--proc", "/proc",
            "--dev", "/dev", "--tmpfs", "/tmp", *arguments]


def record(spec, caller=()):
    """What every go command of a spec's build saw, in order.

    `caller` are the variables of whoever runs the build.
    """
    folder = tempfile.mkdtemp(prefix="rpmscope-record.")
    try:
        with open(f"{folder}/hello.spec", "w") as file:
            file.write(spec)
        read = subprocess.run(
            jail("--ro-bind", folder, "/spec", "--ro-bind", os.path.abspath(__file__), "/recorder.py", "--setenv", "HOME", "/builddir",
                 "/usr/bin/python3", "/recorder.py", "/spec/hello.spec"), capture_output=True, timeout=60)
        if read.returncode:
            raise ValueError(f"librpm does not parse it: {read.stderr.decode()}")
        parsed = json.loads(read.stdout)
        for name in ("bin", "record", "scripts", "builddir"):
            os.mkdir(f"{folder}/{name}")
        for name in IDLE:
            write(f"{folder}/bin/{name}", "#!/bin/sh\nexit 0\n")
        write(f"{folder}/bin/go", RECORDER)
        for section, script in parsed["sections"].items():
            start = (f"builddir={parsed['builddir']}; subdir={parsed['subdir'] if section != 'prep' else ''}\n"
                     'mkdir -p "$builddir/$subdir"; builtin cd "$builddir/$subdir"; unset builddir subdir\n'
                     'cd() { mkdir -p -- "$1"; builtin cd -- "$1"; }\n')
            write(f"{folder}/scripts/{section}", start + script)
            variables = {"HOME": "/builddir", "PATH": "/recorder:/usr/bin", "RPM_BUILD_NCPUS": "4", "RPM_BUILD_DIR": parsed["builddir"],
                         "GO_SECTION": section, **dict(caller)}
            settings = [word for name, value in variables.items() for word in ("--setenv", name, value)]
            subprocess.run(
                jail("--bind", f"{folder}/builddir", "/builddir", "--bind", f"{folder}/record", "/record", "--ro-bind", f"{folder}/bin", "/recorder",
                     "--ro-bind", f"{folder}/scripts", "/scripts", "--clearenv", *settings, "bash", f"/scripts/{section}"),
                stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        log = f"{folder}/record/log"
        return [json.loads(line) for line in open(log)] if os.path.exists(log) else []
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write(path, text):
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, 0o755)


if __name__ == "__main__":
    parse(sys.argv[1])
