"""What `rpmscope cache` says of a btrfs, and how long a million files take: `volumes.py RPMSCOPE [btrfs] [million]`.

A btrfs on a loop device, beside what `btrfs qgroup show` and du say; root only. Where the kernel has none, that is said, and the tests of
recorded output (RecordedOutputTests) have to do.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

failures = []


def check(condition, what, *details):
    if not condition:
        failures.append(what)
        print(f"FAILED: {what}", *details)


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def measure(rpmscope, *folders):
    return json.loads(run(rpmscope, "cache", "--json", *folders))


def fill(folder, bytes):
    """A module cache with one version, as go lays it out."""
    downloads = f"{folder}/cache/download/example.test/big/@v"
    os.makedirs(downloads)
    os.makedirs(f"{folder}/example.test/big@v1.0.0")
    data = os.urandom(bytes)
    for name in (f"{downloads}/v1.0.0.zip", f"{folder}/example.test/big@v1.0.0/data"):
        with open(name, "wb") as file:
            file.write(data)
    with open(f"{downloads}/v1.0.0.ziphash", "w") as file:
        file.write("h1:" + "a" * 43 + "=")


def btrfs(rpmscope, folder):
    image, mount = f"{folder}/image", f"{folder}/mount"
    os.mkdir(mount)
    try:
        run("truncate", "-s", "256M", image)
        run("mkfs.btrfs", "-q", image)
        run("mount", "-o", "loop", image, mount)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"  no btrfs on a loop device here: {problem}")
        return
    try:
        numbers(os.path.abspath(rpmscope), mount)
    finally:
        subprocess.run(["umount", mount])


def numbers(rpmscope, mount):
    run("btrfs", "quota", "enable", mount)
    run("btrfs", "subvolume", "create", f"{mount}/one")
    fill(f"{mount}/one/mod", 8 << 20)
    run("btrfs", "subvolume", "create", f"{mount}/two")
    fill(f"{mount}/two", 4 << 20)
    run("btrfs", "qgroup", "limit", "100M", f"{mount}/two")
    run("btrfs", "subvolume", "snapshot", f"{mount}/two", f"{mount}/snapshot")
    with open(f"{mount}/two/cache/download/example.test/big/@v/v1.0.0.zip", "r+b") as file:
        file.write(os.urandom(1 << 20))
    run("sync")
    run("btrfs", "filesystem", "sync", mount)
    for path, is_subvolume in ((f"{mount}/one/mod", False), (f"{mount}/two", True)):
        # The table: with a limit, btrfs-progs 6.2 aborts when JSON is asked for.
        shown = run("btrfs", "qgroup", "show", "-ref", "--raw", path).splitlines()[-1].split()
        cache, = measure(rpmscope, path)["caches"]
        volume, group = cache["fileSystem"], cache["fileSystem"].get("quotaGroup", {})
        check(volume["type"] == "btrfs" and volume["subvolume"] == is_subvolume, "a subvolume is told", volume)
        check((group.get("id"), group.get("referenced"), group.get("exclusive")) ==
              (shown[0], int(shown[1]), int(shown[2])), "its numbers are those of 'btrfs qgroup show'", group, shown)
        limit = None if shown[3] == "none" else int(shown[3])
        check(group.get("maxReferenced") == limit, "and so is its limit", group, shown)
        print(f"  {'subvolume' if is_subvolume else 'folder of a subvolume'}: {group}")
    text = run(rpmscope, "cache", f"{mount}/two")
    check("also" in text or "too" in text, "what a snapshot holds is told", text)
    reflinks(rpmscope, mount)


def reflinks(rpmscope, mount):
    run("cp", "-a", "--reflink=always", f"{mount}/one/mod", f"{mount}/one/copy")
    run("cp", "-a", "--reflink=never", f"{mount}/one/mod", f"{mount}/one/real")
    run("sync")
    shared = measure(rpmscope, f"{mount}/one/mod", f"{mount}/one/copy")
    real = measure(rpmscope, f"{mount}/one/mod", f"{mount}/one/real")
    check(shared["wasted"] < 1 << 16, "reflinked copies are counted once", shared["wasted"])
    check(real["wasted"] >= 16 << 20, "real copies twice", real["wasted"])
    print(f"  a reflinked copy of 16 MiB wastes {shared['wasted']:,} bytes, a real one {real['wasted']:,}")


def million(rpmscope, folder):
    """A module cache of a million small files; both programs see the same warm one."""
    root = f"{folder}/mod"
    os.makedirs(f"{root}/cache/download")
    count = int(os.environ.get("FILES", "1000000"))
    for number in range(count // 1000):
        tree = f"{root}/example.test/m{number:04}@v1.0.0"
        for part in range(20):
            os.makedirs(f"{tree}/p{part:02}")
            for file in range(50):
                os.close(os.open(f"{tree}/p{part:02}/f{file:02}.go", os.O_CREAT | os.O_WRONLY, 0o644))
    commands = {"du": ["du", "-s", root], "rpmscope": [rpmscope, "cache", "--json", root]}
    times = {}
    for name in ("du", "rpmscope", "du", "rpmscope", "du", "rpmscope"):
        result = subprocess.run(["/usr/bin/time", "-f", "%e %U %S %M", *commands[name]], capture_output=True, text=True, check=True)
        wall, user, system, memory = result.stderr.split()[-4:]
        times.setdefault(name, []).append((float(user) + float(system), float(wall), int(memory)))
    best = {name: min(runs) for name, runs in times.items()}
    for name, (cpu, wall, memory) in best.items():
        print(f"  {count:,} files, {name}: {cpu:.2f} s of CPU, {wall:.2f} s, {memory:,} KiB at most")
    print(f"  ratio of CPU time {best['rpmscope'][0] / best['du'][0]:.2f}")
    check(best["rpmscope"][2] < 100_000, "memory stays flat", best)


def main():
    rpmscope, wanted = sys.argv[1], sys.argv[2:] or ["btrfs", "million"]
    for name, trial in (("btrfs", btrfs), ("million", million)):
        if name in wanted:
            print(f"{name}:")
            with tempfile.TemporaryDirectory(prefix="volumes-") as folder:
                trial(rpmscope, folder)
    print("all as measured by others" if not failures else f"{len(failures)} failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
