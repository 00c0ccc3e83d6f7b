"""Test whether confinement works here: every probe must succeed without it, and fail with it."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gradkata.isolation.inside import wire
from gradkata.isolation.sandbox import CONFINING, LEVELS, AnyChild, Level, Limits, Sandbox, SandboxError
from gradkata.isolation.scratch import scratch_folder
from gradkata.isolation.starting import start_server

_FORMAT = "gradkata sandbox level, format 1"
# The probes are gradkata's own code: they may take long on a slow or busy machine.
_PATIENCE = Limits(call_cpu_seconds=60.0, call_wall_seconds=120.0, total_cpu_seconds=300.0)


@dataclass(frozen=True)
class SelfTest:
    """The result of a self-test: ``failures`` as sentences, and how many probes were tried, 0 if it did not start."""

    level: Level
    passed: bool
    failures: tuple[str, ...]
    probes: int
    seconds: float


def selftest(level: Level, start: Callable[[Level], Sandbox] = start_server) -> SelfTest:
    """Try everything that ``level`` promises to prevent; nothing is taken from a cache.

    At ``subprocess`` a child must start and answer; ``in-process`` promises nothing.
    """
    began = time.monotonic()
    if level == "in-process":
        return SelfTest(level, True, (), 0, 0.0)
    tried = 0
    failures: list[str] = []
    try:
        with start(level) as sandbox:
            if level in CONFINING:
                tried, failures = _run_probes(sandbox, level, start)
            else:
                _expect_an_answer(sandbox)
    except (SandboxError, OSError) as error:
        failures = [str(error)]
    return SelfTest(level, not failures, tuple(failures), tried, time.monotonic() - began)


def _run_probes(sandbox: Sandbox, level: Level, start: Callable[[Level], Sandbox]) -> tuple[int, list[str]]:
    """How many probes were tried, and the failures of the level."""
    from gradkata.isolation import probes  # imports modules that only Unix has

    around = list(probes.AROUND) if level == "bwrap" else []
    inside = [name for name in probes.PROBES if name not in around]
    free = _try_all(sandbox, inside, "subprocess")
    held = _try_all(sandbox, inside, level)
    failures = [*_failures(inside, free, held)]
    if around:
        with start("subprocess") as open_server, _facts() as facts:
            free = _answers(open_server, "subprocess", around, facts)
            held = _answers(sandbox, "subprocess", around, facts)
        failures += _failures(around, free, held)
    return len(inside) + len(around), failures


def _expect_an_answer(sandbox: Sandbox) -> None:
    """Check that a child answers.

    Raises:
        SandboxError: if it does not.

    """
    with sandbox.child(_PATIENCE) as child:
        loaded = child.load(b"def f(): return 1", "f.py", "f")
        if loaded.value is not True or next(iter(child.calls("f", [wire.encode([])]))).value != 1:
            raise SandboxError(f"A child gave no answer: {loaded}")


def survey(start: Callable[[Level], Sandbox] = start_server) -> tuple[SelfTest, ...]:
    """Live self-tests from the highest level down to the first that passes, which is the last one returned.

    For judging strangers' code: the tests before it say why no higher level works here.
    """
    tried: list[SelfTest] = []
    for level in LEVELS:
        tried.append(selftest(level, start))
        if tried[-1].passed:
            break
    return tuple(tried)


def _failures(names: list[str], free: dict[str, object], held: dict[str, object]) -> Iterator[str]:
    """The failures of a level: probes that succeed in it, or that prove nothing."""
    for name in names:
        if free.get(name) is not True:
            yield f"'{name}' proves nothing: it fails without confinement as well"
        elif held.get(name) is not False:
            what = "succeeds despite" if held.get(name) else "gave no answer under"
            yield f"'{name}' {what} confinement"


def _try_all(sandbox: Sandbox, names: list[str], level: Level) -> dict[str, object]:
    """What each probe answered at ``level``, in a folder that it can reach if nothing confines it.

    Raises:
        SandboxError: if the probes themselves cannot be loaded.

    """
    with scratch_folder() as folder:
        with _loaded(sandbox, "subprocess", "furnish") as child:
            list(child.calls("furnish", [wire.encode([folder])]))
        facts = [f"FOLDER={folder}", f"SOURCE={os.path.abspath(wire.__file__)}"]
        return _answers(sandbox, level, names, facts)


def _answers(sandbox: Sandbox, level: Level, names: list[str], facts: list[str]) -> dict[str, object]:
    """What each probe answered; one that did not answer is missing.

    Raises:
        SandboxError: if the probes themselves cannot be loaded.

    """
    with _loaded(sandbox, level, "attempt") as child:
        replies = child.calls("attempt", [wire.encode([name, facts]) for name in names])
        return {name: reply.value for name, reply in zip(names, replies, strict=False)}


@contextlib.contextmanager
def _loaded(sandbox: Sandbox, level: Level, function: str) -> Iterator[AnyChild]:
    from gradkata.isolation import probes

    with open(probes.__file__, "rb") as file:
        source = file.read()
    with sandbox.child(_PATIENCE, level=level) as child:
        loaded = child.load(source, "probes.py", function)
        if loaded.value is not True:
            raise SandboxError(f"The probes could not be loaded: {loaded}")
        yield child


@contextlib.contextmanager
def _facts() -> Iterator[list[str]]:
    """What a process can reach that is not in bubblewrap: a file, two sockets, the grader itself."""
    import socket

    from gradkata.isolation import probes

    with (
        scratch_folder() as folder,
        socket.socket() as tcp,
        socket.socket(socket.AF_UNIX) as named,
        open("/proc/self/stat", "rb") as status,
    ):
        probes.furnish(folder)
        tcp.bind(("127.0.0.1", 0))
        name = f"gradkata-probes-{os.getpid()}"
        named.bind(f"\0{name}")
        tcp.listen()
        named.listen()
        began = status.read().rpartition(b")")[2].split()[19].decode()
        facts = [f"FOLDER={folder}", f"GRADER={os.getpid()}", f"BEGAN={began}"]
        facts += [f"PORT={tcp.getsockname()[1]}", f"LISTENS={name}"]
        kinds = probes.NAMESPACES
        yield facts + [f"NAMESPACE_{kind}={os.readlink(f'/proc/self/ns/{kind}')}" for kind in kinds]


def highest_level(start: Callable[[Level], Sandbox] = start_server) -> Level:
    """The highest level that works here, from the user's cache if nothing has changed since."""
    key = _key()
    path = _cache_path(key)
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        if lines[:-1] == key and lines[-1] in ("kernel", "subprocess"):
            return "kernel" if lines[-1] == "kernel" else "subprocess"
    except (OSError, ValueError):
        pass
    level = _live(start)
    if level != "in-process":
        with contextlib.suppress(OSError):
            _write(path, "\n".join([*key, level]))
    return level


