"""A place of its own for one experiment, and commands run in it as a normal user."""
import os
import re
import resource
import shutil
import stat
import subprocess
import tempfile
import time

import modules

NOBODY = 65534
DEPENDENCY = re.compile(r"/compile .*-p example\.test/m")


class Result:
    def __init__(self, status, output, seconds, cpu):
        self.status, self.output, self.seconds, self.cpu = status, output, seconds, cpu

    @property
    def compiles(self):
        """Packages of the modules that `go … -x` compiled."""
        return len([line for line in self.output.splitlines() if DEPENDENCY.search(line)])

    @property
    def all_compiles(self):
        """Packages of any kind that it compiled."""
        return len([line for line in self.output.splitlines() if "/compile " in line and " -p " in line])

    def line(self, *words):
        """The first line that holds one of the words, without paths that differ from run to run."""
        for line in self.output.splitlines():
            if any(word in line for word in words):
                return line.strip()
        return ""

    def says(self, *words):
        return any(word in self.output for word in words)


class Bench:
    """Folders below `root`; everything in it belongs to a normal user, whoever runs the experiments."""

    def __init__(self, toolchain):
        self.toolchain = toolchain
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="rpmscope-evidence."))
        self.home = self.folder("home")
        self.proxy_files = self.path("proxy")
        self.sums = modules.make_proxy(self.proxy_files)
        self.file_proxy = "file://" + self.proxy_files
        tools = self.folder("tools")
        os.symlink(toolchain.go, os.path.join(tools, "go"))
        self.environment = {
            "PATH": f"{tools}:/usr/bin:/bin", "HOME": self.home, "LANG": "C.UTF-8", "GOTOOLCHAIN": "local", "GOSUMDB": "off",
            "GOTELEMETRY": "off", "GOPROXY": self.file_proxy, "CGO_ENABLED": "0",
        }
        self.give(self.root)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove(self.root)

    def path(self, *parts):
        return os.path.join(self.root, *parts)

    def folder(self, *parts):
        os.makedirs(self.path(*parts), exist_ok=True)
        return self.path(*parts)

    def write(self, path, text):
        path = self.path(path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        self.give(self.root)
        return path

    def program(self, name="hello-1.0", version="1.0", go="1.19"):
        folder = modules.make_program(self.path(name), self.sums, version, go)
        self.give(folder)
        return folder

    def give(self, folder):
        """As root, everything goes to the user that the commands run as."""
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", folder], check=True)

    @staticmethod
    def remove(folder):
        """Also a module cache, whose folders nobody may write."""
        for path, names, _ in os.walk(folder):
            os.chmod(path, stat.S_IRWXU)
            for name in names:
                if not os.path.islink(os.path.join(path, name)):
                    os.chmod(os.path.join(path, name), stat.S_IRWXU)
        shutil.rmtree(folder, ignore_errors=True)

    def run(self, command, cwd=None, timeout=600, **environment):
        """Runs words, or a text as bash does; variables that are None are not set."""
        words = ["/bin/bash", "-c", command] if isinstance(command, str) else command
        if os.geteuid() == 0:
            words = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *words]
        merged = {name: value for name, value in {**self.environment, **environment}.items() if value is not None}
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(words, cwd=cwd or self.root, env=merged, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=timeout)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Result(done.returncode, done.stdout.decode(errors="replace"), time.monotonic() - start, cpu)

    def go(self, *arguments, cwd=None, **environment):
        return self.run(["go", *arguments], cwd=cwd, **environment)

    def rpmbuild(self, spec, *arguments, **environment):
        """`rpmbuild -bb` of a spec's text, with bash for its scriptlets as on every RPM distribution."""
        self.write("SPECS/hello.spec", spec)
        for name in ("BUILD", "BUILDROOT", "RPMS", "SRPMS", "SOURCES"):
            self.give(self.folder(name))
        return self.run(["rpmbuild", "-bb", "--define", f"_topdir {self.root}", "--define", "_buildshell /bin/bash", *arguments,
                         self.path("SPECS/hello.spec")], **environment)

    def source(self, version="1.0", **options):
        """`hello-VERSION.tar.gz` among rpmbuild's sources."""
        self.program(f"hello-{version}", version, **options)
        self.folder("SOURCES")
        subprocess.run(["tar", "-C", self.root, "-czf", self.path(f"SOURCES/hello-{version}.tar.gz"), f"hello-{version}"], check=True)
        self.give(self.root)
