"""`kata hint`, `kata solution` and `kata reset`, on the real katas."""

import ast
import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checking import RIGHT, WRONG

from gradkata.catalog import Catalog
from gradkata.cli import main
from gradkata.cli.hint import hints_of
from gradkata.cli.solution import Listing, lines
from gradkata.cli.stub_copy import student_copy
from gradkata.excerpt import excerpt
from gradkata.reports.layout import cells
from gradkata.reports.palette import Look
from gradkata.workspace.progress import Helped, LastCheck, content_of, path_of, read, record, record_help
from tests.collections import own_course

Kata = Callable[..., tuple[int, str, str]]
IOU = "detection/iou"
HINTS = hints_of(Catalog(), IOU)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A student's workspace with the real stubs, as the working directory."""
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    return tmp_path


class Terminal(io.StringIO):
    """A terminal at which somebody has typed something."""

    def isatty(self) -> bool:
        return True


def answer(work: Path, text: str) -> Path:
    file = work / "katas" / f"{IOU}.py"
    file.write_text(text, "utf-8")
    return file


def flat(text: str) -> str:
    return " ".join(text.split())


def shown(output: str) -> list[int]:
    """Return the numbers of the hints that are shown in full."""
    return [number for number, hint in enumerate(HINTS, 1) if flat(hint) in flat(output)]


def test_each_call_shows_one_more_hint(work: Path, kata: Kata) -> None:
    for number in range(1, len(HINTS) + 1):
        code, output, errors = kata("hint", "iou")
        assert (0, "", [number]) == (code, errors, shown(output))
        assert f"Hint {number} of {len(HINTS)}" in output


def test_the_last_line_says_how_many_hints_remain(work: Path, kata: Kata) -> None:
    endings = [kata("hint", "iou")[1].splitlines()[-1] for _ in HINTS]
    left = len(HINTS) - 1
    assert f"{left} more remain: `kata hint iou`" == endings[0]
    assert "One more remains: `kata hint iou`" == endings[-2]
    assert endings[-1].startswith("That was the last one.")


def test_when_all_hints_were_seen_all_are_shown_again(work: Path, kata: Kata) -> None:
    record_help(work, IOU, hints=len(HINTS))
    for _ in range(2):
        assert [*range(1, len(HINTS) + 1)] == shown(kata("hint", "iou")[1])


def test_after_full_points_all_hints_are_shown_and_none_counts_as_seen(work: Path, kata: Kata) -> None:
    record(work, IOU, 10, 10)
    assert [*range(1, len(HINTS) + 1)] == shown(kata("hint", "iou")[1])
    assert Helped() == read(work).help_on(IOU)


def test_a_hint_requested_by_number_is_shown_alone(work: Path, kata: Kata) -> None:
    assert [2] == shown(kata("hint", "iou", "2")[1])
    assert [3] == shown(kata("hint", "iou")[1])


@pytest.mark.parametrize("level", ["0", "-1", "99"])
def test_a_number_without_a_hint_is_answered_with_the_valid_numbers(
    work: Path, kata: Kata, level: str
) -> None:
    code, output, errors = kata("hint", "iou", "--", level)
    assert (2, "") == (code, output)
    assert f"iou has hints 1 to {len(HINTS)}" in errors


