"""Run the statements of a student's file in order, each guarded: a failed one costs only what it should define.

`run` executes the whole file at once, which is the fast way.  If a statement raises an exception, it is recorded, and
the statements after it are run one by one.  A file is run one by one from its beginning if it contains IPython
commands of an export or imports `gradkata`, if some of its statements must not be run, or if the grader wants to know
which statement is running.  That is the case after a first process has ended or was stopped while it was loading: the
grader starts another one that reports each statement before it is run, and then one without the statement that did
not return.

The number of a statement is its index at the top level of the file.
"""

import ast
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from types import CodeType, TracebackType
from typing import Any

from gradkata.isolation.inside import magics
from gradkata.isolation.inside.protocol import MAX_MESSAGE, MAX_NAME, MOST_PASSED_OVER

_FUTURE_ANNOTATIONS = (
    0x1000000  # `__future__.annotations.compiler_flag`: no other flag has an effect any more
)
_OURS = "gradkata"

PassedOver = tuple[int, str, str]
"""The line of a statement that was passed over, and the type and message of its exception; empty if it was not run."""


@dataclass
class Run:
    """One run of a file, and what became of its statements.

    ``skipped`` are the numbers of statements that are not run.  ``announce`` gets the number of each statement before
    it is run.  The exceptions ``passing`` belong to a debugger.  ``is_lenient``: a statement that cannot be compiled
    costs no other.  ``passed_over`` holds the first of ``total`` statements, ``magics`` the lines that were left out,
    and ``missing`` is the exception of a statement that should define the function called ``name``.
    """

    text: str | bytes
    filename: str
    namespace: dict[str, Any]
    name: str
    skipped: frozenset[int] = frozenset()
    announce: Callable[[int], None] | None = None
    passing: tuple[type[BaseException], ...] = ()
    passed_over: list[PassedOver] = field(default_factory=list)
    total: int = 0
    magics: list[int] = field(default_factory=list)
    missing: BaseException | None = None
    is_lenient: bool = False
    _statements: list[Any] | None = None
    _own: set[str] = field(default_factory=set)

    def statements(self) -> list[Any]:
        """The statements at the top level.

        Raises:
            SyntaxError, ValueError, RecursionError, MemoryError: if Python cannot read the file.
        """
        if self._statements is None:
            tree: Any = compile(self.text, self.filename, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
            found: list[Any] = tree.body
            if self.mentions(magics.SHELL):
                found, lines = magics.expanded(found, {self.name})
                self.magics = sorted({*self.magics, *lines})
            self._statements = found
        return self._statements

    def mentions(self, word: str) -> bool:
        """Whether a word is anywhere in the file."""
        return word in self.text if isinstance(self.text, str) else word.encode() in self.text


def run(this: Run) -> None:
    """Run a file to its end.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: if Python cannot compile the file.  Of a notebook, only
            the statement that it cannot compile fails.
    """
    try:
        whole = compile(this.text, this.filename, "exec", dont_inherit=True)
    except SyntaxError:
        if not this.is_lenient:
            raise
        whole = None
    if whole is None or this.skipped or this.announce or this.mentions(magics.SHELL) or this.mentions(_OURS):
        _run_apart(this, 0, 0)
        return
    try:
        exec(whole, this.namespace)
    except this.passing:
        raise
    except BaseException as error:
        failed = _statement_at(whole, this.statements(), error.__traceback__)
        if failed is None:
            raise
        _record(this, this.statements()[failed], error)
        _run_apart(this, failed + 1, whole.co_flags & _FUTURE_ANNOTATIONS)


def _run_apart(this: Run, start: int, flags: int) -> None:
    for number, statement in enumerate(this.statements()[start:], start):
        if number in this.skipped:
            _pass_over(this, statement, "", "")
            continue
        if _imports_ours(statement):
            this._own.update(_bound(statement))
            continue
        if this.announce:
            this.announce(number)
        try:
            code = compile(ast.Module([statement], []), this.filename, "exec", flags, dont_inherit=True)
            flags |= code.co_flags & _FUTURE_ANNOTATIONS
            exec(code, this.namespace)
        except this.passing:
            raise
        except BaseException as error:
            _record(this, statement, error)


def _record(this: Run, statement: Any, error: BaseException) -> None:
    """Note that a statement failed; one that only checks the answer with our own functions is not worth a note."""
    if this.name in _bound(statement):
        this.missing = error
        return
    name = message = ""
    with suppress(BaseException):  # a student's exception may do anything
        if isinstance(error, NameError) and error.name in this._own:
            return
        name = str(type(error).__name__)
        message = str.__getitem__(str(error), slice(MAX_MESSAGE))
    _pass_over(this, statement, name[:MAX_NAME] or "exception", message)


def _pass_over(this: Run, statement: Any, name: str, message: str) -> None:
    this.total += 1
    if len(this.passed_over) < MOST_PASSED_OVER:
        this.passed_over.append((_first_line(statement), name, message))


def _statement_at(code: CodeType, statements: list[Any], trace: TracebackType | None) -> int | None:
    """The number of the statement in which the module's own code was when it raised an exception."""
    while trace is not None and trace.tb_frame.f_code is not code:
        trace = trace.tb_next
    if trace is None:
        return None
    line, _, column, _ = list(code.co_positions())[trace.tb_lasti // 2]
    if line is None:
        return None
    place = (line, 0 if column is None else column)
    starts = [(_first_line(each), 0 if column is None else each.col_offset) for each in statements]
    reached = sum(start <= place for start in starts)
    return reached - 1 if reached else None


def _first_line(statement: Any) -> int:
    return int(min([statement.lineno, *[each.lineno for each in getattr(statement, "decorator_list", ())]]))


def _bound(statement: Any) -> list[str]:
    """The names that a statement itself binds: of a definition, an assignment or an import."""
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    aliases = statement.names if isinstance(statement, ast.Import | ast.ImportFrom) else ()
    imported = [each.asname or each.name.partition(".")[0] for each in aliases]
    return [getattr(statement, "name", ""), *[getattr(target, "id", "") for target in targets], *imported]


def _imports_ours(statement: Any) -> bool:
    """Whether an import is only of `gradkata`, with which students check themselves; no answer needs it."""
    if isinstance(statement, ast.ImportFrom):
        return bool(statement.module == _OURS and not statement.level)
    return isinstance(statement, ast.Import) and all(each.name == _OURS for each in statement.names)


def definitions(statements: list[Any], name: str) -> Iterator[Any]:
    """The statements at the top level that define a function anew; ``name = wrap(name)`` only changes it."""
    for statement in statements:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            if statement.name == name:
                yield statement
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and name in _bound(statement):
            value = statement.value
            if value is not None and not any(
                isinstance(node, ast.Name) and node.id == name for node in ast.walk(value)
            ):
                yield statement


def stub_lines(definition: Any) -> tuple[int, int, int] | None:
    """The first and last line of the statement with which a stub begins, and the line of the code below it, or 0.

    A stub raises NotImplementedError before it does anything else.
    """
    body = [each for each in getattr(definition, "body", ()) if not _is_nothing(each)]
    if not body or not isinstance(body[0], ast.Raise):
        return None
    raised = body[0].exc.func if isinstance(body[0].exc, ast.Call) else body[0].exc
    if not isinstance(raised, ast.Name) or raised.id != "NotImplementedError":
        return None
    below = body[1].lineno if len(body) > 1 else 0
    return body[0].lineno, body[0].end_lineno or body[0].lineno, below


def _is_nothing(statement: Any) -> bool:
    """Whether a statement is a docstring, `...` or `pass`."""
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )
