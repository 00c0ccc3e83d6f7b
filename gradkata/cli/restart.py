"""Restart the interpreter if its environment would make answers depend on the machine."""

import os
import sys

from gradkata.isolation.environment import WANTED

TYPE_CHECKING = False  # `typing` would be imported twice, before a restart and after

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

GUARD = "GRADKATA_RESTARTED"


def restart(
    environ: "MutableMapping[str, str] | None" = None,
    arguments: list[str] | None = None,
    execv: "Callable[[str, list[str]], object]" = os.execv,
) -> None:
    """Set the environment that judging needs and, if it was different, restart the interpreter.

    Returns only if nothing had to be done or a restart is not possible: after the one restart, on a
    system whose ``exec`` leaves the shell without its child, and if the interpreter reads its program
    from a prompt or a pipe, which cannot be read twice.
    """
    environ = os.environ if environ is None else environ
    arguments = sys.orig_argv if arguments is None else arguments
    has_restarted = environ.pop(GUARD, None) is not None
    if all(environ.get(name) == value for name, value in WANTED.items()):
        return
    environ.update(WANTED)
    if has_restarted or not _can_restart(arguments):
        return
    environ[GUARD] = "1"
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        execv(sys.executable, [sys.executable, *arguments[1:]])
    except OSError:
        environ.pop(GUARD, None)


def _can_restart(arguments: list[str]) -> bool:
    if os.name == "nt" or not sys.executable or sys.flags.ignore_environment:
        return False
    if len(arguments) < 2 or arguments[1] == "-" or hasattr(sys, "ps1") or sys.flags.interactive:
        return False
    # Under a debugger or a tracer, a restart would lose the breakpoints.
    return sys.gettrace() is None
