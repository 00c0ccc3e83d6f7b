"""A report says only what is so: its calls return what is shown, and the printed text is that of its calls."""

import copy
import re
from dataclasses import replace

import pytest
from blind_answers import wrong_answers
from report_checker import faults, judged_function, pasted, sandbox_of

from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog, short_name
from gradkata.declaring.kata import general_mistakes
from gradkata.isolation.sandbox import Limits
from gradkata.judging.judge import judge
from gradkata.outcomes import first_failure
from gradkata.reports import html
from gradkata.reports.terminal import render
from gradkata.submissions.submission import Submission

CATALOG = Catalog()
KATAS = [short_name(slug) for slug in CATALOG.slugs]
FEW = 2
IOU = """
def iou(a, b):
    {first}
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    inter = w * h
    union = (a[2]-a[0])*(a[3]-a[1]) + (b[2]-b[0])*(b[3]-b[1]) - inter
    {last}
"""
EPSILON = IOU.format(first="", last="return inter / (union + 1e-10)")
KEEPS_MOMENTS = """
import numpy as np
m_t = None
v_t = None
def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    global m_t, v_t
    if m_t is None:
        m_t, v_t = m, v
    m_t = b1 * m_t + (1 - b1) * g
    v_t = b2 * v_t + (1 - b2) * g**2
    mh = m_t / (1 - b1**t)
    vh = v_t / (1 - b2**t)
    return w - lr * mh / (np.sqrt(vh) + eps), m_t, v_t
"""
KEEPS_THE_FIRST = """
first = []
def sigmoid(x):
    import numpy as np
    first.append(1 / (1 + np.exp(-np.asarray(x))) if not first or len(first[0]) != len(x) else first[0])
    return first[-1] if len(first) < 9 else first[-1] + 1e-3
"""
DEFAULT_LIST = """
def relu_grad(x, grads=[]):
    for v in x:
        grads.append(1.0 if v > 0 else 0.0)
    return grads
"""
COUNTS = IOU.format(first="iou.calls = getattr(iou, 'calls', 0) + 1", last="return inter / union * iou.calls")


def faults_of_source(exercise, sandbox, source, kata):
    submission = Submission(source, f"{kata}.py")
    return faults(judge(exercise, submission, sandbox), exercise, submission, sandbox)


def faults_of_function(exercise, function):
    report = judged_function(exercise, function)
    return faults(report, exercise, Submission(b"", "function.py"), sandbox_of(function))


def mistakes_of(exercise):
    return [*exercise.kata.misconceptions, *general_mistakes(exercise.kata, exercise.truth())]


