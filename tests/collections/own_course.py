"""A course's own collection, made by hand: two katas, one with helpers, one with a Numba kernel."""

from pathlib import Path

ROW_SUMS, RUNNING_SUM = "tables/row_sums", "signals/running_sum"
SLUGS = (ROW_SUMS, RUNNING_SUM)

STATEMENT = '''r"""
# {title}

$${formula}$$

## Conventions

* {convention}

## Example

    >>> {example}
    {printed}

## Source

Any textbook of linear algebra, section 1.
"""

import numpy as np


def {head}:
    """{gist}"""
    raise NotImplementedError
'''

FILES = {
    "katas/syllabus.toml": """
[[chapter]]
title = "Tables"
katas = ["tables/row_sums"]

[[chapter]]
title = "Signals"
katas = ["signals/running_sum"]
""",
    f"katas/{ROW_SUMS}.py": STATEMENT.format(
        title="Sums of rows",
        formula=r"s_i = \sum_j x_{ij}",
        convention="Input: `n` and `d` are from 0 to 50; `x` holds numbers from -1000 to 1000.\n"
        "* A row without entries sums to 0.",
        example="row_sums(np.array([[1.0, 2.0], [3.0, 4.5]]))",
        printed="array([3. , 7.5])",
        head="row_sums(x)",
        gist="Sum each row of `x`.",
    ),
    "solutions/tables/_rows.py": '''"""Rows of a table."""


def rows(x):
    """The rows of `x`, one at a time."""
    return list(x)
''',
    f"solutions/{ROW_SUMS}.py": '''"""Sums of rows."""

import numpy as np

from ._rows import rows


def row_sums(x):
    """Sum all rows at once."""
    return np.asarray(x, dtype=np.float64).sum(axis=1)


def row_sums_numpy(x):
    """Sum row by row."""
    sums = np.zeros(len(x))
    for i, row in enumerate(rows(x)):
        for value in row:
            sums[i] += value
    return sums
''',
    "graders/tables/_wrong.py": '''"""Sums that are wrong in one place."""


def without_the_last(x):
    """The sums without the last column."""
    return x[:, :-1].sum(axis=1)
''',
    f"graders/{ROW_SUMS}.py": '''"""What must hold of sums of rows."""

import numpy as np

from gradkata import Kata, arg, same, st

from . import _wrong

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
    return _wrong.without_the_last(x)
''',
    f"katas/{RUNNING_SUM}.py": STATEMENT.format(
        title="Running sum",
        formula=r"s_i = \sum_{j \le i} x_j",
        convention="Input: `n` is from 0 to 60; `x` holds numbers from -1000 to 1000.\n"
        "* The first sum is the first entry; without entries there are no sums.",
        example="running_sum(np.array([1.0, 2.0, 4.0]))",
        printed="array([1., 3., 7.])",
        head="running_sum(x)",
        gist="Sum up to each entry of `x`.",
    ),
    f"solutions/{RUNNING_SUM}.py": '''"""Running sums."""

import numpy as np

from gradkata.jit import kernel


def running_sum(x):
    """Sum up to each entry, in one loop."""
    return _sums(np.array(x, dtype=np.float64))  # a copy: the argument may be read-only


def running_sum_numpy(x):
    """The same, as NumPy has it."""
    return np.cumsum(x)


@kernel("f8[::1](f8[::1])")
def _sums(x):
    sums = np.empty_like(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i]
        sums[i] = total
    return sums
''',
    f"graders/{RUNNING_SUM}.py": '''"""What must hold of running sums."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata(
    "running_sum(x: (n)) -> (n)",
    n=st.integers(2, 5),
    x=st.arrays(arg("n"), elements=st.integers(-6, 6).map(float)),
)
kata.domain(n=arg.size(0, 60), x=arg.real(-1000, 1000))
kata.hints("How many numbers come out?")
kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without entries there are no sums.", points=1, n=0)


@kata.property(points=0)
def is_linear(running_sum, x):
    """Twice the entries have twice the sums."""
    same(running_sum(2 * x), 2 * running_sum(x))


@kata.misconception
def sums_from_the_end(x):
    """You begin at the last entry. A running sum begins at the first."""
    return np.cumsum(x[::-1])[::-1]


@kata.misconception
def leaves_the_entry_out(x):
    """You sum what comes before each entry. The entry itself belongs to its sum."""
    return np.cumsum(x) - x


@kata.misconception
def takes_means(x):
    """You divide by the number of entries. That is a running mean."""
    return np.cumsum(x) / np.arange(1, len(x) + 1)


@kata.misconception
def sums_sizes(x):
    """You drop the signs. A sum keeps them."""
    return np.cumsum(np.abs(x))


@kata.misconception
def begins_at_the_first_entry(x):
    """You read the first entry before you look whether there is one."""
    return x[0] + np.cumsum(x) - x[0]
''',
}  # fmt: skip

RIGHT = {
    ROW_SUMS: "import numpy as np\n\n\ndef row_sums(x):\n    return x @ np.ones(x.shape[1])\n",
    RUNNING_SUM: "import numpy as np\n\n\ndef running_sum(x):\n    return np.add.accumulate(x)\n",
}
WRONG = {
    ROW_SUMS: "import numpy as np\n\n\ndef row_sums(x):\n    return np.abs(x).sum(axis=1)\n",
    RUNNING_SUM: "import numpy as np\n\n\ndef running_sum(x):\n    return np.cumsum(x) - x\n",
}


def write(root: Path) -> Path:
    """The collection in a folder, without banks."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
