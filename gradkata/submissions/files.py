"""Read files that cannot be trusted.

No link is followed, only regular files are opened, and no more than the limit is read.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gradkata.submissions.submission import SOURCE_LIMIT

NOTEBOOK_LIMIT = ARCHIVE_LIMIT = 64 << 20
MOST_FILES = 500
_DEEPEST = 20
ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
ACCEPTED = "Hand in a .py file, a notebook (.ipynb), a folder of these, or a .zip of it."
_JUNK = frozenset(("__MACOSX", "__pycache__", "Thumbs.db", "desktop.ini"))
_KINDS = (
    (stat.S_ISLNK, "a link, and links are not followed"),
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
)
# A system may lack some of these: the kind of file is therefore checked before and after opening it.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)


class UnreadableError(Exception):
    """Why something that was handed in cannot be read, in a sentence or two for the student."""


class File(NamedTuple):
    """A file by its name below what was handed in; ``fault`` says why it could not be read."""

    name: str
    content: bytes = b""
    fault: str = ""

    @property
    def stem(self) -> str:
        """The name without folders and suffix."""
        return os.path.splitext(self.name.rpartition("/")[2])[0]

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot."""
        return os.path.splitext(self.name)[1].lower()


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is hidden or was made by the operating system."""
    return name.startswith(".") or name in _JUNK


def limit_of(name: str) -> int:
    """How many bytes a file of this name may have."""
    return SOURCE_LIMIT if name.lower().endswith(".py") else NOTEBOOK_LIMIT


def too_large(name: str) -> UnreadableError:
    """The error for a file that exceeds its limit."""
    remedy = " Clear its outputs and hand it in again." if name.lower().endswith(".ipynb") else ""
    return UnreadableError(f"{clipped(name)} is larger than {limit_of(name) >> 20} MB.{remedy}")


def clipped(name: str) -> str:
    """A name short enough for a sentence."""
    return name if len(name) <= 80 else f"{name[:60]}...{name[-17:]}"


def read_file(path: Path) -> bytes:
    """The content of a regular file.

    Raises:
        UnreadableError: if it is not a regular file, does not exist, is too large or cannot be read.
    """
    name = clipped(path.name)
    try:
        _require_regular_file(name, os.lstat(path).st_mode)
        with open(os.open(path, _FLAGS), "rb") as file:
            found = os.fstat(file.fileno())
            _require_regular_file(name, found.st_mode)
            if found.st_size > limit_of(path.name):
                raise too_large(path.name)
            content = file.read(found.st_size + 1)
    except FileNotFoundError:
        raise UnreadableError(f"{name} does not exist.") from None
    except (OSError, ValueError) as error:
        raise _cannot_be_read(name, error) from None
    if len(content) != found.st_size:
        raise UnreadableError(f"{name} changed while it was read.")
    return content


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder.

    Raises:
        UnreadableError: if it is a link, does not exist or cannot be examined.
    """
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            _require_regular_file(clipped(path.name), mode)
        return stat.S_ISDIR(mode)
    except FileNotFoundError:
        raise UnreadableError(f"{clipped(path.name)} does not exist.") from None
    except (OSError, ValueError) as error:
        raise _cannot_be_read(clipped(path.name), error) from None


def walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below ``folder`` with its relative name, including links and devices; sorted.

    Raises:
        UnreadableError: if there are too many, or a folder cannot be listed.
    """
    pending, seen = [("", folder, 0)], 0
    while pending:
        above, here, depth = pending.pop(0)
        try:
            with os.scandir(here) as listing:
                found = []
                for entry in listing:
                    seen += not is_junk(entry.name)
                    if seen > MOST_FILES or depth > _DEEPEST:
                        raise _too_many(folder.name)
                    found.append((entry.name, entry.is_dir(follow_symlinks=False)))
        except OSError as error:
            raise _cannot_be_read(clipped(above + here.name), error) from None
        for name, is_directory in sorted(found, key=lambda each: os.fsencode(each[0])):
            if is_junk(name):
                continue
            if is_directory:
                pending.append((f"{above}{name}/", here / name, depth + 1))
            else:
                yield above + name, here / name


def _require_regular_file(name: str, mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = next((what for test, what in _KINDS if test(mode)), "a device, not a file")
        raise UnreadableError(f"{name} is {kind}.")


def _cannot_be_read(name: str, error: Exception) -> UnreadableError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return UnreadableError(f"{name} cannot be read ({reason}).")


def _too_many(name: str) -> UnreadableError:
    return UnreadableError(
        f"{clipped(name)} holds more than {MOST_FILES} files, or too deeply nested folders. "
        "Hand in your answers only."
    )
