"""Families of archives beside a spec and of source packages, with paths that lead out, sizes that lie, and bombs."""
import bz2
import gzip
import hashlib
import io
import lzma
import random
import shutil
import struct
import subprocess
import tarfile
import zipfile

from families import BODY, HEAD, PAYLOADS, Case

MODULE = b"module example.org/x\n\ngo 1.21\n\nrequire example.org/y v1.0.0\n"
ZEROS = b"\0" * (1 << 20)


def spec_of(name):
    return HEAD.replace("License", f"Source0: {name}\nLicense") + "%description\n%prep\n%autosetup -p1\n%build\ngo build -j4 -mod=vendor ./...\ngo mod download -p 4\n"


def beside(what, name, content, **more):
    return Case(f"an archive: {what}", spec_of(name), {name: content}, **more)


def tar(members, kind=tarfile.PAX_FORMAT):
    """Members are `(name, content or None, {field: value})`."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=kind) as archive:
        for name, content, fields in members:
            member = tarfile.TarInfo(name)
            for field, value in fields.items():
                setattr(member, field, value)
            member.size = len(content) if content is not None else 0
            archive.addfile(member, io.BytesIO(content or b""))
    return buffer.getvalue()


def zipped(members, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout if shutil.which("zstd") else b"\x28\xb5\x2f\xfd"


PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd}


def paths(_):
    link = {"type": tarfile.SYMTYPE, "linkname": "@O@/go.mod"}
    for name in ("../go.mod", "x-1/../../outside/go.mod", "@O@/go.mod", "/etc/passwd", "x-1/go.mod/../../../go.mod", "./../outside/folder/go.mod", "x-1//go.mod", "..", "/", "",
                 "x-1/" + "a/" * 2000 + "go.mod", "x-1/" + "a" * 100_000 + "/go.mod", *(f"x-1/{text}/go.mod" for text in PAYLOADS.values())):
        yield beside(f"a member {name[:40]!r}", "x.tar.gz", lambda ground, name=name: gzip.compress(tar([(ground(name), MODULE, {})])), all_formats=not name.isascii())
        if len(name) < 1 << 16:
            yield beside(f"a zip's member {name[:40]!r}", "x.zip", lambda ground, name=name: zipped([(ground(name.encode("utf-8", "replace").decode()) or "x", MODULE)]))
    for what, fields in {"a link": link, "a hard link": {**link, "type": tarfile.LNKTYPE}, "a device": {"type": tarfile.CHRTYPE, "devmajor": 1, "devminor": 5},
                         "a FIFO": {"type": tarfile.FIFOTYPE}, "an unknown type": {"type": b"Z"}}.items():
        for name in ("x-1/go.mod", "x-1/vendor", "x-1", "x-1/vendor/modules.txt"):
            yield beside(f"{what} {name}", "x.tar", lambda ground, fields=fields, name=name: tar(
                [(name, None, {key: ground(value) if isinstance(value, str) else value for key, value in fields.items()}), ("x-1/go.mod", MODULE, {})]))
    replaced = MODULE + b"replace example.org/y => ../../../../outside\nreplace example.org/z => @O@\n"
    yield beside("a module that is replaced by what is outside", "x.tar", lambda ground: tar([("x-1/go.mod", ground(replaced.decode()).encode(), {}), ("x-1/go.work", b"go 1.21\nuse ../../outside\n", {})]))


def sizes_that_lie(sizes):
    plain = tar([("x-1/go.mod", MODULE, {}), ("x-1/go.sum", b"", {}), ("x-1/vendor/modules.txt", b"# example.org/y v1.0.0\n", {})])
    yield beside("a plain one", "x.tar", plain, shows="inconsistent-vendoring")
    for suffix, pack in PACKERS.items():
        yield beside(f"a plain one packed by {suffix}", f"x.tar.{suffix}", pack(plain), shows="inconsistent-vendoring" if suffix != "zst" or shutil.which("zstd") else "")
    for number in range(*sizes(5, 60, 2000)[-1:]):
        source = random.Random(number)
        damaged = bytearray(source.choice([plain, gzip.compress(plain), lzma.compress(plain), zipped([("x-1/go.mod", MODULE), ("x-1/go.sum", b"x")])]))
        for _ in range(source.choice([1, 5, 50])):
            damaged[source.randrange(len(damaged))] = source.randrange(256)
        yield beside(f"damage {number}", "x.tar.gz", bytes(damaged[:source.choice([None, source.randrange(len(damaged))])]))
    header = bytearray(plain[:512])
    for what, size in {"the largest octal size": b"77777777777\0", "a negative size": b"\xff" * 12, "a size of 2^95": b"\x80" + b"\x7f" * 11, "no number": b"zzzzzzzzzzz\0"}.items():
        header[124:136] = size
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\0 " % sum(header)
        yield beside(what, "x.tar", bytes(header) + plain[512:])
    for what, record in {"a path": "path", "a size": "size", "a sparse map": "GNU.sparse.map", "a link": "linkpath", "a number": "GNU.sparse.numblocks"}.items():
        for value in ("9" * 30, "-1", "x" * 2_000_000, "../../outside/go.mod", "0,0," * 10_000):
            yield beside(f"{what} of {value[:12]} in an extended header", "x.tar", tar([("x-1/go.mod", MODULE, {"pax_headers": {record: value, "GNU.sparse.major": "1", "GNU.sparse.minor": "0"}})]))


def bombs(sizes):
    for mebibytes in sizes(32, 1024, 65536):
        for suffix, pack in PACKERS.items():
            # Members of a stream, one behind the other, unpack to one file.
            start = tar([("x-1/go.mod", b"", {"pax_headers": {"size": str(mebibytes << 20)}})], tarfile.PAX_FORMAT)[:1536]
            piece = pack(ZEROS * 32)
            yield beside(f"{mebibytes} MiB of zeros by {suffix}", f"x.tar.{suffix}", pack(start) + piece * (mebibytes // 32))
            yield beside(f"{mebibytes} MiB that are no archive by {suffix}", f"x.tar.{suffix}", piece * (mebibytes // 32))
        yield Case(f"%{{uncompress:}} of {mebibytes} MiB", HEAD + "%description\n%{uncompress:@I@/x.gz}\n%{uncompress:@I@/x.xz}\n", {"x.gz": gzip.compress(ZEROS * 32) * (mebibytes // 32), "x.xz": lzma.compress(ZEROS * 32) * (mebibytes // 32)})
    for count in sizes(100, 10_000, 1_000_000):
        yield beside(f"{count} members", "x.tar.gz", gzip.compress(tar([(f"x-1/{n}", b"", {}) for n in range(count)], tarfile.USTAR_FORMAT), 1))
        yield beside(f"{count} modules", "x.tar.gz", gzip.compress(tar([(f"x-1/m{n}/go.mod", MODULE, {}) for n in range(min(count, 100_000))], tarfile.USTAR_FORMAT), 1))
        yield beside(f"{count} times one module", "x.tar.gz", gzip.compress(tar([("x-1/go.mod", MODULE, {})] * min(count, 100_000), tarfile.USTAR_FORMAT), 1))
        yield beside(f"a module that requires {count}", "x.tar.gz", gzip.compress(tar([("x-1/go.mod", MODULE + b"require example.org/z v1.0.0\n" * count, {}), ("x-1/vendor/modules.txt", b"# example.org/z v1.0.0\n" * count, {})])))
        yield beside(f"a module of {count} parentheses", "x.tar.gz", gzip.compress(tar([("x-1/go.mod", b"require (" * count, {}), ("x-1/go.work", b"use (\n" * count, {})])))
        yield beside(f"{count} members of a zip", "x.zip", zipped([(f"x-1/{n}", b"") for n in range(min(count, 60_000))]))
    nested = zipped([("x-1/go.mod", MODULE)])
    for _ in range(20):
        nested = gzip.compress(nested)
    yield beside("packed 20 times", "x.tar.gz", nested)


# MARK: Source packages

INT16, INT32, STRING, BINARY, STRINGS, TEXTS = 3, 4, 6, 7, 8, 9


def header(entries, region):
    """A header of rpm's, with its immutable region, of `{tag: (type, value)}`; `Raw` values stand as they are."""
    index, store = b"", b""
    for tag, (kind, value) in sorted(entries.items()):
        align = {INT16: 2, INT32: 4}.get(kind, 1)
        store += b"\0" * (-len(store) % align)
        if kind == STRING:
            data, count = value + b"\0", 1
        elif kind in (STRINGS, TEXTS):
            data, count = b"".join(text + b"\0" for text in value), len(value)
        elif kind == BINARY:
            data, count = value, len(value)
        else:
            data, count = b"".join(struct.pack(">H" if kind == INT16 else ">I", number) for number in value), len(value)
        index += struct.pack(">IIII", tag, kind, len(store), count)
        store += data
    length = len(entries) + 1
    index = struct.pack(">IIII", region, BINARY, len(store), 16) + index
    store += struct.pack(">IIiI", region, BINARY, -length * 16, 16)
    return b"\x8e\xad\xe8\x01\0\0\0\0" + struct.pack(">II", length, len(store)) + index + store


