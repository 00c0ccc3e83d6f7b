"""Try everything that confinement must prevent.

This file is sent to a child as if a student had written it.  Every probe is harmless.  Without confinement
it succeeds for an ordinary user in an ordinary container: this is its positive control.
"""

import ctypes
import fcntl
import mmap
import os
import resource
import socket
import sys
import termios
import threading
from collections.abc import Callable
from functools import partial

CHANNEL, LOG = 3, 1
LIBC = ctypes.CDLL(None, use_errno=True)
COLUMN = 0 if os.uname().machine == "x86_64" else 1

READ, WRITE = os.O_RDONLY, os.O_WRONLY
INTERNET, UNIX = socket.AF_INET, socket.AF_UNIX
STREAM, DATAGRAM = socket.SOCK_STREAM, socket.SOCK_DGRAM


def attempt(name: str, facts: list[str]) -> bool:
    """Whether the probe ``name`` succeeded; ``facts`` set environment variables that probes need."""
    for fact in facts:
        key, _, value = fact.partition("=")
        os.environ[key] = value
    try:
        return (AROUND.get(name) or PROBES[name])() is not False
    except (OSError, RuntimeError, ValueError):  # resource.setrlimit raises the last
        return False


def furnish(folder: str) -> None:
    """Create the probes' own folder, if it does not exist here, and the files that they try to reach."""
    os.makedirs(folder, exist_ok=True)
    for name in ("canary", "spare", "other"):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write("secret")


def inside(name: str) -> str:
    """A path in the probes' own folder."""
    return os.path.join(os.environ["FOLDER"], name)


def opens(path: str, flags: int) -> None:
    """Open and close a file."""
    os.close(os.open(path, flags, 0o600))


def calls(numbers: tuple[int, int], *arguments: object) -> bool:
    """Whether a system call, by its number on x86-64 and aarch64, did not fail."""
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return int(LIBC.syscall(ctypes.c_long(numbers[COLUMN]), *words)) >= 0


def maps_a_file() -> None:
    """Map a file outside into memory."""
    descriptor = os.open(inside("canary"), READ)
    mmap.mmap(descriptor, 0, prot=mmap.PROT_READ).close()


def forks() -> bool:
    """Start a process and wait for it."""
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return os.waitpid(pid, 0)[1] == 0


def executes() -> bool:
    """Run another program and wait for it."""
    pid = os.posix_spawn(sys.executable, [sys.executable, "-S", "-V"], {})
    return os.waitpid(pid, 0)[1] == 0


def starts_a_thread() -> None:
    """Start a thread and wait for it."""
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


def binds(family: int, kind: int, address: tuple[str, int] | str) -> None:
    """Make a socket and give it an address."""
    with socket.socket(family, kind) as made:
        made.bind(address)


def reads_memory() -> bool:
    """Copy memory of this process as a debugger does, by a system call or through its file."""
    there, here = ctypes.create_string_buffer(b"secret"), ctypes.create_string_buffer(7)
    remote = (ctypes.c_size_t * 2)(ctypes.addressof(there), 7)
    local = (ctypes.c_size_t * 2)(ctypes.addressof(here), 7)
    if calls((310, 270), os.getpid(), local, 1, remote, 1, 0):
        return here.value == b"secret"
    # Some containers, such as Docker 20.10, forbid the call; the file needs a process that is traceable.
    LIBC.prctl(4, 1, 0, 0, 0)
    with open("/proc/self/mem", "rb", buffering=0) as memory:
        memory.seek(ctypes.addressof(there))
        return memory.read(7) == b"secret\0"


def shares_memory() -> bool:
    """Make and remove a segment of shared memory."""
    segment = int(LIBC.shmget(0, 4096, 0o600))
    return segment >= 0 and int(LIBC.shmctl(segment, 0, None)) >= 0


def queues_messages() -> bool:
    """Make and remove a message queue."""
    queue = int(LIBC.msgget(0, 0o600))
    return queue >= 0 and int(LIBC.msgctl(queue, 0, None)) >= 0


def sets_a_limit() -> None:
    """Set a limit to what it is."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, limit)


def sees_the_grader() -> bool:
    """Find the grader's process by its id and the time at which it started."""
    with open(f"/proc/{os.environ['GRADER']}/stat", "rb") as file:
        return file.read().rpartition(b")")[2].split()[19].decode() == os.environ["BEGAN"]


def connects(family: int, address: tuple[str, int] | str) -> None:
    """Connect to a socket on which the grader listens."""
    with socket.socket(family, STREAM) as made:
        made.settimeout(1.0)
        made.connect(address)


def shares(kind: str) -> bool:
    """Whether this process is in the same namespace as the grader."""
    return os.readlink(f"/proc/self/ns/{kind}") == os.environ[f"NAMESPACE_{kind}"]


