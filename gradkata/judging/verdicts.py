"""Whether each property holds for the answers to the bank's calls."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from gradkata.author_code import Line, Overrun, begin, end, place_in, too_many_calls, too_much_memory
from gradkata.comparing.wording import unequal_text
from gradkata.declaring.asserting import UnequalError
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Acceptance, Property
from gradkata.drawing.bank import MOST_IN_CHECK, Bank, Call, Case
from gradkata.drawing.coding import Raises
from gradkata.isolation.sandbox import SandboxError
from gradkata.judging.answers import Answer, agree, as_values
from gradkata.outcomes import Outcome
from gradkata.signature import Signature

Ask = Callable[[Sequence[Any]], Answer]
Confirm = Callable[[Property, dict[str, Any]], None]
MOST_SHOWN = 8
"""The most calls that a failure shows."""
_CHANGED_LATER = (
    "The result of the first call was changed by the next call: both return the same array or list. "
    "Return a new one in every call."
)


class Stopped(BaseException):
    """Ends a check whose call gave no value.  Not an `Exception`, so that no check can catch it."""

    def __init__(self, answer: Answer, arguments: Sequence[Any]) -> None:
        super().__init__(answer.outcome)
        self.answer = answer
        self.arguments = tuple(arguments)


@dataclass(frozen=True)
class Made:
    """A call that was made, and the answer to it; ``right`` is the right answer, if this one is explained."""

    arguments: tuple[Any, ...]
    answer: Answer
    recipes: Mapping[int, str] = field(default_factory=dict)
    right: Answer | None = None


@dataclass(frozen=True)
class Failure:
    """A failure of a property: the call that shows it, its result and the expected one.

    If several calls show it, ``earlier`` holds those before, of which ``left_out`` more are not kept, and ``relation``
    is the sentence on what does not hold between them.  ``answer`` is that to the last call of a property with a
    check.  ``inputs`` are the values that were drawn for it.  If the answer is not unique, ``expected`` is one right
    answer of several.  ``remembers`` says that the last call alone is answered rightly.  ``place`` is the line of the
    grader that raised an exception.
    """

    outcome: Outcome
    arguments: tuple[Any, ...]
    got: Any = None
    expected: Any = None
    message: str = ""
    inputs: dict[str, Any] = field(default_factory=dict)
    recipes: Mapping[int, str] = field(default_factory=dict)
    is_unique: bool = True
    place: Line | None = None
    earlier: tuple[Made, ...] = ()
    left_out: int = 0
    relation: str = ""
    answer: Answer | None = None
    printed: str = ""
    remembers: bool = False

    @property
    def reason(self) -> str:
        """The message, or the relation that does not hold."""
        return self.message or self.relation


@dataclass(frozen=True)
class Verdict:
    """The outcome of one property, with its first failure if there is one."""

    property: Property
    outcome: Outcome
    failure: Failure | None = None


def verdicts(
    kata: Kata, bank: Bank, answers: Sequence[Answer], ask: Ask, confirm: Confirm | None = None
) -> list[Verdict]:
    """The verdict on every property, in the order of declaration.

    Args:
        kata: the properties that must hold.
        bank: the calls that were made.
        answers: one for each call of the bank, in the same order.
        ask: makes a call that depends on an earlier answer.
        confirm: raises an exception if a check that failed on some input fails on the right answer as well.

    Raises:
        Overrun: if a check does not end, and there is no ``confirm``.
    """
    return [verdict(kata, bank, prop, answers, ask, confirm) for prop in kata.properties]


def verdict(
    kata: Kata,
    bank: Bank,
    prop: Property,
    answers: Sequence[Answer],
    ask: Ask,
    confirm: Confirm | None = None,
) -> Verdict:
    """The verdict on one property; the arguments are those of `verdicts`."""
    if prop.sort == "contract":
        return _contract(kata, bank, prop, answers)
    skipped = False
    for case in bank.cases:
        if case.property != prop.name:
            continue
        try:
            failure = judge_case(kata, prop, case, bank.calls, answers, ask)
        except Overrun as stop:
            if confirm is None:
                raise
            message = f"The property cannot be checked on this answer: it {stop.said}."
            failure = Failure("wrong", (), None, None, message, dict(case.inputs))
        if failure is not None and prop.check is not None and confirm is not None:
            confirm(prop, dict(case.inputs))
        if failure is not None and failure.outcome != "skipped":
            return Verdict(prop, failure.outcome, failure)
        skipped = skipped or failure is not None
    return Verdict(prop, "skipped" if skipped else "passed")


def judge_case(
    kata: Kata, prop: Property, case: Case, calls: Sequence[Call], answers: Sequence[Answer], ask: Ask
) -> Failure | None:
    """The failure of one example of a property (not of the contract), or None."""
    if prop.check is None:
        return disagreement(kata, calls[case.calls[0]], answers[case.calls[0]])
    logged = [(calls[index].arguments, answers[index]) for index in case.calls]
    return judge_property(kata, prop, dict(case.inputs), _replayed(logged, ask))


def disagreement(kata: Kata, call: Call, answer: Answer) -> Failure | None:
    """How an answer differs from the right one, or None."""
    if isinstance(call.answer, Raises):
        return _missing_error(call, call.answer.error, answer)
    is_unique = kata.acceptance is None
    if answer.outcome != "passed":
        return Failure(
            answer.outcome,
            call.arguments,
            answer.raw,
            call.answer,
            answer.message,
            recipes=call.recipes,
            is_unique=is_unique,
            printed=answer.printed,
        )
    if kata.acceptance is not None:
        return _rejection(kata.signature, kata.acceptance, call, answer)
    if agree(answer.values, as_values(call.answer, kata.signature), kata.tolerance):
        return None
    return Failure("wrong", call.arguments, answer.value, call.answer, recipes=call.recipes)


def _missing_error(call: Call, error: str, answer: Answer) -> Failure | None:
    """How an answer fails to raise the exception that it must raise, or None."""
    if answer.outcome == "raised" and error in answer.built_in:
        return None
    if answer.outcome in ("passed", "wrong-type", "wrong-shape"):
        got = answer.value if answer.outcome == "passed" else answer.raw
        message = f"It returns a value, but it must raise {error} here."
        return Failure("wrong", call.arguments, got, call.answer, message)
    message = f"It must raise {error} here."
    if answer.outcome == "raised":
        message = f"It must raise {error} here, not {answer.error}."
    text = f"{message}\n{answer.message}".rstrip()
    return Failure(answer.outcome, call.arguments, answer.raw, call.answer, text)


def _rejection(signature: Signature, acceptance: Acceptance, call: Call, answer: Answer) -> Failure | None:
    """Why a predicate rejects an answer, or None."""
    given = {each.name: each.default for each in signature.parameters if each.optional}
    given |= zip(signature.names, call.arguments, strict=False)
    message = ""
    try:
        accepted = acceptance.predicate(*[given[name] for name in acceptance.arguments], answer.value)
        if accepted is None or bool(accepted):
            return None
    except UnequalError as unequal:
        message = unequal_text(unequal.actual, unequal.expected)
    except AssertionError as error:
        message = str(error).split("\n")[0]
    except Exception as error:  # the answer is so unusual that the predicate itself fails
        message = f"The answer cannot be examined ({type(error).__name__}: {error})."
    return Failure("wrong", call.arguments, answer.value, call.answer, message, is_unique=False)


def judge_property(kata: Kata, prop: Property, inputs: dict[str, Any], ask: Ask) -> Failure | None:
    """Run a property's check on one example; all its calls go through ``ask``.

    Raises:
        SandboxError: if the sandbox failed; this is never the student's fault.
        Overrun: if it does not end within the limits of `author_code.watched`.
    """
    assert prop.check is not None
    made: list[Made] = []
    sandbox_errors: list[SandboxError] = []
    piece = begin(prop.check, inputs)

    def answered(*arguments: Any) -> Any:
        if len(made) > MOST_IN_CHECK:  # a bank is refused before
            raise too_many_calls(piece, MOST_IN_CHECK)
        try:
            answer = ask(arguments)
        except SandboxError as error:
            sandbox_errors.append(error)
            raise Stopped(Answer("skipped"), arguments) from error
        made.append(Made(arguments, answer))
        if answer.outcome != "passed":
            raise Stopped(answer, arguments)
        return answer.value

    wanted = prop.check.__code__.co_varnames[1 : prop.check.__code__.co_argcount]
    try:
        prop.check(answered, *[inputs[name] for name in wanted])
    except Stopped as stop:
        if sandbox_errors:
            raise sandbox_errors[0] from None
        return _stopped(stop, made, inputs)
    except UnequalError as unequal:
        return _broken(prop, made, inputs, f"Here {unequal_text(unequal.actual, unequal.expected)}")
    except AssertionError as error:
        return _broken(prop, made, inputs, str(error).split("\n")[0])
    except MemoryError as error:
        raise too_much_memory(piece, error) from None
    except Exception as error:  # the answer is so unusual that the check itself fails
        message = f"The property cannot be checked on this answer ({type(error).__name__}: {error})."
        failure = _broken(prop, made, inputs, "")
        return replace(failure, message=message, place=place_in(error.__traceback__))
    finally:
        end(piece)
    return None


def _stopped(stop: Stopped, made: Sequence[Made], inputs: dict[str, Any]) -> Failure:
    """The failure of a check whose last call gave no value."""
    answer = stop.answer
    return Failure(
        answer.outcome,
        stop.arguments,
        answer.raw,
        message=answer.message,
        inputs=inputs,
        earlier=tuple(made[-MOST_SHOWN:-1]),
        left_out=max(len(made) - MOST_SHOWN, 0),
        answer=answer,
        printed=answer.printed,
    )


def _broken(prop: Property, made: Sequence[Made], inputs: dict[str, Any], why: str) -> Failure:
    """The failure of a relation between calls; ``why`` compares two values, or is the text of the assertion."""
    relation = f"{prop.claim} {why}".rstrip()
    if not made:
        return Failure("wrong", (), inputs=inputs, relation=relation)
    *earlier, last = made[-MOST_SHOWN:]
    return Failure(
        "wrong",
        last.arguments,
        last.answer.value,
        inputs=inputs,
        earlier=tuple(earlier),
        left_out=max(len(made) - MOST_SHOWN, 0),
        relation=relation,
        answer=last.answer,
        printed="".join([each.answer.printed for each in made]),
    )


def _replayed(logged: list[tuple[tuple[Any, ...], Answer]], ask: Ask) -> Ask:
    """Answer a property's calls from the log; a call that differs from the logged one goes to ``ask``."""
    position = iter(range(len(logged)))

    def answer(arguments: Sequence[Any]) -> Answer:
        index = next(position, None)
        if index is not None and identical(logged[index][0], arguments):
            return logged[index][1]
        return ask(arguments)

    return answer