def cpio(members):
    archive = b""
    for number, (name, content, size) in enumerate([*members, (b"TRAILER!!!", b"", 0)]):
        fields = [number + 1, 0o100644, 0, 0, 1, 0, size, 0, 0, 0, 0, len(name) + 1, 0]
        archive += b"070701" + b"".join(b"%08x" % (field & 0xFFFFFFFF) for field in fields) + name + b"\0"
        archive += b"\0" * (-len(archive) % 4)
        archive += content + b"\0" * (-len(content) % 4)
    return archive


def package(members, change=lambda tags: None, stored=None, damage=lambda data: data, compressor=b"gzip", pack=gzip.compress):
    """A source package of `(name, content)`, all digests right; `change` takes the header's tags, `damage` the header's bytes."""
    payload = pack(cpio(stored or [(name, content, len(content)) for name, content in members]))
    tags = {
        1000: (STRING, b"x"), 1001: (STRING, b"1"), 1002: (STRING, b"1"), 1004: (TEXTS, [b"s"]), 1005: (TEXTS, [b"d"]), 1009: (INT32, [sum(len(c) for _, c in members)]),
        1014: (STRING, b"MIT"), 1021: (STRING, b"linux"), 1022: (STRING, b"x86_64"), 1028: (INT32, [len(content) for _, content in members]),
        1030: (INT16, [0o100644] * len(members)), 1033: (INT16, [0] * len(members)), 1034: (INT32, [0] * len(members)),
        1035: (STRINGS, [hashlib.sha256(content).hexdigest().encode() for _, content in members]), 1036: (STRINGS, [b""] * len(members)),
        1037: (INT32, [32 if name.endswith(b".spec") else 0 for name, _ in members]), 1039: (STRINGS, [b"root"] * len(members)), 1040: (STRINGS, [b"root"] * len(members)),
        1095: (INT32, [1] * len(members)), 1096: (INT32, list(range(1, len(members) + 1))), 1097: (STRINGS, [b""] * len(members)), 1106: (INT32, [1]),
        1116: (INT32, [0] * len(members)), 1117: (STRINGS, [name for name, _ in members]), 1118: (STRINGS, [b""]),
        1124: (STRING, b"cpio"), 1125: (STRING, compressor), 1126: (STRING, b"9"), 5011: (INT32, [8]), 5092: (STRINGS, [hashlib.sha256(payload).hexdigest().encode()]), 5093: (INT32, [8])}
    change(tags)
    main = damage(header(tags, 63))
    signature = header({273: (STRING, hashlib.sha256(main).hexdigest().encode()), 1000: (INT32, [(len(main) + len(payload)) & 0xFFFFFFFF]),
                        1004: (BINARY, hashlib.md5(main + payload).digest())}, 62)
    lead = struct.pack(">IBBHH66sHH16x", 0xEDABEEDB, 3, 0, 1, 1, b"x-1-1", 1, 5)
    return lead + signature + b"\0" * (-len(signature) % 8) + main + payload


