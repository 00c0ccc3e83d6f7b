"""Find the smallest input on which a wrong answer is wrong.

The inputs of a bank are chosen because they reveal mistakes, not because they are easy to read.  For each
failed property, `smallest` looks for a smaller input that fails as well.  Up to three searches follow each
other until one of them finds a failure:

1. All inputs of the property in ascending order of size (`drawing.explore`), at most ``MOST_EXAMPLES``.
   The first failure is the smallest one in this order, so that nothing is left to shrink.
2. The same with the sizes of the known failure fixed.  This reaches failures that need larger arrays.
3. Hypothesis draws inputs and shrinks the one that fails (`drawing.real`), within about ``MOST_DRAWN`` draws.
   It also serves strategies that cannot be enumerated.

A failure on the whole domain is made smaller in another way (`judging.reducing`): its input is cut and simplified.

Searches 2 and 3 are made for the first failed property alone (``thorough``), since a student reads that one
first; the others get only the first search, with ``MOST_LATER`` inputs.  If nothing is found, the failure
from the bank is reported as it is.

The expected answer of each input comes from the plain right answer, which runs in this process; the
submission runs in its sandbox.  Calls are sent in batches that grow from ``_FIRST_BATCH`` to ``_LAST_BATCH``:
an early failure costs few calls, and a late one few round trips.  A property with a check runs one example
at a time, because its calls may depend on earlier answers.

All searches together make about ``MOST_CALLS`` calls at most.  All bounds count calls and never use the clock,
so that the same submission gets the same counterexample on every machine.  A timeout, a crash or a lack of
memory ends the search and is never reported as a smaller failure: it may depend on the machine.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from gradkata.author_code import Overrun
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Property
from gradkata.drawing.bank import Call
from gradkata.drawing.coding import Raises
from gradkata.isolation.sandbox import SandboxError
from gradkata.judging.answers import Answer, observe
from gradkata.judging.verdicts import Ask, Failure, disagreement, judge_property
from gradkata.outcomes import Outcome
from gradkata.signature import infer_sizes

MOST_EXAMPLES = 400
MOST_LATER = 100
MOST_DRAWN = 100
MOST_CALLS = 6000
_FIRST_BATCH, _LAST_BATCH = 16, 128

AskMany = Callable[[Sequence[tuple[Any, ...]]], Iterable[Answer]]
_NEVER_SHRUNK: frozenset[Outcome] = frozenset(("timeout", "memory", "crashed", "skipped"))


def smallest(
    kata: Kata,
    prop: Property,
    truth: Callable[..., Any],
    ask_many: AskMany,
    *,
    thorough: bool,
    known: tuple[Any, ...],
) -> Failure | None:
    """The smallest failure of a property that the searches find, or None.

    ``thorough`` allows all three searches; ``known`` are the arguments of a known failure.

    Raises:
        SandboxError: if the sandbox failed; this is never the student's fault.
    """
    from gradkata.drawing.explore import NotEnumerableError, examples

    if prop.sort in ("contract", "example"):
        return None
    asking = _Limited(ask_many)
    if prop.sort == "domain":
        return _reduced(kata, prop, truth, asking, known) if thorough else None
    sizes = infer_sizes(kata.signature, known)
    try:
        limit = MOST_EXAMPLES if thorough else MOST_LATER
        found = _walk(kata, prop, truth, asking, examples(prop.draws, limit))
        if found is None and thorough and sizes:
            fixed = {name: size for name, size in sizes.items() if name in prop.draws}
            found = _walk(kata, prop, truth, asking, examples({**prop.draws, **fixed}, limit))
    except NotEnumerableError:
        found = None
    except Overrun as stop:
        if stop.piece is None or stop.piece.code is not prop.check:
            raise
        return None  # the check does not end on such an answer: the failure from the bank is shown
    if found is None and thorough:
        found = _search(kata, prop, truth, asking)
    return found if found is not None and found.outcome not in _NEVER_SHRUNK else None


def _reduced(
    kata: Kata, prop: Property, truth: Callable[..., Any], ask_many: "_Limited", known: tuple[Any, ...]
) -> Failure | None:
    """The failure on a small part of a known input of the whole domain."""
    from gradkata.judging.reducing import reduced

    assert kata.admitted is not None
    failures: dict[int, Failure] = {}

    def fails(batch: Sequence[tuple[Any, ...]]) -> int | None:
        for position, answer in enumerate(ask_many(batch)):
            failure = _failure_on(kata, prop, truth, batch[position], answer)
            if failure is not None and failure.outcome not in _NEVER_SHRUNK:
                failures[id(batch[position])] = failure
                return position
        return None

    smaller = reduced(kata.admitted, known, fails)
    return None if smaller is known else failures[id(smaller)]


class _Limited:
    """Makes calls, and counts them down from ``MOST_CALLS``: one check may make many."""

    def __init__(self, ask_many: AskMany) -> None:
        self._ask_many, self._left = ask_many, MOST_CALLS

    def __call__(self, batch: Sequence[tuple[Any, ...]]) -> Iterable[Answer]:
        self._left -= len(batch)
        return self._ask_many(batch)

    @property
    def is_over(self) -> bool:
        """Whether no further example may be tried."""
        return self._left <= 0


def _walk(
    kata: Kata, prop: Property, truth: Callable[..., Any], ask_many: _Limited, walk: Iterable[dict[str, Any]]
) -> Failure | None:
    walk = iter(walk)
    if prop.check is not None:
        for example in walk:
            failure = judge_property(kata, prop, example, _one(ask_many))
            if failure is not None or ask_many.is_over:
                return failure
        return None
    size = _FIRST_BATCH
    while batch := [_arguments(kata, example) for example in islice(walk, size)]:
        for arguments, answer in zip(batch, ask_many(batch), strict=False):
            failure = _failure_on(kata, prop, truth, arguments, answer)
            if failure is not None:
                return failure
        size = min(2 * size, _LAST_BATCH)
    return None


def _search(kata: Kata, prop: Property, truth: Callable[..., Any], ask_many: _Limited) -> Failure | None:
    from gradkata.drawing.coding import weight
    from gradkata.drawing.real import EnoughError, shrink

    def failure_of(example: dict[str, Any]) -> Failure | None:
        if prop.check is not None:
            return judge_property(kata, prop, example, _one(ask_many))
        arguments = _arguments(kata, example)
        return _failure_on(kata, prop, truth, arguments, _one(ask_many)(arguments))

    def fails(example: dict[str, Any]) -> bool:
        try:
            failure = failure_of(example)
        except SandboxError as error:  # Hypothesis would shrink it like any other exception
            sandbox_errors.append(error)
            raise EnoughError from error
        if ask_many.is_over or (failure is not None and failure.outcome in _NEVER_SHRUNK):
            raise EnoughError
        return failure is not None

    sandbox_errors: list[SandboxError] = []
    example = shrink(prop.draws, fails, weight, MOST_DRAWN, f"{kata.signature.name} {prop.name}")
    if sandbox_errors:
        raise sandbox_errors[0]
    return None if example is None else failure_of(example)


def _failure_on(
    kata: Kata, prop: Property, truth: Callable[..., Any], arguments: tuple[Any, ...], answer: Answer
) -> Failure | None:
    right = observe(truth, kata.signature, arguments)
    if prop.error:
        is_asked = right.outcome == "raised" and prop.error in right.built_in
        return disagreement(kata, Call(arguments, Raises(prop.error)), answer) if is_asked else None
    if right.outcome != "passed":
        return None
    return disagreement(kata, Call(arguments, right.value), answer)


def _arguments(kata: Kata, example: dict[str, Any]) -> tuple[Any, ...]:
    return tuple([example[name] for name in kata.signature.names])


def _one(ask_many: AskMany) -> Ask:
    def ask(arguments: Sequence[Any]) -> Answer:
        for answer in ask_many([tuple(arguments)]):
            return answer
        return Answer("skipped")

    return ask
