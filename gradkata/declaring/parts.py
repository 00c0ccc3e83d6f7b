"""What a kata consists of: properties, misconceptions, and how answers are accepted that are not unique."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Property:
    """One statement that must hold, its points, and how its input is drawn.

    ``sort`` is "contract", "agreement", "domain", "edge", "example" or "property"; ``check`` is set for the last only,
    ``expected`` for an example only, ``error`` (the name of an exception) for an edge that must raise.  ``draws``
    maps every name of an example to its strategy.  ``hint`` is shown to those who fail this property.
    """

    name: str
    claim: str
    points: int
    sort: str
    draws: Mapping[str, Any] = field(default_factory=dict)
    check: Callable[..., None] | None = None
    expected: Any = None
    error: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Misconception:
    """A wrong answer with exactly one plausible mistake; its docstring is the diagnosis.

    ``title`` is the headline of the diagnosis; ``hint`` is a pointer for those who made this mistake.
    """

    name: str
    message: str
    function: Callable[..., Any]
    convention: str | None = None
    title: str = ""
    hint: str = ""

    @property
    def headline(self) -> str:
        """The title or, without one, the name read as words."""
        return self.title or self.name.replace("1e_minus_", "1e-").replace("_", " ")


@dataclass(frozen=True)
class Acceptance:
    """How answers that are not unique are judged: a claim, and a predicate of some arguments and the answer."""

    claim: str
    predicate: Callable[..., Any]
    arguments: tuple[str, ...]


def slugify(claim: str) -> str:
    """A claim as a name: lower case, words joined by underscores."""
    words = re.findall(r"[a-z0-9]+", claim.lower())
    if words and words[0][0].isdigit():  # no name of Python begins so
        words.insert(0, "with")
    return "_".join(words)[:72].rstrip("_")


def docstring(function: Callable[..., Any]) -> str:
    """A function's docstring as one paragraph: the claim or diagnosis that a student reads.

    Raises:
        ValueError: if there is none.
    """
    text = " ".join((inspect.getdoc(function) or "").split())
    if not text:
        raise ValueError(f"`{function.__name__}` has no docstring: it is the sentence that a student reads")
    return text
