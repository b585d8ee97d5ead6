"""What `rpmscope cache` says and does, with real go: `caches.py RPMSCOPE [--short]`.

Caches of several module sets are downloaded and built, broken in known ways, measured, cleaned, interrupted while they are cleaned,
and handed back to go, which has to find every one of them valid.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from sets import SETS, Workshop, modules
import toolchains
from proxy import CountingProxy

DOWNLOAD_FIRST = (["mod", "download"], ["build", "-o", "/dev/null", "."])
BUILD_FIRST = tuple(reversed(DOWNLOAD_FIRST))

failures = []


def check(condition, what, *details):
    if not condition:
        failures.append(what)
        print(f"FAILED: {what}", *details)


def remove(folder):
    """As `rm -rf`, of module caches too."""
    if not os.path.exists(folder):
        return
    subprocess.run(["chmod", "-R", "u+w", folder])
    shutil.rmtree(folder, ignore_errors=True)


def disk(*paths):
    """Bytes on disk, as du counts them."""
    return sum(int(line.split()[0]) for line in subprocess.run(
        ["du", "-s", "-B1", *paths], capture_output=True, text=True, check=True).stdout.splitlines())


class Bench:
    def __init__(self, rpmscope, toolchain, folder):
        self.rpmscope, self.go, self.folder = os.path.abspath(rpmscope), toolchain, folder
        self.shop = Workshop(os.path.join(folder, "workshop"), toolchain.go)
        self.caches = os.path.join(folder, "caches")

    def path(self, *parts):
        return os.path.join(self.caches, *parts)

    def go_in(self, name, *arguments, cache=None, proxy=None):
        cache = cache or name
        return self.shop.run(name, *arguments, modules_folder=self.path(cache, "mod"), builds_folder=self.path(cache, "build"), proxy=proxy)

    def fill(self, name, cache=None):
        for arguments in (["mod", "download"], ["build", "-o", "/dev/null", "."]):
            status, text = self.go_in(name, *arguments, cache=cache)
            check(status == 0, f"go {arguments} in {name}", text)

    def measure(self, *arguments, status=0, wrapper=()):
        result = subprocess.run([*wrapper, self.rpmscope, "cache", "--json", *arguments], capture_output=True, text=True)
        check(result.returncode == status, f"rpmscope cache {arguments} exits with {status}", result.returncode, result.stderr)
        return json.loads(result.stdout)

    def is_valid(self, name, cache=None, when=""):
        """What an interrupted clean-up left must do for go, verified before and after go has worked on it, without any download by hand."""
        for arguments in (["mod", "verify"], ["build", "-o", "/dev/null", "."], ["mod", "download"], ["mod", "verify"]):
            status, text = self.go_in(name, *arguments, cache=cache)
            check(status == 0, f"go {' '.join(arguments)} in {name} {when}", text)

    # What a scan finds

    def duplicates(self):
        for name in SETS:
            self.fill(name)
            self.fill(name, cache="shared")
        found = self.measure(self.caches)
        kinds = {cache["path"]: cache for cache in found["caches"]}
        check(len(kinds) == 8, "8 caches are found", sorted(kinds))
        for path, cache in kinds.items():
            check(cache["allocatedBytes"] == disk(path), f"{path} is as large as du says", cache["allocatedBytes"], disk(path))
            names = [name for _, _, names in os.walk(path) for name in names]
            check(cache["files"] == len(names), f"{path} has as many files as are there", cache["files"], len(names))
        for name, numbers in SETS.items():
            check(kinds[self.path(name, "mod")]["modules"] == len(numbers), f"{name} has its modules", kinds[self.path(name, "mod")])
        copies = {number: 1 + sum(number in numbers for numbers in SETS.values()) for number in range(modules.MODULES)}
        expected = {modules.name(number): count for number, count in copies.items()}
        check({d["module"]: d["copies"] for d in found["duplicates"]} == expected, "each module is held as often as it was downloaded")
        check(found["wasted"] == sum(self.waste(number, copies[number]) for number in copies), "the waste is that of all copies but one",
              found["wasted"], sum(self.waste(number, copies[number]) for number in copies))
        outputs = {}
        for folder, _, names in os.walk(self.caches):
            for name in names:
                if name.endswith("-d"):
                    outputs.setdefault(name, []).append(os.stat(os.path.join(folder, name)).st_blocks * 512)
        check(found["duplicateOutputs"]["bytes"] == sum(sum(sizes) - sizes[0] for sizes in outputs.values()), "outputs held twice")
        check(not found["broken"], "nothing is broken", found["broken"])
        waste, total = found["wasted"], sum(cache["allocatedBytes"] for cache in found["caches"])
        print(f"  {len(kinds)} caches, {total:,} bytes on disk: {len(found['duplicates'])} modules more than once, {waste:,} bytes wasted, "
              f"{found['duplicateOutputs']['bytes']:,} bytes of outputs")

    def waste(self, number, copies):
        """Of a module in the shared cache: what du says, without the folder of the downloads, which has no copy of its own."""
        mod = self.path("shared", "mod")
        downloads = os.path.join(mod, "cache/download", modules.name(number), "@v")
        files = sum(os.stat(os.path.join(downloads, name)).st_blocks * 512 for name in os.listdir(downloads) if name.startswith("v1.0.0."))
        return (copies - 1) * (files + disk(os.path.join(mod, f"{modules.name(number)}@v1.0.0")))

    def hard_links(self):
        remove(self.path("linked"))
        subprocess.run(["cp", "-al", self.path("shared"), self.path("linked")], check=True)
        found = self.measure(self.path("shared", "mod"), self.path("linked", "mod"))
        folders = sum(os.stat(folder).st_blocks * 512 for folder, _, _ in os.walk(self.path("linked", "mod")))
        total = sum(cache["allocatedBytes"] for cache in found["caches"])
        check(total == disk(self.path("shared", "mod")) + folders, "hard links are counted once", total, found["wasted"])
        check(len(found["duplicates"]) == modules.MODULES, "linked modules are there twice")
        trees = [self.path("linked", "mod", f"{modules.name(number)}@v1.0.0") for number in range(modules.MODULES)]
        folders = sum(os.stat(folder).st_blocks * 512 for tree in trees for folder, _, _ in os.walk(tree))
        check(found["wasted"] == folders, "and waste no more than their folders", found["wasted"], folders)
        print(f"  hard links: {found['wasted']:,} bytes wasted, of folders alone")
        remove(self.path("linked"))

    # What is broken

    def broken(self):
        """Every state as it is made: what is said of it, and what go really does with it."""
        cases = {
            "interrupted-extraction": lambda v: (v.touch("partial"), v.drop("a file")),
            "missing-hash": lambda v: v.unlink("ziphash"),
            "interrupted-download": lambda v: (v.drop("the tree"), v.unlink("zip")),
            "leftover-file": lambda v: v.touch("zip123456789.tmp"),
            "leftover-file of .mod": lambda v: v.touch("mod123456789.tmp"),
            "leftover-file before a download": lambda v: (v.touch("zip123456789.tmp"), v.drop("the tree"), v.unlink("zip"), v.unlink("ziphash")),
            "leftover-tree": lambda v: v.aside(),
            "leftover-tree before an extraction": lambda v: (v.aside(), v.drop("the tree")),
            "missing-hash without a zip": lambda v: (v.unlink("ziphash"), v.unlink("zip")),
            "incomplete-tree": lambda v: v.drop("a file"),
            "modified-tree": lambda v: v.change("longer"),
            "modified-tree of the same length": lambda v: v.change("other"),
            "modified-tree with one more": lambda v: v.change("added"),
            "unreadable-zip": lambda v: v.cut("zip"),
            "unreadable-zip before an extraction": lambda v: (v.cut("zip"), v.drop("the tree")),
            "invalid-hash": lambda v: v.write("ziphash", "h1:none"),
            "invalid-hash without a zip": lambda v: (v.write("ziphash", ""), v.unlink("zip")),
            "empty-file of .mod": lambda v: v.write("mod", ""),
            "empty-file of .info": lambda v: v.write("info", ""),
        }
        for case, make in cases.items():
            cache = self.path("broken", "mod")
            remove(cache)
            os.makedirs(self.path("broken"), exist_ok=True)
            subprocess.run(["cp", "-a", self.path("three", "mod"), cache], check=True)
            make(Version(cache, 20))
            arguments = [cache] + (["--verify"] if "same length" in case else [])
            states = self.measure(*arguments)["broken"]
            kind = case.split()[0]
            check([state["kind"] for state in states if state["kind"] == kind] and len(states) <= 2, f"{case} is found", states)
            said = all(state["repairedByGo"] for state in states)
            repaired = all(self.go_repairs(cache, order, make) for order in (DOWNLOAD_FIRST, BUILD_FIRST))
            check(said == repaired, f"{case}: repairedByGo is {said}, and go {'repairs' if repaired else 'does not repair'} it", states)
        print(f"  {len(cases)} broken states, each found, and go {self.go.version} does with it what is said")
        remove(self.path("broken"))

    def go_repairs(self, cache, order, make):
        """Whether all is well with commands that need the module, and nothing odd is left after them."""
        remove(cache)
        subprocess.run(["cp", "-a", self.path("three", "mod"), cache], check=True)
        make(Version(cache, 20))
        for arguments in (*order, ["mod", "verify"]):
            status, _ = self.go_in("three", *arguments, cache="broken")
            if status != 0:
                return False
        return not self.measure(cache, "--verify")["broken"]

    def killed_downloads(self, count):
        """kill -9 in the middle of a download: what is left is told, and only that."""
        with CountingProxy(self.shop.proxy, latency=0.005, zip_latency=0.02) as proxy:
            seen = {}

            def download():
                remove(self.path("killed"))
                return self.shop.popen("one", "mod", "download", modules_folder=self.path("killed", "mod"),
                                       builds_folder=self.path("killed", "build"), proxy=proxy.url)

            start = time.monotonic()
            download().wait()
            duration = time.monotonic() - start
            for _ in range(count):
                process = download()
                time.sleep(random.uniform(duration / 10, duration))
                process.kill()
                process.wait()
                if not os.path.isdir(self.path("killed", "mod", "cache")):
                    continue
                found = self.measure(self.path("killed"))
                left = {os.path.join(folder, name) for folder, _, names in os.walk(self.path("killed", "mod")) for name in names
                        if name.endswith((".tmp", ".partial"))}
                told = {state["path"] for state in found["broken"] if state["kind"] == "leftover-file"}
                check(told == {path for path in left if path.endswith(".tmp")}, "what a killed download leaves is told", told, left)
                for state in found["broken"]:
                    seen[state["kind"]] = seen.get(state["kind"], 0) + 1
                self.is_valid("one", cache="killed", when="after a killed download")
                rest = [state for state in self.measure(self.path("killed"))["broken"]]
                check(all(state["kind"] == "leftover-file" for state in rest), "go has repaired what it repairs", rest)
        print(f"  {count} killed downloads left {seen or 'nothing'}")
        remove(self.path("killed"))

    def locks(self):
        import fcntl
        path = self.path("one", "mod", "cache/download", modules.name(3), "@v", "v1.0.0.lock")
        with open(path, "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            found = self.measure(self.path("one"))
            check(found["locks"] == [{"path": path, "process": os.getpid()}], "a held lock is told", found["locks"])
        check(self.measure(self.path("one"))["locks"] == [], "a free one is not")

    # Removing

    def copy(self, source, target):
        remove(self.path(target))
        subprocess.run(["cp", "-a", self.path(source), self.path(target)], check=True)
        return self.path(target, "mod")

    def quotas(self):
        cache = self.copy("shared", "trimmed")
        used = self.measure(cache)["caches"][0]["allocatedBytes"]
        inside = self.measure("--max-size", str(used), cache)["quota"]
        check(not inside["over"] and not inside["remove"], "a cache within its quota stays", inside)
        sums = os.path.join(self.shop.folder, "one", "go.sum")
        plan = self.measure("--max-size", str(used // 2), "--keep", sums, cache, status=1)["quota"]
        check(plan["over"] and self.measure(cache)["caches"][0]["allocatedBytes"] == used, "a dry run changes nothing")
        kept = {modules.name(number) for number in SETS["one"]}
        removed = {os.path.relpath(item["path"], cache).split("@")[0] for item in plan["remove"]}
        check(removed and not removed & kept, "what go.sum names is kept", removed)
        before = disk(cache)
        done = self.measure("--max-size", str(used // 2), "--keep", sums, "--apply", cache, status=1 if plan["stillOver"] else 0)["quota"]
        check(before - disk(cache) == done["freed"] == sum(item["bytes"] for item in done["remove"]), "what is said to be freed is",
              before - disk(cache), done["freed"])
        check(not self.measure(cache)["broken"], "nothing is broken afterwards")
        for name in SETS:
            self.is_valid(name, cache="trimmed", when="after --apply")
        self.measure("--max-size", "0", "--apply", cache, status=1)
        check(self.measure(cache)["caches"][0]["versions"] == 0, "a quota of nothing removes every version")
        for name in SETS:
            self.is_valid(name, cache="trimmed", when="after --apply of everything")
        self.trims()
        remove(self.path("trimmed"))

    def trims(self):
        """A build cache: what go's own trim would drop, and that alone."""
        build = self.path("trimmed", "build")
        entries = sorted(os.path.join(folder, name) for folder, _, names in os.walk(build) for name in names if name[-2:] in ("-a", "-d"))
        old = entries[::3]
        for path in old:
            os.utime(path, times=(0, time.time() - (5 * 24 + 2) * 3600))
        plan = self.measure("--max-size", "1", build, status=1)["quota"]
        check(sum(item["bytes"] for item in plan["remove"]) == sum(os.stat(path).st_blocks * 512 for path in old), "the trim's size", plan)
        self.measure("--max-size", "1", "--apply", build, status=1)
        check(set(entries) - set(old) == {path for path in entries if os.path.exists(path)}, "go's age rule decides what goes")
        self.is_valid("one", cache="trimmed", when="after a trim")

    def interrupted(self, count):
        """kill -9 at random moments of a clean-up."""
        partly = 0
        cache = self.copy("shared", "interrupted")
        start = time.monotonic()
        self.measure("--max-size", "0", "--apply", cache, status=1)
        duration = time.monotonic() - start
        for _ in range(count):
            cache = self.copy("shared", "interrupted")
            process = subprocess.Popen([self.rpmscope, "cache", "--json", "--max-size", "0", "--apply", cache], stdout=subprocess.DEVNULL)
            time.sleep(random.uniform(0.0, duration))
            process.kill()
            process.wait()
            left = self.measure(cache)
            partly += 0 < left["caches"][0]["versions"] < modules.MODULES
            check(all(state["repairedByGo"] for state in left["broken"]), "go repairs what an interrupted clean-up leaves", left["broken"])
            for name in SETS:
                self.is_valid(name, cache="interrupted", when="after an interrupted --apply")
            rest = self.measure(cache)["broken"]
            check(not rest, "and has repaired it", rest)
        print(f"  {count} clean-ups killed, {partly} of them in the middle: go verifies and builds each time")
        remove(self.path("interrupted"))

    def concurrent(self, count):
        """A clean-up while go downloads: seen as a user, and, from another PID name space, held apart by the locks alone."""
        outcomes = {"removed": 0, "skipped": 0, "failed": 0}
        self.lost = 0
        with CountingProxy(self.shop.proxy, latency=0.001, zip_latency=0.005) as proxy:
            for turn in range(count):
                cache = self.copy("shared", "concurrent")
                wrapper = [] if turn % 2 == 0 else ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--mount-proc"]
                downloads = [self.shop.popen(name, "mod", "download", modules_folder=cache, builds_folder=self.path("concurrent", "build"),
                                             proxy=proxy.url) for name in SETS]
                # Those that were removed first are downloaded again while others are removed.
                stop = threading.Event()
                again = threading.Thread(target=self.download_until, args=(stop, cache, proxy.url))
                again.start()
                for _ in range(3):
                    result = subprocess.run([*wrapper, self.rpmscope, "cache", "--json", "--max-size", "0", "--apply", cache],
                                            capture_output=True, text=True)
                    check(result.returncode in (0, 1), "a clean-up beside go works", result.stderr)
                    for item in json.loads(result.stdout)["quota"]["remove"]:
                        outcomes[item["outcome"]] += 1
                stop.set()
                again.join()
                for download in downloads:
                    text = download.communicate()[0]
                    self.check_download(download.returncode, text)
                for name in SETS:
                    self.is_valid(name, cache="concurrent", when="after --apply beside a download")
                check(not self.measure(cache)["broken"], "and nothing is broken")
        check(outcomes["removed"] > 0 and outcomes["skipped"] > 0, "some versions went, some were in use", outcomes)
        print(f"  {count} clean-ups beside 'go mod download': {outcomes}, {self.lost} downloads lost a zip")
        remove(self.path("concurrent"))

    def download_until(self, stop, cache, proxy):
        while not stop.is_set():
            status, text = self.shop.run("two", "mod", "download", modules_folder=cache, builds_folder=self.path("concurrent", "build"), proxy=proxy)
            self.check_download(status, text)

    def check_download(self, status, text):
        """From another PID name space a zip can vanish between go's look at it and go's lock; the next go command is fine."""
        if status != 0 and ".zip: no such file or directory" in text:
            self.lost += 1
        else:
            check(status == 0, "a download beside a clean-up works", text)


