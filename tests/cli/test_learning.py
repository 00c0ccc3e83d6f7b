"""`kata hint`, `kata solution` and `kata reset`, on the katas as they are."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import RIGHT

from gradkata.catalog import Catalog
from gradkata.cli import main
from gradkata.cli.hint import hints_of
from gradkata.cli.solution import Listing, lines
from gradkata.excerpt import excerpt
from gradkata.reports.layout import cells
from gradkata.reports.palette import Look
from gradkata.workspace.progress import Helped, path_of, read, record, record_help

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
    """A terminal at which somebody has typed."""

    def isatty(self) -> bool:
        return True


def answer(work: Path, text: str) -> Path:
    file = work / "katas" / f"{IOU}.py"
    file.write_text(text, "utf-8")
    return file


def flat(text: str) -> str:
    return " ".join(text.split())


def shown(said: str) -> list[int]:
    """The numbers of the hints that are shown in full."""
    return [number for number, hint in enumerate(HINTS, 1) if flat(hint) in flat(said)]


def test_each_time_one_hint_more_is_shown(work: Path, kata: Kata) -> None:
    for number in range(1, len(HINTS) + 1):
        code, said, complained = kata("hint", "iou")
        assert (0, "", [number]) == (code, complained, shown(said))
        assert f"Hint {number} of {len(HINTS)}" in said


def test_it_is_said_how_many_hints_remain(work: Path, kata: Kata) -> None:
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


def test_a_hint_that_is_named_is_shown_alone(work: Path, kata: Kata) -> None:
    assert [3] == shown(kata("hint", "iou", "3")[1])
    assert [4] == shown(kata("hint", "iou")[1])


@pytest.mark.parametrize("level", ["0", "-1", "99"])
def test_a_hint_that_is_not_there_is_answered_with_those_that_are(work: Path, kata: Kata, level: str) -> None:
    code, said, complained = kata("hint", "iou", "--", level)
    assert (2, "") == (code, said)
    assert f"iou has hints 1 to {len(HINTS)}" in complained


def test_outside_of_a_workspace_each_hint_is_asked_for_by_its_number(
    tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        _, said, _ = kata("hint", "iou")
        assert [1] == shown(said)
        assert "`kata hint iou 2`" in said
    assert [2] == shown(kata("hint", "iou", "2")[1])
    assert [] == list(tmp_path.iterdir())


def test_hints_seen_do_not_touch_what_was_reached(work: Path, kata: Kata) -> None:
    record(work, IOU, 6.5, 10)
    kata("hint", "iou")
    record(work, "detection/nms", 3, 10)
    assert {IOU: 6.5, "detection/nms": 3} == {slug: each.score for slug, each in read(work).katas.items()}
    assert Helped(1, False) == read(work).help_on(IOU)


@pytest.mark.parametrize("spoilt", ["[]", '{"detection/iou": 3}', '{"detection/iou": {"hints": "many"}}'])
def test_a_record_of_hints_that_makes_no_sense_counts_as_none(work: Path, kata: Kata, spoilt: str) -> None:
    path_of(work).parent.mkdir()
    path_of(work).write_text(f'{{"format": 1, "katas": {{}}, "helped": {spoilt}}}')
    assert [1] == shown(kata("hint", "iou")[1])


def test_hints_that_cannot_be_kept_are_shown_all_the_same(work: Path, kata: Kata) -> None:
    (work / ".kata").write_text("a file where the folder should be")
    code, said, complained = kata("hint", "iou")
    assert (0, [1]) == (code, shown(said))
    assert "could not be kept" in complained


def test_a_solution_stays_closed_until_it_is_earned_and_both_ways_are_said(work: Path, kata: Kata) -> None:
    record(work, IOU, 9, 10)
    code, said, _ = kata("solution", "iou")
    assert code == 1
    assert "iou_numpy" not in said
    assert "`kata check iou` gives all points" in flat(said)
    assert "`kata solution iou --give-up`" in flat(said)
    assert not read(work).help_on(IOU).gave_up


def test_after_full_points_the_solution_stands_beside_ones_own(work: Path, kata: Kata) -> None:
    answer(work, RIGHT["iou"].read_text("utf-8"))
    record(work, IOU, 10, 10)
    code, said, _ = kata("solution", "iou")
    assert code == 0
    assert "def iou(a, b):" in said
    assert "def iou_numpy(" in said
    assert not read(work).help_on(IOU).gave_up


def test_who_gives_up_sees_the_solution_from_then_on(work: Path, kata: Kata) -> None:
    assert "def iou_numpy(" in kata("solution", "iou", "--give-up")[1]
    assert read(work).help_on(IOU).gave_up
    assert "def iou_numpy(" in kata("solution", "iou")[1]


def test_giving_up_is_no_success(work: Path, kata: Kata) -> None:
    kata("solution", "iou", "--give-up")
    assert not read(work).is_done(IOU)
    assert "✓ detection/iou" not in kata("list")[1]


def test_the_statement_is_left_off_ones_own_answer(work: Path, kata: Kata) -> None:
    stub = Catalog().stub(IOU).read_text("utf-8")
    answer(work, stub.replace("raise NotImplementedError", "return 'mine'"))
    _, said, _ = kata("solution", "iou", "--give-up")
    assert "return 'mine'" in said
    assert "Intersection over union" not in said


def test_an_untouched_stub_is_nobodys_answer(work: Path, kata: Kata) -> None:
    _, said, _ = kata("solution", "iou", "--give-up")
    assert "Yours" not in said


@pytest.mark.parametrize(
    "text", ["def iou(a, b):\n    return '\x1b[2J\u202e'\n", "not \x00 Python (((\n", "(" * 20_000, '"""' * 5]
)
def test_whatever_a_student_wrote_is_shown_and_not_obeyed(work: Path, kata: Kata, text: str) -> None:
    answer(work, text)
    code, said, complained = kata("solution", "iou", "--give-up")
    assert (0, "") == (code, complained)
    assert "Yours" in said
    assert said.replace("\n", "").isprintable()


