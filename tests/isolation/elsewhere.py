"""A Python as on Windows: without `fork` and the modules that only Unix has; run a module in it.

python elsewhere.py MODULE ARGUMENT...
"""

import os
import runpy
import select
import signal
import sys
import time
from types import SimpleNamespace

ABSENT_MODULES = {
    "fcntl",
    "resource",
    "termios",
    "tty",
    "pty",
    "pwd",
    "grp",
    "syslog",
    "readline",
    "_posixsubprocess",
}
ABSENT_IN_OS = [
    "fork", "forkpty", "getuid", "geteuid", "getgid", "killpg", "pread", "pwrite", "setsid",
    "sysconf", "uname", "wait", "wait3", "wait4", "waitid", "memfd_create", "pidfd_open", "nice",
    "sched_setaffinity", "WNOHANG", "WIFSIGNALED", "WTERMSIG", "posix_spawn", "O_CLOEXEC",
]  # fmt: skip
ABSENT_SIGNALS = ["SIGALRM", "SIGKILL", "SIGXCPU", "SIGXFSZ", "SIGCHLD", "setitimer", "pidfd_send_signal"]
ABSENT_IN_SOCKET = ["AF_UNIX", "socketpair", "SCM_RIGHTS", "SO_PASSCRED", "MSG_DONTWAIT", "CMSG_SPACE"]


class Blocker:
    """Reports that each blocked module is absent."""

    def find_spec(self, name, path=None, target=None):
        if name in ABSENT_MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def leave_unix():
    """Take from this interpreter what Windows does not have; what the library took before, it keeps."""
    import _socket
    import subprocess
    import tempfile  # noqa: F401  it has taken what it needs

    import numpy  # noqa: F401  so has it

    subprocess.signal = SimpleNamespace(**vars(signal))  # the library's own way to end a process

    for name in ABSENT_MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Blocker())
    for module, names in ((os, ABSENT_IN_OS), (signal, ABSENT_SIGNALS), (_socket, ABSENT_IN_SOCKET)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    for module, name in ((select, "poll"), (select, "epoll"), (time, "clock_gettime")):
        delattr(module, name)


def lead_children_out() -> None:
    """Let the interpreter of each student leave Unix as well."""
    from gradkata.isolation import spawning

    here = os.path.dirname(os.path.abspath(__file__))
    first = f"import sys; sys.path += [{here!r}, *sys.argv[3:]]; import elsewhere; elsewhere.leave_unix(); "
    spawning._ENTRY = first + spawning._ENTRY


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
    leave_unix()
    lead_children_out()
    sys.argv[:] = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
