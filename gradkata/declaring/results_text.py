"""What a function returns, in words, for the claim of the contract."""

from collections.abc import Sequence

from gradkata.signature import Kind
from gradkata.sizes import shown

_NOUNS = {"f8": "number", "i8": "integer", "b1": "Boolean", "str": "string"}


def results_in_words(results: Sequence[Kind]) -> str:
    """The results of a function: "a number", "three numbers", "two arrays of numbers, of shapes (n,) and (k,)"."""
    count = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}.get(len(results), "")
    bases = {kind.base for kind in results}
    if not count or len(bases) > 1 or bases == {"str"} or len({bool(kind.shape) for kind in results}) > 1:
        return " and ".join(map(_in_words, results))
    noun = _NOUNS[results[0].base] + "s"
    if not results[0].shape:
        return f"{count} {noun}"
    shapes = [_shape_in_words(kind) for kind in results]
    if len(set(shapes)) == 1:
        return f"{count} arrays of {noun} of shape {shapes[0]}"
    return f"{count} arrays of {noun}, of shapes {', '.join(shapes[:-1])} and {shapes[-1]}"


def _in_words(kind: Kind) -> str:
    name = _NOUNS[kind.base]
    if kind.base == "str":
        return "a " + "list of " * kind.depth + name + ("s" if kind.depth else "")
    if kind.shape:
        return f"an array of {name}s of shape {_shape_in_words(kind)}"
    return f"{'an' if name == 'integer' else 'a'} {name}"


def _shape_in_words(kind: Kind) -> str:
    sizes = ", ".join(map(shown, kind.shape))
    return f"({sizes}{',' if len(kind.shape) == 1 else ''})"
