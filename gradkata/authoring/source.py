"""The source text of one definition with its syntax tree, and changes to the text at nodes of the tree."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

_ATOMS = (ast.Name, ast.Call, ast.Subscript, ast.Attribute, ast.Constant, ast.List)
_INSIDE = (ast.Constant, ast.Name, ast.Attribute, ast.Slice, ast.Tuple, ast.keyword, ast.Starred)
_LONGEST = 48


@dataclass(frozen=True)
class Change:
    """One mutation: ``text`` replaces ``node``.

    ``note`` is the first part of its name, which the changed expression follows: "> -> >= in", "drop".
    """

    note: str
    node: ast.AST
    text: str


@dataclass(frozen=True)
class Source:
    """One definition at the top of a module; ``names`` are the imports and definitions that it may use."""

    text: str
    names: frozenset[str]

    @cached_property
    def tree(self) -> ast.stmt:
        """The definition."""
        return ast.parse(self.text).body[0]

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """The parent of each node."""
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        lines = self._bytes.split(b"\n")
        return tuple(sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines)))

    @cached_property
    def _bytes(self) -> bytes:
        return self.text.encode()  # the parser counts columns in bytes

    def span(self, node: ast.AST) -> tuple[int, int]:
        """The start and end of a node in bytes, without the parentheses around it."""
        place = vars(node)
        start = self._lines[place["lineno"] - 1] + place["col_offset"]
        return start, self._lines[place["end_lineno"] - 1] + place["end_col_offset"]

    def of(self, node: ast.AST) -> str:
        """The source text of a node."""
        return self._between(*self.span(node))

    def atom(self, node: ast.AST) -> str:
        """The source text of a node, in parentheses if an operator next to it could split it."""
        return self.of(node) if isinstance(node, _ATOMS) else f"({self.of(node)})"

    def gap(self, before: ast.AST, after: ast.AST) -> tuple[int, int, str]:
        """The text between two nodes, for example an operator: its start, end and text."""
        start, end = self.span(before)[1], self.span(after)[0]
        return start, end, self._between(start, end)

    def rewritten(self, node: ast.AST, *edits: tuple[int, int, str]) -> str:
        """The source text of a node with some of its spans replaced; they must be in ascending order."""
        at, stop = self.span(node)
        pieces = []
        for start, end, text in edits:
            pieces += [self._between(at, start), text]
            at = end
        return "".join([*pieces, self._between(at, stop)])

    def swapped(self, node: ast.AST, one: ast.AST, other: ast.AST) -> str:
        """The source text of a node with two of its parts swapped."""
        return self.rewritten(node, (*self.span(one), self.of(other)), (*self.span(other), self.of(one)))

    def applied(self, change: Change) -> str | None:
        """The whole text after a change, with parentheses only where they matter; None if it is not valid Python."""
        start, end = self.span(change.node)
        before, after = self._between(0, start), self._between(end, len(self._bytes))
        bare, wrapped = before + change.text + after, f"{before}({change.text}){after}"
        bare_tree, wrapped_tree = parsed(bare), parsed(wrapped)
        if wrapped_tree is None:
            return bare if bare_tree else None
        return bare if bare_tree and ast.dump(bare_tree) == ast.dump(wrapped_tree) else wrapped

    def shown(self, node: ast.AST) -> str:
        """The expression that contains a change, shortened; its layout does not matter."""
        while _says_little(node) and not isinstance(self.parents[node], ast.stmt):
            node = self.parents[node]
        above = self.parents.get(node)
        if _says_little(node) and isinstance(above, (ast.Return, ast.Assign, ast.AugAssign)):
            node = above
        text = ast.unparse(node) if hasattr(node, "lineno") else "its parameters"
        text = " ".join(text.split())
        return text if len(text) <= _LONGEST else text[: _LONGEST - 3].rstrip() + "..."

    def _between(self, start: int, end: int) -> str:
        return self._bytes[start:end].decode()


Operator = Callable[[ast.AST, Source], Iterator[Change]]


def parsed(text: str) -> ast.Module | None:
    """The syntax tree of a text, or None if it has none."""
    try:
        return ast.parse(text)
    except SyntaxError:
        return None


def mutable_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that may be changed, outermost first.

    Annotations, decorators, docstrings and error messages are skipped, since no grader checks them; so are
    guards that only raise, since no call of a bank reaches them.
    """
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "msg"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_out_of_reach(child):
                yield from mutable_nodes(child)


def _is_out_of_reach(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return not node.orelse and all(isinstance(each, ast.Raise) for each in node.body)
    return isinstance(node, (ast.Raise, ast.JoinedStr, ast.Import, ast.ImportFrom))


def _says_little(node: ast.AST) -> bool:
    is_negative_number = isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)
    return is_negative_number or isinstance(node, _INSIDE)


def is_reversal(node: ast.AST | None) -> bool:
    """Whether a node is the slice ``::-1``."""
    if not isinstance(node, ast.Slice) or node.lower or node.upper or node.step is None:
        return False
    return ast.unparse(node.step) == "-1"
