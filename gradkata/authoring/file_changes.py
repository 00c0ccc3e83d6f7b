"""Write several files together: all of them, or none."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_together(new: Mapping[Path, str], changed: Mapping[Path, str]) -> None:
    """Write new files and replace others; after an error or an interruption everything is as before.

    Raises:
        FileExistsError: if a new file exists already.
        OSError: if a file cannot be written.
    """
    folders: list[Path] = []
    prepared: list[tuple[Path, Path]] = []
    undo: list[tuple[Path, bytes | None]] = []
    try:
        for path, text in {**new, **changed}.items():
            _make_folders(path.parent, folders)
            beside = path.with_name(f".{path.name}-{os.getpid()}")
            prepared.append((beside, path))
            beside.write_bytes(text.encode("utf-8"))
        for beside, path in prepared:
            if path in changed:
                undo.append((path, path.read_bytes()))
                os.replace(beside, path)
            else:
                with path.open("xb"):  # refuses a file that has appeared in the meantime
                    undo.append((path, None))
                os.replace(beside, path)
    except BaseException:
        for path, before in reversed(undo):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)
        for beside, _ in prepared:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        for folder in reversed(folders):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    for each in (*reversed(folder.parents), folder):
        if not each.is_dir():
            each.mkdir()
            made.append(each)