def test_outside_a_workspace_the_next_hint_is_requested_by_number(
    tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        _, output, _ = kata("hint", "iou")
        assert [1] == shown(output)
        assert "`kata hint iou 2`" in output
    assert [2] == shown(kata("hint", "iou", "2")[1])
    assert [] == list(tmp_path.iterdir())


def test_seen_hints_do_not_change_scores(work: Path, kata: Kata) -> None:
    record(work, IOU, 6.5, 10)
    kata("hint", "iou")
    record(work, "detection/nms", 3, 10)
    assert {IOU: 6.5, "detection/nms": 3} == {slug: each.score for slug, each in read(work).katas.items()}
    assert Helped(1, False) == read(work).help_on(IOU)


@pytest.mark.parametrize("spoilt", ["[]", '{"detection/iou": 3}', '{"detection/iou": {"hints": "many"}}'])
def test_an_invalid_record_of_hints_counts_as_none(work: Path, kata: Kata, spoilt: str) -> None:
    path_of(work).parent.mkdir()
    path_of(work).write_text(f'{{"format": 1, "katas": {{}}, "helped": {spoilt}}}')
    assert [1] == shown(kata("hint", "iou")[1])


def test_hints_that_cannot_be_recorded_are_shown_anyway(work: Path, kata: Kata) -> None:
    (work / ".kata").write_text("a file where the folder should be")
    code, output, errors = kata("hint", "iou")
    assert (0, [1]) == (code, shown(output))
    assert "could not be saved" in errors


OF_THE_MISTAKE = "Which axis does a row lie along?"
OF_THE_PROPERTY = "What is a sum without terms?"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose course has hints for one mistake and for one property."""
    monkeypatch.chdir(tmp_path)
    folder = own_course.write(tmp_path / "course")
    grader = folder / "graders" / f"{own_course.ROW_SUMS}.py"
    text = grader.read_text("utf-8")
    text = text.replace("points=2, d=0", f"points=2, hint={OF_THE_PROPERTY!r}, d=0")
    text = text.replace(
        "@kata.misconception\ndef sums_columns",
        f"@kata.misconception(hint={OF_THE_MISTAKE!r})\ndef sums_columns",
    )
    grader.write_text(text, "utf-8")
    assert main(["init", "--collection", "course"]) == 0
    return tmp_path


EMPTY_ROW = "a_row_without_entries_sums_to_0"


@pytest.mark.parametrize(
    ("failed", "mistake", "pointer"),
    [
        ("agrees_on_ordinary_input", "sums_columns", OF_THE_MISTAKE),
        (EMPTY_ROW, "sums_columns", OF_THE_MISTAKE),
        (EMPTY_ROW, "takes_means", OF_THE_PROPERTY),
        (EMPTY_ROW, "", OF_THE_PROPERTY),
        (EMPTY_ROW, "a_mistake_of_every_subject", OF_THE_PROPERTY),
        ("agrees_on_ordinary_input", "takes_means", ""),
        ("", "", ""),
        ("a_property_that_is_gone", "a_mistake_that_is_gone", ""),
    ],
)
def test_the_last_hint_is_for_the_mistake_or_the_property_of_the_last_check(
    course: Path, kata: Kata, failed: str, mistake: str, pointer: str
) -> None:
    record(course, own_course.ROW_SUMS, 1, 10, LastCheck("0", failed, mistake, "a title"))
    number = 2 if pointer else 1
    assert f"Hint 1 of {number}\n" in kata("hint", "row_sums")[1]
    last = kata("hint", "row_sums")[1]
    assert bool(pointer) == ("for the answer that you checked last" in last)
    assert pointer in flat(last)
    code, _, errors = kata("hint", "row_sums", str(number + 1))
    assert (2, True) == (code, f"row_sums has hints 1 to {number}" in errors)


def test_another_mistake_gets_another_last_hint(course: Path, kata: Kata) -> None:
    record(course, own_course.ROW_SUMS, 1, 10, LastCheck("0", "", "sums_columns"))
    for _ in range(2):
        kata("hint", "row_sums")
    record(course, own_course.ROW_SUMS, 1, 10, LastCheck("1", EMPTY_ROW))
    output = flat(kata("hint", "row_sums")[1])
    assert OF_THE_PROPERTY in output
    assert OF_THE_MISTAKE not in output


def test_after_full_points_no_hint_is_about_an_older_check(course: Path, kata: Kata) -> None:
    record(course, own_course.ROW_SUMS, 10, 10, LastCheck("0", "", "sums_columns"))
    assert "Hint 1 of 1" in kata("hint", "row_sums")[1]


def test_a_solution_is_hidden_until_it_is_earned_and_both_ways_to_see_it_are_named(
    work: Path, kata: Kata
) -> None:
    record(work, IOU, 9, 10)
    code, output, _ = kata("solution", "iou")
    assert code == 1
    assert "iou_numpy" not in output
    assert "`kata check iou` gives all points" in flat(output)
    assert "`kata solution iou --give-up`" in flat(output)
    assert not read(work).help_on(IOU).gave_up


def test_after_full_points_the_solution_is_shown_beside_the_students(work: Path, kata: Kata) -> None:
    answer(work, RIGHT["iou"].read_text("utf-8"))
    record(work, IOU, 10, 10)
    code, output, _ = kata("solution", "iou")
    assert code == 0
    assert "def iou(a, b):" in output
    assert "def iou_numpy(" in output
    assert not read(work).help_on(IOU).gave_up


def test_after_giving_up_the_solution_is_always_shown(work: Path, kata: Kata) -> None:
    assert "def iou_numpy(" in kata("solution", "iou", "--give-up")[1]
    assert read(work).help_on(IOU).gave_up
    assert "def iou_numpy(" in kata("solution", "iou")[1]


def test_giving_up_is_not_a_success(work: Path, kata: Kata) -> None:
    kata("solution", "iou", "--give-up")
    assert not read(work).is_done(IOU)
    assert "✓ detection/iou" not in kata("list")[1]


def test_the_statement_is_left_out_of_the_students_answer(work: Path, kata: Kata) -> None:
    stub = Catalog().stub(IOU).read_text("utf-8")
    answer(work, stub.replace("raise NotImplementedError", "return 'mine'"))
    _, output, _ = kata("solution", "iou", "--give-up")
    assert "return 'mine'" in output
    assert "Intersection over union" not in output


def test_an_untouched_stub_is_not_an_answer(work: Path, kata: Kata) -> None:
    _, output, _ = kata("solution", "iou", "--give-up")
    assert "Yours: " not in output


@pytest.mark.parametrize(
    "text", ["def iou(a, b):\n    return '\x1b[2J\u202e'\n", "not \x00 Python (((\n", "(" * 20_000, '"""' * 5]
)
def test_the_students_text_is_shown_escaped(work: Path, kata: Kata, text: str) -> None:
    answer(work, text)
    code, output, errors = kata("solution", "iou", "--give-up")
    assert (0, "") == (code, errors)
    assert "Yours: " in output
    assert output.replace("\n", "").isprintable()


