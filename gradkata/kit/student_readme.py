"""The page for students that is at the top of a kit."""

from collections.abc import Sequence

_TEXT = """\
# Katas

Each kata asks for one function. `katas/` holds one file for each: its statement, and a function that raises
`NotImplementedError`. Write your answer in its place and save the file. The first one is `katas/{slug}.py`.

Then check it. You need Python 3.11 or newer and NumPy 2.0 or newer, nothing else, and no network:

```
python check.py {name}          check one kata
python check.py              check every kata that you have begun
python check.py {name} --hint   show the first hint; --hint 2 shows the second one
```

On Windows `py check.py {name}` does the same. If NumPy is missing: `python -m pip install numpy`.

## What you see

One line for each claim that must hold, and its points. Below them is the smallest call for which your function is
wrong: you can copy it and run it after `import numpy as np`. Then come what your function returned, what was expected
and, if your answers are those of a known mistake, the name of that mistake.

* Most points count only when your function is right on ordinary input.
* Floats may differ by rounding. Integers, Booleans and strings must be equal.
* Your function must not change its arguments, and must give the same answer when it is called again.
* An answer is one file. It can import the standard library and NumPy, but no other file or package.
* A call may take 2 seconds of processor time, or 5 seconds in all. A loop without end is stopped.
* A claim that relates several calls has no mark while the answer to one of these calls is wrong.

## What it is not

This is an offline check. Grades come from your course, which may ask other questions. The check runs your own code as
you, without a sandbox: check only files that you trust.

The right answers to the questions are in `gradkata_kit/data/`, compressed and in base64. This prevents accidental
reading, nothing else: anybody who wants to read them can.

Made by gradkata {version}.
"""


def readme(slugs: Sequence[str], version: str) -> str:
    """The page, with the first kata as its example."""
    return _TEXT.format(slug=slugs[0], name=slugs[0].rpartition("/")[2], version=version)
