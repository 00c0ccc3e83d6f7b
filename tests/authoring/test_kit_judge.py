"""A kit gives the score and names the mistake that `kata check` does."""

import ast
import base64
import json
import zlib
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import try_out
from gradkata.catalog import Catalog
from gradkata.comparing.python_text import call_as_python
from gradkata.judging.diagnosing import diagnose
from gradkata.judging.report import as_diagnosis
from gradkata.judging.verdicts import identical
from gradkata.kit.inside import kit_judge
from gradkata.kit.inside.kit_data import KitError, KitTask, dumps, loads
from gradkata.kit.inside.kit_judge import check_answer, conclude, verdicts_of
from gradkata.kit.inside.kit_screen import page
from gradkata.kit.packing import task_of
from gradkata.reports.palette import Look
from gradkata.submissions.submission import Submission

CATALOG = Catalog()
SEVERAL = ("detection/iou", "detection/nms", "decoding/bleu", "sequences/lstm_step", "decoding/beam_search")


@cache
def subject(slug):
    return Subject(CATALOG, slug)


@cache
def stored(slug):
    """The task as a kit reads it."""
    return loads(dumps(task_of(CATALOG, slug)))


def without_mistakes(slug):
    """The same, made faster: for answers that are no known mistake."""
    one = subject(slug)
    return loads(dumps(KitTask(slug, one.kata, one.bank, (), CATALOG.stub(slug).read_bytes())))


def in_a_kit(task, trial):
    return conclude(task, verdicts_of(task, trial.answers), trial.answers).report


def stub(*arguments):
    raise NotImplementedError


@pytest.mark.parametrize("slug", CATALOG.slugs)
def test_a_right_answer_has_all_points_and_a_stub_has_none(slug):
    one, task = subject(slug), without_mistakes(slug)

    right, begun = (in_a_kit(task, try_out(one.kata, one.bank, f)) for f in (one.plain, stub))

    assert (right["score"], right["outcome"]) == (10, "passed")
    assert (begun["score"], begun["outcome"]) == (0, "not-implemented")


@pytest.mark.parametrize("slug", SEVERAL)
def test_every_misconception_has_the_score_of_kata_check_and_is_named(slug):
    one, task = subject(slug), stored(slug)
    for mistake in one.kata.misconceptions:
        trial = try_out(one.kata, one.bank, mistake.function)

        found = in_a_kit(task, trial)

        named = diagnose(one.kata, one.bank, trial.answers, one.plain)
        assert named is not None
        assert found["score"] == trial.score, mistake.name
        assert found["misconception"] == as_diagnosis(named)


@pytest.mark.parametrize("slug", SEVERAL)
def test_a_kit_has_the_claims_points_hints_and_calls_of_the_kata(slug):
    one, task = subject(slug), stored(slug)

    assert task.kata.signature == one.kata.signature
    assert task.kata.tolerance == one.kata.tolerance
    assert task.kata.hint_lines == one.kata.hint_lines
    fields = [(p.name, p.claim, p.points, p.sort) for p in one.kata.properties]
    assert [(p.name, p.claim, p.points, p.sort) for p in task.kata.properties] == fields
    assert all(
        identical(a.arguments, b.arguments) for a, b in zip(task.bank.calls, one.bank.calls, strict=True)
    )


@pytest.mark.parametrize("slug", SEVERAL)
def test_a_call_is_python_that_makes_the_same_arguments(slug):
    signature = subject(slug).kata.signature
    for call in subject(slug).bank.calls:
        text = call_as_python(signature, call.arguments)

        made = eval(text, {"np": np, signature.name: lambda **given: tuple(given.values())})

        assert identical(made, call.arguments), text


def test_special_values_are_written_as_python():
    signature = subject("detection/iou").kata.signature
    given = (np.array([np.nan, np.inf, -np.inf]), np.zeros((0, 4), np.int64))

    text = call_as_python(signature, given)

    assert text == "iou(a=np.array([np.nan, np.inf, -np.inf]),\n    b=np.zeros((0, 4), dtype=int))"


def test_a_long_call_is_broken_between_rows_and_never_inside_a_word():
    signature = subject("decoding/bleu").kata.signature
    words = [f"word {i}, and more" for i in range(12)]

    text = call_as_python(signature, (words, [words], 4))

    assert max(map(len, text.splitlines())) <= 80
    assert eval(text, {"bleu": lambda **given: given["references"]}) == [words]


def test_a_kit_holds_no_code_of_a_solution_or_grader():
    for slug in SEVERAL:
        one = subject(slug)
        data = zlib.decompress(base64.b64decode(dumps(task_of(CATALOG, slug)))).decode()
        known = set(json.loads(data))
        assert known == {
            "format", "kata", "signature", "tolerance", "properties", "hints", "general", "bank", "calls", "cases",
            "mistakes", "stub",
        }  # fmt: skip
        for path in one.sources():
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, (ast.Assign, ast.AugAssign, ast.Return)) and len(ast.unparse(node)) > 25:
                    assert ast.unparse(node) not in data


def test_a_relation_with_a_wrong_value_is_not_called_false():
    one, task = subject("detection/iou"), stored("detection/iou")
    clamps_not = next(m for m in one.kata.misconceptions if m.name == "forgets_to_clamp")
    trial = try_out(one.kata, one.bank, clamps_not.function)
    relations = frozenset(p.name for p in one.kata.properties if p.sort == "property")

    shown = page(conclude(task, verdicts_of(task, trial.answers), trial.answers), relations, Look())

    assert "· The score lies between 0 and 1." in shown
    assert "Not checked here while the answer to one of its calls is wrong." in shown
    assert "Looks like a known mistake: forgets to clamp" in shown


def test_the_smallest_call_of_the_bank_that_fails_is_shown():
    one, task = subject("detection/iou"), stored("detection/iou")
    trial = try_out(one.kata, one.bank, lambda a, b: 7.0)

    found = conclude(task, verdicts_of(task, trial.answers), trial.answers)

    from gradkata.drawing.coding import weight

    core = {c.calls[0] for c in one.bank.cases if c.property == "agrees_on_ordinary_input"}
    smallest = min((one.bank.calls[i] for i in core), key=lambda call: weight(list(call.arguments)))
    assert found.failure is not None
    assert identical(found.failure.arguments, smallest.arguments)


def test_a_loop_without_end_is_stopped(monkeypatch):
    limits = replace(kit_judge.LIMITS, call_cpu_seconds=0.1, call_wall_seconds=2.0)
    monkeypatch.setattr(kit_judge, "LIMITS", limits)

    found = check_answer(
        without_mistakes("detection/iou"), Submission(b"def iou(a, b):\n    while True: pass\n", "iou.py")
    )

    assert (found.report["outcome"], found.report["score"]) == ("timeout", 0)


@pytest.mark.parametrize("text", ["", "AAAA", base64.b64encode(zlib.compress(b'{"format": 0}')).decode()])
def test_damaged_data_is_refused(text):
    with pytest.raises(KitError):
        loads(text)
