"""The text of the four cells of a kata, made from its stub and its plain answer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.excerpt import Fragment, parts
from gradkata.notebook.cells import Role
from gradkata.solution_files import bound

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"

_INDENTED = re.compile(r"^ {4}.*(?:\n(?: {4}.*|[ \t]*(?=\n {4})))*", re.MULTILINE)
_CHECK = """\
from gradkata import check

check({name})  # as often as you like; check({name}, hint=True) gives a hint
"""
_GRADE = """\
# This cell contains no test. After you hand in, your {name} is judged in the same way as by the cell above.
from gradkata import validate

validate({name})
"""


def sources(catalog: Catalog, slug: str) -> dict[Role, str]:
    """The text of each cell of a kata.

    Raises:
        LookupError: if its plain answer or one of its helpers is missing.
        ValueError: if its stub or its plain answer does not have the expected form or cannot be written out.
        SyntaxError: if a file cannot be parsed.
    """
    name = short_name(slug)
    stub = catalog.stub(slug).read_text("utf-8-sig")
    return {
        "statement": statement(stub),
        "answer": answer(stub, catalog.solution(slug), name),
        "check": _CHECK.format(name=name).strip(),
        "grade": _GRADE.format(name=name).strip(),
    }


def statement(stub: str) -> str:
    """The statement as Markdown, with its examples in fenced code blocks, so that Jupyter highlights them."""
    text = ast.get_docstring(ast.parse(stub)) or ""
    return _INDENTED.sub(lambda found: _fenced(found[0]), text)


def _fenced(block: str) -> str:
    if ">>>" not in block:
        return block
    lines = "\n".join(line.removeprefix("    ") for line in block.split("\n"))
    return f"```python\n{lines}\n```"


def answer(stub: str, solution: Path, name: str) -> str:
    """The stub's function with the plain answer between markers; nbgrader replaces that region with its own stub.

    There is one region from the first line of the body to the last helper: nbgrader would replace a second region,
    outside the function, with a `raise` statement that stops the cell.

    Raises:
        LookupError: if the plain answer or one of its helpers is missing.
        ValueError: if the stub or the plain answer does not have the expected form or cannot be written out.
        SyntaxError: if a file cannot be parsed.
    """
    head, imported = _head(stub)
    found = parts(solution, f"{name}_numpy", body_alone=True)
    plain = next(each for each in found.definitions if getattr(each.node, "name", "") == f"{name}_numpy")
    others = [each for each in found.definitions if each is not plain]
    for each in others:
        if name in bound(each.node) and each.lines is plain.lines:
            raise ValueError(f"the plain answer to {name} calls the reference, which must not be shown")
        if name in bound(each.node):
            raise ValueError(f"a helper of the plain answer to {name} has the same name; rename it")
    imports = [each.text for each in found.imports if not imported >= set(_named(each.node))]
    helpers = [block for block in ("\n".join(imports), *(each.text for each in others)) if block]
    region = f"    {BEGIN}\n{_body(plain)}"
    region = "\n\n\n".join([region, *helpers])
    text = f"{head}\n{region}\n{'' if helpers else '    '}{END}"
    return re.sub(rf"\b{name}_numpy\b", name, text)


def _head(stub: str) -> tuple[str, set[str]]:
    """The stub's lines between its statement and its `raise`, and the names that they import."""
    module, lines = ast.parse(stub), stub.splitlines()
    first, function = module.body[0], module.body[-1]
    if not isinstance(function, ast.FunctionDef) or not isinstance(function.body[-1], ast.Raise):
        raise ValueError("a stub must end with a function that raises NotImplementedError")
    kept = lines[first.end_lineno : function.body[-1].lineno - 1]
    return "\n".join(kept).strip("\n"), {name for node in module.body for name in _named(node)}


def _named(node: ast.stmt) -> Iterator[str]:
    """What a statement imports, as strings of the form "module name alias"."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        module = getattr(node, "module", "")
        yield from (f"{module} {alias.name} {alias.asname}" for alias in node.names)


def _body(plain: Fragment) -> str:
    """A function's lines without its head and docstring, but with the comments above the first statement."""
    function = plain.node
    if not isinstance(function, ast.FunctionDef):
        raise ValueError("a plain answer must be a function")
    documented = ast.get_docstring(function) is not None
    before = function.body[0].end_lineno if documented else function.body[0].lineno - 1
    return "\n".join(plain.lines[before : function.end_lineno]).strip("\n")
