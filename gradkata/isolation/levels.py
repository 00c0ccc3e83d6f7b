"""The levels of the sandbox, the strongest first."""

from typing import Literal, TypeAlias, get_args

Level: TypeAlias = Literal["bwrap", "kernel", "subprocess", "in-process"]
"""``bwrap``: like ``kernel``, with the server in namespaces of its own.  ``kernel``: Landlock, a filter of system
calls, and limits.  ``subprocess``: limits only.  ``in-process``: nothing; for a debugger."""

LEVELS: tuple[Level, ...] = get_args(Level)
CONFINING: frozenset[Level] = frozenset(("bwrap", "kernel"))
