"""The page on all names that `gradkata` exports, made from their docstrings."""

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import gradkata
from gradkata.declaring.recording import NAMES

_HEAD = """# API

All names that `gradkata` exports, and `kernel`. [Writing a kata](authors.md) explains how they are used. This page is
written by `python -m gradkata.authoring.documents` from the docstrings.

```python
from gradkata import (
{names}
)
from gradkata.jit import kernel
```
"""
# The notes of a docstring that are lists.
_LISTS = ("Args:", "Raises:", "Returns:")
_WIDTH = 120
_KEPT = "\0"


def api_page() -> str:
    """The whole page."""
    kernel = importlib.import_module("gradkata.jit").kernel
    names = {name: getattr(gradkata, name) for name in sorted(gradkata.__all__, key=str.lower)}
    parts = [_HEAD.format(names="\n".join(f"    {name}," for name in names))]
    for name, value in {**names, "kernel": kernel}.items():
        parts += [f"\n## `{name}`\n\n", "\n\n".join(_described(name, value)), "\n"]
    return "".join(parts)


def _described(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, ModuleType):
        yield from _module(name, value)
    elif inspect.isclass(value):
        yield _call(name, value)
        yield markdown(inspect.getdoc(value) or "")
        yield from _members(name.lower(), vars(value))
    elif inspect.isfunction(value):
        yield _call(name, value)
        yield markdown(inspect.getdoc(value) or "")
    else:
        yield markdown(inspect.getdoc(value) or "")
        yield from _members(name, vars(type(value)))
        if name == "st":
            yield _wrapped("The strategies are " + ", ".join(f"`st.{each}`" for each in sorted(NAMES)) + ".")


def _members(owner: str, members: Any) -> Iterator[str]:
    """The public methods of a class, in the order in which they are defined."""
    for name, member in members.items():
        function = member.__func__ if isinstance(member, staticmethod) else member
        if inspect.isfunction(function) and not name.startswith("_"):
            is_method = not isinstance(member, staticmethod)
            yield f"### `{owner}.{name}`"
            yield _call(f"{owner}.{name}", function, skip=int(is_method))
            yield markdown(inspect.getdoc(function) or "")


def _module(name: str, module: ModuleType) -> Iterator[str]:
    """The functions and documented values of a module, in the order in which they are defined."""
    yield markdown(inspect.getdoc(module) or "")
    body = ast.parse(inspect.getsource(module)).body
    for node, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            if node.name in getattr(module, "__all__", [node.name]):
                function = getattr(module, node.name)
                yield f"### `{name}.{node.name}`"
                yield _call(f"{name}.{node.name}", function)
                yield markdown(inspect.getdoc(function) or "")
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                yield f"### `{name}.{node.targets[0].id}`"
                yield markdown(str(following.value.value))


def _call(name: str, function: Callable[..., Any], skip: int = 0) -> str:
    """How a function is called, with defaults and without types, as a block of Python."""
    signature = inspect.signature(function)
    parameters = [
        each.replace(annotation=each.empty, default=_Shown(each.default))
        if each.default is not each.empty
        else each.replace(annotation=each.empty)
        for each in list(signature.parameters.values())[skip:]
    ]
    shown = str(inspect.Signature(parameters))
    lines = textwrap.wrap(name + shown, _WIDTH - 10, subsequent_indent="    ", break_long_words=False)
    return "```python\n" + "\n".join(lines) + "\n```"


class _Shown:
    """A default that is printed as one writes it."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return self.value.__name__ if isinstance(self.value, type) else repr(self.value)


def markdown(docstring: str) -> str:
    """A docstring as Markdown: literals, examples, and the lists of arguments and errors."""
    paragraphs: list[str] = []
    is_example = False
    for block in re.split(r"\n[ \t]*\n", docstring):
        first = block.split("\n", 1)[0].strip()
        if (is_example and block.startswith("    ")) or first.startswith(">>>"):
            code = textwrap.dedent(block).rstrip()
            if paragraphs and paragraphs[-1].endswith("\n```"):
                paragraphs[-1] = paragraphs[-1].removesuffix("\n```") + f"\n\n{code}\n```"
            else:
                paragraphs.append(f"```python\n{code}\n```")
        elif first in _LISTS:
            paragraphs.append(_list(first, block.split("\n")[1:]))
        else:
            text = " ".join(block.split())
            is_example = text.endswith("::")
            paragraphs.append(_wrapped(_inline(text[:-1] if is_example else text)))
            continue
        is_example = is_example and block.startswith("    ")
    return "\n\n".join(paragraphs)


def _list(title: str, lines: list[str]) -> str:
    """``Args:`` with one item for each line that is not a continuation."""
    items: list[str] = []
    indent = len(lines[0]) - len(lines[0].lstrip())
    for line in lines:
        if len(line) - len(line.lstrip()) > indent and items:
            items[-1] += " " + line.strip()
        else:
            items.append(line.strip())
    shown = []
    for item in items:
        names, colon, text = item.partition(": ")
        marked = ", ".join(f"`{each.strip()}`" for each in names.split(","))
        shown.append(_wrapped(f"* {marked}: {_inline(text)}" if colon else f"* {_inline(item)}", "  "))
    return f"{title}\n\n" + "\n".join(shown)


def _inline(text: str) -> str:
    return text.replace("``", "`")


def _wrapped(text: str, indent: str = "") -> str:
    """Lines of the page; code is not broken, because a line that begins with a sign would begin a list."""
    kept = re.sub(r"`[^`]*`", lambda code: code[0].replace(" ", _KEPT), text)
    lines = textwrap.fill(
        kept, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return lines.replace(_KEPT, " ")
