"""Run the statements of a notebook one by one: as in a notebook, those after a failed one still run."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

_MOST_PRINTED = 5
_FUTURE_ANNOTATIONS = (
    0x1000000  # `__future__.annotations.compiler_flag`: no other flag has an effect any more
)


def run_apart(
    tree: Any,
    filename: str,
    namespace: dict[str, Any],
    name: str,
    passing: tuple[type[BaseException], ...],
    line: Callable[[int], str],
) -> None:
    """Run the statements of a parsed module, each by itself, and print what fails.

    If the statement that should define ``name`` fails, and no other one defines it, its exception is raised at
    the end.  The exceptions ``passing`` are raised at once; ``line`` returns the text of a line.
    """
    flags, printed, missing = 0, 0, None
    for statement in tree.body:
        try:
            code = compile(type(tree)([statement], []), filename, "exec", flags, dont_inherit=True)
            flags |= code.co_flags & _FUTURE_ANNOTATIONS
            exec(code, namespace)
        except passing:
            raise
        except (Exception, SystemExit) as error:
            if name in _bound(statement):
                missing = error
            elif printed < _MOST_PRINTED:
                printed += 1
                _print_failure(line(statement.lineno), error)
    if missing is not None and not callable(namespace.get(name)):
        raise missing


def _bound(statement: Any) -> list[str]:
    targets = getattr(statement, "targets", ())
    return [getattr(statement, "name", ""), *[getattr(target, "id", "") for target in targets]]


def _print_failure(line: str, error: BaseException) -> None:
    """Print what failed, since the student may miss the names that it should have defined."""
    with suppress(Exception):  # raised by a student's __str__ or sys.stdout
        print(f"Skipped `{line}`: {type(error).__name__}: {error}")
