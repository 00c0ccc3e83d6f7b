"""A notebook's statements, run one by one: as in a notebook, those after one that fails still run."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

_MOST_TOLD = 5
_FUTURE_ANNOTATIONS = 0x1000000  # `__future__.annotations.compiler_flag`: no other one counts any longer


def run_apart(
    tree: Any,
    filename: str,
    namespace: dict[str, Any],
    name: str,
    passing: tuple[type[BaseException], ...],
    line: Callable[[int], str],
) -> None:
    """Run the statements of a parsed module, each by itself, and print what fails.

    Where the one that should define ``name`` fails, and no other defines it, that is raised at the end.
    ``passing`` are exceptions that are raised at once; ``line`` gives the text of a line.
    """
    flags, told, wanted = 0, 0, None
    for statement in tree.body:
        try:
            code = compile(type(tree)([statement], []), filename, "exec", flags, dont_inherit=True)
            flags |= code.co_flags & _FUTURE_ANNOTATIONS
            exec(code, namespace)
        except passing:
            raise
        except (Exception, SystemExit) as error:
            if name in _bound(statement):
                wanted = error
            elif told < _MOST_TOLD:
                told += 1
                _tell(line(statement.lineno), error)
    if wanted is not None and not callable(namespace.get(name)):
        raise wanted


def _bound(statement: Any) -> list[str]:
    targets = getattr(statement, "targets", ())
    return [getattr(statement, "name", ""), *[getattr(target, "id", "") for target in targets]]


def _tell(line: str, error: BaseException) -> None:
    """Print what failed, for its student may miss what it would have bound."""
    with suppress(Exception):  # of a student's __str__, or a student's sys.stdout
        print(f"Passed over `{line}`: {type(error).__name__}: {error}")
