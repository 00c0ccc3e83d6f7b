"""The generated classes: always the same, with answers of all kinds, and with correct expectations."""

import ast
import os
import random
import re

import generator
import pytest
from generator import classes, entries, forms, spoiled, verifying
from generator.checking import verdicts
from generator.sources import CATALOG, MADE, patched, sources
from generator.variations import REWRITTEN, encoded, laid_out

from gradkata.catalog import short_name
from gradkata.isolation.selftest import highest_level
from gradkata.isolation.starting import start_server
from gradkata.judging.asking import Submission
from gradkata.judging.exercises import exercise
from gradkata.judging.judge import judge
from tests.classroom.grading import grade

ASSIGNMENT = ("convolution/conv_output_size", "detection/iou", "backprop/gd_step")
SECONDS = re.compile(rb'"seconds": [0-9.e-]+')


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("classes") / "one"
    return folder, generator.make_class(folder, 60, 1, katas=ASSIGNMENT)


@pytest.fixture(scope="module")
def server():
    if highest_level() != "kernel":
        pytest.skip("this kernel cannot confine (Landlock and seccomp are needed)")
    with start_server("kernel") as server:
        yield server


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def every(expected):
    return [each for katas in expected.values() for each in katas.values()]


def test_a_class_is_the_same_for_the_same_size_and_seed_and_another_for_another(made, tmp_path):
    folder, expected = made
    again = generator.make_class(tmp_path / "again", 60, 1, katas=ASSIGNMENT)
    other = generator.make_class(tmp_path / "other", 60, 2, katas=ASSIGNMENT)

    assert expected == again
    assert contents(folder) == contents(tmp_path / "again")
    assert expected != other


def test_nothing_is_written_outside_the_folder(made):
    folder, _ = made

    assert {"one"} == {path.name for path in folder.parent.iterdir() if "again" not in path.name}
    assert {generator.SUBMISSIONS, generator.ROSTER} == {path.name for path in folder.iterdir()}
    assert not [path for path in folder.rglob("*") if path.is_symlink()]


def test_everybody_is_on_the_roster_and_has_an_expectation_for_each_kata(made):
    folder, expected = made
    roster = (folder / generator.ROSTER).read_text("utf-8")

    assert 60 == len(expected)
    assert all(tuple(katas) == ASSIGNMENT for katas in expected.values())
    assert all(name.split('"')[0] in roster for name in expected)


def test_each_entry_belongs_to_a_student_and_only_absent_students_have_none(made):
    folder, expected = made
    entries_found = {
        p.name if p.is_dir() else p.name[: -len(p.suffix)] for p in (folder / "submissions").iterdir()
    }
    absent = {name for name, katas in expected.items() if katas[ASSIGNMENT[0]].kind == "absent"}

    assert absent
    assert set(expected) - absent == entries_found


@pytest.fixture(scope="module")
def larger(tmp_path_factory):
    return generator.make_class(tmp_path_factory.mktemp("larger") / "class", 240, 3, katas=ASSIGNMENT)


def test_all_kinds_of_answers_occur_in_a_class(larger):
    kinds = {each.kind for each in every(larger)}
    assert {*classes.SHARES, "absent", "left out", "unreadable"} == kinds
    found = {each.form.removesuffix(", packed on a Mac") for each in every(larger)}
    assert {*forms.FILES, *forms.WHOLE} <= found


def test_half_of_the_answers_are_right_answers_and_misconceptions(larger):
    kinds = [each.kind for each in every(larger) if each.kind in classes.SHARES]

    share = sum(kind in ("right", "misconception") for kind in kinds) / len(kinds)
    assert 0.4 < share < 0.6


def test_two_students_hand_in_the_same_answer(made):
    folder, _ = made
    files = [path.read_bytes() for path in (folder / "submissions").iterdir() if path.is_file()]
    folders = [
        tuple(sorted(contents(path).items())) for path in (folder / "submissions").iterdir() if path.is_dir()
    ]

    assert len({*files, *folders}) < len(files) + len(folders)


def test_a_wrong_answer_comes_with_an_input_that_shows_it(made):
    for each in every(made[1]):
        if each.kind in ("right", "misconception", "mutant", "blind"):
            assert bool(each.shown_by) == (each.verdict == "wrong")


@pytest.mark.parametrize("slug", ASSIGNMENT)
def test_the_comparison_agrees_with_what_is_known_about_each_source(slug):
    every_source, _ = sources(slug)
    found = verdicts(slug, [source.text for source in every_source])

    for source in every_source:
        verdict = found[source.text]
        assert verdict["verdict"] != "broken", (source.origin, verdict["shown_by"])
        if source.claim == "right" or source.kind == "misconception":
            assert source.claim == verdict["verdict"], (source.origin, verdict["shown_by"])


