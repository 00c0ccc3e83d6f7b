"""What a mutant changes, in words that complete "a right answer in which ..."; no solution is quoted."""

import ast
import re
from collections.abc import Collection

from gradkata.authoring.source import Change, Operator

_BY_SYMBOL = {
    ("+", "-"): "a minus takes the place of a plus",
    ("-", "+"): "a plus takes the place of a minus",
    ("+", "*"): "a sum is replaced by a product",
    ("*", "+"): "a product is replaced by a sum",
    ("-", "*"): "a difference is replaced by a product",
    ("*", "/"): "a multiplication is replaced by a division",
    ("/", "*"): "a division is replaced by a multiplication",
    ("/", "//"): "a division drops the fractional part",
    ("//", "/"): "a division keeps the fractional part",
    ("%", "//"): "a remainder is replaced by a quotient",
    ("**", "*"): "a power is replaced by a product",
    ("@", "*"): "a matrix product is replaced by a product of entries",
    ("&", "|"): "`and` and `or` are exchanged",
    ("|", "&"): "`and` and `or` are exchanged",
    ("and", "or"): "`and` and `or` are exchanged",
    ("or", "and"): "`and` and `or` are exchanged",
    ("<", "<="): "a comparison also holds for equal values",
    (">", ">="): "a comparison also holds for equal values",
    ("<=", "<"): "a comparison does not hold for equal values",
    (">=", ">"): "a comparison does not hold for equal values",
}
_MISSING = {
    "+": "a term is missing", "-": "a term is missing", "*": "a factor is missing", "/": "a division is missing",
    "//": "a division is missing", "%": "a remainder is not taken", "**": "a power is missing",
    "@": "a factor of a matrix product is missing", "&": "a condition is missing", "|": "a condition is missing",
}  # fmt: skip
_FIXED = {
    "swap factors in": "the factors of a matrix product are exchanged",
    "drop not in": "a `not` is missing",
    "drop minus in": "a sign is wrong",
    "drop ~ in": "a `not` is missing",
    "always": "a condition is ignored",
    "never": "a special case is missing",
    "drop": "a step is missing",
    "drop [::-1] in": "the order of a sequence is not reversed",
    "drop ::-1 in": "the order of a sequence is not reversed",
    "add [::-1] in": "the order of a sequence is reversed",
    "start at 1 in": "a slice begins one entry too late",
    "stop at -1 in": "a slice ends one entry too early",
    "drop .T in": "a transpose is missing",
    "swap arguments in": "two arguments of a call are exchanged",
    "break ties the other way in": "equal values are put in the opposite order",
    "swap around - in": "a difference is reversed",
    "swap around / in": "a fraction is inverted",
    "drop brackets in": "brackets are missing",
    "return early": "the result is returned one step too early",
    "return a part of": "a part of the result is returned",
    "double a factor of": "a factor occurs twice",
    "double a term of": "a term is counted twice",
    "abs for the power in": "an absolute value takes the place of a power",
    "min and max exchanged in": "`min` and `max` are exchanged",
    "sum of": "values that should stay apart are added up",
    "mean of": "values that should stay apart are averaged",
    "negate": "an argument of a function has the wrong sign",
    "one more than": "a bound or a size is off by one",
    "one less than": "a bound or a size is off by one",
    "abs of": "an absolute value is taken",
}
_VAGUE = (
    "a variable is used", "a part of", "an option", "there is a factor", "the same change", "a Boolean", "a value has",
    "a number is", "two arguments",
)  # fmt: skip
_ORDERED = ("<", "<=", ">", ">=", "==", "!=", "in", "not in", "is", "is not")


def kind_of(operator: Operator, change: Change, parameters: Collection[str]) -> str:
    """The kind of a change.

    Args:
        operator: what made the change.
        change: the change.
        parameters: names that a student knows, from the signature; others are not mentioned.
    """
    note = change.note
    if note in _FIXED:
        return _FIXED[note]
    if exchange := re.fullmatch(r"(?s)(?:every )?(.*) -> (.*?)(?: in)?", note):
        one, other = exchange[1], exchange[2]
        if operator.__name__ in ("exchanged_names", "exchanged_everywhere"):
            return _of_names(one, other, parameters)
        return _of_exchange(operator.__name__, one.rstrip("="), other.rstrip("="), note)
    if dropped := re.fullmatch(r"(?s)drop (\+|-|\*\*|\*|//|/|%|@|&|\|) .* in", note):
        return _MISSING[dropped[1]]
    if dropped := re.fullmatch(r"(?s)drop .* (\+|\*|&|\|) in", note):
        return _MISSING[dropped[1]]
    return _of_call(operator.__name__, note)


def rank(kind: str) -> int:
    """How plain a description is: of two mutants that behave alike, the one of the lower rank is recorded."""
    if kind.startswith(_VAGUE):
        return 2
    return 1 if "replaced by" in kind or kind.endswith(")") else 0


def several(kind: str) -> str:
    """The kind of a change that is made at every place where it is possible."""
    return f"{kind} (in several places)"


def _of_names(one: str, other: str, parameters: Collection[str]) -> str:
    is_number = one[:1].isdigit() or one[:1] == "."
    if one in parameters and other in parameters:
        return f"`{other}` is used in place of `{one}`"
    return f"a variable is used in place of {'a number' if is_number else 'another'}"


def _of_exchange(operator: str, one: str, other: str, note: str) -> str:
    if operator == "constants":
        return _of_constant(one, other)
    if note.startswith("axis="):
        return (
            "a reduction runs over all axes" if other == "axis=None" else "a reduction runs over another axis"
        )
    if note.startswith("keepdims="):
        return "a reduced axis is kept" if other.endswith("True") else "a reduced axis is dropped"
    if operator == "dtypes":
        return "a value has another type"
    if (one, other) in _BY_SYMBOL:
        return _BY_SYMBOL[one, other]
    if one in _ORDERED:
        return "a comparison is reversed"
    one, other = one.rpartition(".")[2].strip("_"), other.rpartition(".")[2].strip("_")
    return f"`{other}` is used in place of `{one}`"


def _of_constant(one: str, other: str) -> str:
    values = ast.literal_eval(one), ast.literal_eval(other)
    if isinstance(values[0], bool):
        return "a Boolean is the opposite"
    return "a number is off by one" if abs(values[1] - values[0]) == 1 else "a number is twice as large"


def _of_call(operator: str, note: str) -> str:
    if operator == "subscripts":
        return "an index or a bound is off by one"
    if operator == "dropped_calls":
        if note.startswith("only "):
            return "a limit by `min` or `max` is missing"
        return f"`{note.split()[1].strip('_')}` is missing"
    if operator == "tuples":
        return "two values are exchanged" if note.startswith("swap") else "a part of a sort key is missing"
    if operator == "keywords":
        return "an option of a call is missing"
    if operator == "axes":
        return "a reduced axis is kept"
    if operator == "additional_factors":
        return f"there is a factor `{note.split()[1]}` too many"
    return "a condition is missing"
