"""Modules made up for the experiments: a file tree that is a Go proxy, and programs that need all of them."""
import base64
import hashlib
import json
import os
import zipfile

MODULES, PACKAGES = 24, 2
# As many real ones, it is older than go.mod: `go` makes one up for it.
OLD_MODULE = 0


def name(module):
    return f"example.test/m{module:02}"


def h1(files):
    """go.sum's hash of a module (golang.org/x/mod/sumdb/dirhash, Hash1)."""
    lines = "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files))
    return "h1:" + base64.b64encode(hashlib.sha256(lines.encode()).digest()).decode()


def package(module, number):
    """A package without imports, so that only what depends on the modules is compiled besides the runtime."""
    functions = "\n".join(
        f"func F{i}(x int) (r int) {{ for j := 0; j < x; j++ {{ r += j*{i + 1} ^ x }}; return r % {i + 7} }}" for i in range(40))
    return f"package p{number}\n\nconst Name = {json.dumps(name(module))}\n\n{functions}\n".encode()


def publish(folder, module, version="v1.0.0"):
    """Adds a module's version to the tree that `GOPROXY=file://FOLDER` reads and gives its lines of go.sum."""
    path = os.path.join(folder, name(module), "@v")
    os.makedirs(path, exist_ok=True)
    gomod = f"module {name(module)}\n\ngo 1.19\n".encode()
    files = [("data/blob", os.urandom(48 << 10))]
    if module == OLD_MODULE:
        gomod = f"module {name(module)}\n".encode()
    else:
        files.append(("go.mod", gomod))
    files += [(f"p{number}/p.go", package(module, number)) for number in range(PACKAGES)]
    prefix = f"{name(module)}@{version}/"
    with zipfile.ZipFile(f"{path}/{version}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in files:
            archive.writestr(zipfile.ZipInfo(prefix + file), data)
    info = json.dumps({"Version": version, "Time": "2024-01-01T00:00:00Z"}).encode()
    for file, data in ((f"{version}.info", info), (f"{version}.mod", gomod)):
        with open(f"{path}/{file}", "wb") as out:
            out.write(data)
    with open(f"{path}/list", "a") as out:
        out.write(f"{version}\n")
    return [f"{name(module)} {version} {h1([(prefix + file, data) for file, data in files])}\n",
            f"{name(module)} {version}/go.mod {h1([('go.mod', gomod)])}\n"]


def make_proxy(folder):
    """Writes the tree that `GOPROXY=file://FOLDER` reads and gives the lines of a complete go.sum."""
    return "".join(line for module in range(MODULES) for line in publish(folder, module))


def make_program(folder, sums, version="1.0", go="1.19"):
    """A main module that needs every package of every module."""
    os.makedirs(folder, exist_ok=True)
    requires = "".join(f"\t{name(module)} v1.0.0\n" for module in range(MODULES))
    pairs = [(module, number) for module in range(MODULES) for number in range(PACKAGES)]
    imports = "".join(f'\tm{m:02}p{p} "{name(m)}/p{p}"\n' for m, p in pairs)
    uses = "".join(f"\tn += m{m:02}p{p}.F1(3) + len(m{m:02}p{p}.Name)\n" for m, p in pairs)
    files = {
        "go.mod": f"module example.test/hello\n\ngo {go}\n\nrequire (\n{requires})\n",
        "go.sum": sums,
        "main.go": f'package main\n\nimport (\n{imports})\n\nvar v, version = "", "{version}"\n\n'
                   f"func Sum() (n int) {{\n{uses}\treturn n\n}}\n\nfunc main() {{ println(version, v, Sum()) }}\n",
        "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestSum(t *testing.T) {\n\tif Sum() == 0 {\n\t\tt.Fatal("zero")\n\t}\n}\n',
    }
    for file, text in files.items():
        with open(os.path.join(folder, file), "w") as out:
            out.write(text)
    return folder
