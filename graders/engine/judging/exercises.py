"""From a slug to all that judging it takes; what is needed to teach is loaded when it is needed."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from graders.engine.declaring.kata import Kata
from graders.engine.drawing.bank import load as load_bank
from graders.engine.judging.judge import Exercise
from graders.engine.tree import Tree, load, module_name, short_name


def exercise(tree: Tree, slug: str, bank: Path | None = None) -> Exercise:
    """One kata with its bank: the public one, or that of a course.

    Raises:
        BankError: where the bank is missing or cannot be read.
        LookupError: where the grader file declares no such kata.
    """
    asked = load_bank(bank or tree.bank(slug))
    return Exercise(slug, load_kata(tree, slug), asked, lambda: plain_answer(tree, slug))


def load_kata(tree: Tree, slug: str) -> Kata:
    """The kata that a grader file declares.

    Raises:
        LookupError: where the file assigns no ``kata``, or one of another name.
    """
    kata = getattr(load(tree.grader(slug), module_name("graders", slug)), "kata", None)
    if not isinstance(kata, Kata) or kata.signature.name != short_name(slug):
        raise LookupError(f"graders/{slug}.py assigns no `kata = Kata('{short_name(slug)}(...) -> ...')`")
    return kata


def load_solution(tree: Tree, slug: str) -> ModuleType:
    """The module of right answers; it imports Numba only when the reference is called."""
    if str(tree.root) not in sys.path:  # a course's own solutions import their siblings
        sys.path.append(str(tree.root))
    return load(tree.solution(slug), module_name("solutions", slug))


def plain_answer(tree: Tree, slug: str) -> Callable[..., Any]:
    """The plain right answer, which explains a failure without Numba."""
    answer: Callable[..., Any] = getattr(load_solution(tree, slug), short_name(slug) + "_numpy")
    return answer