def identical(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether the arguments of two calls are the same, bit for bit."""
    if len(one) != len(other):
        return False
    for a, b in zip(one, other, strict=True):
        if type(a) is not type(b):
            return False
        if hasattr(a, "tobytes"):
            if a.shape != b.shape or a.dtype != b.dtype or a.tobytes() != b.tobytes():
                return False
        elif a != b:
            return False
    return True


def _contract(kata: Kata, bank: Bank, prop: Property, answers: Sequence[Answer]) -> Verdict:
    core = {case.calls[0] for case in bank.cases if is_core(kata, case.property)}
    for index, (call, answer) in enumerate(zip(bank.calls, answers, strict=True)):
        if isinstance(call.answer, Raises):  # there is no value to examine
            continue
        failure = breach(kata, call, answer, in_core=index in core)
        if failure is not None:
            return Verdict(prop, failure.outcome, failure)
        if answer.changed_earlier and index:
            before = Made(bank.calls[index - 1].arguments, answers[index - 1], bank.calls[index - 1].recipes)
            return Verdict(prop, "wrong", changed_later(before, Made(call.arguments, answer, call.recipes)))
    reached = any(answers[index].outcome != "skipped" for index in core) or not core
    return Verdict(prop, "passed" if reached else "skipped")


def breach(kata: Kata, call: Call, answer: Answer, *, in_core: bool) -> Failure | None:
    """How one answer breaks the contract.  Exceptions and values that are not finite count on ordinary input only."""
    found = _breach(kata, answer, in_core=in_core)
    if found is None:
        return None
    outcome, message = found
    got = answer.value if outcome == "wrong" else answer.raw
    return Failure(
        outcome, call.arguments, got, call.answer, message, recipes=call.recipes, printed=answer.printed
    )


def changed_later(before: Made, last: Made) -> Failure:
    """The breach of the contract by a call that changes the answer to the call before."""
    return Failure(
        "wrong",
        last.arguments,
        last.answer.value if last.answer.outcome == "passed" else last.answer.raw,
        message=_CHANGED_LATER,
        recipes=last.recipes,
        earlier=(before,),
    )


def _breach(kata: Kata, answer: Answer, *, in_core: bool) -> tuple[Outcome, str] | None:
    """How one answer breaks the contract.  Exceptions and values that are not finite count on ordinary input only."""
    if answer.fault:
        return answer.fault, answer.message
    if answer.outcome not in ("passed", "skipped"):
        return (answer.outcome, answer.message) if in_core else None
    if answer.mutated:
        names = " and ".join(f"`{kata.signature.names[index]}`" for index in answer.mutated)
        return "mutates-input", f"It changes its argument {names} in place. Work on a copy instead."
    if in_core and kata.finite and not all(map(_finite, answer.values)):
        return "wrong", "The result is not finite."
    return None


def _finite(value: Any) -> bool:
    """Whether a value has neither NaN nor an infinity; true for anything but an array of floats."""
    if type(value) is not np.ndarray or value.dtype.kind != "f":
        return True
    return math.isfinite(value) if not value.ndim else bool(np.isfinite(value).all())


def is_core(kata: Kata, name: str) -> bool:
    """Whether the property called ``name`` is the agreement on ordinary input."""
    return any(prop.sort == "agreement" and prop.name == name for prop in kata.properties)
