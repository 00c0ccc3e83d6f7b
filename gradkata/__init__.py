"""gradkata: deep-learning concepts as katas.

A grader file imports only from here and from NumPy::

    from gradkata import Kata, arg, same, st

A notebook judges a student's function with::

    from gradkata import check
"""

# Not imported from `typing`: `kata` starts several interpreters, and each of them would pay for that import.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from gradkata import inputs, mistakes
    from gradkata.comparing.closeness import Tolerance
    from gradkata.declaring import functions
    from gradkata.declaring.asserting import close_to_mean, same
    from gradkata.declaring.domain import arg
    from gradkata.declaring.kata import Kata
    from gradkata.declaring.recording import st
    from gradkata.notebook.checking import check, try_out, validate

__all__ = [
    "Kata",
    "Tolerance",
    "arg",
    "check",
    "close_to_mean",
    "functions",
    "inputs",
    "mistakes",
    "same",
    "st",
    "try_out",
    "validate",
]

_HOMES = {
    "Kata": "gradkata.declaring.kata",
    "Tolerance": "gradkata.comparing.closeness",
    "arg": "gradkata.declaring.domain",
    "check": "gradkata.notebook.checking",
    "close_to_mean": "gradkata.declaring.asserting",
    "functions": "gradkata.declaring.functions",
    "inputs": "gradkata.inputs",
    "mistakes": "gradkata.mistakes",
    "same": "gradkata.declaring.asserting",
    "st": "gradkata.declaring.recording",
    "try_out": "gradkata.notebook.checking",
    "validate": "gradkata.notebook.checking",
}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module 'gradkata' has no attribute {name!r}")
    from importlib import import_module

    module = import_module(_HOMES[name])
    return module if module.__name__.endswith(f".{name}") else getattr(module, name)
