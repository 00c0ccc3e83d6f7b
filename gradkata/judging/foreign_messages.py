"""A sentence of advice on exceptions of Python and NumPy that beginners meet, by the text of their messages.

The table is data: a row holds a built-in exception, a pattern of its message, and the sentence.  The first row that
matches counts.  ``{0}``, ``{1}``, ... in a sentence are the groups of the pattern, followed by those of the pattern of
the line that raised, if a row has one.  The patterns fit Python 3.11 to 3.14, and NumPy 1.26 and 2.
"""

import re
from typing import NamedTuple

from gradkata.isolation.replies import Error


class _Row(NamedTuple):
    """One kind of message, and the advice on it; ``line`` is a pattern of the line that raised."""

    error: str
    message: str
    advice: str
    line: str = ""


_SAME_IN_NUMPY = (
    r"\bmath\.(exp|expm1|log|log2|log10|log1p|sqrt|sin|cos|tan|sinh|cosh|tanh|floor|ceil|hypot)\("
)
_SINGLE = r"only (?:length-1|0-dimensional) arrays can be converted"
_NONE = r"\bNoneType\b"
_IS_NONE = (
    "A value is None here. Does a function that you call lack its `return`? "
    "Methods such as `list.sort` and `list.append` return None as well."
)
_DIVISION = r"division|modulo|by zero|0\.0 cannot be raised"
_ONE_FILE = "A submission is one file: it can import the standard library and NumPy, but no other file."
_NO_FILE = "No other file can be read or written here, even one beside yours: keep the data in the answer."
_NO_INPUT = "Nobody can answer `input()` here: the function gets its values as arguments."
_STANDARD = (
    "math|random|itertools|functools|collections|operator|statistics|fractions|decimal|copy|re|os|sys|time"
)
_ELSEWHERE = "torch|tf|keras|jax|jnp|pd|plt|sns|scipy|sklearn|cv2|cupy|numba|njit"

