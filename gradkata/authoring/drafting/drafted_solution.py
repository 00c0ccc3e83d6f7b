"""The draft of a solution: a reference and a plain answer that return zeros of the right shape."""

from collections.abc import Iterator

from gradkata import sizes as size_terms
from gradkata.authoring.blanks import MARK
from gradkata.signature import Kind, Signature

_FIRST = f'''"""{MARK}: what is computed.

Source: {MARK}: a paper or textbook, and the place in it.
"""

import numpy as np


def {{head}}:
    """{MARK}: the reference, which every answer is compared with.

    Shapes: ``{{shapes}}``.
    """
{{body}}


def {{plain}}:
    """{MARK}: the same as a good student would write it, with NumPy alone."""
{{body}}
'''


def solution_text(signature: Signature) -> str:
    """The text of ``solutions/CHAPTER/KATA.py``."""
    head = head_of(signature)
    shapes = ",".join(str(each.kind) for each in signature.parameters)
    shapes += " -> " + ",".join(map(str, signature.results))
    body = "\n".join(f"    {line}" for line in _body(signature))
    return _FIRST.format(
        head=head, shapes=shapes, body=body, plain=head.replace(signature.name, f"{signature.name}_numpy", 1)
    )


def head_of(signature: Signature) -> str:
    """``iou(a, b)``: what follows ``def``."""
    shown = [each.name + (f"={each.default!r}" if each.optional else "") for each in signature.parameters]
    return f"{signature.name}({', '.join(shown)})"


def _body(signature: Signature) -> Iterator[str]:
    names = [name for kind in signature.results for size in kind.shape for name in size_terms.names(size)]
    for name in dict.fromkeys(name for name in names if name not in signature.integers):
        yield f"{name} = {_length(signature, name)}"
    results = ", ".join(_zeros(kind) for kind in signature.results)
    yield f"return {results}  # {MARK}: the right answer"


def _length(signature: Signature, name: str) -> str:
    """A size from the shape of an argument that has it, alone or in a sum."""
    for parameter in signature.parameters:
        for axis, size in enumerate(parameter.kind.shape):
            length = f"len({parameter.name})" if axis == 0 else f"{parameter.name}.shape[{axis}]"
            if size == name:
                return length
            rest = size.removeprefix(f"{name}+")
            if rest.isalnum() and rest != size:
                return f"{length} - {rest}"
            rest = size.removeprefix(f"{name}-")
            if rest.isalnum() and rest != size:
                return f"{length} + {rest}"
    return f"1  # {MARK}: find this size"


def _zeros(kind: Kind) -> str:
    if kind.base == "str":
        return "[]" if kind.depth else '""'
    if not kind.shape:
        return {"f8": "0.0", "i8": "0", "b1": "False"}[kind.base]
    lengths = ["0" if size_terms.is_free(size) else size for size in kind.shape]
    shape = lengths[0] if len(lengths) == 1 else f"({', '.join(lengths)})"
    dtype = {"f8": "", "i8": ", dtype=np.int64", "b1": ", dtype=bool"}[kind.base]
    return f"np.zeros({shape}{dtype})"
