"""A course with one kata that obeys every law, and copies of it with one mistake."""

import itertools
import shutil
from pathlib import Path

from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog, Collection

SLUG = "maths/row_sums"
STUB, SOLUTION, GRADER = (f"{folder}/{SLUG}.py" for folder in ("katas", "solutions", "graders"))
BANK, SYLLABUS = f"graders/{SLUG}.bank.json", "katas/syllabus.toml"

_numbers = itertools.count()

FILES = {
    SYLLABUS: """
[[chapter]]
title = "Maths"
katas = ["maths/row_sums"]
""",
    STUB: '''r"""
# Sums of rows

$$s_i = \\sum_j x_{ij}$$

## Conventions

* Input: `n` and `d` are from 0 to 50; `x` holds numbers from -1000 to 1000.
* A row without entries sums to 0.

## Example

    >>> row_sums(np.array([[1.0, 2.0], [3.0, 4.5]]))
    array([3. , 7.5])

## Source

Any textbook of linear algebra, section 1.
"""

import numpy as np


def row_sums(x):
    """Sum each row of `x`."""
    raise NotImplementedError
''',
    SOLUTION: '''"""Sums of rows."""

import numpy as np


def row_sums(x):
    """Sum all rows at once."""
    return x.sum(axis=1)


def row_sums_numpy(x):
    """Sum row by row."""
    sums = np.zeros(len(x))
    for i, row in enumerate(x):
        for value in row:
            sums[i] += value
    return sums


def row_sums_product(x):
    """Multiply with a vector of ones."""
    return x @ np.ones(x.shape[1])
''',
    GRADER: '''"""What must hold of sums of rows."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("row_sums(x: (n,d)) -> (n)", d=st.integers(2, 4))
kata.domain(n=arg.size(0, 50), d=arg.size(0, 50), x=arg.real(-1000, 1000))
kata.mistakes(without=["is_divided_by_d"])
kata.hints("How many numbers come out?")
kata.contract(points=1)
kata.agreement(points=7)
kata.edge("A row without entries sums to 0.", points=2, d=0)


@kata.property(points=0)
def is_linear(row_sums, x):
    """Twice the entries have twice the sums."""
    same(row_sums(2 * x), 2 * row_sums(x))


@kata.misconception
def sums_columns(x):
    """You sum each column. A row lies along the last axis."""
    return x.sum(axis=0)


@kata.misconception
def takes_means(x):
    """You divide by the number of entries. That is a mean."""
    return x.sum(axis=1) / max(x.shape[1], 1)


@kata.misconception
def starts_from_the_first_column(x):
    """You begin with the first entry. There may be none."""
    return x[:, 0] + x[:, 1:].sum(axis=1)


@kata.misconception
def sums_sizes(x):
    """You drop the signs. A sum keeps them."""
    return np.abs(x).sum(axis=1)


@kata.misconception
def skips_the_last_column(x):
    """You stop one entry early. The last one counts as well."""
    return x[:, :-1].sum(axis=1)
''',
}  # fmt: skip


def written(root: Path) -> Subject:
    """The kata as it should be, without a bank."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Subject(Catalog((Collection(root),)), SLUG)


def copied(whole: Subject, folder: Path) -> Subject:
    """A copy to spoil; each has a path of its own, because modules are cached by path."""
    root = folder / f"course{next(_numbers)}"
    shutil.copytree(whole.catalog.roots[0], root, ignore=shutil.ignore_patterns("__pycache__"))
    return Subject(Catalog((Collection(root),)), SLUG)


def spoiled(whole: Subject, folder: Path, name: str, old: str, new: str) -> Subject:
    """A copy in which a passage of one file is replaced; it must occur exactly once."""
    subject = copied(whole, folder)
    path = subject.catalog.roots[0] / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{name} holds {text.count(old)} times: {old}"
    path.write_text(text.replace(old, new), "utf-8")
    return subject
