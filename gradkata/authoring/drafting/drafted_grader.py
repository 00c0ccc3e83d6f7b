"""The draft of a grader: the domain, points that add up to 10, standard edges, and patterns for the rest."""

from collections.abc import Iterator

from gradkata.authoring.blanks import MARK
from gradkata.authoring.drafting.drafted_domain import domain_lines, drafted_declarations, numbers_of
from gradkata.declaring.domain import Size
from gradkata.declaring.kata import TOTAL_POINTS
from gradkata.signature import Signature

_MOST_SCORED = 3
_LARGE = (30, 12, 6, 4, 2)
_MOST_NUMBERS = 200


def grader_text(signature: Signature) -> str:
    """The text of ``graders/CHAPTER/KATA.py``."""
    return "\n".join([*_head(signature), *_points(signature), *_patterns(signature)]) + "\n"


def _head(signature: Signature) -> Iterator[str]:
    lines = domain_lines(signature)
    names = "Kata, arg, same" + (", st" if "st." in "".join(lines) else "")
    yield f'"""Properties of every right `{signature.name}`, and the usual mistakes."""'
    yield from ("", "import numpy as np", "", f"from gradkata import {names}", "")
    yield f'kata = Kata("{signature}")'
    yield f"# {MARK}: adapt every range, and the sentence of the statement that begins with `Input:`."
    yield from lines
    yield f'kata.hints("{MARK}: a question that leads to the answer.")'
    yield ""


def _points(signature: Signature) -> Iterator[str]:
    edges = list(_edges(signature))
    scored = [edge for edge in edges if edge[1]]
    yield "kata.contract(points=1)"
    yield f"kata.agreement(points={TOTAL_POINTS - 1 - len(scored)})"
    for claim, points, draws in edges:
        yield f'kata.edge("{claim}", points={points}, {draws})'
    yield ""


def _edges(signature: Signature) -> Iterator[tuple[str, int, str]]:
    """The claim, points and draws of the edges that a signature suggests."""
    declared = drafted_declarations(signature)
    ranges = {name: each for name, each in declared.items() if isinstance(each, Size)}
    empty = [f"{name}=0" for name, each in ranges.items() if each.low == 0]
    empty += [f"{each.name}=[]" for each in signature.parameters if each.kind.depth]
    for count, draws in enumerate(empty):
        yield f"With {draws} {MARK}: the result.", int(count < _MOST_SCORED), draws
    if any(each.low <= 1 for each in ranges.values()):
        ones = ", ".join(f"{name}={max(each.low, 1)}" for name, each in ranges.items())
        yield f"With {ones} {MARK}: the result.", 0, ones
    if large := _large(signature, ranges):
        yield f"With {large} {MARK}: what stays right.", 0, large
    if not ranges and not empty:
        numbers = [each for each in signature.parameters if each.kind.base in ("f8", "i8")]
        for parameter in numbers[:1]:
            zero = f"{parameter.name}={'0.0' if parameter.kind.base == 'f8' else 0}"
            yield f"With {zero} {MARK}: the result.", 1, zero


def _large(signature: Signature, ranges: dict[str, Size]) -> str:
    """Sizes as large as a bank can hold in full for several examples; longer input is asked by recipes."""
    kinds = [*(each.kind for each in signature.parameters), *signature.results]
    for length in _LARGE:
        known = {name: min(max(length, each.low), each.high) for name, each in ranges.items()}
        if known and sum(numbers_of(kind, known) for kind in kinds if kind.shape) <= _MOST_NUMBERS:
            return ", ".join(f"{name}={value}" for name, value in known.items())
    return ""


def _patterns(signature: Signature) -> Iterator[str]:
    name, arguments = signature.name, ", ".join(signature.names)
    yield from (
        f"# {MARK}: a relation that holds for every right answer, such as a symmetry, a scale or an inverse.",
        "# @kata.property(points=0)",
        f"# def holds_for_every_answer({name}, {arguments}):",
        '#     """Say what holds: a student reads this sentence when it does not."""',
        f"#     same({name}({arguments}), {name}({arguments}))",
        "",
        f"# {MARK}: at least three wrong answers, each with one mistake that is special to this kata.",
        "# @kata.misconception",
        f"# def forgets_something({arguments}):",
        '#     """You forget something. Say what the code does and why that is wrong, without the right answer."""',
        "#     return np.zeros(3)",
    )
