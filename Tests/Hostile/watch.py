"""A folder to be hostile in, and one outside of it that nobody may read or change."""
import ctypes
import hashlib
import os
import pathlib
import stat
import struct

# A name, a file's text and a variable hold it; nothing that is printed may.
CANARY = "c4n4ry-of-the-caller"
IN_ACCESS, IN_MODIFY, IN_ATTRIB, IN_MOVE, IN_CREATE, IN_DELETE, IN_OPEN = 0x1, 0x2, 0x4, 0xC0, 0x100, 0x200, 0x20
TOUCHES = IN_ACCESS | IN_MODIFY | IN_ATTRIB | IN_MOVE | IN_CREATE | IN_DELETE | IN_OPEN
LIBC = ctypes.CDLL(None, use_errno=True)


def state(folder):
    """Everything below a folder that a change would show in, by name; what is read stays unnoticed here."""
    found = {}
    for path in [folder, *folder.rglob("*")]:
        status = path.lstat()
        content = os.readlink(path) if stat.S_ISLNK(status.st_mode) else None
        if stat.S_ISREG(status.st_mode):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        found[str(path)] = (status.st_mode, status.st_ino, status.st_nlink, status.st_uid, status.st_size, status.st_mtime_ns,
                            status.st_ctime_ns, content)
    return found


class Ground:
    """`inside` is the spec's folder; `outside` is under watch; `home` and `tmp` are the program's."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.inside, self.outside = self.root / "inside", self.root / "outside"
        self.home, self.tmp = self.root / "home", self.root / "tmp"
        for folder in (self.inside, self.outside, self.home, self.tmp, self.outside / "folder"):
            folder.mkdir()
        (self.outside / "secret").write_text(f"%define leaked {CANARY}\n%leaked2 {CANARY}\n")
        (self.outside / "secret.spec").write_text(f"Name: {CANARY}\nVersion: 1\nRelease: 1\nSummary: s\nLicense: l\n%description\nd\n%build\ngo mod download -p 4\n")
        (self.outside / "go.mod").write_text(f"module example.org/{CANARY}\n\ngo 1.21\n")
        (self.outside / "folder" / f"{CANARY}.txt").write_text("a name is a secret too\n")
        (self.outside / "run.sh").write_text(f"#!/bin/sh\necho {CANARY}\n")
        (self.outside / "run.sh").chmod(0o755)
        (self.home / ".netrc").write_text(f"machine example.org password {CANARY}\n")
        self.before = state(self.outside)
        self.descriptor = LIBC.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        self.names = {}
        for folder in (self.outside, self.outside / "folder"):
            watch = LIBC.inotify_add_watch(self.descriptor, os.fsencode(folder), TOUCHES)
            if watch < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")
            self.names[watch] = folder

    def environment(self):
        return {**os.environ, "HOME": str(self.home), "TMPDIR": str(self.tmp), "API_TOKEN": CANARY, "GOFLAGS": f"-tags={CANARY}"}

    def clear(self):
        """Empties `inside` for the next case."""
        for path in sorted(self.inside.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()

    def faults(self):
        """What was done outside since this was asked last."""
        found = []
        try:
            events = os.read(self.descriptor, 1 << 16)
        except BlockingIOError:
            events = b""
        while events:
            watch, mask, _, length = struct.unpack_from("iIII", events)
            name = events[16:16 + length].rstrip(b"\0").decode()
            found.append(f"touches {self.names.get(watch)}/{name} ({mask:#x})")
            events = events[16 + length:]
        now = state(self.outside)
        found += [f"changes {name}" for name in sorted(self.before.keys() | now) if self.before.get(name) != now.get(name)]
        found += [f"leaves {path}" for path in self.tmp.iterdir()]
        try:  # What `state` itself has opened.
            while os.read(self.descriptor, 1 << 16):
                pass
        except BlockingIOError:
            pass
        return found[:5]