def _live(start: Callable[[Level], Sandbox]) -> Level:
    for level in ("kernel", "subprocess"):
        if selftest(level, start).passed:
            return level
    return "in-process"


def _cache_path(key: list[str]) -> str:
    """One file for each key, so that two installations do not overwrite each other's result."""
    import zlib

    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "gradkata", f"sandbox-level-{zlib.crc32(chr(10).join(key).encode()):08x}")


def _key() -> list[str]:
    """What the result depends on."""
    boot = "unknown"
    with contextlib.suppress(OSError), open("/proc/sys/kernel/random/boot_id") as file:
        boot = file.read().strip()
    # Windows has none; importing `platform` would take longer than all the rest.
    system = os.uname() if hasattr(os, "uname") else None
    numpy = getattr(sys.modules.get("numpy"), "__version__", "unknown")
    with os.scandir(os.path.dirname(os.path.abspath(__file__))) as entries:
        sources = [
            f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
            for entry in entries
            if entry.name.endswith(".py")
        ]
    python = " ".join(sys.version.split())
    machine = f"{system.sysname} {system.release} {system.machine}" if system else sys.platform
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return [_FORMAT, boot, machine, user, python, numpy, *sorted(sources)]


def _write(path: str, text: str) -> None:
    """Write a file so that nobody ever reads a part of it."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
