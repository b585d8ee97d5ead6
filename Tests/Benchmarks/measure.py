"""What a command and all its processes take."""
import ctypes
import os
import resource
import time

PR_SET_CHILD_SUBREAPER = 36
# Processes that outlive the command come to this one, so that their time is counted.
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


class Run:
    """Seconds by the clock, seconds of all processors, the largest process's memory in MiB, and the exit status."""

    def __init__(self, command):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        null = [(os.POSIX_SPAWN_OPEN, stream, "/dev/null", os.O_WRONLY, 0) for stream in (1, 2)]
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
        _, status, usage = os.wait4(child, 0)
        self.seconds = time.perf_counter() - start
        self.status = os.waitstatus_to_exitcode(status)
        self.memory = usage.ru_maxrss / 1024
        try:
            while True:
                os.wait()
        except ChildProcessError:
            pass
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(command, times):
    """The least of several runs: what else runs on the machine only adds."""
    runs = [Run(command) for _ in range(times)]
    first = runs[0]
    first.seconds = min(run.seconds for run in runs)
    first.processor = min(run.processor for run in runs)
    first.memory = max(run.memory for run in runs)
    return first
