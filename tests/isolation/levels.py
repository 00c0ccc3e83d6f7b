"""Which levels confine here; tests that need another one are skipped with the reason."""

from functools import cache

import pytest

from gradkata.isolation.inside import landlock
from gradkata.isolation.sandbox import Level
from gradkata.isolation.selftest import selftest


@cache
def lacking(level: Level) -> str:
    """Why `level` cannot start here; empty if it can, whether or not it holds."""
    if level in ("kernel", "bwrap") and landlock.version() == 0:
        return "This kernel has no Landlock, so nothing can be confined."
    if level != "bwrap":
        return ""
    result = selftest(level)
    return "" if result.probes else "; ".join(result.failures)


def at(*levels: Level) -> list[object]:
    """Parameters for a test that is to run at each of these levels."""
    return [
        pytest.param(each, marks=pytest.mark.skipif(bool(lacking(each)), reason=lacking(each)))
        for each in levels
    ]