_IMPORTS = (
    _Row(
        "ModuleNotFoundError",
        r"No module named '(?:nump|numy|numpi|nmpy|np)'",
        "NumPy is imported by `import numpy as np`.",
    ),
    _Row(
        "ModuleNotFoundError",
        r"No module named '(\w+)'",
        "A submission is one file: it can import the standard library and NumPy, but not `{0}`.",
    ),
    _Row("ImportError", r"attempted relative import", _ONE_FILE),
    _Row(
        "ImportError", r"cannot import name '(\w+)' from '([\w.]+)'", "The `{1}` of this Python has no `{0}`."
    ),
    _Row("NameError", r"name '(?:np|numpy)' is not defined", "Is `import numpy as np` missing at the top?"),
    _Row("NameError", rf"name '({_STANDARD})' is not defined", "Is `import {0}` missing at the top?"),
    _Row(
        "NameError",
        rf"name '({_ELSEWHERE})' is not defined",
        "The standard library and NumPy can be imported here, other packages such as `{0}` cannot.",
    ),
    _Row(
        "UnboundLocalError",
        r"variable '(\w+)'",
        "A name that a function assigns is local to it: `{0}` has no value yet on this path. "
        "Is it assigned in one branch only, or does a loop run zero times?",
    ),
    _Row(
        "NameError",
        r"name '(\w+)' is not defined$",
        "`{0}` is not an argument of the function, and no line that ran has given it a value.",
    ),
)
_WORLD = (
    _Row("EOFError", r"EOF when reading a line", _NO_INPUT),
    _Row("OSError", r"reading from stdin", _NO_INPUT),
    _Row("FileNotFoundError", r"", _NO_FILE),
    _Row("PermissionError", r"'", _NO_FILE),
    _Row(
        "PermissionError",
        r"",
        "No program, thread or network connection can be started here, and no file read or written.",
    ),
    _Row(
        "RuntimeError",
        r"can't start new thread",
        "No thread can be started here: compute the answer without one.",
    ),
    _Row(
        "RecursionError",
        r"",
        "The function calls itself too many times: does every path reach a case without such a call?",
    ),
)
_SINGLE_NUMBERS = (
    _Row(
        "TypeError",
        _SINGLE,
        "`math.{0}` takes a single number. For every entry of an array use `np.{0}`.",
        _SAME_IN_NUMPY,
    ),
    _Row(
        "TypeError",
        r"only integer scalar arrays can be converted",
        "A list cannot be indexed by an array: convert the list by `np.array(...)`, or use a single integer.",
    ),
    _Row(
        "TypeError",
        _SINGLE,
        "A single number is needed here, not an array. The functions of `math` take one number; "
        "NumPy's, such as `np.exp`, take arrays.",
    ),
    _Row("ValueError", r"can only convert an array of size 1", "`.item()` needs an array of one entry."),
    _Row(
        "ValueError",
        r"truth value of an (?:empty )?array",
        "`if`, `and`, `or`, `not`, `in`, `min` and `max` need a single True or False. For every entry use "
        "`np.where`, `&`, `|`, `~` or `np.minimum`; for one answer `.any()` or `.all()`.",
    ),
    _Row(
        "OverflowError",
        r"math range error|Result too large|Numerical result",
        "`math.{0}` raises an exception if its result is too large for a float; `np.{0}` returns "
        "inf instead.",
        _SAME_IN_NUMPY,
    ),
    _Row(
        "OverflowError",
        r"math range error|Result too large|Numerical result",
        "Python's floats raise an exception if a result is too large; NumPy's become inf instead.",
    ),
    _Row(
        "OverflowError",
        r"int too large to convert to float",
        "Python's integers have no largest value, but a float has: about 1.8e308.",
    ),
    _Row(
        "OverflowError",
        r"float infinity to integer",
        "An infinity has no integer: check the number before you convert it.",
    ),
    _Row(
        "ValueError", r"float NaN to integer", "NaN has no integer: check the number before you convert it."
    ),
    _Row(
        "ValueError",
        r"math domain error|expected a (?:non|posi)",
        "`math.{0}` raises an exception outside of its domain; `np.{0}` returns NaN or an infinity instead.",
        _SAME_IN_NUMPY,
    ),
    _Row(
        "ValueError",
        r"math domain error|expected a (?:non|posi)",
        "The functions of `math` raise an exception outside of their domain, such as `math.log(0)`.",
    ),
    _Row(
        "ZeroDivisionError",
        _DIVISION,
        "Python's numbers raise an exception on a division by 0; NumPy's become inf or NaN. "
        "Is this case handled before the division?",
    ),
)
_NONES = (
    _Row("TypeError", _NONE, _IS_NONE),
    _Row("AttributeError", r"'NoneType' object has no attribute", _IS_NONE),
)
_LISTS = (
    _Row(
        "TypeError",
        r"can only concatenate (list|tuple) \(not|\+: '\w[\w.]*' and '(?:list|tuple)'",
        "`+` joins a list or tuple to another one. For sums entry by entry use arrays: `np.array(...)`.",
    ),
    _Row(
        "TypeError",
        r"can't multiply sequence by non-int|unsupported operand type\(s\) for \S+ '[\w.]*(?:list"
        r"|tuple)'|"
        r"unsupported operand type\(s\) for \S+ '[\w.]+' and '(?:list|tuple)'"
        r"|bad operand type for unary \S+ '(?:list|tuple)'",
        "Lists, tuples and strings have no arithmetic entry by entry: convert to an array by "
        "`np.array(...)`, or use a loop.",
    ),
    _Row(
        "TypeError",
        r"(list|tuple) indices must be integers or slices, not tuple",
        "`x[i, j]` needs an array. For a list of lists write `x[i][j]`.",
    ),
    _Row(
        "TypeError",
        r"(?:list|tuple|string|str) indices must be integers.*(?:not|got) '?(?:numpy\.)?float",
        "An index is an integer: use `//` instead of `/`, or `int(...)`.",
    ),
    _Row(
        "TypeError",
        r"(?:list|tuple|string|str) indices must be integers",
        "An index is an integer. In `for x in values` the name is a value, not its index; "
        "`enumerate` gives both.",
    ),
    _Row(
        "IndexError",
        r"only integers, slices",
        "An index is an integer, a slice or a Boolean array: use `//` instead of `/`, or convert "
        "by `int(...)` or `.astype(int)`.",
    ),
    _Row(
        "IndexError",
        r"index (-?\d+) is out of bounds for axis (\d+) with size 0",
        "Axis {1} is empty: it has no entry to index.",
    ),
    _Row(
        "IndexError",
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        "Axis {1} has size {2}: its indices begin at 0 and end before {2}.",
    ),
    _Row(
        "IndexError",
        r"(list|tuple|string|pop|assignment) index out of range|index out of range",
        "The indices of n entries are 0 to n - 1. Is it empty here, or does a loop run one step too far?",
    ),
    _Row("IndexError", r"pop from empty list", "The list is empty here."),
    _Row(
        "IndexError",
        r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
        "The array has {0} axes, and the brackets hold {1} indices.",
    ),
    _Row(
        "IndexError",
        r"boolean index did not match.*size of axis is (\d+) but size of corresponding boolean axis is (\d+)",
        "A Boolean index is as long as the axis that it selects from: {0}, not {1}.",
    ),
    _Row(
        "IndexError",
        r"invalid index to scalar variable",
        "It is a single number already: there is one index too many.",
    ),
    _Row(
        "TypeError",
        r"unhashable type: '(list|dict|set)'",
        "A key of a dict and an element of a set cannot be a {0}, which can change: use a tuple.",
    ),
    _Row(
        "TypeError",
        r"unhashable type: '(?:numpy\.)?ndarray'",
        "A key of a dict and an element of a set cannot be an array: use `tuple(...)` of it, or a number.",
    ),
    _Row(
        "TypeError",
        r"'tuple' object does not support item assignment",
        "A tuple cannot be changed: use a list or an array.",
    ),
    _Row(
        "TypeError",
        r"'str' object does not support item assignment",
        "A string cannot be changed: make a new one.",
    ),
    _Row(
        "KeyError",
        r"",
        "The dict has no such key: `in` says whether it has one, and `.get(key, 0)` gives a default.",
    ),
    _Row(
        "ValueError",
        r"(too many|not enough) values to unpack",
        "The number of names on the left of `=`, or in the `for`, differs from the number of values.",
    ),
    _Row(
        "TypeError",
        r"cannot unpack non-iterable (\S+) object",
        "A single {0} cannot be split among several names.",
    ),
    _Row(
        "TypeError",
        r"'(int|float|numpy\.\w+)' object is not iterable",
        "A single number has no entries to go through: `range(n)` counts to n, and `range(len(x))` "
        "to the length of x.",
    ),
    _Row(
        "TypeError",
        r"'(\S+)' object cannot be interpreted as an integer",
        "A count or size is an integer: use `//` instead of `/`, or `int(...)`.",
    ),
    _Row(
        "TypeError",
        r"expected a sequence of integers or a single integer",
        "A size is an integer: use `//` instead of `/`, or `int(...)`.",
    ),
    _Row(
        "TypeError",
        r"Cannot interpret '\d+' as a data type",
        "The sizes of a shape are one argument: `np.zeros((2, 3))`, with two pairs of parentheses.",
    ),
    _Row(
        "TypeError",
        r"'(?:numpy\.ndarray|list|tuple|dict|str)' object is not callable",
        "Parentheses call a function. Is an index meant, in square brackets, or does a variable have the name "
        "of a function?",
    ),
    _Row(
        "TypeError",
        r"'(?:int|float|bool|numpy\.\w+)' object is not callable",
        "Parentheses after a number call it: is a `*` missing, or is a function's name used for a number?",
    ),
    _Row(
        "TypeError",
        r"'(int|float|bool|numpy\.\w+)' object is not subscriptable|object of type '(?:int|float"
        r"|bool)' has no len",
        "It is a single number: it has no entries and no length.",
    ),
    _Row(
        "TypeError",
        r"'(function|builtin_function_or_method|method|type"
        r"|numpy\.ufunc)' object is not subscriptable|for \S+ '(?:function|method)'",
        "It is a function: are the parentheses of a call missing?",
    ),
)
_ARRAYS = (
    _Row(
        "ValueError",
        r"operands could not be broadcast together with shapes",
        "Shapes are compared from their last axes: two sizes must be equal, or one of them 1. "
        "`x[:, None]` makes a column of a vector.",
    ),
    _Row(
        "ValueError",
        r"could not broadcast input array from shape (\S.*) into shape (\S.*)",
        "What is assigned has shape {0}, and the place for it has shape {1}.",
    ),
    _Row(
        "ValueError",
        r"core dimension.*\(size (\d+) is different from (\d+)\)",
        "In `A @ B` the last axis of A and the first of B (the last but one if B has several) must have one "
        "length; here they have {1} and {0}.",
        "@|matmul",
    ),
    _Row(
        "ValueError",
        r"core dimension.*\(size (\d+) is different from (\d+)\)",
        "Two axes that must have one length have lengths {0} and {1}. Print the shapes.",
    ),
    _Row(
        "ValueError",
        r"shapes (\(.*?\)) and (\(.*?\)) not aligned",
        "`np.dot` sums over the last axis of the first array, and over the last but one of the "
        "second: both must have one length.",
    ),
    _Row(
        "ValueError",
        r"matmul: Input operand \d does not have enough dimensions",
        "`@` needs vectors or matrices: for a number use `*`.",
    ),
    _Row(
        "ValueError",
        r"cannot reshape array of size (\d+) into shape",
        "The sizes of the new shape must multiply to {0}.",
    ),
    _Row(
        "ValueError",
        r"inhomogeneous shape",
        "The rows differ in length, or some entries are lists and others numbers.",
    ),
    _Row(
        "ValueError",
        r"setting an array element with a sequence",
        "One entry of an array holds one number, not a list or an array.",
    ),
    _Row(
        "ValueError",
        r"assignment destination is read-only",
        "This array is a view that cannot be written to: work on a `.copy()`.",
    ),
    _Row(
        "TypeError",
        r"Cannot cast ufunc '\w+' output from dtype\('float64'\) to dtype\('(?:int|uint|bool)",
        "An array of integers cannot hold fractions: make it of floats, by `.astype(float)` or "
        "`dtype=float`.",
    ),
    _Row(
        "ValueError",
        r"Integers to negative integer powers",
        "Convert to floats first: `x.astype(float)`, or write `2.0` for `2`.",
    ),
    _Row(
        "ValueError",
        r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
        "The array has {1} axes here, numbered from 0, so that there is no axis {0}.",
    ),
    _Row(
        "ValueError",
        r"zero-size array to reduction|arg is an empty|(?:argmax|argmin) of an empty"
        r"|iterable argument is empty",
        "It is empty here, so that it has no largest or smallest entry: is this case handled before?",
    ),
    _Row(
        "ValueError",
        r"need at least one array|zero-dimensional arrays cannot be concatenated",
        "What is joined is a list of at least one array, each with an axis.",
    ),
    _Row(
        "ValueError",
        r"all (?:the )?input arrays? .*must|must have (?:the )?same (?:shape|number)",
        "The arrays that are joined must agree in all other sizes. Print their shapes.",
    ),
    _Row(
        "ValueError",
        r"could not convert string to float|invalid literal for int",
        "This text is not a number.",
    ),
    _Row(
        "ValueError",
        r"[Ss]ingular matrix",
        "The matrix has no inverse: is it all zeros, or are two of its rows multiples of each other?",
    ),
    _Row(
        "TypeError",
        r"ufunc '(?:bitwise_\w+|invert|logical_\w+)' not supported",
        "`&`, `|`, `^` and `~` take Booleans or integers. A power is `**`.",
    ),
    _Row("TypeError", r"unsupported operand type\(s\) for \^", "`^` is a bitwise operator. A power is `**`."),
    _Row(
        "TypeError",
        r"loop of ufunc does not support argument \d of type (\w+)"
        r"|ufunc '\w+' not supported for the input types",
        "The array holds something other than numbers: strings, None, or lists of different lengths.",
    ),
    _Row(
        "TypeError",
        r"'(?:<|>|<=|>=)' not supported between instances of .*'complex'",
        "A negative number to a fractional power is complex.",
    ),
    _Row(
        "AttributeError",
        r"'numpy\.ndarray' object has no attribute '(append|extend|insert|remove|pop)'",
        "An array has a fixed size: collect the values in a list, and convert it at the end by "
        "`np.array(...)`.",
    ),
    _Row(
        "AttributeError",
        r"'(list|tuple|float|int)' object has no attribute '(shape|sum|mean|max|min|T|dot|astype"
        r"|reshape|ndim|size|copy)'",
        "Arrays have `.{1}`, a value of type {0} has not: convert it by `np.array(...)`.",
    ),
    _Row(
        "AttributeError",
        r"module 'numpy' has no attribute '(?:float|int|bool|object|str|long)'",
        "NumPy has removed this name: use Python's own, such as `float` or `int`.",
    ),
    _Row(
        "AttributeError", r"module 'numpy' has no attribute '\w+'$", "The NumPy that judges has no such name."
    ),
)
_CALLS = (
    _Row(
        "TypeError",
        r"(\S+?)\(\) missing \d+ required (?:positional |keyword-only )?argument",
        "A call of `{0}` gives fewer arguments than its `def` asks for.",
    ),
    _Row(
        "TypeError",
        r"(\S+?)\(\) takes .*positional arguments? but \d+ (?:was|were) given",
        "A call of `{0}` gives another number of arguments than its `def` allows.",
    ),
    _Row(
        "TypeError",
        r"(\S+?)\(\) got an unexpected keyword argument '(\w+)'",
        "`{0}` has no parameter called `{1}`.",
    ),
    _Row("StopIteration", r"", "`next` was called on an iterator that has no further values."),
    _Row("AssertionError", r"", "An `assert` in your own code is not satisfied.", r"^assert\b"),
)
_ROWS = (*_IMPORTS, *_WORLD, *_SINGLE_NUMBERS, *_NONES, *_LISTS, *_ARRAYS, *_CALLS)


def advice(error: Error) -> str:
    """A sentence on an exception that was raised in a student's code, or "" if none fits."""
    line = error.frames[-1][2] if error.frames else ""
    for row in _ROWS:
        if row.error not in (error.type_name, *error.built_in):
            continue
        found, raising = re.search(row.message, error.message), re.search(row.line, line)
        if found is not None and raising is not None:
            return row.advice.format(*found.groups(), *raising.groups())
    return ""
