"""The draft of a statement and stub: the contract in words, the domain, and a worked example to replace."""

import math
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from gradkata import sizes as size_terms
from gradkata.authoring.blanks import MARK
from gradkata.authoring.drafting.drafted_domain import drafted_domain
from gradkata.authoring.drafting.drafted_solution import head_of, solution_text
from gradkata.declaring.domain import Size, bounds
from gradkata.declaring.domain_text import sentence
from gradkata.declaring.functions import in_words
from gradkata.signature import Kind, Signature

_WIDTH = 110
_MOST_LITERALS = 8
_TEXT = f'''r"""
# {{title}}

{MARK}: the idea in one or two sentences: what it is for, and how to picture it.

$$\\text{{{{{MARK}: the formula}}}}$$

## Conventions

{{conventions}}

## Example

{MARK}: an example that one can work out by hand.

{{example}}

## Source

{MARK}: a paper or textbook, and the place in it.
"""

import numpy as np


def {{head}}:
    """{MARK}: in one line, what it returns."""
    raise NotImplementedError
'''


def statement_text(signature: Signature) -> str:
    """The text of ``katas/CHAPTER/KATA.py``."""
    conventions = [_wrapped(line) for line in _conventions(signature)]
    return _TEXT.format(
        title=title_of(signature.name),
        conventions="\n".join(conventions),
        example="\n".join(f"    {line}" for line in _example(signature)),
        head=head_of(signature),
    )


def title_of(name: str) -> str:
    """``Running sum`` for ``running_sum``."""
    words = name.strip("_").replace("_", " ")
    return words[:1].upper() + words[1:]


def _wrapped(line: str) -> str:
    return textwrap.fill(
        f"* {line}", _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _conventions(signature: Signature) -> Iterator[str]:
    for parameter in signature.parameters:
        default = f" Its default is {parameter.default!r}." if parameter.optional else ""
        what = "what it holds" if parameter.kind.shape or parameter.kind.depth else "what it is"
        yield f"`{parameter.name}` is {_in_words(parameter.kind)}.{default} {MARK}: {what}."
    yield sentence(drafted_domain(signature))
    if len(signature.results) == 1:
        yield f"The result is {_in_words(signature.results[0])}. {MARK}: what it says."
    else:
        results = ", ".join(map(_in_words, signature.results))
        yield f"The result is a tuple of {results}. {MARK}: what they say."
    yield f"{MARK}: open questions, such as ties and empty input."
    if any(each.kind.shape or each.kind.depth for each in signature.parameters):
        yield "The arguments are not changed."


def _in_words(kind: Kind) -> str:
    if kind.takes:
        return in_words(kind)
    if kind.base == "str":
        return "a " + "list of " * kind.depth + "string" + ("s" if kind.depth else "")
    name, dtype = {"f8": ("float", "float64"), "i8": ("integer", "int64"), "b1": ("Boolean", "bool")}[
        kind.base
    ]
    article = "an" if kind.base == "i8" else "a"
    if not kind.shape:
        return f"{article} {name}"
    sizes = ", ".join(map(size_terms.shown, kind.shape))
    return f"{article} {name} array ({dtype}) of shape `({sizes}{',' if len(kind.shape) == 1 else ''})`"


def _example(signature: Signature) -> Iterator[str]:
    """A call, and what the draft of the solution returns for it."""
    sources = _arguments(signature)
    call = f"{signature.name}({', '.join(sources.values())})"
    space: dict[str, Any] = {}
    exec(solution_text(signature), space)  # our own text
    returned = eval(call, {**space, "np": np})
    yield f">>> {call}"
    values = returned if isinstance(returned, tuple) else (returned,)
    shown = [_printed(value) for value in values]
    yield f"({', '.join(shown)})" if isinstance(returned, tuple) else shown[0]


def _printed(value: Any) -> str:
    if isinstance(value, np.ndarray) and not (value.ndim < 3 and 0 < value.size <= _MOST_LITERALS):
        return f"zeros({value.shape}, dtype={value.dtype})"  # its repr is no expression
    return repr(value)


def _arguments(signature: Signature) -> dict[str, str]:
    """Python for a small value of each argument, in the domain of the draft."""
    declared = drafted_domain(signature).declared
    kinds = [each.kind for each in signature.parameters]
    for wanted in (2, 1):
        known = {
            name: min(max(each.low, wanted), each.high)
            for name, each in declared.items()
            if isinstance(each, Size)
        }
        if sum(math.prod(_lengths(kind, known)) for kind in kinds if kind.shape) <= 2 * _MOST_LITERALS:
            break
    found = {}
    for parameter in signature.parameters:
        each = declared[parameter.name]
        if parameter.name in known:
            found[parameter.name] = str(known[parameter.name])
        elif parameter.kind == Kind("i8"):
            low, high = bounds(each, known)  # type: ignore[arg-type]
            found[parameter.name] = str(min(max(low, 2), high))
        else:
            found[parameter.name] = _value(parameter.kind, known)
    return found


def _lengths(kind: Kind, known: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(size_terms.evaluate(size, known) or 0 for size in kind.shape)


def _value(kind: Kind, known: Mapping[str, int]) -> str:
    if kind.takes:
        if len(kind.takes) == 2:
            return "lambda x, y: x * y"
        return "lambda x: x @ x" if kind.takes[0].shape else "lambda x: x**2"
    if kind.base == "str":
        words = "'ab'" if not kind.depth else "['ab', 'cd']"
        for _ in range(kind.depth - 1):
            words = f"[{words}]"
        return words
    if not kind.shape:
        return {"f8": "0.5", "i8": "2", "b1": "True"}[kind.base]
    shape = _lengths(kind, known)
    count = np.arange(math.prod(shape))
    values = {"f8": count + 1.0, "i8": count % 3, "b1": count % 2 == 0}[kind.base]
    if 0 < count.size <= _MOST_LITERALS:
        return f"np.array({values.reshape(shape).tolist()})"
    dtype = {"f8": "", "i8": ", dtype=np.int64", "b1": ", dtype=bool"}[kind.base]
    return f"np.ones({shape}{dtype})"
