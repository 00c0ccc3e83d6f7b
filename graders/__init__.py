"""Graders: what must hold of any right answer, and the ways it usually goes wrong.

A grader file imports what it needs from here and from NumPy, and nothing else::

    from graders import Kata, arg, same, st

A notebook judges a student's function with::

    from graders import check
"""

# Not out of `typing`: `kata` starts an interpreter more than once, and pays for what stands here each time.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from graders.engine.comparing.closeness import Tolerance
    from graders.engine.declaring.asserting import same
    from graders.engine.declaring.kata import Kata
    from graders.engine.declaring.recording import arg, st
    from graders.engine.notebook.checking import check, validate

__all__ = ["Kata", "Tolerance", "arg", "check", "same", "st", "validate"]

_HOMES = {
    "Kata": "graders.engine.declaring.kata",
    "Tolerance": "graders.engine.comparing.closeness",
    "arg": "graders.engine.declaring.recording",
    "check": "graders.engine.notebook.checking",
    "same": "graders.engine.declaring.asserting",
    "st": "graders.engine.declaring.recording",
    "validate": "graders.engine.notebook.checking",
}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module 'graders' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