@pytest.mark.parametrize("kata", KATAS)
def test_the_reports_on_some_wrong_answers_say_what_is_so(exercises, sandbox, kata):
    exercise, answers = exercises[kata], wrong_answers(kata)
    every = mistakes_of(exercise)
    some = every[:: len(every) // FEW][:FEW]

    for each in answers[:1]:
        assert [] == faults_of_source(exercise, sandbox, each.source, kata), each.title
    for each in some:
        assert [] == faults_of_function(exercise, each.function), each.name


@pytest.mark.heavy
@pytest.mark.parametrize("kata", KATAS)
def test_the_reports_on_all_blind_answers_say_what_is_so(exercises, sandbox, kata):
    for each in wrong_answers(kata):
        assert [] == faults_of_source(exercises[kata], sandbox, each.source, kata), each.title


@pytest.mark.heavy
@pytest.mark.parametrize("slug", CATALOG.slugs)
def test_the_reports_on_all_mistakes_and_mutants_say_what_is_so(exercises, slug):
    exercise, subject = exercises[short_name(slug)], Subject(CATALOG, slug)
    text = subject.catalog.solution(slug).read_text("utf-8")
    # Without an assignment, an array of `np.empty` holds other numbers at every call.
    mutants = [
        each for each in subject.mutants.values() if not ("np.empty(" in text and ": drop " in each.name)
    ]
    every = [(each.name, each.function) for each in [*mistakes_of(exercise), *mutants]]
    for name, function in every:
        assert [] == faults_of_function(exercise, function), name


@pytest.mark.parametrize(
    "falsify",
    [
        lambda found: found["calls"][-1].update(returned=0.75),
        lambda found: found.update(expected=0.75),
        lambda found: found["calls"][-1].update(call="iou(a=[0., 0., inf, 1.], b=[1.])"),
        lambda found: found["calls"][-1].update(call="iou(a=np.zeros(4), b=np.array([0., ...]))"),
        lambda found: found["calls"][-1]["arguments"].update(a=[9.0, 9.0, 9.0, 9.0]),
        lambda found: found.update(remembers=True),
    ],
    ids=["returned", "expected", "not Python", "elided", "arguments", "remembers"],
)
def test_the_checker_finds_a_report_that_says_something_else(exercises, sandbox, falsify):
    submission = Submission(IOU.format(first="", last="return inter").encode(), "iou.py")
    report = judge(exercises["iou"], submission, sandbox)
    assert [] == faults(report, exercises["iou"], submission, sandbox)

    changed = copy.deepcopy(report)
    falsify(first_failure(changed)["counterexample"])

    assert faults(changed, exercises["iou"], submission, sandbox)


def test_a_relation_is_shown_with_its_calls_and_the_two_values_that_differ(judged):
    report = judged(EPSILON)
    failed = next(each for each in report["properties"] if each["name"] == "has_no_unit")
    found = failed["counterexample"]

    assert (9, 2) == (report["score"], len(found["calls"]))
    small, ordinary = (call["returned"] for call in found["calls"])
    assert f"Here {small} should be equal to {ordinary}." in found["relation"]
    assert found["relation"].startswith(failed["claim"])
    assert found["expected"] is None, "the last call is answered rightly"
    assert "The first call is answered wrongly. The right answer is 1.0." in failed["message"]


def test_the_expected_answer_belongs_to_the_last_call(judged):
    failed = next(
        p for p in judged("def iou(a, b):\n    return 0.5\n")["properties"] if p["name"] == "is_one_for_twins"
    )
    [call] = failed["counterexample"]["calls"]
    assert set(call["arguments"]) == {"a", "b"}
    assert (0.5, 1.0) == (call["returned"], failed["counterexample"]["expected"])


def test_one_call_gets_one_answer_in_all_properties_of_a_report(judged):
    answers = {}
    for each in judged(EPSILON.replace("1e-10", "1e-2"))["properties"]:
        for call in each.get("counterexample", {"calls": ()})["calls"]:
            answers.setdefault(call["call"], set()).add(call["returned"])

    assert len(answers) > 3
    assert all(len(each) == 1 for each in answers.values())


def test_printed_text_is_cut_with_a_note(judged):
    report = judged("def iou(a, b):\n    print('x' * 9000)\n    return 2.0\n")
    printed = first_failure(report)["counterexample"]["printed"]
    assert len(printed) < 4000
    assert re.search(r"x\n\.\.\. \d+ more characters\n$", printed)


@pytest.mark.parametrize(
    ("source", "kata"),
    [
        (KEEPS_MOMENTS, "adam_step"),
        (KEEPS_THE_FIRST, "sigmoid"),
        (DEFAULT_LIST, "relu_grad"),
        (COUNTS, "iou"),
    ],
    ids=["global variables", "a list", "a default argument", "an attribute"],
)
def test_an_answer_that_remembers_is_shown_with_the_calls_that_lead_to_it(
    judged, exercises, sandbox, source, kata
):
    report = judged(source, kata)
    failed = first_failure(report)

    assert failed["counterexample"]["remembers"] is True
    assert len(failed["counterexample"]["calls"]) > 1
    assert failed["counterexample"]["relation"].startswith("It remembers from call to call")
    assert "remembers from call to call" in " ".join(render(report).split())
    submission = Submission(source.encode(), f"{kata}.py")
    assert [] == faults(report, exercises[kata], submission, sandbox)


def test_an_answer_that_is_wrong_alone_does_not_remember(judged):
    source = "calls = []\ndef iou(a, b):\n    calls.append(a)\n    return 0.5\n"
    assert not any(p.get("counterexample", {}).get("remembers") for p in judged(source)["properties"])


PRINTS = IOU.format(first="print('called with', *a, *b)", last="print('union', union); return inter / union")


def test_what_the_failing_call_printed_is_shown_with_it(judged):
    report = judged("print('loading')\n" + PRINTS)
    found = first_failure(report)["counterexample"]
    [arguments] = [pasted(call["call"], "iou") for call in found["calls"]]

    assert (
        found["printed"] == f"called with {' '.join(str(x) for box in arguments for x in box)}\nunion 0.0\n"
    )
    for page in (render(report), html.render(report)):
        assert page.count("called with") == 1
        assert "You printed during this call" in page


def test_what_a_call_printed_before_its_time_ran_out_is_shown(judged_on, exercises):
    hasty = replace(exercises["iou"], limits=Limits(call_cpu_seconds=0.1, call_wall_seconds=5.0))
    report = judged_on(hasty, "def iou(a, b):\n    print('begins')\n    while True: pass\n")
    failed = next(p for p in report["properties"] if p["outcome"] == "timeout")

    assert failed["counterexample"]["printed"] == "begins\n"


def test_the_end_of_a_long_printed_line_can_be_read(judged):
    source = "def iou(a, b):\n    print('a long line ' * 12, a, b, 'END')\n    return 2.0\n"
    assert "END\n" in render(judged(source))


def test_a_string_that_was_returned_is_shown_in_quotes(judged):
    source = "def perceptron_update(w, x, target, pred, lr):\n    return str([float(a) for a in w])\n"
    report = judged(source, "perceptron_update")
    returned = first_failure(report)["counterexample"]["calls"][-1]["returned"]

    assert returned.startswith("[")
    assert f"returned  {returned!r}\n" in render(report)


def test_calls_with_infinite_and_long_arguments_run_after_importing_numpy(judged):
    report = judged(
        "def sigmoid(x):\n    import numpy as np\n    return 1 / (1 + np.exp(-np.round(x)))\n", "sigmoid"
    )
    calls = [
        c["call"]
        for p in report["properties"]
        if p.get("counterexample")
        for c in p["counterexample"]["calls"]
    ]

    assert calls
    assert all(len(pasted(call, "sigmoid")) == 1 for call in calls)