def packages(sizes):
    spec = spec_of("x.tar").encode()
    members = [(b"x.spec", spec), (b"x.tar", b"x")]

    def whole(what, content, **more):
        return Case(f"a source package: {what}", "", {"x.src.rpm": content}, spec_name="x.src.rpm", **more)

    yield whole("a plain one", package(members), shows="rejected-flag")
    for name in ("../outside/x.spec", "../../x.spec", "@O@/secret.spec", "/etc/x.spec", "-x.spec", ".spec", "x.spec/", "a/b/x.spec", "a" * 5000 + ".spec", "%(touch marker).spec", "$(touch marker).spec",
                 *(text.replace("\0", "0") + ".spec" for text in PAYLOADS.values())):
        yield whole(f"a spec {name[:40]!r}", lambda ground, name=name: package([(ground(name).encode("utf-8", "surrogateescape"), spec), (b"x.tar", b"x")]), all_formats=True)
        yield whole(f"a folder for {name[:40]!r}", lambda ground, name=name: package(members, lambda tags: tags.update({1118: (STRINGS, [ground(name).encode("utf-8", "surrogateescape")])})))
        yield whole(f"a source {name[:40]!r}", lambda ground, name=name: package([(b"x.spec", spec), (ground(name).encode("utf-8", "surrogateescape"), b"x")]), all_formats=True)
        yield whole(f"a payload with {name[:40]!r}", lambda ground, name=name: package(members, stored=[(ground(name).encode("utf-8", "surrogateescape"), spec, len(spec)), (b"x.tar", b"x", 1)]))
    for what, tags in {
        "no files": {1117: (STRINGS, []), 1116: (INT32, [])}, "a folder's number out of range": {1116: (INT32, [9, 0xFFFFFFFF])}, "sizes of 4 GiB": {1028: (INT32, [0xFFFFFFFF] * 2)},
        "modes of links": {1030: (INT16, [0o120777] * 2), 1036: (STRINGS, [b"/etc/passwd"] * 2)}, "modes of devices": {1030: (INT16, [0o020666] * 2)}, "too few sizes": {1028: (INT32, [1])},
        "too few modes": {1030: (INT16, [0o100644])}, "ghosts": {1037: (INT32, [64, 64])}, "a payload of another kind": {1124: (STRING, b"drpm")}, "an unknown compressor": {1125: (STRING, b"../../x")},
        "a compressor with a mode": {1125: (STRING, b"gzdio.ufdio:w")}, "a format for a compressor": {1125: (STRING, b"%s%n%n")}, "no name": {1000: (STRING, b"")}, "a binary package": {1106: (INT32, [])},
        "a million names": {1117: (STRINGS, [b"x"] * 1_000_000)}, "names of no type": {1117: (INT32, [1, 2])}, "a digest of no kind": {5093: (INT32, [99])}, "no digest": {5092: (STRINGS, [b""])},
        "hard links": {1096: (INT32, [1, 1]), 1095: (INT32, [1, 1])}, "a size of 2^64": {5008: (5, [])}, "an epoch of many": {1003: (INT32, list(range(1000)))}}.items():
        yield whole(what, package(members, lambda own, tags=tags: own.update(tags)))
    for what, stored in {"sizes beyond the end": [(b"x.spec", spec, 0x7FFFFFFF)], "a shorter spec": [(b"x.spec", spec[:9], 9)], "no member": [(b"y", b"", 0)], "a member twice": [(b"x.spec", spec, len(spec))] * 2}.items():
        yield whole(f"a payload with {what}", package(members, stored=stored))
    for mebibytes in sizes(32, 512, 16384):
        yield whole(f"a payload of {mebibytes} MiB of zeros", package([(b"x.spec", b"")], lambda tags, size=mebibytes << 20: tags.update({1028: (INT32, [min(size, 0xFFFFFFFF)])}),
                                                                     pack=lambda data: gzip.compress(data[:112]) + gzip.compress(ZEROS * 32) * (mebibytes // 32)))
        yield whole(f"a spec of {mebibytes} MiB", package([(b"x.spec", spec + b"#" * (min(mebibytes, 512) << 20))]))
    for number in range(*sizes(10, 200, 5000)[-1:]):
        def damage(data, source=random.Random(number)):
            changed = bytearray(data)
            for _ in range(source.choice([1, 3, 10])):
                changed[source.randrange(8, len(changed))] = source.choice([0, 0xFF, 0x7F, 0x80, source.randrange(256)])
            return bytes(changed)
        yield whole(f"a damaged header with its digest, {number}", package(members, damage=damage))


FAMILIES = [paths, sizes_that_lie, bombs, packages]
