"""The answers of a submission and of known mistakes to the calls of a bank, and where they are alike.

Two answers are alike if they have the same value up to the tolerance of the kata, the same type of exception, the same
changed arguments and the same breach of the contract (`answers.alike`).  Where several answers are right, two right
answers count as the same.  Under the weaker rule `nearly_alike`, a wrong answer that raises an exception of arithmetic
also counts as the NaN or infinity that NumPy returns in its place: plain Python divides by zero with an exception.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from gradkata.comparing.closeness import Tolerance
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Misconception
from gradkata.drawing.bank import Bank, Call
from gradkata.drawing.coding import Raises
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.verdicts import disagreement

ENOUGH_WRONG = 5  # wrong answers to ordinary input that make a likeness distinctive
ENOUGH_VALUES = 3  # different values among them
_ARITHMETIC = frozenset(("ZeroDivisionError", "OverflowError", "FloatingPointError", "ValueError"))
_ORDINARY = ("agreement", "domain")


@dataclass
class Known:
    """A known mistake, and its answers by the index of the call; each is made once, when it is needed."""

    mistake: Misconception
    make: Callable[[int], Answer]
    made: dict[int, Answer] = field(default_factory=dict)

    def answer(self, index: int) -> Answer:
        """The answer of the mistake to one call of the bank."""
        if index not in self.made:
            self.made[index] = self.make(index)
        return self.made[index]


def known_by_running(kata: Kata, bank: Bank, mistake: Misconception) -> Known:
    """A known mistake that is run in this process."""
    return Known(
        mistake, lambda index: observe(mistake.function, kata.signature, bank.calls[index].arguments)
    )


@dataclass(frozen=True)
class Probes:
    """The answers of a submission to the calls of a bank."""

    kata: Kata
    bank: Bank
    answers: Sequence[Answer]

    @cached_property
    def wrong(self) -> tuple[int, ...]:
        """The calls with a wrong answer: ordinary input first, very large input last."""
        found = [index for index in self._answered if not is_right(self.kata, *self._pair(index))]
        return tuple(sorted(found, key=lambda index: (self._is_large(index), index not in self._core)))

    @cached_property
    def _wrong_set(self) -> frozenset[int]:
        return frozenset(self.wrong)

    @cached_property
    def right(self) -> tuple[int, ...]:
        """The calls with a right answer: ordinary input first, very large input last."""
        wrong = {*self.wrong}
        found = [index for index in self._answered if index not in wrong]
        return tuple(sorted(found, key=lambda index: (self._is_large(index), index not in self._core)))

    @cached_property
    def ordinary(self) -> frozenset[int]:
        """The calls for ordinary input that were answered."""
        return self._core & {*self._answered}

    @cached_property
    def is_distinctive(self) -> bool:
        """Whether enough answers to input of the domain are wrong that a likeness is hardly due to chance."""
        names = {each.name for each in self.kata.properties if each.sort in _ORDINARY}
        asked = {index for case in self.bank.cases if case.property in names for index in case.calls}
        return self.are_distinctive([index for index in self.wrong if index in asked])

    @cached_property
    def has_wrong_values(self) -> bool:
        """Whether most wrong answers are values of the right type: exceptions and types say little about a mistake."""
        given = [self.answers[index] for index in self.wrong]
        passed = sum(each.outcome == "passed" and not each.fault for each in given)
        return 2 * passed >= len(self.wrong)

    def are_distinctive(self, indices: Sequence[int]) -> bool:
        """Whether there are enough wrong answers to these calls, with enough different values."""
        passed = [self.answers[index] for index in indices if self.answers[index].outcome == "passed"]
        return len(indices) >= ENOUGH_WRONG and len({*map(given_text, passed)}) >= ENOUGH_VALUES

    def alike(self, index: int, other: Answer) -> bool:
        """Whether another answer to a call shows the behaviour of the submission; both may be right."""
        call, answer = self._pair(index)
        if alike(answer, other, self.kata.tolerance):  # the other one may hold a digest
            return True
        is_unique = self.kata.acceptance is None and not isinstance(call.answer, Raises)
        return not is_unique and is_right(self.kata, call, other) and is_right(self.kata, call, answer)

    def nearly_alike(self, index: int, other: Answer) -> bool:
        """The same by the weaker rule: a wrong exception of arithmetic counts as the NaN or infinity of a mistake."""
        if self.alike(index, other):
            return True
        answer = self.answers[index]
        is_wrong = index in self._wrong_set
        return is_wrong and answer.mutated == other.mutated and _replaces_a_number(answer, other)

    def is_right(self, index: int, answer: Answer) -> bool:
        """Whether an answer to a call is right."""
        return is_right(self.kata, self.bank.calls[index], answer)

    def without_changes(self) -> "tuple[Probes, tuple[int, ...]] | None":
        """The same values with no argument changed, and the arguments that are changed; None if there are none."""
        changed = sorted({position for answer in self.answers for position in answer.mutated})
        if not changed:
            return None
        unchanged = [replace(answer, mutated=()) for answer in self.answers]
        return Probes(self.kata, self.bank, unchanged), tuple(changed)

    @cached_property
    def _core(self) -> frozenset[int]:
        names = {each.name for each in self.kata.properties if each.sort == "agreement"}
        return frozenset(case.calls[0] for case in self.bank.cases if case.property in names)

    @cached_property
    def _answered(self) -> list[int]:
        return [index for index, answer in enumerate(self.answers) if answer.outcome != "skipped"]

    def _pair(self, index: int) -> tuple[Call, Answer]:
        return self.bank.calls[index], self.answers[index]

    def _is_large(self, index: int) -> bool:
        return bool(self.bank.calls[index].recipes)


def is_right(kata: Kata, call: Call, answer: Answer) -> bool:
    """Whether an answer is right and does not break the contract."""
    if answer.fault or answer.mutated:
        return False
    return disagreement(kata, call, answer) is None


def nearly_alike(one: Answer, other: Answer, tolerance: Tolerance) -> bool:
    """Whether two answers are alike, or one is NaN where the other raises an exception of arithmetic."""
    if alike(one, other, tolerance):
        return True
    return one.mutated == other.mutated and (_replaces_a_number(one, other) or _replaces_a_number(other, one))


def is_mixed(answer: Answer, one: Answer, other: Answer, tolerance: Tolerance) -> bool:
    """Whether each entry of an answer is that of one of two others."""
    if any(each.outcome != "passed" or each.fault or each.mutated for each in (answer, one, other)):
        return False
    for value, *others in zip(answer.values, one.values, other.values, strict=True):
        if (
            any(np.shape(each) != np.shape(value) for each in others)
            or np.asarray(value).dtype.kind not in "fi"
        ):
            return False
        found = [
            np.isclose(value, each, rtol=tolerance.rtol, atol=tolerance.atol, equal_nan=True)
            for each in others
        ]
        if not np.all(found[0] | found[1]):
            return False
    return True


def _replaces_a_number(one: Answer, other: Answer) -> bool:
    """Whether one answer is an exception of arithmetic, and the other one NaN or an infinity."""
    if one.outcome != "raised" or not _ARITHMETIC & {one.error, *one.built_in} or other.outcome != "passed":
        return False
    floats = [np.asarray(value) for value in other.values if np.asarray(value).dtype.kind == "f"]
    return any(not np.isfinite(value).all() for value in floats)


def given_text(answer: Answer) -> str:
    """What an answer gives, as text in which rounding errors do not show."""
    return _text(answer.values or answer.error or answer.message)


def _text(value: Any) -> str:
    """A value as text in which rounding errors do not show."""
    if isinstance(value, tuple | list):
        return f"({', '.join(map(_text, value))})"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, np.ndarray):
        return f"{value.shape}{_text(value.ravel().tolist())}"
    return repr(value)
