"""Claims about the environment a go command reads."""
import os

from claim import claim


def file_value(bench, line):
    """What a line of an env file makes of GOPRIVATE, a variable of which Go judges nothing."""
    return bench.go("env", "GOPRIVATE", GOENV=bench.write("env", line + "\n")).output.strip()


@claim("go-env-file-ignored", "a line of Go's env file is NAME=VALUE: export and leading blanks are ignored, quotes and $VAR are kept")
def env_file_lines(bench):
    values = {
        line: file_value(bench, line)
        for line in ("GOPRIVATE=/x", "export GOPRIVATE=/x", " GOPRIVATE=/x", 'GOPRIVATE="/x"', "GOPRIVATE=$HOME/x", "GOPRIVATE=/x # why")
    }
    return "; ".join(f"`{line}` → {value or 'ignored'}" for line, value in values.items()), \
        list(values.values()) == ["/x", "", "", '"/x"', "$HOME/x", "/x # why"]


@claim("go-env-file-ignored", "no Go reads /etc/xdg/go/env, unless XDG_CONFIG_HOME says /etc/xdg")
def etc_xdg(bench):
    folder = bench.folder("etc/xdg/go")
    bench.write("etc/xdg/go/env", "GOCACHE=/from/xdg\n")
    dirs = bench.go("env", "GOCACHE", XDG_CONFIG_DIRS=os.path.dirname(folder)).output.strip()
    home = bench.go("env", "GOCACHE", XDG_CONFIG_HOME=os.path.dirname(folder)).output.strip()
    return f"XDG_CONFIG_DIRS: {'ignored' if dirs != '/from/xdg' else dirs}; XDG_CONFIG_HOME: {home}", dirs != "/from/xdg" and home == "/from/xdg"


@claim("go-env-file-ignored", "quotes in the env file make builds fail; from Go 1.21 on $GOROOT/go.env is read")
def quoted_value(bench):
    folder = bench.program()
    quoted = bench.go("build", "-o", "hello", ".", cwd=folder, GOENV=bench.write("quoted", 'GOCACHE="/x"\n'))
    root = bench.folder("goroot")
    own = bench.go("env", "GOROOT").output.strip()
    for name in os.listdir(own):
        if name != "go.env":
            os.symlink(os.path.join(own, name), os.path.join(root, name))
    bench.write("goroot/go.env", "GOPRIVATE=/from/goroot\n")
    found = bench.go("env", "GOPRIVATE", GOROOT=root).output.strip()
    return f"{quoted.line('absolute')}; go.env: {found or 'ignored'}", \
        quoted.says("GOCACHE is not an absolute path") and (found == "/from/goroot") == (bench.toolchain.minor >= 21)


@claim("user-environment-written", "'go env -w' is kept for every later go command of the user, and fails where it cannot be written")
def env_w_is_kept(bench):
    bench.go("env", "-w", "GOFLAGS=-modcacherw")
    later = bench.go("env", "GOFLAGS").output.strip()
    off = bench.go("env", "GOFLAGS", GOENV="off").output.strip()
    closed = bench.folder("closed")
    os.chmod(closed, 0o555)
    refused = bench.go("env", "-w", "GOFLAGS=-v", HOME=closed)
    return f"later: GOFLAGS={later}; with GOENV=off: GOFLAGS={off}; read-only HOME: exit status {refused.status}", \
        later == "-modcacherw" and off == "" and refused.status != 0


@claim("unknown-go-variable", "Go knows no GONOSUMCHECK and no GO_MODCACHE")
def unknown_variables(bench):
    refused = [bench.go("env", "-w", f"{name}=1") for name in ("GONOSUMCHECK", "GO_MODCACHE")]
    return refused[0].line("GONOSUMCHECK"), all(result.status != 0 for result in refused)


@claim("module-cache-per-build", "the module cache is GOMODCACHE, else GOPATH's first element and /pkg/mod, else HOME's go/pkg/mod")
def module_cache_place(bench):
    values = [bench.go("env", "GOMODCACHE", **environment).output.strip()
              for environment in ({}, {"GOPATH": "/a:/b"}, {"GOPATH": "/a:/b", "GOMODCACHE": "/m"})]
    return ", ".join(value.replace(bench.home, "~") for value in values), values == [f"{bench.home}/go/pkg/mod", "/a/pkg/mod", "/m"]


@claim("build-cache-per-build", "the build cache is GOCACHE, else XDG_CACHE_HOME's go-build, else HOME's .cache/go-build")
def build_cache_place(bench):
    values = [bench.go("env", "GOCACHE", **environment).output.strip()
              for environment in ({}, {"XDG_CACHE_HOME": "/x"}, {"XDG_CACHE_HOME": "/x", "GOCACHE": "/c"})]
    return ", ".join(value.replace(bench.home, "~") for value in values), values == [f"{bench.home}/.cache/go-build", "/x/go-build", "/c"]