def test_the_comparison_stops_an_endless_answer_and_continues():
    stuck = "def conv_output_size(n, f, p, s):\n    while True:\n        pass\n"
    right = "def conv_output_size(n, f, p, s):\n    return max((n + 2 * p - f) // s + 1, 0)\n"
    found = verdicts("convolution/conv_output_size", [stuck, right], thorough=False)

    assert ["stuck", "right"] == [found[text]["verdict"] for text in (stuck, right)]


WRONG = {
    "a float for an integer": "return float(max((n + 2 * p - f) // s + 1, 0))",
    "a Boolean": "return True",
    "None": "pass",
    "an exception": "raise KeyError(n)",
    "right on small input only": "return max((n + 2 * p - f) // s + 1, 0) if n < 2**30 else 0",
    "what depends on the calls before": "SEEN.append(n); return (n + 2 * p - f + len(SEEN) // 900) // s + 1",
}


@pytest.mark.parametrize("name", WRONG)
def test_the_comparison_finds(name):
    source = f"SEEN = []\ndef conv_output_size(n, f, p, s):\n    {WRONG[name]}\n"
    found = verdicts("convolution/conv_output_size", [source])[source]

    assert "wrong" == found["verdict"]
    assert "conv_output_size(" in found["shown_by"]


def test_an_argument_that_is_changed_in_place_is_found():
    source = "def gd_step(w, g, lr):\n    w -= lr * g\n    return w\n"

    assert (
        "changed its arguments" in verdicts("backprop/gd_step", [source], thorough=False)[source]["shown_by"]
    )


@pytest.mark.parametrize("change", REWRITTEN, ids=lambda change: change.__name__)
def test_a_variation_does_not_change_behaviour(change):
    rng = random.Random(5)
    for slug in ("detection/iou", "backprop/gd_step"):
        right = [source.text for source in sources(slug)[0] if source.kind == "right"]
        rewritten = [change(text, short_name(slug), rng) for text in right]

        found = verdicts(slug, [text for text in rewritten if text], thorough=False)
        assert {"right"} == {each["verdict"] for each in found.values()}
        assert set(right) != set(rewritten)


def test_layout_and_encoding_do_not_change_the_meaning():
    source = sources("detection/iou")[0][0].text
    meaning = ast.dump(ast.parse(source))
    for seed in range(40):
        rng = random.Random(seed)
        found = encoded(laid_out(source, "iou", rng), rng)
        assert meaning == ast.dump(ast.parse(found))


def test_the_text_of_a_mutant_is_the_source_with_its_diff_applied():
    before = "a\nb\nc\nd\ne\nf\ng\nh"
    diff = "--- x\n+++ x\n@@ -2,5 +2,4 @@\n b\n-c\n-d\n+D\n e\n f"

    assert "a\nb\nD\ne\nf\ng\nh" == patched(before, diff)


def test_all_katas_have_answers_of_every_kind():
    for slug in CATALOG.slugs:
        found, left = sources(slug)
        kinds = {"right", "misconception", "mutant", "blind"}
        kinds -= {"mutant"} if slug == "maths/vector_magnitude" else set()  # its answer is a single call
        assert kinds == {source.kind for source in found}, slug
        assert len([why for why in left.values() if why != MADE]) <= 3, (slug, left)
        assert sum(source.kind == "misconception" for source in found) >= 4, slug


def test_answers_that_share_a_helper_go_into_one_file_with_one_copy_of_it():
    helper = "def half(x):\n    return x / 2\n\n\n"
    whole = forms.combined({"a/one": f"{helper}def one(x):\n    return half(x)\n",
                            "a/two": f"{helper}def two(x):\n    return half(half(x))\n"})  # fmt: skip

    assert 1 == whole.count("def half")
    assert "def one" in whole
    assert "def two" in whole


def test_answers_whose_helpers_differ_do_not_go_into_one_file():
    one = "def half(x):\n    return x / 2\ndef one(x):\n    return half(x)\n"
    two = "def half(x):\n    return x // 2\ndef two(x):\n    return half(x)\n"

    assert "" == forms.combined({"a/one": one, "a/two": two})
    assert "" == forms.combined({"a/one": one, "a/half": "def half(x):\n    return x / 2\n"})