class Version:
    """A version in a cache, to break it."""

    def __init__(self, cache, number):
        self.base = os.path.join(cache, "cache/download", modules.name(number), "@v", "v1.0.0")
        self.tree = os.path.join(cache, f"{modules.name(number)}@v1.0.0")

    def touch(self, suffix):
        open(f"{self.base}.{suffix}", "w").close()

    def unlink(self, suffix):
        os.unlink(f"{self.base}.{suffix}")

    def write(self, suffix, text):
        with open(f"{self.base}.{suffix}", "w") as file:
            file.write(text)

    def cut(self, suffix):
        os.truncate(f"{self.base}.{suffix}", os.path.getsize(f"{self.base}.{suffix}") // 2)

    def aside(self):
        subprocess.run(["cp", "-a", self.tree, f"{self.tree}.tmp-123456"], check=True)

    def drop(self, what):
        if what == "the tree":
            remove(self.tree)
        else:
            subprocess.run(["chmod", "-R", "u+w", self.tree])
            os.unlink(os.path.join(self.tree, "data", "blob"))

    def change(self, how):
        subprocess.run(["chmod", "-R", "u+w", self.tree])
        if how == "added":
            open(os.path.join(self.tree, "added.txt"), "w").close()
            return
        with open(os.path.join(self.tree, "data", "blob"), "r+b") as file:
            byte = file.read(1)
            file.seek(0)
            file.write(bytes([byte[0] ^ 1]))
            if how == "longer":
                file.seek(0, 2)
                file.write(b"more")


def main():
    rpmscope, is_short = sys.argv[1], "--short" in sys.argv
    random.seed(int(os.environ.get("SEED", "18")))
    releases = [toolchains.packaged()]
    if not is_short:
        releases.append(toolchains.released(toolchains.NEW, os.path.join(tempfile.gettempdir(), "rpmscope-go")))
    for toolchain in releases:
        folder = tempfile.mkdtemp(prefix="caches-")
        start = time.monotonic()
        print(f"Go {toolchain.version}:")
        try:
            bench = Bench(rpmscope, toolchain, folder)
            bench.duplicates()
            bench.hard_links()
            bench.locks()
            bench.broken()
            bench.killed_downloads(3 if is_short else 20)
            bench.quotas()
            bench.interrupted(3 if is_short else 50)
            bench.concurrent(2 if is_short else 10)
        finally:
            remove(folder)
        print(f"  {time.monotonic() - start:.0f} s")
    print("all as constructed" if not failures else f"{len(failures)} failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