def test_outside_of_a_workspace_a_solution_is_shown_to_who_gives_up(
    tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 1 == kata("solution", "iou")[0]
    assert "def iou_numpy(" in kata("solution", "iou", "--give-up")[1]
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(("columns", "beside"), [("120", True), ("119", False), ("40", False)])
def test_two_columns_need_room(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch, columns: str, beside: bool
) -> None:
    answer(work, RIGHT["iou"].read_text("utf-8"))
    monkeypatch.setenv("COLUMNS", columns)
    _, said, _ = kata("solution", "iou", "--give-up")
    assert beside == bool(re.search(r"^Yours.*│ Another", said, re.MULTILINE))
    assert max(map(cells, said.splitlines())) <= int(columns)


@pytest.mark.parametrize("width", [24, 40, 80, 120, 200])
def test_wide_letters_leave_the_columns_where_they_are(width: int) -> None:
    own = Listing(
        "Yours",
        "def f():\n    # 幅の広い文字がここに並んでいて行を折り返すほど長くなることもあります 👩‍🔬\n    return '交'",
    )
    out = lines("a/f", [own, Listing("Another", "def f_numpy():\n    return 1")], Look(80), width)
    assert max(map(cells, out)) <= width
    if width >= 120:
        assert {cells(line.split(" │")[0]) for line in out[2:] if " │" in line} == {(width - 3) // 2}


@pytest.mark.parametrize("slug", Catalog().slugs)
def test_every_kata_has_hints_and_a_solution_that_stands_by_itself(slug: str) -> None:
    name = slug.rpartition("/")[2]
    text = excerpt(Catalog().solution(slug).read_text("utf-8"), f"{name}_numpy")
    space: dict[str, object] = {}
    exec(text, space)
    unknown = {
        each
        for each in getattr(space[f"{name}_numpy"], "__code__").co_names  # noqa: B009
        if each.startswith("_") and each not in space
    }
    assert set() == unknown
    assert hints_of(Catalog(), slug)


def test_an_excerpt_holds_what_it_needs_word_for_word_and_nothing_else() -> None:
    source = (
        "import math\nimport numpy as np\nfrom gradkata.jit import kernel\n\n"
        "# As small as it gets.\n_TINY = 1e-300  # a comment\n_OTHER = 2\n\n\n"
        "def f(x):\n    return kernel(x) + _OTHER\n\n\n"
        "def f_numpy(x):\n    return _g( x )   # spaces stay\n\n\n"
        "def _g(x):\n    return math.log(x + _TINY)\n"
    )
    assert excerpt(source, "f_numpy") == (
        "import math\n\n\n# As small as it gets.\n_TINY = 1e-300  # a comment\n\n\n"
        "def f_numpy(x):\n    return _g( x )   # spaces stay\n\n\n"
        "def _g(x):\n    return math.log(x + _TINY)\n"
    )


def test_reset_puts_the_stub_back_byte_for_byte_and_keeps_a_copy(work: Path, kata: Kata) -> None:
    file = answer(work, "mine\r\n\tüber\n")
    before = file.read_bytes()
    code, said, _ = kata("reset", "iou", "--yes")
    assert code == 0
    assert Catalog().stub(IOU).read_bytes() == file.read_bytes()
    (kept,) = (work / ".kata" / "kept" / "detection").iterdir()
    assert before == kept.read_bytes()
    assert kept.relative_to(work).as_posix() in said.replace("\\", "/")
    assert re.fullmatch(r"iou-\d{8}-\d{6}\.py", kept.name)


def test_no_copy_takes_the_place_of_another(work: Path, kata: Kata) -> None:
    for text in ("one", "two", "three"):
        answer(work, text)
        kata("reset", "iou", "--yes")
    kept = (work / ".kata" / "kept" / "detection").iterdir()
    assert {"one", "two", "three"} == {path.read_text("utf-8") for path in kept}


@pytest.mark.parametrize(
    ("typed", "is_reset"), [("y\n", True), ("YES\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_reset_asks_and_takes_only_yes_for_yes(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch, typed: str, is_reset: bool
) -> None:
    file = answer(work, "mine")
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    code, said, _ = kata("reset", "iou")
    assert "[y/N]" in said
    assert (0 if is_reset else 1, is_reset) == (code, file.read_text("utf-8") != "mine")


def test_where_nobody_can_answer_reset_does_nothing_and_says_how(work: Path, kata: Kata) -> None:
    file = answer(work, "mine")
    code, _, complained = kata("reset", "iou")
    assert (2, "mine") == (code, file.read_text("utf-8"))
    assert "`kata reset iou --yes`" in complained


def test_a_stub_needs_no_reset_and_a_missing_file_no_question(work: Path, kata: Kata) -> None:
    assert "is the stub already" in kata("reset", "iou")[1]
    file = work / "katas" / f"{IOU}.py"
    file.unlink()
    assert 0 == kata("reset", "iou")[0]
    assert Catalog().stub(IOU).read_bytes() == file.read_bytes()
    assert not (work / ".kata").exists()


def test_where_no_copy_can_be_kept_the_answer_stays(work: Path, kata: Kata) -> None:
    (work / ".kata").write_text("a file where the folder should be")
    file = answer(work, "mine")
    code, _, complained = kata("reset", "iou", "--yes")
    assert (2, "mine") == (code, file.read_text("utf-8"))
    assert "your answer is where it was" in complained


def test_reset_takes_no_points_away(work: Path, kata: Kata) -> None:
    answer(work, "mine")
    record(work, IOU, 10, 10)
    kata("reset", "iou", "--yes")
    assert read(work).is_done(IOU)
