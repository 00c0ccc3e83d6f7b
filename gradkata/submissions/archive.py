"""Read the files of a zip archive, in memory only and within limits.  The sizes in its headers are not trusted."""

import os
import re
import stat
import zipfile
from io import BytesIO

from gradkata.submissions.files import (
    ARCHIVE_LIMIT,
    ARCHIVES,
    MOST_FILES,
    File,
    UnreadableError,
    clipped,
    is_junk,
    limit_of,
    too_large,
)
from gradkata.submissions.submission import SOURCE_LIMIT

_LARGEST_RATIO = 200
_ENTRY = b"PK\x01\x02"  # begins each entry of the table of contents
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OUTSIDE = re.compile(r"/|[A-Za-z]:")
_ENCRYPTED = 1


def unpacked(content: bytes, name: str) -> list[File]:
    """The .py files and notebooks of a zip, sorted.

    Raises:
        UnreadableError: if anything in it is not as it should be; then no file of it counts.
    """
    name = clipped(name)
    if content.count(_ENTRY) > MOST_FILES:
        raise UnreadableError(f"{name} holds more than {MOST_FILES} files. Hand in your answers only.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            wanted = _wanted(archive.infolist(), name)
            return sorted(_read(archive, wanted, name))
    except UnreadableError:
        raise
    except Exception:  # zipfile passes on whatever its parts raise for damaged bytes
        raise UnreadableError(
            f"{name} is damaged or not a zip file. Zip it again and hand it in again."
        ) from None


def _wanted(entries: list[zipfile.ZipInfo], name: str) -> list[zipfile.ZipInfo]:
    """The entries to read, after all entries have been checked."""
    files = [entry for entry in entries if not entry.is_dir()]
    for entry in entries:
        _refuse_odd(entry, name)
    names = [entry.filename for entry in files]
    for twice in sorted({each for each in names if names.count(each) > 1})[:1]:
        raise UnreadableError(f"{name} holds {clipped(twice)} twice, so it is unclear which one counts.")
    if sum(entry.file_size for entry in files) > ARCHIVE_LIMIT:
        raise _unpacks_too_large(name)
    files = [entry for entry in files if not any(map(is_junk, entry.filename.split("/")))]
    for entry in files:
        shown = clipped(entry.filename)
        if entry.filename.lower().endswith(ARCHIVES):
            raise UnreadableError(f"{name} holds another archive, {shown}. Put your files into one zip.")
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableError(f"{name} is protected by a password. Zip it again without one.")
    wanted = [entry for entry in files if entry.filename.lower().endswith((".py", ".ipynb"))]
    for entry in wanted:
        if entry.compress_type not in _METHODS:
            raise UnreadableError(
                f"{name} is compressed with a method other than deflate. Hand in an ordinary zip."
            )
    return wanted


def _refuse_odd(entry: zipfile.ZipInfo, name: str) -> None:
    """Refuse what no ordinary program creates: names outside the folder, links, extreme sizes."""
    path, shown = entry.filename, clipped(entry.filename)
    if _OUTSIDE.match(path) or ".." in path.split("/") or "\\" in path or entry.orig_filename != path:
        raise UnreadableError(f"{name} holds a file named {shown}, which is outside its folder.")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise UnreadableError(f"{name} holds {shown}, which is a link or a device. Include the file itself.")
    if _is_bomb(entry.file_size, entry.compress_size):
        raise _unpacks_too_large(name)


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> list[File]:
    found, total = [], 0
    for entry in entries:
        limit = limit_of(entry.filename)
        with archive.open(entry) as member:
            # One byte more than claimed, so that a false size is noticed.
            content = member.read(min(limit, entry.file_size) + 1)
        total += len(content)
        if total > ARCHIVE_LIMIT or _is_bomb(len(content), entry.compress_size):
            raise _unpacks_too_large(name)
        if len(content) > limit:
            raise too_large(os.path.basename(entry.filename))
        found.append(File(entry.filename, content))
    return found


def _is_bomb(size: int, packed: int) -> bool:
    return size > SOURCE_LIMIT and size > _LARGEST_RATIO * packed


def _unpacks_too_large(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} is much too large when unpacked. Clear the outputs of notebooks and zip it again."
    )
