"""Run a fork server in bubblewrap: with a network and processes of its own, and a Python as its only files.

bubblewrap encloses the whole fork server; the children in it still confine themselves.  When the server ends,
everything in it ends: it is the first process of its namespace, and it ends when the grader hangs up.
bubblewrap's own `--die-with-parent` would also end it when the *thread* that started it ends.
Source: https://github.com/containers/bubblewrap
"""

import ctypes
import os
import stat
from collections.abc import Iterator

from gradkata.isolation.inside import interpreter, landlock
from gradkata.isolation.replies import SandboxError

PROGRAM = "bwrap"
INSTALL = "Install it: Debian, Ubuntu and Fedora call the package `bubblewrap`."
_NAMESPACES = ("user", "pid", "net", "ipc", "uts", "cgroup")
_NO_NAMESPACE = (
    "This user may not create namespaces here: Ubuntu needs an AppArmor profile for bwrap, and a container "
    "must be started with namespaces allowed."
)


def command() -> list[str]:
    """The command that starts an interpreter which sees itself, NumPy and the code that runs inside.

    Raises:
        SandboxError: if bubblewrap is missing, or would run with privileges.

    """
    arguments = [_program(), *(f"--unshare-{name}" for name in _NAMESPACES), "--hostname", "student"]
    # The server leaves the terminal by itself, and its environment is clean already.
    arguments += ["--as-pid-1", "--cap-drop", "ALL", "--chdir", "/"]
    # bubblewrap applies these in order: a folder, then what covers a part of it, then what the cover shows.
    arguments += ["--proc", "/proc", "--tmpfs", "/tmp", "--dev-bind", os.devnull, os.devnull]
    for name in ("/lib", "/lib32", "/lib64"):
        if os.path.islink(name):
            arguments += ["--symlink", os.readlink(name), name]
    hidden = list(_hidden())
    for path in _visible():
        arguments += ["--ro-bind", path, _place(path)]
        arguments += [
            word for folder in hidden if os.path.dirname(folder) == path for word in ("--tmpfs", folder)
        ]
    for folder in (*hidden, "/"):
        arguments += ["--remount-ro", folder]
    return [*arguments, "--", interpreter.interpreter()]


def explanation(output: str) -> str:
    """The error message of bubblewrap, and what to do about it."""
    reason = output.strip().splitlines()[-1] if output.strip() else "it ended without a message"
    is_forbidden = any(word in reason for word in ("namespace", "uid map", "ermission", "not permitted"))
    return f"{reason}. {_NO_NAMESPACE}" if is_forbidden else reason


def _program() -> str:
    from shutil import which

    path = which(PROGRAM)
    if path is None:
        raise SandboxError(f"bubblewrap is not installed. {INSTALL}")
    if os.stat(path).st_mode & stat.S_ISUID:
        raise SandboxError(f"{path} runs as root (set-user-id), which bubblewrap has abandoned as unsafe.")
    return path


def _visible() -> Iterator[str]:
    """Every file and folder that the server needs; of gradkata only the code that runs inside, and no answer."""
    yield interpreter.interpreter()
    *_, home = folders = sorted(map(os.path.realpath, interpreter.standard_library()), reverse=True)
    yield from (folder for folder in folders if folder == home or not folder.startswith(home))
    seen = set()
    for path in (*_loaded(), *landlock.libraries()):
        if (place := _place(path)) not in seen and os.path.isfile(path):
            seen.add(place)
            yield path
    root, parts = interpreter.root(), interpreter.__package__.split(".")
    yield os.path.join(root, *parts)
    yield from (os.path.join(root, *parts[:depth], "__init__.py") for depth in range(1, len(parts)))
    for name in ("numpy", "numpy.libs"):
        if os.path.isdir(path := os.path.join(interpreter.packages(), name)):
            yield path


def _hidden() -> Iterator[str]:
    """Folders of other packages in the standard library's folder; answer keys may be among them."""
    for folder in map(os.path.realpath, interpreter.standard_library()):
        for name in ("site-packages", "dist-packages"):
            if os.path.isdir(path := os.path.join(folder, name)):
                yield path


def _place(path: str) -> str:
    """The path of a file inside: its folder without links, and its own name as it is looked up."""
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))


class _Object(ctypes.Structure):
    """The beginning of `struct dl_phdr_info`."""

    _fields_ = (("address", ctypes.c_void_p), ("name", ctypes.c_char_p))


def _loaded() -> list[str]:
    """The shared libraries of this process under the names that the dynamic linker looked for.

    Those of packages and of the standard library are left out: their folders are visible as a whole.
    """
    names: list[str] = []
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Object), ctypes.c_size_t, ctypes.c_void_p)

    def take(found: "ctypes._Pointer[_Object]", size: int, data: object) -> int:
        names.append(os.fsdecode(found.contents.name or b""))
        return 0

    ctypes.CDLL(None).dl_iterate_phdr(kind(take), None)
    foreign = {"site-packages", "dist-packages", "lib-dynload"}
    return [name for name in names if name.startswith("/") and not foreign & {*name.split("/")}]