PROBES: dict[str, Callable[[], object]] = {
    "read a file": lambda: opens(inside("canary"), READ),
    "read a file of the grader": lambda: opens(os.environ["SOURCE"], READ),
    "read /etc/passwd": lambda: opens("/etc/passwd", READ),
    "read /proc": lambda: opens("/proc/version", READ),
    "read about the parent": lambda: opens(f"/proc/{os.getppid()}/stat", READ),
    "list a folder": lambda: os.listdir(inside("")),
    "list the root folder": lambda: os.listdir("/"),
    "map a file": maps_a_file,
    "write a file": lambda: opens(inside("canary"), WRITE),
    "write /dev/null": lambda: opens(os.devnull, WRITE),
    "empty a file while opening it": lambda: opens(inside("canary"), READ | os.O_TRUNC),
    "empty a file": lambda: os.truncate(inside("canary"), 0),
    "create a file": lambda: opens(inside("created"), WRITE | os.O_CREAT),
    "make a folder": lambda: os.mkdir(inside("made")),
    "make a symbolic link": lambda: os.symlink("canary", inside("symbolic")),
    "make a hard link": lambda: os.link(inside("canary"), inside("hard")),
    "make a named pipe": lambda: os.mkfifo(inside("fifo")),
    "rename a file": lambda: os.rename(inside("canary"), inside("renamed")),
    "delete a file": lambda: os.unlink(inside("spare")),
    "change a mode": lambda: os.chmod(inside("other"), 0o644),
    "change a time": lambda: os.utime(inside("other")),
    "change the working folder": lambda: os.chdir(inside("")),
    "cut the log": lambda: os.ftruncate(LOG, 0),
    "lock the log": lambda: fcntl.flock(LOG, fcntl.LOCK_EX | fcntl.LOCK_NB),
    "lock the log by fcntl": lambda: fcntl.lockf(LOG, fcntl.LOCK_EX | fcntl.LOCK_NB),
    "make a pipe": os.pipe,
    "change the mask of modes": lambda: os.umask(0o77),
    "make a TCP socket": lambda: binds(INTERNET, STREAM, ("", 0)),
    "make a UDP socket": lambda: binds(INTERNET, DATAGRAM, ("", 0)),
    "make a Unix socket": lambda: binds(UNIX, STREAM, ""),
    "fork": forks,
    "run a program": executes,
    "start a thread": starts_a_thread,
    "signal the parent": lambda: os.kill(os.getppid(), 0),
    "signal by kill": lambda: os.kill(os.getpid(), 0),
    "signal the parent's thread": lambda: calls((234, 131), os.getppid(), os.getppid(), 0),
    "signal by tkill": lambda: calls((200, 130), threading.get_native_id(), 0),
    "open a process": lambda: calls((434, 434), os.getppid(), 0),
    "choose who is signalled": lambda: fcntl.fcntl(CHANNEL, fcntl.F_SETOWN, os.getpid()),
    "choose the signal": lambda: fcntl.fcntl(CHANNEL, 10, 0),
    "set flags of a file": lambda: fcntl.fcntl(CHANNEL, fcntl.F_SETFL, os.O_RDWR),
    "ask a device": lambda: fcntl.ioctl(CHANNEL, termios.FIONREAD, b"\0\0\0\0"),
    "read a process's memory": reads_memory,
    "share memory": shares_memory,
    "queue messages": queues_messages,
    "make a timer": lambda: calls((283, 85), 1, 0),
    "wait for many files": lambda: calls((291, 20), 0),
    "rename the process": lambda: LIBC.prctl(15, b"probe", 0, 0, 0) >= 0,
    "make itself traceable": lambda: LIBC.prctl(4, 1, 0, 0, 0) >= 0,
    "set a limit": sets_a_limit,
    "change the priority": lambda: os.nice(0),
    "choose processors": lambda: os.sched_setaffinity(0, os.sched_getaffinity(0)),
    "change the personality": lambda: LIBC.personality(ctypes.c_ulong(0xFFFFFFFF)) >= 0,
}

# What bubblewrap prevents by itself, tried in a child that does not confine itself.
NAMESPACES = ("user", "pid", "net", "ipc", "uts", "cgroup", "mnt")
AROUND: dict[str, Callable[[], object]] = {
    "read /etc/passwd": lambda: opens("/etc/passwd", READ),
    "read a file elsewhere": lambda: opens(inside("canary"), READ),
    "see the grader's process": sees_the_grader,
    "connect to the grader by TCP": lambda: connects(INTERNET, ("127.0.0.1", int(os.environ["PORT"]))),
    "connect to the grader by a name": lambda: connects(UNIX, "\0" + os.environ["LISTENS"]),
    **{f"share the grader's {kind} namespace": partial(shares, kind) for kind in NAMESPACES},
}
