"""Races: while rpmscope reads or fixes a spec, what lies on its path is exchanged for links to what is outside, again and again.

A spec that is a link is read through it, as the user who names it asks; so it may be read outside, but nothing is written there. What
is found in a folder may be opened, which shows where it lies, but not read. What a spec names itself must not even lead to that.
"""
import os
import threading

from families import HEAD

FIXABLE = HEAD + "%description\nd\n%build\ngo mod download -p 4\ngo build -j4 ./x\n" + "# A comment\n" * 300


def exchange(path, contents, stop):
    """Puts each of the contents in a path's place in turn, as `rename` does; a tuple is a link's target."""
    number = 0
    temporary = f"{path}.next"
    while not stop.is_set():
        content = contents[number % len(contents)]
        number += 1
        if isinstance(content, tuple):
            os.symlink(content[0], temporary)
        else:
            with open(temporary, "w") as file:
                file.write(content)
        os.rename(temporary, path)


def exchange_folders(path, other, stop):
    """Exchanges a folder and a link to what is outside."""
    while not stop.is_set():
        os.rename(path, f"{path}.aside")
        os.symlink(other, path)
        os.unlink(path)
        os.rename(f"{path}.aside", path)


def race(judge, ground, name, arguments, deadline, change, may="nothing"):
    """Runs rpmscope while `change` goes on in a thread."""
    stop = threading.Event()
    thread = threading.Thread(target=change, args=(stop,))
    thread.start()
    try:
        answer = judge.run(arguments, deadline, cwd=ground.inside, env=ground.environment())
    finally:
        stop.set()
        thread.join()
    return name, answer, may


def races(judge, ground, rounds, deadline):
    """Gives `(name, answer, what it may do outside: "read", "open" or "nothing")` of each race; `ground` is asked by the caller what was done outside."""
    spec = ground.inside / "x.spec"
    victim = str(ground.outside / "secret")
    include = HEAD + "%include @I@/i\n%{load:@I@/i}\n%description\n%{?leaked}%{?leaked2}%{lua:print((io.open('@I@/i') or io.open('/dev/null')):read('a'))}\n".replace("@I@", str(ground.inside))
    for number in range(rounds):
        ground.clear()
        spec.write_text(FIXABLE)
        yield race(judge, ground, "a fixed spec becomes a link", ["lint", "--no-config", "--unsafe-fixes", "--fix", "x.spec"], deadline,
                   lambda stop: exchange(spec, [FIXABLE, (victim,)], stop), may="read")
        ground.clear()
        spec.write_text(include)
        yield race(judge, ground, "an included file becomes a link", ["expand", "--no-config", "--no-user-macros", "x.spec"], deadline,
                   lambda stop: exchange(ground.inside / "i", ["%global i 1\n", (victim,), ("/proc/self/environ",)], stop))
        ground.clear()
        spec.write_text(HEAD + "Source0: i\n%description\n%prep\n%build\n. %{SOURCE0}\ngo build -j4 $leaked\n")
        yield race(judge, ground, "a source becomes a link", ["resolve", "--no-config", "--json", "x.spec"], deadline,
                   lambda stop: exchange(ground.inside / "i", ["leaked=1\n", (victim,)], stop))
        ground.clear()
        folder = ground.inside / "folder"
        folder.mkdir()
        for each in range(8):
            (folder / f"{each}.spec").write_text(FIXABLE)
        (folder / "secret.spec").write_text(FIXABLE)
        yield race(judge, ground, "a folder of specs becomes a link", ["lint", "--no-config", "--fix", "."], deadline,
                   lambda stop: exchange_folders(str(folder), str(ground.outside), stop), may="open")
