"""Run a student's code in this process, for a debugger: nothing confines or stops it."""

import math
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from gradkata.isolation.inside.student import Student
from gradkata.isolation.limits import Limits
from gradkata.isolation.replies import Reply, loaded, parse


class DebuggedChild:
    """A replacement for :class:`child.Child` without a process of its own; printed text appears at once."""

    def __init__(self, limits: Limits) -> None:
        from bdb import BdbQuit

        self._limits = replace(limits, call_cpu_seconds=math.inf)
        self._student = Student(limits.reply_bytes, (KeyboardInterrupt, BdbQuit))

    def load(
        self,
        source: bytes,
        filename: str,
        function: str,
        skipped: Sequence[int] | None = None,
        is_announced: bool = False,
    ) -> Reply:
        """Load the file; the value is True, or the names it defines if ``function`` is not a function."""
        with warnings.catch_warnings(), np.errstate():
            warnings.simplefilter("ignore")
            payload = self._student.load(source, filename, function, skipped or ())
        return loaded(parse(payload, self._limits))

    def calls(self, function: str, frames: Sequence[bytes]) -> Iterator[Reply]:
        """One reply for each call; each frame is the encoded list of a call's arguments."""
        for frame in frames:
            with warnings.catch_warnings(), np.errstate():
                warnings.simplefilter("ignore")
                payload = self._student.call(function, frame)
            yield parse(payload, self._limits)

    def printed(self) -> tuple[str, bool]:
        """Nothing: it has been shown already."""
        return "", False

    def close(self) -> None:
        """Do nothing: there is no process to end."""

    def __enter__(self) -> "DebuggedChild":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
