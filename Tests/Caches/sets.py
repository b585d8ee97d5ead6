"""Caches to measure: sets of modules that a loopback proxy serves, and programs that need them, downloaded and built by real go."""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Evidence"))
import modules  # noqa: E402

# Each set is the modules of one program; two of the sets have some in common.
SETS = {"one": range(0, 12), "two": range(6, 18), "three": range(18, 24)}


class Workshop:
    """A proxy's folder with all modules, and a program for each set."""

    def __init__(self, folder, go):
        self.folder, self.go = folder, go
        self.proxy = os.path.join(folder, "proxy")
        lines = {module: modules.publish(self.proxy, module) for module in range(modules.MODULES)}
        for name, numbers in SETS.items():
            self.program(name, numbers, "".join("".join(lines[number]) for number in numbers))

    def program(self, name, numbers, sums):
        folder = os.path.join(self.folder, name)
        os.makedirs(folder)
        packages = [(module, package) for module in numbers for package in range(modules.PACKAGES)]
        imports = "".join(f'\tm{m:02}p{p} "{modules.name(m)}/p{p}"\n' for m, p in packages)
        uses = "".join(f"\tn += m{m:02}p{p}.F1(3)\n" for m, p in packages)
        requires = "".join(f"\t{modules.name(m)} v1.0.0\n" for m in numbers)
        files = {
            "go.mod": f"module example.test/{name}\n\ngo 1.19\n\nrequire (\n{requires})\n",
            "go.sum": sums,
            "main.go": f"package main\n\nimport (\n{imports})\n\nfunc main() {{\n\tn := 0\n{uses}\tprintln(n)\n}}\n",
        }
        for file, text in files.items():
            with open(os.path.join(folder, file), "w") as out:
                out.write(text)

    def environment(self, modules_folder, builds_folder, proxy=None):
        return {"PATH": "/usr/bin:/bin", "HOME": os.path.join(self.folder, "home"), "GOMODCACHE": modules_folder, "GOCACHE": builds_folder,
                "GOPROXY": proxy or f"file://{self.proxy}", "GONOSUMDB": "*", "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod", "GOTELEMETRY": "off"}

    def run(self, name, *arguments, modules_folder, builds_folder, proxy=None):
        """A go command in a set's program: its status and all that it says."""
        result = subprocess.run([self.go, *arguments], cwd=os.path.join(self.folder, name), capture_output=True, text=True,
                                env=self.environment(modules_folder, builds_folder, proxy))
        return result.returncode, result.stdout + result.stderr

    def popen(self, name, *arguments, modules_folder, builds_folder, proxy=None):
        return subprocess.Popen([self.go, *arguments], cwd=os.path.join(self.folder, name), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, env=self.environment(modules_folder, builds_folder, proxy))
