"""Temporary folders; those that a killed process left behind are removed by the next process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PREFIX = "gradkata-probes-"


@contextmanager
def scratch_folder() -> Iterator[str]:
    """A folder of this process's own, removed at the end."""
    import tempfile

    _sweep()
    with tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-") as folder:
        yield folder


def _sweep() -> None:
    """Remove the folders of processes that no longer exist; this works for the user's own folders only."""
    import shutil
    import tempfile

    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False):
                owner = entry.name.removeprefix(_PREFIX).partition("-")[0]
                if owner.isdecimal() and not _exists(int(owner)):
                    shutil.rmtree(entry.path, ignore_errors=True)


def _exists(pid: int) -> bool:
    """Whether a process with this id exists; True if the system does not say."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
