"""A kata as its author declares it: properties, misconceptions, hints."""

import builtins
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from gradkata.comparing.closeness import Tolerance
from gradkata.declaring.domain import Domain, Drawn, arg, declare
from gradkata.declaring.parts import Acceptance, Misconception, Property, docstring, slugify
from gradkata.declaring.recording import references, st
from gradkata.declaring.results_text import results_in_words
from gradkata.declaring.supported import require_supported
from gradkata.declaring.usual_draws import usual
from gradkata.signature import Kind, Signature, parse

TOTAL_POINTS = 10
# Every mistake raises some exception, a stub the second; a lack of memory depends on the machine.
_TOO_GENERAL = (Exception, NotImplementedError, MemoryError)


class Kata:
    """What must hold for every right answer to one exercise.

    Args:
        signature: as `gradkata.signature` reads it.
        tolerance: how much two floats may differ; give the reason in a comment.
        draws: ordinary input, by the name of an argument or of a size: a strategy of `st`, or a value.
            A size that is not declared is between 1 and 4; an array holds small integers and halves.
    """

    def __init__(self, signature: str, *, tolerance: Tolerance | None = None, **draws: Any) -> None:
        self.signature: Signature = parse(signature)
        self.tolerance = tolerance or Tolerance()
        self._declared: list[Property] = []
        self._on_the_domain: Property | None = None
        self.misconceptions: list[Misconception] = []
        self.hint_lines: tuple[str, ...] = ()
        self.equivalents: dict[str, str] = {}
        self.mistakes_left_out: frozenset[str] = frozenset()
        self.words_for_mistakes: dict[str, str] = {}
        self.acceptance: Acceptance | None = None
        self.finite = True
        unknown = set(draws) - set(self.signature.names) - set(self.signature.sizes)
        if unknown:
            raise ValueError(f"{signature!r} has neither an argument nor a size called {_join(unknown)}")
        self.admitted: Domain | None = None
        self._given = draws
        self.ordinary: dict[str, Any] = {}
        for size in self.signature.sizes:
            self.ordinary[size] = draws.get(size, st.integers(1, 4))
        for parameter in self.signature.parameters:
            given = draws.get(parameter.name)
            if given is not None:
                self.ordinary[parameter.name] = given
            else:
                self.ordinary[parameter.name] = _usual(parameter.kind)
        require_supported(self.signature, self.ordinary)

    @property
    def properties(self) -> list[Property]:
        """The properties in the order of declaration; the one on the whole domain is the last."""
        return [*self._declared, *([self._on_the_domain] if self._on_the_domain else [])]

    def domain(self, *, points: int = 0, where: Callable[..., bool] | None = None, **declared: Any) -> None:
        """Declare what the statement admits, once: every argument and size by `arg`.

        A bank then asks the whole of it: every axis short and long, both ends of every range, values with many digits,
        neighbours, pairs of edges.  An argument without draws of its own gets them from here.

        Args:
            points: what it is worth that all of it is right.
            where: whether single inputs are admitted, such as those that are not too close to a decision; it gets
                the arguments of a call in order.

        Raises:
            ValueError: if a name is missing or unknown, or if properties are declared before.
        """
        if self._declared:
            raise ValueError(
                f"{self.signature.name}: declare `kata.domain` before the properties, which draw from it"
            )
        kinds = {each.name: each.kind for each in self.signature.parameters}
        for name, kind in kinds.items():
            if kind.takes and name not in declared:
                from gradkata.declaring.functions import in_words

                declared[name] = Drawn(self.ordinary[name], in_words(kind))
        self.admitted = declare(self.signature, declared, where)
        for name, value in declared.items():
            if name not in self._given and not (name in kinds and kinds[name].takes):
                self.ordinary[name] = usual(value, kinds.get(name))
        claim = "Gives the right answer for every size and value that the statement admits."
        self._on_the_domain = Property("agrees_on_the_whole_domain", claim, points, "domain", self.ordinary)

    def contract(self, *, points: int, finite: bool = True) -> None:
        """Type, shape, dtype and finiteness of the result; unchanged arguments; the same answer when called again.

        With ``finite=False`` the right answer may be NaN or infinite on ordinary input, and the claim says so.
        """
        self.finite = finite
        results = results_in_words(self.signature.results)
        if not finite:
            results += ", where NaN and infinities are allowed"
        claim = (
            f"Returns {results}, does not change its arguments, and gives the same answer when called again."
        )
        self._add(Property("keeps_its_contract", claim, points, "contract"))

    def agreement(self, *, points: int, **draws: Any) -> None:
        """The reference's answer on ordinary input: the core, without which only the contract earns points."""
        claim = "Gives the right answer on ordinary input."
        self._add(Property("agrees_on_ordinary_input", claim, points, "agreement", self._merge(draws)))

    def accepts(self, *, points: int, **draws: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Take the place of `agreement` where several answers are right.

        The predicate takes some arguments by their names, and ``answer``: a value, or a tuple of several results.
        It returns whether the answer is right, or asserts it.  All edges are judged by it as well.
        """

        def add(predicate: Callable[..., Any]) -> Callable[..., Any]:
            names = list(inspect.signature(predicate).parameters)
            if names[-1:] != ["answer"] or not set(names[:-1]) <= set(self.signature.names):
                raise ValueError(
                    f"`{predicate.__name__}` takes ({', '.join(names)}); its parameters are some of "
                    f"{_join(self.signature.names)}, and then `answer`"
                )
            claim = docstring(predicate)
            self._add(Property(predicate.__name__, claim, points, "agreement", self._merge(draws)))
            self.acceptance = Acceptance(claim, predicate, tuple(names[:-1]))
            return predicate

        return add

    def edge(self, claim: str, *, points: int, hint: str = "", **draws: Any) -> None:
        """The reference's answer on an edge case, which the draws describe."""
        self._add(Property(slugify(claim), claim, points, "edge", self._merge(draws), hint=hint))

    def refuses(self, claim: str, *, points: int, error: type[Exception] = ValueError, **draws: Any) -> None:
        """An edge case on which the right answer raises a built-in exception or a subclass of it."""
        is_known = isinstance(error, type) and getattr(builtins, error.__name__, None) is error
        if not is_known or not issubclass(error, Exception) or error in _TOO_GENERAL:
            raise ValueError(
                f"{self.signature.name}: {error!r} is not an exception to ask for; name a built-in one that says "
                "what is wrong with the input, such as ValueError, TypeError or ZeroDivisionError"
            )
        name = error.__name__
        self._add(Property(slugify(claim), claim, points, "edge", self._merge(draws), error=name))

    def example(self, claim: str, *, expected: Any, points: int = 0, **inputs: Any) -> None:
        """A worked example: fixed input, and the answer that was worked out by hand."""
        require_supported(self.signature, inputs)
        self._add(Property(slugify(claim), claim, points, "example", inputs, expected=expected))

    def property(
        self, *, points: int, hint: str = "", **draws: Any
    ) -> Callable[[Callable[..., None]], Callable[..., None]]:
        """Declare a check: it takes the student's function and drawn values, and raises if its docstring is false."""

        def add(check: Callable[..., None]) -> Callable[..., None]:
            names = list(inspect.signature(check).parameters)[1:]
            merged = self._merge(draws, *names)
            missing = [name for name in names if name not in merged]
            if missing:
                raise ValueError(f"property `{check.__name__}` needs {_join(missing)}, which is not drawn")
            name, claim = check.__name__, docstring(check)
            self._add(Property(name, claim, points, "property", merged, check, hint=hint))
            return check

        return add

    def misconception(
        self,
        function: Callable[..., Any] | None = None,
        *,
        convention: str | None = None,
        title: str = "",
        hint: str = "",
    ) -> Any:
        """A wrong answer or, with ``convention``, an answer that is right under another convention.

        Args:
            function: the wrong answer; its docstring is the diagnosis.
            convention: where the answer would be right.
            title: the headline of the diagnosis, if the name of the function does not read as a plain phrase.
            hint: a pointer for those who made this mistake, which `kata hint` shows last.
        """

        def add(wrong: Callable[..., Any]) -> Callable[..., Any]:
            found = Misconception(wrong.__name__, docstring(wrong), wrong, convention, title, hint)
            if any(old.name == found.name for old in self.misconceptions):
                raise ValueError(f"{self.signature.name}: there are two misconceptions called `{found.name}`")
            self.misconceptions.append(found)
            return wrong

        return add if function is None else add(function)

    def mistakes(self, *, without: Iterable[str] = (), say: Mapping[str, str] | None = None) -> None:
        """Adjust the mistakes of every subject (`gradkata.mistakes`), which apply to every kata on their own.

        Args:
            without: the names of mistakes that are none here.
            say: the words of a diagnosis, by the name of the mistake.

        Raises:
            ValueError: if no mistake of that name fits the signature.
        """
        from gradkata.mistakes import names

        fitting = names(self.signature)
        unknown = [name for name in (*without, *(say or {})) if name not in fitting]
        if unknown:
            raise ValueError(
                f"{self.signature.name}: no mistake called `{unknown[0]}` fits its signature; "
                f"there are {', '.join(fitting)}"
            )
        self.mistakes_left_out = frozenset(without)
        self.words_for_mistakes = dict(say or {})

    def inherit(
        self,
        other: "Kata",
        build: Callable[[Callable[..., Any]], Callable[..., Any]],
        *,
        without: Iterable[str] = (),
    ) -> None:
        """The misconceptions of a kata that this one builds on.

        Args:
            other: the ``kata`` of its grader, by relative import: ``from .iou import kata as overlap``.
            build: a wrong answer to this kata from a wrong answer to the other one.
            without: the names of misconceptions that make no difference here.

        Raises:
            ValueError: if the other kata has no misconception of a name in ``without``.
        """
        known = [misconception.name for misconception in other.misconceptions]
        if unknown := [name for name in without if name not in known]:
            raise ValueError(f"{other.signature.name} has no misconception called `{unknown[0]}`")
        own = {misconception.name for misconception in self.misconceptions}
        for misconception in other.misconceptions:
            if misconception.name not in own and misconception.name not in without:
                self.misconceptions.append(replace(misconception, function=build(misconception.function)))

    def hints(self, *lines: str) -> None:
        """Questions and pointers, shown one at a time; none gives the answer away."""
        self.hint_lines = lines

    def equivalent(self, mutant: str, *, reason: str) -> None:
        """Record an automatic mutant that no input distinguishes from the right answer, and why."""
        self.equivalents[mutant] = reason

    def _add(self, new: Property) -> None:
        if any(old.name == new.name for old in self.properties):
            raise ValueError(f"{self.signature.name}: there are two properties called `{new.name}`")
        if new.sort == "agreement" and any(old.sort == "agreement" for old in self.properties):
            raise ValueError(f"{self.signature.name} declares two of `kata.agreement` and `kata.accepts`")
        self._declared.append(new)

    def _merge(self, draws: Mapping[str, Any], *others: str) -> dict[str, Any]:
        """Ordinary input with other draws for some names; ``others`` are names that a property has besides."""
        merged = {**self.ordinary, **draws}
        known = {*self.ordinary, *others, *references(merged.values())}
        unknown = set(draws) - known
        if unknown:
            raise ValueError(
                f"{self.signature.name}: a draw is given for {_join(unknown)}, which is neither an argument nor a "
                f"size of `{self.signature}`, and which no other draw refers to"
            )
        require_supported(self.signature, merged)
        return merged


def general_mistakes(kata: Kata, right: Callable[..., Any]) -> list[Misconception]:
    """The mistakes of every subject that apply to a kata, made of a right answer and in the kata's words."""
    from gradkata.mistakes import general

    return [
        Misconception(
            each.name, kata.words_for_mistakes.get(each.name, each.message), each.function, title=each.title
        )
        for each in general(kata.signature, right)
        if each.name not in kata.mistakes_left_out
    ]


def declare_stored(kata: Kata, properties: Iterable[Property]) -> None:
    """Add properties that were stored without their draws and checks."""
    kata._declared.extend(properties)


def _usual(kind: Kind) -> Any:
    """What is drawn for an argument that the author does not declare."""
    if kind.takes:
        from gradkata.declaring.functions import usual as usual_function

        return usual_function(kind)
    elements: dict[str, Any] = {
        "f8": st.integers(-6, 6).map(_half),
        "i8": st.integers(0, 4),
        "b1": st.booleans(),
        "str": st.sampled_from(["ab", "cd"]),
    }
    usual = elements[kind.base]
    if kind.shape:
        shape = tuple(int(size) if size.isdigit() else arg(size) for size in kind.shape)
        return st.arrays(shape, elements=usual, dtype=kind.base)
    for _ in range(kind.depth):
        usual = st.lists(usual, max_size=5)
    return usual


def _half(value: int) -> float:
    return value / 2


def _join(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
