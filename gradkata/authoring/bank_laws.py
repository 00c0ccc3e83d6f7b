"""The laws that draw examples: on banks, and on right answers for much more input than a bank holds."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata import author_code
from gradkata.authoring.bank_builder import made_by
from gradkata.authoring.candidates import Candidate, candidates
from gradkata.authoring.clean_process import Drawing
from gradkata.authoring.domain_cases import on_the_domain
from gradkata.authoring.overruns import TOTAL_SECONDS
from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import Function, asking
from gradkata.comparing.closeness import Tolerance
from gradkata.comparing.digest import Digest
from gradkata.comparing.wording import call as call_text
from gradkata.comparing.wording import show
from gradkata.drawing import mutant_record
from gradkata.drawing.bank import MOST_BYTES, MOST_CALLS, Bank, BankError, Call, Case, digest_of
from gradkata.drawing.coding import Raises
from gradkata.drawing.mutant_record import digest_of_text
from gradkata.judging.answers import agree, as_values, observe
from gradkata.judging.verdicts import Failure, disagreement, identical, judge_property
from gradkata.signature import Signature

TIMES = 10
_FLOAT32 = Tolerance(rtol=1e-4, atol=1e-5)
_SAME = Tolerance(rtol=1e-12, atol=1e-15)


def fresh_draws(subject: Subject) -> list[Candidate]:
    """Ten times as many examples as the bank holds, from another seed; they are drawn once."""
    if subject.fresh:
        return subject.fresh
    drawn: list[Candidate] = []
    for prop in subject.kata.properties:
        held = sum(case.property == prop.name for case in subject.bank.cases)
        if prop.sort == "domain":
            drawn.extend(on_the_domain(subject.slug, subject.kata, prop, subject.truth, "fresh"))
        elif prop.sort not in ("contract", "example"):
            count = TIMES * max(held, 1)
            drawn.extend(candidates(subject.slug, subject.kata, prop, subject.truth, "fresh", count))
    subject.fresh.extend(drawn)
    return drawn


def right_answers_stay_right(subject: Subject) -> Iterator[str]:
    """Laws 4 and 8: right answers stay right on ten times as many new examples, every layout of arrays, and float32."""
    fresh = fresh_draws(subject)
    for name, function in subject.right_answers.items():
        for candidate in fresh:
            failure = _failure(subject, candidate, function)
            if failure is not None:
                yield (
                    f"the right answer `{name}` fails `{candidate.property.name}` on a new example"
                    f"{failure_shown(subject, failure)}. Correct the answer, or draw less for this property."
                )
                break
        for layout, change in _LAYOUTS.items():
            failed = _first_failure(subject, function, change, layout)
            if failed is not None:
                yield f"the right answer `{name}` is wrong on {layout} input, {failed}. {ADVICE[layout]}"


def failure_shown(subject: Subject, failure: Failure | None) -> str:
    """The call that shows a failure, the result and the right one, to follow a sentence."""
    if failure is None:
        return ""
    signature = subject.kata.signature
    text = f" on {call_text(signature.name, signature.names, failure.arguments)}" if failure.arguments else ""
    if failure.outcome == "wrong" and failure.expected is not None:
        return f"{text}: it gives {show(failure.got, lines=1)}, expected {show(failure.expected, lines=1)}"
    return f"{text}: {failure.reason.rstrip('.') or failure.outcome}"


def _failure(subject: Subject, candidate: Candidate, function: Function) -> Failure | None:
    if candidate.property.check is not None:
        return judge_property(
            subject.kata, candidate.property, candidate.inputs, asking(subject.kata, function)
        )
    (call,) = candidate.calls
    return disagreement(subject.kata, call, observe(function, subject.kata.signature, call.arguments))


def _first_failure(subject: Subject, function: Function, change: Any, layout: str) -> str | None:
    signature = subject.kata.signature
    tolerance = _FLOAT32 if layout == "float32" else subject.kata.tolerance
    single = {case.calls[0] for case in subject.bank.cases if case.calls and not case.inputs}
    for index in sorted(single):
        call = subject.bank.calls[index]
        changed = tuple(change(argument) for argument in call.arguments)
        if any(map(_has_overflowed, call.arguments, changed)):
            continue
        if isinstance(call.answer, Raises):
            found = observe(function, signature, changed)
            if disagreement(subject.kata, call, found) is not None:
                return f"{changed}: {found.raw if found.raw is not None else found.message}"
            continue
        exact = tuple([a.astype(float) if getattr(a, "dtype", None) == np.float32 else a for a in changed])
        expected = observe(subject.truth, signature, exact)
        answer = _uncopied(function, changed)
        found = observe(lambda *_, answer=answer: answer, signature, exact)
        if subject.kata.acceptance is None:
            is_right = found.outcome == "passed" and agree(
                found.values, as_values(expected.value, signature), tolerance
            )
        elif layout == "float32":  # the predicate asks for the precision of float64
            is_right = found.outcome == "passed"
        else:
            is_right = disagreement(subject.kata, Call(exact, expected.value), found) is None
        if not is_right:
            return f"{changed}: {found.raw if found.raw is not None else found.message}"
    return None


def _uncopied(function: Function, arguments: tuple[Any, ...]) -> Any:
    """Call a function on its arguments themselves: a copy would lose the layout that is tested."""
    piece = author_code.begin(function, arguments)
    try:
        with np.errstate(all="ignore"):
            return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        author_code.end(piece)


def _has_overflowed(value: Any, changed: Any) -> bool:
    """Whether a number lies beyond the range of float32, in which it is infinite: that is another input."""
    if getattr(changed, "dtype", None) != np.float32:
        return False
    return bool((np.isinf(changed) & ~np.isinf(value)).any())


def _float32(value: Any) -> Any:
    with np.errstate(over="ignore"):
        return value.astype(np.float32) if getattr(value, "dtype", None) == np.float64 else value


def _strided(value: Any) -> Any:
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return value
    wide = np.full((*value.shape[:-1], 2 * value.shape[-1]), 7, value.dtype)
    wide[..., ::2] = value
    return wide[..., ::2]


def _read_only(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        value = value.copy()
        value.flags.writeable = False
    return value


def _fortran(value: Any) -> Any:
    return np.asfortranarray(value) if isinstance(value, np.ndarray) and value.ndim else value


_LAYOUTS = {
    "float32": _float32,
    "non-contiguous": _strided,
    "read-only": _read_only,
    "Fortran-ordered": _fortran,
}
ADVICE = {
    "float32": "Compute in float64: `np.asarray(x, dtype=np.float64)`.",
    "non-contiguous": "Do not rely on the layout in memory.",
    "read-only": "Work on a copy: `x = x.copy()`.",
    "Fortran-ordered": "Do not rely on the layout in memory.",
}


def drawing_of(subject: Subject) -> Drawing | None:
    """A process that draws the bank again for `bank_is_fresh`; None if its sources or versions have changed."""
    try:
        now, made = made_by(subject.sources()), subject.bank.made_by
    except (BankError, SyntaxError):
        return None
    if any(now[key] != made.get(key) for key in now if key != "numpy"):
        return None
    return Drawing(subject, total=TOTAL_SECONDS)


def bank_is_small(subject: Subject) -> Iterator[str]:
    """Part of law 10: the bank is within its limits."""
    calls, size = len(subject.bank.calls), subject.catalog.bank(subject.slug).stat().st_size
    if calls > MOST_CALLS or size > MOST_BYTES:
        yield (
            f"its bank holds {calls} calls in {size} bytes; the limits are {MOST_CALLS} calls and "
            f"{MOST_BYTES} bytes. Draw smaller input."
        )


def mutants_are_recorded(subject: Subject) -> Iterator[str]:
    """Part of law 10: the record of mutants, if there is one, was made of this solution and this bank."""
    collection, write = subject.catalog.collection_of(subject.slug), f"kata lint --write {subject.name}"
    path = collection.mutants(subject.slug)
    if not path.is_file():  # fewer mistakes get a name, and nothing is wrong
        return
    text = collection.solution(subject.slug).read_text("utf-8-sig")
    record = mutant_record.load(path)
    if record is None or (record.bank, record.solution) != (subject.bank.digest, digest_of_text(text)):
        yield f"its record of mutants is older than its bank or solution. Create both again with `{write}`."


def bank_is_fresh(subject: Subject, drawing: Drawing | None = None, *, redraw: bool = True) -> Iterator[str]:
    """Part of law 10: the bank is up to date.

    ``redraw`` compares it with the result of ``drawing``, or of a new one.
    """
    bank, write = subject.bank, f"kata lint --write {subject.name}"
    now = made_by(subject.sources())
    if digest_of(bank) != bank.digest:
        yield f"its bank was edited by hand. Create it again with `{write}`."
    changed = [name for name in now if name.endswith(".py") and now[name] != bank.made_by.get(name)]
    if changed:
        yield f"its bank is older than {' and '.join(changed)}. Create it again with `{write}`."
    elif redraw and (drawing := drawing or drawing_of(subject)) is not None:
        if not _same_bank(subject, bank, drawing.result()):
            yield f"drawing its bank again gives a different bank. Create it again with `{write}`."


def _same_bank(subject: Subject, one: Bank, other: Bank) -> bool:
    def asked(bank: Bank) -> list[Any]:
        return [list(call.arguments) for call in bank.calls]

    def cases(bank: Bank) -> list[Case]:
        return [Case(case.property, case.calls) for case in bank.cases]

    if cases(one) != cases(other) or len(one.calls) != len(other.calls):
        return False
    signature = subject.kata.signature
    return all(
        identical(a.arguments, b.arguments) and _same_answer(a.answer, b.answer, signature)
        for a, b in zip(one.calls, other.calls, strict=True)
    )


def _same_answer(one: Any, other: Any, signature: Signature) -> bool:
    if isinstance(one, Raises) or isinstance(other, Raises):
        return bool(one == other)
    return agree(_numbers_of(one, signature), _numbers_of(other, signature), _SAME)


def _numbers_of(answer: Any, signature: Signature) -> tuple[Any, ...]:
    """The results of an answer; of a long one what its digest holds."""
    return tuple(
        [
            np.array([*each.shape, *each.entries, *each.sums]) if isinstance(each, Digest) else each
            for each in as_values(answer, signature)
        ]
    )
