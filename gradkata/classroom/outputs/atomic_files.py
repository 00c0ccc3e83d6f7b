"""Atomic replacement of files: written to a temporary file in the same folder, synced, then renamed."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_BEFORE, _AFTER = ".kata-", ".tmp"
# Marks a folder as created by `kata grade`; files are removed from such folders only.
_MARK = ".kata-folder"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)


class OutputError(Exception):
    """A file could not be written; the message says which, why, and what to do."""


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[bytes], None]]:
    """A function that takes the new content of ``path`` piece by piece.

    The new file replaces the old one when the ``with`` block ends without an exception.  Content that equals the
    old file is only compared: a file that would not change is not written at all.

    Raises:
        OutputError: if the disk is full, or the folder cannot be written to.
    """
    with readable_errors(path):
        replacement = _Replacement(path)
    try:
        yield lambda piece: _write(replacement, piece)
        with readable_errors(path):
            replacement.finish()
    finally:
        replacement.close()


def replace(path: Path, content: bytes) -> None:
    """Replace the whole content of a file.

    Raises:
        OutputError: if the disk is full, or the folder cannot be written to.
    """
    with replacing(path) as write:
        write(content)


def prepare(folder: Path, *, exclusive: bool) -> None:
    """Create a folder if it is missing, and remove temporary files that a killed run left.

    Raises:
        OutputError: if it cannot be created, or if it is to be ``exclusive`` and has files that `kata grade` did not
            write.
    """
    with readable_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(_BEFORE) and entry.name.endswith(_AFTER):
                    os.unlink(entry.path)
        if not exclusive or (folder / _MARK).exists():
            return
        if any(folder.iterdir()):
            raise OutputError(
                f"{folder} contains files that `kata grade` did not write. Files of students who have left are "
                "removed from it, so it must contain nothing else: move them, or choose another --out."
            )
        (folder / _MARK).touch()


def keep_only(folder: Path, names: set[str], endings: tuple[str, ...]) -> None:
    """Remove all files from an exclusive folder except those of ``names``, then sync it.

    Raises:
        OutputError: if a file cannot be removed.
    """
    with readable_errors(folder), os.scandir(folder) as entries:
        for entry in entries:
            name, ending = os.path.splitext(entry.name)
            is_kept = entry.name == _MARK or (name in names and ending in endings)
            if not is_kept and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)
    sync(folder)


def sync(folder: Path) -> None:
    """Sync a folder, so that renamed files survive a power failure."""
    if os.name == "nt":  # Windows cannot open a folder
        return
    with readable_errors(folder):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into an `OutputError` that names the remedy."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        if error.errno in _FULL:
            remedy = "Free some space and run the same command again"
        elif error.errno in _CLOSED:
            remedy = "Make the folder writable, or choose another --out, and run the same command again"
        else:
            remedy = "Run the same command again when that is fixed"
        raise OutputError(f"{path} could not be written: {why}. {remedy}; no result is lost.") from error


class _Replacement:
    """Compares with the old file until a piece differs, then writes a temporary file in the same folder."""

    def __init__(self, path: Path) -> None:
        self.path, self.temporary = path, path.with_name(f"{_BEFORE}{path.name}{_AFTER}")
        self.old: IO[bytes] | None = None
        self.new: IO[bytes] | None = None
        self.same = 0
        with suppress(FileNotFoundError):
            self.old = path.open("rb")

    def write(self, piece: bytes) -> None:
        if self.new is None and self.old is not None and self.old.read(len(piece)) == piece:
            self.same += len(piece)
            return
        self._opened().write(piece)

    def finish(self) -> None:
        if self.new is None and self.old is not None and not self.old.read(1):
            return
        new = self._opened()
        new.flush()
        os.fsync(new.fileno())
        self._close_both()  # Windows can neither rename an open file nor replace one
        os.replace(self.temporary, self.path)
        self.new = None

    def close(self) -> None:
        self._close_both()
        if self.new is not None:
            with suppress(OSError):
                self.temporary.unlink()

    def _opened(self) -> IO[bytes]:
        if self.new is None:
            self.new = self.temporary.open("xb")
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
                with suppress(OSError):  # an error of flushing was reported before
                    stream.close()


def _write(replacement: _Replacement, piece: bytes) -> None:
    with readable_errors(replacement.path):
        replacement.write(piece)
