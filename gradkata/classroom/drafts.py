"""Describes a group of equal wrong answers: the calls that it answers wrongly, and a misconception to be filled in."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from gradkata.classroom.behaviours import Group
from gradkata.comparing.python_text import call_as_python
from gradkata.comparing.wording import show
from gradkata.drawing.bank import Call
from gradkata.drawing.coding import weight
from gradkata.judging.answers import Answer
from gradkata.judging.failure_text import counterexample
from gradkata.judging.judge import Exercise
from gradkata.judging.likeness import is_right
from gradkata.judging.verdicts import Failure
from gradkata.outcomes import PropertyReport, Report, first_failure
from gradkata.reports.escaping import for_log
from gradkata.reports.value_text import value_text

MOST_EXAMPLES = 3
_WIDTH = 88
_DOCSTRING = "You ... (write what the code does and why that is wrong)."


class Draft(NamedTuple):
    """A group of equal wrong answers.

    ``report`` is that on one of them, and ``failed`` the first property that it fails, without the student's
    traceback, which names a file.
    ``wrong`` of all ``calls`` of the bank are answered wrongly, and ``examples`` are the smallest of these.  ``code``
    is Python for the grader of the kata.
    """

    students: tuple[str, ...]
    report: Report
    failed: PropertyReport
    wrong: int
    calls: int
    examples: tuple[dict[str, Any], ...]
    code: str


def draft(exercise: Exercise, group: Group) -> Draft:
    """Describe a group of equal wrong answers."""
    kata, calls = exercise.kata, exercise.bank.calls
    wrong = [pair for pair in zip(calls, group.answers, strict=True) if not is_right(kata, *pair)]
    wrong.sort(key=lambda pair: weight(list(pair[0].arguments)))
    failed = first_failure(group.report)
    assert failed is not None, "a wrong answer fails a property"
    failed = _without_traceback(failed)
    comments = [f"Wrong on {len(wrong)} of {len(calls)} calls of the bank" + ", such as:" * bool(wrong)]
    for call, answer in wrong[:MOST_EXAMPLES]:
        comments += _comments(exercise, call, answer)
    if not wrong:
        comments += _comments_on_failure(exercise, failed)
    parameters = ", ".join(kata.signature.names)
    code = [
        *(f"# {for_log(line)}" for line in comments),
        "@kata.misconception",
        f"def name_me({parameters}):",
        f'    """{_DOCSTRING}"""',
        "    ...",
    ]
    examples = tuple([_example(exercise, *pair) for pair in wrong[:MOST_EXAMPLES]])
    return Draft(
        group.students, group.report, failed, len(wrong), len(calls), examples, "\n".join(code) + "\n"
    )


def _without_traceback(failed: PropertyReport) -> PropertyReport:
    if failed["outcome"] != "raised":
        return failed
    return {**failed, "message": str(failed.get("message") or "").split("\n")[0]}


def _comments(exercise: Exercise, call: Call, answer: Answer) -> Iterator[str]:
    """The lines on one call: as it is written in Python, what it returned, and what was expected."""
    signature = exercise.kata.signature
    yield from call_as_python(signature, call.arguments, _WIDTH, call.recipes).split("\n")
    if answer.outcome == "passed" or answer.fault:
        yield from _labelled("returned", show(answer.raw if answer.fault else answer.value, _WIDTH - 11))
    elif answer.message:
        yield from _labelled(answer.outcome, answer.message.split("\n")[0])
    if answer.mutated:
        yield from _labelled("changed", ", ".join(signature.names[index] for index in answer.mutated))
    yield from _labelled("expected", show(call.answer, _WIDTH - 11))


def _comments_on_failure(exercise: Exercise, failed: PropertyReport) -> Iterator[str]:
    """The lines on a property that fails although no call of the bank is answered wrongly."""
    yield f"Fails: {failed['claim']}"
    if found := failed.get("counterexample"):
        for each in found["calls"]:
            yield from each["call"].split("\n")
            yield from _labelled("returned", value_text(each["returned"]))
        if found["relation"]:
            yield found["relation"]
        if found["expected"] is not None:
            yield from _labelled("expected", value_text(found["expected"]))


def _labelled(label: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        yield f"  {'' if number else label:<8} {line}"


def _example(exercise: Exercise, call: Call, answer: Answer) -> dict[str, Any]:
    """A wrong call as data, with the outcome of its answer."""
    got = answer.value if answer.outcome == "passed" and not answer.fault else answer.raw
    outcome = answer.fault or ("mutates-input" if answer.mutated else answer.outcome)
    outcome = "wrong" if outcome == "passed" else outcome
    failure = Failure(outcome, call.arguments, got, call.answer, recipes=call.recipes)
    example: dict[str, Any] = {"outcome": failure.outcome}
    return example | dict(counterexample(exercise.kata, failure) or {})