def test_no_answer_has_a_helper_with_the_name_of_another_kata():
    others = {short_name(slug) for slug in CATALOG.slugs}
    for slug in ("activations/softmax_jacobian", "activations/sigmoid_grad", "backprop/gd_step"):
        found = classes.pool(slug, CATALOG.slugs, "1", 40)
        for kind in ("right", "misconception", "mutant", "blind"):
            assert found[kind], (slug, kind)
            assert all(forms.bound(each.content) & others == {short_name(slug)} for each in found[kind])


def report(outcome, score, student="Ada", kata="a/one"):
    return {"student": student, "kata": kata, "outcome": outcome, "score": score, "max_score": 10}


RIGHT = generator.Expected("right", "right", ("passed",), "", "")
WRONG_ONE = generator.Expected("mutant", "wrong", (), "", "", "one(1) returned 2")
NOTHING = generator.Expected("broken", "none", ("not-loaded",), "", "")


@pytest.mark.parametrize(
    ("wanted", "row", "message"),
    [
        (RIGHT, report("passed", 10), ""),
        (RIGHT, report("passed", 9), "although it is right"),
        (RIGHT, report("wrong", 10), "although it is right"),
        (RIGHT, report("grader-error", 0), "never a student's fault"),
        (WRONG_ONE, report("raised", 0), ""),
        (WRONG_ONE, report("passed", 10), "although it is wrong: one(1) returned 2"),
        (WRONG_ONE, report("wrong", 10), "although it is wrong"),
        (NOTHING, report("not-loaded", 0), ""),
        (NOTHING, report("not-loaded", 1), "can earn nothing"),
        (NOTHING, report("timeout", 0), "expected not-loaded"),
    ],
)
def test_a_verdict_that_differs_is_reported(wanted, row, message):
    found = verifying.fault(row, wanted)

    assert message in found
    assert bool(message) == bool(found)


def test_missing_duplicate_and_unexpected_rows_are_reported(tmp_path):
    import json

    rows = [report("passed", 10), report("passed", 10), report("passed", 10, student="Eve")]
    results = tmp_path / "results.jsonl"
    results.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")

    found = generator.verify(results, {"Ada": {"a/one": RIGHT, "a/two": RIGHT}})
    assert 3 == len(found)
    assert "two rows" in found[0]
    assert "nobody expects" in found[1]
    assert "row is missing" in found[2]


def test_unreadable_entries_are_written_as_intended(tmp_path):
    import io
    import zipfile

    right = sources("detection/iou")[0][0].text
    made = [make({"detection/iou": right}, random.Random(0)) for make in entries.KINDS]
    found = {entry.form: entry for entry in made}
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(found["half a zip"].content))
    with pytest.raises(RuntimeError, match="password"):
        zipfile.ZipFile(io.BytesIO(found["a zip with a password"].content)).read("iou.py")
    assert len(found["a bomb"].content) < 100_000
    for number, entry in enumerate(found.values()):
        entry.write(tmp_path, f"student {number}")
    assert len(found) == len(list(tmp_path.iterdir()))


@pytest.mark.parametrize("slug", ["convolution/conv_output_size", "detection/iou"])
def test_broken_and_hostile_files_have_the_expected_outcomes(server, slug):
    name = short_name(slug)
    right = next(source.text for source in sources(slug)[0] if source.kind == "right")
    asked = exercise(CATALOG, slug)
    files = spoiled.broken(name, asked.kata.signature.names, right) + spoiled.hostile(name)
    for each in files:
        found = judge(asked, Submission(each.content, f"{name}.py"), server)

        verdict = "wrong" if each.earns else "none"
        wanted = generator.Expected("broken", verdict, each.outcomes, each.origin, "")
        assert "" == verifying.fault(found, wanted), (each.origin, found["outcome"], found["score"])


@pytest.mark.heavy
def test_a_class_is_graded_twice_without_a_wrong_verdict_and_with_the_same_result(tmp_path):
    """The size is `GRADKATA_CLASS`: 2000 students take most of an hour on two cores."""
    expected = generator.make_class(tmp_path / "class", int(os.environ.get("GRADKATA_CLASS", "150")), 1)
    roster = tmp_path / "class" / generator.ROSTER
    found = []
    for turn in ("first", "second"):
        out = tmp_path / turn
        grade(tmp_path / "class" / generator.SUBMISSIONS, "--out", out, "--roster", roster, timeout=1500)
        assert [] == generator.verify(out / "results.jsonl", expected)
        found.append(SECONDS.sub(b'"seconds": 0', (out / "results.jsonl").read_bytes()))
    assert found[0] == found[1]
