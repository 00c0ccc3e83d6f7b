"""Whether confinement holds here and now: every probe must succeed without it, and fail with it."""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from graders.engine.isolation import wire
from graders.engine.isolation.sandbox import Level, Sandbox, SandboxError
from graders.engine.isolation.starting import start_server

_FORMAT = "gradkata sandbox level, format 1"


@dataclass(frozen=True)
class SelfTest:
    """What came of trying; ``failures`` are sentences, ``probes`` how many were tried."""

    level: Level
    passed: bool
    failures: tuple[str, ...]
    probes: int
    seconds: float


def selftest(level: Level, start: Callable[[Level], Sandbox] = start_server) -> SelfTest:
    """Try everything that ``level`` promises to prevent; nothing is taken from a cache.

    At ``subprocess`` a child must start and answer; ``in-process`` promises nothing.
    """
    from graders.engine.isolation import probes

    began = time.monotonic()
    names = list(probes.PROBES) if level == "kernel" else []
    failures: list[str] = []
    if level == "in-process":
        return SelfTest(level, True, (), 0, 0.0)
    try:
        with start(level) as sandbox:
            free = _try_all(sandbox, names, "subprocess")
            held = _try_all(sandbox, names, level)
        for name in names:
            if free.get(name) is not True:
                failures.append(f"'{name}' could not be tried: it fails without confinement")
            elif held.get(name) is not False:
                what = "succeeds in spite of" if held.get(name) else "gave no answer under"
                failures.append(f"'{name}' {what} confinement")
    except (SandboxError, OSError) as error:
        failures.append(str(error))
    seconds = time.monotonic() - began
    return SelfTest(level, not failures, tuple(failures), len(names), seconds)


def _try_all(sandbox: Sandbox, names: list[str], level: Level) -> dict[str, object]:
    """What each probe answered at ``level``; a probe that did not answer is missing.

    Raises:
        SandboxError: where the probes themselves cannot be loaded.

    """
    import tempfile

    from graders.engine.isolation import probes

    with open(probes.__file__, "rb") as file:
        source = file.read()
    with tempfile.TemporaryDirectory(prefix="gradkata-probes-") as folder:
        for name in ("canary", "spare", "other"):
            with open(os.path.join(folder, name), "w", encoding="ascii") as file:
                file.write("secret")
        with sandbox.child(level=level) as child:
            loaded = child.load(source, "probes.py", "attempt")
            if loaded.value is not True:
                raise SandboxError(f"The probes could not be loaded: {loaded}")
            frames = [wire.encode([name, folder, os.path.abspath(__file__)]) for name in names]
            replies = child.calls("attempt", frames)
            return {name: reply.value for name, reply in zip(names, replies, strict=False)}


def highest_level(start: Callable[[Level], Sandbox] = start_server) -> Level:
    """The highest level that works here, from the user's cache where nothing has changed since."""
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
    """One file for each key, so that two installations do not take each other's place."""
    import zlib

    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "gradkata", f"sandbox-level-{zlib.crc32(chr(10).join(key).encode()):08x}")


def _key() -> list[str]:
    """What the result depends on."""
    boot = "unknown"
    with contextlib.suppress(OSError), open("/proc/sys/kernel/random/boot_id") as file:
        boot = file.read().strip()
    system = os.uname()
    numpy = getattr(sys.modules.get("numpy"), "__version__", "unknown")
    with os.scandir(os.path.dirname(os.path.abspath(__file__))) as entries:
        sources = [
            f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
            for entry in entries
            if entry.name.endswith(".py")
        ]
    python = " ".join(sys.version.split())
    machine = f"{system.sysname} {system.release} {system.machine}"
    return [_FORMAT, boot, machine, str(os.getuid()), python, numpy, *sorted(sources)]


def _write(path: str, text: str) -> None:
    """Write a file so that nobody ever reads half of it."""
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
