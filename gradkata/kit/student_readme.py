"""The page for students that is at the top of a kit."""

from collections.abc import Sequence

from gradkata.kit.inside.kit_judge import LIMITS

_TEXT = """\
# Katas

Each kata asks for one function. `katas/` holds one file for each: its statement, and a function that raises
`NotImplementedError`. Write your answer in its place and save the file. The first one is
`katas/{slug}.py`.

Then check it. You need Python 3.11 or newer and NumPy 2.0 or newer, nothing else, and no network:

```
python check.py {name}
```

`python check.py` alone checks every kata that you have begun. `python check.py {name} --hint` shows the first hint,
and `--hint 2` the second one.

On Windows `py check.py {name}` does the same. If NumPy is missing: `python -m pip install numpy`.

## What you see

One line for each claim that must hold, and its points. Below them is the smallest stored call for which your function
is wrong. You can copy it and run it after `import numpy as np`, for example at the prompt of
`python -i katas/{slug}.py`. It is followed by what your function returned, what was expected and, if your
answers are those of a known mistake, the name of that mistake.

* Most points count only when your function is right on ordinary input.
* Floats may differ by rounding. Integers, Booleans and strings must be equal.
* Your function must not change its arguments, and must give the same answer when it is called again.
* An answer is one file. It can import the standard library and NumPy, but no other file or package.
* A call may take {cpu:g} seconds of processor time, and {wall:g} seconds in all. A loop without end is stopped.
* A claim about a relation, such as symmetry, is marked with a dot while the answer to one of its calls is wrong.

## What it is not

This is an offline check. Grades come from your course, which may ask other questions. The check runs your own code as
you, without a sandbox: check only files that you trust.

The right answers to the questions are in `gradkata_kit/data/`, compressed and in base64. This prevents accidental
reading, nothing else: anybody who wants to read them can.

Made by gradkata {version}.
"""


def readme(slugs: Sequence[str], version: str) -> str:
    """The page, with the first kata as its example."""
    return _TEXT.format(
        slug=slugs[0],
        name=slugs[0].rpartition("/")[2],
        cpu=LIMITS.call_cpu_seconds,
        wall=LIMITS.call_wall_seconds,
        version=version,
    )