def test_outside_a_workspace_giving_up_shows_the_solution(
    tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 1 == kata("solution", "iou")[0]
    assert "def iou_numpy(" in kata("solution", "iou", "--give-up")[1]
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(("columns", "beside"), [("180", True), ("119", False), ("40", False)])
def test_two_columns_need_a_wide_terminal(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch, columns: str, beside: bool
) -> None:
    answer(work, RIGHT["iou"].read_text("utf-8"))
    monkeypatch.setenv("COLUMNS", columns)
    _, output, _ = kata("solution", "iou", "--give-up")
    assert beside == bool(re.search(r"^Yours: .*│ Reference: ", output, re.MULTILINE))
    if beside:
        assert max(map(cells, output.splitlines())) <= int(columns)


@pytest.mark.parametrize("columns", ["24", "80", "120"])
def test_the_code_of_an_answer_is_shown_line_by_line_as_it_is(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    own = f"def iou(a, b):\n    return {' + '.join(['1.0'] * 60)}\n"
    answer(work, own)
    monkeypatch.setenv("COLUMNS", columns)
    _, output, _ = kata("solution", "iou", "--give-up")
    assert excerpt(Catalog().solution(IOU), "iou_numpy").strip() in output
    assert own.strip() in output


def test_wide_letters_do_not_shift_the_columns() -> None:
    own = Listing("Yours", "def f():\n    # 幅の広い文字がここに並んでいます 👩‍🔬\n    return '交'")
    out = lines("a/f", [own, Listing("Reference", "def f_numpy():\n    return 1")], Look(80), 120)
    assert 1 == len({cells(line.split(" │")[0]) for line in out[2:] if " │" in line})
    assert max(map(cells, out)) <= 120


CHECKS = [
    (None, "Yours has not been checked yet: `kata check iou` says what it does differently."),
    ("another file", "Yours has not been checked since you changed it"),
    ("", "Both give the same results for everything that `kata check` asks."),
    (
        "two_boxes_without_area_score_0",
        'This does not hold for yours: "Two boxes without area score 0." `kata check',
    ),
    ("a_property_that_is_gone", "Yours does not get all points. `kata check iou` shows a call."),
]


@pytest.mark.parametrize(("failed", "sentence"), CHECKS)
def test_below_both_answers_is_what_the_last_check_found(
    work: Path, kata: Kata, failed: str | None, sentence: str
) -> None:
    file = answer(work, WRONG)
    if failed is not None:
        content = "0" if failed == "another file" else content_of(file.read_bytes())
        record(work, IOU, 1, 10, LastCheck(content, failed))
    assert sentence in flat(kata("solution", "iou", "--give-up")[1])


def test_below_both_answers_is_the_mistake_that_was_recognised(work: Path, kata: Kata) -> None:
    content = content_of(answer(work, WRONG).read_bytes())
    record(work, IOU, 1, 10, LastCheck(content, "two_boxes_without_area_score_0", "m", "forgets to clamp"))
    assert "It looks like a known mistake: forgets to clamp." in flat(kata("solution", "iou", "--give-up")[1])


@pytest.mark.parametrize("slug", Catalog().slugs)
def test_a_plain_answer_says_why_it_is_written_so(slug: str) -> None:
    """Without its file around it, "the same as the reference" says nothing."""
    name = slug.rpartition("/")[2]
    tree = ast.parse(Catalog().solution(slug).read_text("utf-8"))
    (function,) = [each for each in ast.walk(tree) if getattr(each, "name", "") == f"{name}_numpy"]
    text = ast.get_docstring(function) or ""  # type: ignore[arg-type]
    assert text
    assert not text.startswith("The same")


@pytest.mark.parametrize("slug", Catalog().slugs)
def test_every_kata_has_hints_and_a_self_contained_solution(slug: str) -> None:
    name = slug.rpartition("/")[2]
    text = excerpt(Catalog().solution(slug), f"{name}_numpy")
    space: dict[str, object] = {}
    exec(text, space)
    unknown = {
        each
        for each in getattr(space[f"{name}_numpy"], "__code__").co_names  # noqa: B009
        if each.startswith("_") and each not in space
    }
    assert set() == unknown
    assert hints_of(Catalog(), slug)


def test_the_solution_of_a_course_kata_contains_its_helpers_and_runs(
    tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own_course.write(tmp_path / "course")
    code, output, _ = kata("solution", "row_sums", "--give-up", "--collection", "course")
    space: dict[str, Any] = {}
    exec(output.partition("Reference: ")[2].partition("\n")[2], space)
    assert 0 == code
    assert "def rows(x):" in output
    assert [3.0, 7.5] == space["row_sums_numpy"]([[1.0, 2.0], [3.0, 4.5]]).tolist()


def test_an_answer_that_cannot_be_shown_is_explained_and_nothing_is_recorded(
    tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    helper = own_course.write(tmp_path / "course") / "solutions" / "tables" / "_rows.py"
    helper.write_text("from gradkata.jit import kernel\n\n\n@kernel()\ndef rows(x):\n    return x\n", "utf-8")
    assert 0 == kata("init", "--collection", "course")[0]
    code, output, errors = kata("solution", "row_sums", "--give-up")
    assert (3, "") == (code, output)
    assert "cannot be shown: rows is a Numba kernel, which cannot be written out." in flat(errors)
    assert not read(tmp_path).help_on(own_course.ROW_SUMS).gave_up


def test_an_excerpt_holds_exactly_what_it_needs_verbatim(tmp_path: Path) -> None:
    path = tmp_path / "solutions" / "a" / "f.py"
    path.parent.mkdir(parents=True)
    path.write_text(
        "import math\nimport numpy as np\nfrom gradkata.jit import kernel\n\n"
        "# As small as it gets.\n_TINY = 1e-300  # a comment\n_OTHER = 2\n\n\n"
        "def f(x):\n    return kernel(x) + _OTHER\n\n\n"
        "def f_numpy(x):\n    return _g( x )   # spaces stay\n\n\n"
        "def _g(x):\n    return math.log(x + _TINY)\n",
        "utf-8",
    )
    assert excerpt(path, "f_numpy") == (
        "import math\n\n\n# As small as it gets.\n_TINY = 1e-300  # a comment\n\n\n"
        "def f_numpy(x):\n    return _g( x )   # spaces stay\n\n\n"
        "def _g(x):\n    return math.log(x + _TINY)\n"
    )


def test_reset_puts_the_stub_back_as_init_writes_it_and_keeps_a_copy(work: Path, kata: Kata) -> None:
    file = answer(work, "mine\r\n\tüber\n")
    before = file.read_bytes()
    code, output, _ = kata("reset", "iou", "--yes")
    assert code == 0
    assert student_copy(Catalog(), IOU) == file.read_bytes()
    (kept,) = (work / ".kata" / "kept" / "detection").iterdir()
    assert before == kept.read_bytes()
    assert kept.relative_to(work).as_posix() in output.replace("\\", "/")
    assert re.fullmatch(r"iou-\d{8}-\d{6}\.py", kept.name)


def test_no_copy_overwrites_another(work: Path, kata: Kata) -> None:
    for text in ("one", "two", "three"):
        answer(work, text)
        kata("reset", "iou", "--yes")
    kept = (work / ".kata" / "kept" / "detection").iterdir()
    assert {"one", "two", "three"} == {path.read_text("utf-8") for path in kept}


@pytest.mark.parametrize(
    ("typed", "is_reset"), [("y\n", True), ("YES\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_reset_asks_and_accepts_only_yes(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch, typed: str, is_reset: bool
) -> None:
    file = answer(work, "mine")
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    code, output, _ = kata("reset", "iou")
    assert "[y/N]" in output
    assert (0 if is_reset else 1, is_reset) == (code, file.read_text("utf-8") != "mine")


def test_without_a_terminal_reset_does_nothing_and_names_the_option(work: Path, kata: Kata) -> None:
    file = answer(work, "mine")
    code, _, errors = kata("reset", "iou")
    assert (2, "mine") == (code, file.read_text("utf-8"))
    assert "`kata reset iou --yes`" in errors


def test_a_stub_needs_no_reset_and_a_missing_file_needs_no_question(work: Path, kata: Kata) -> None:
    assert "is the stub already" in kata("reset", "iou")[1]
    file = work / "katas" / f"{IOU}.py"
    file.unlink()
    assert 0 == kata("reset", "iou")[0]
    assert student_copy(Catalog(), IOU) == file.read_bytes()
    assert not (work / ".kata").exists()


def test_if_no_copy_can_be_saved_the_answer_stays(work: Path, kata: Kata) -> None:
    (work / ".kata").write_text("a file where the folder should be")
    file = answer(work, "mine")
    code, _, errors = kata("reset", "iou", "--yes")
    assert (2, "mine") == (code, file.read_text("utf-8"))
    assert "your answer was not changed" in errors


def test_reset_removes_no_points(work: Path, kata: Kata) -> None:
    answer(work, "mine")
    record(work, IOU, 10, 10)
    kata("reset", "iou", "--yes")
    assert read(work).is_done(IOU)
