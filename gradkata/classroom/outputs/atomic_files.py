"""Files that a reader finds old or new, never half: written beside their place, synced, renamed."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_BEFORE, _AFTER = ".kata-", ".tmp"
# Says that a folder is ours, so that nothing is ever removed from one that is not.
_MARK = ".kata-folder"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)


class OutputError(Exception):
    """A file could not be written; says which, why, and what to do."""


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[bytes], None]]:
    """A function that takes the new content of ``path`` piece by piece.

    The new file takes its place when the block ends well.  Content that is already there is compared
    and not written: a file that would not change is not touched.

    Raises:
        OutputError: where the disk is full, or the folder cannot be written to.
    """
    with told(path):
        replacement = _Replacement(path)
    try:
        yield lambda piece: _write(replacement, piece)
        with told(path):
            replacement.finish()
    finally:
        replacement.close()


def replace(path: Path, content: bytes) -> None:
    """Make ``content`` the whole of a file.

    Raises:
        OutputError: as of `replacing`.
    """
    with replacing(path) as write:
        write(content)


def prepare(folder: Path, *, ours_alone: bool) -> None:
    """Make a folder where it is missing, and remove what a killed run left half written.

    Raises:
        OutputError: where it cannot be made, or shall be ``ours_alone`` and holds files of others.
    """
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(_BEFORE) and entry.name.endswith(_AFTER):
                    os.unlink(entry.path)
        if not ours_alone or (folder / _MARK).exists():
            return
        if any(folder.iterdir()):
            raise OutputError(
                f"{folder} holds files that `kata grade` did not write. Files of students who are gone are "
                "removed from there, so it must hold nothing else: move them, or choose another --out."
            )
        (folder / _MARK).touch()


def keep_only(folder: Path, names: set[str], endings: tuple[str, ...]) -> None:
    """Remove from a folder of ours all but the files of ``names``, and make what is left last.

    Raises:
        OutputError: where that cannot be done.
    """
    with told(folder), os.scandir(folder) as entries:
        for entry in entries:
            name, ending = os.path.splitext(entry.name)
            is_kept = entry.name == _MARK or (name in names and ending in endings)
            if not is_kept and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)
    sync(folder)


def sync(folder: Path) -> None:
    """Make what was renamed in a folder outlast a loss of power."""
    if os.name == "nt":  # a folder cannot be opened there
        return
    with told(folder):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn a failure of the system into one sentence with the remedy."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        if error.errno in _FULL:
            remedy = "Free some space and run the same command again"
        elif error.errno in _CLOSED:
            remedy = "Make the folder writable, or choose another --out, and run the same command again"
        else:
            remedy = "Run the same command again when that is mended"
        raise OutputError(f"{path} could not be written: {why}. {remedy}; no result is lost.") from error


class _Replacement:
    """The old file for as long as nothing differs, then a new one beside it."""

    def __init__(self, path: Path) -> None:
        self.path, self.beside = path, path.with_name(f"{_BEFORE}{path.name}{_AFTER}")
        self.old: IO[bytes] | None = None
        self.new: IO[bytes] | None = None
        self.same = 0
        with suppress(FileNotFoundError):
            self.old = path.open("rb")

    def write(self, piece: bytes) -> None:
        if self.new is None and self.old is not None and self.old.read(len(piece)) == piece:
            self.same += len(piece)
            return
        self._begun().write(piece)

    def finish(self) -> None:
        if self.new is None and self.old is not None and not self.old.read(1):
            return
        new = self._begun()
        new.flush()
        os.fsync(new.fileno())
        self._close_both()  # Windows renames no open file, and over none
        os.replace(self.beside, self.path)
        self.new = None

    def close(self) -> None:
        self._close_both()
        if self.new is not None:
            with suppress(OSError):
                self.beside.unlink()

    def _begun(self) -> IO[bytes]:
        if self.new is None:
            self.new = self.beside.open("xb")
            if self.old is not None:
                self.old.seek(0)
                left = self.same
                while left and (piece := self.old.read(min(left, 1 << 20))):
                    left -= len(piece)
                    self.new.write(piece)
        return self.new

    def _close_both(self) -> None:
        for stream in (self.old, self.new):
            if stream is not None:
                with suppress(OSError):  # what could not be flushed was told before
                    stream.close()


def _write(replacement: _Replacement, piece: bytes) -> None:
    with told(replacement.path):
        replacement.write(piece)
