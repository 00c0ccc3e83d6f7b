import ast
import doctest
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from gradkata.catalog import Catalog, Collection
from gradkata.cli import doctor, main
from gradkata.cli.stub_copy import student_copy
from gradkata.workspace.progress import path_of, record
from gradkata.workspace.status import BEGUN, DONE, NEW, KataStatus, begun, next_kata

Kata = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).resolve().parents[2]


def answer(work: Path, slug: str, text: str = "def iou(x): return x / 2\n") -> Path:
    file = work / "katas" / f"{slug}.py"
    file.write_text(text, "utf-8")
    return file


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_init_writes_the_syllabus_and_the_stubs_and_nothing_else(
    catalog: Catalog, tmp_path: Path, kata: Kata
) -> None:
    code, output, _ = kata("init", str(tmp_path / "new"))
    assert code == 0
    stubs = {"katas/detection/iou.py", "katas/detection/nms.py", "katas/decoding/bleu.py"}
    assert {"katas/syllabus.toml", *stubs} == files(tmp_path / "new")
    assert student_copy(catalog, "detection/iou") == (tmp_path / "new/katas/detection/iou.py").read_bytes()
    assert "3 katas written" in output
    assert "kata check iou" in output


def test_init_never_touches_an_answer(work: Path, kata: Kata) -> None:
    file = answer(work, "detection/iou", "mine")
    (work / "katas/decoding/bleu.py").unlink()
    code, output, _ = kata("init")
    assert code == 0
    assert "mine" == file.read_text("utf-8")
    assert "1 kata written" in output
    assert "iou, nms" in output


@pytest.mark.parametrize(
    "before", [None, "[[chapter]]\ntitle = 'Older'\nkatas = []\n"], ids=["absent", "older"]
)
def test_init_brings_the_syllabus_up_to_date(
    catalog: Catalog, work: Path, kata: Kata, before: str | None
) -> None:
    copy = work / "katas" / "syllabus.toml"
    copy.unlink()
    if before is not None:
        copy.write_text(before, "utf-8")
    code, output, _ = kata("init")
    assert code == 0
    assert catalog.chapters == Collection(work).chapters()
    assert "written" not in output


def test_init_inside_a_workspace_completes_that_workspace(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / "katas/detection/nms.py").unlink()
    monkeypatch.chdir(work / "katas/detection")
    kata("init")
    assert (work / "katas/detection/nms.py").is_file()
    assert not (work / "katas/detection/katas").exists()


@pytest.mark.parametrize("place", ["", "katas", "katas/detection", "solutions", "graders/x"])
def test_init_never_writes_into_the_originals(catalog: Catalog, kata: Kata, place: str) -> None:
    before = files(catalog.roots[0])
    code, _, errors = kata("init", str(catalog.roots[0] / place))
    assert code == 2
    assert "kata init work" in errors
    assert before == files(catalog.roots[0])


def test_init_names_a_folder_that_cannot_be_written(catalog: Catalog, tmp_path: Path, kata: Kata) -> None:
    (tmp_path / "taken").write_text("a file")
    code, _, errors = kata("init", str(tmp_path / "taken"))
    assert code == 2
    assert "Choose another folder" in errors


def test_a_kata_is_begun_when_its_file_is_no_longer_the_stub(catalog: Catalog, work: Path) -> None:
    assert () == begun(catalog, work)
    answer(work, "detection/nms")
    assert ("detection/nms",) == begun(catalog, work)


def test_a_students_copy_has_its_formulas_in_plain_characters(catalog: Catalog, work: Path) -> None:
    text = (work / "katas/detection/iou.py").read_text("utf-8")
    assert "Half of x is x/2, with `x >= 0`." in text
    assert "$" not in text
    assert "\\" not in text
    original = catalog.stub("detection/iou").read_text("utf-8")
    assert original.partition("def iou")[2] == text.partition("def iou")[2]


def test_the_copy_of_a_stub_without_a_statement_is_the_stub(catalog: Catalog) -> None:
    stub = catalog.stub("detection/iou")
    for content in (
        b"def iou(a, b):\n    raise NotImplementedError\n",
        b"# \xff\n",
        b'"""Half\\tof $x$."""\n',
    ):
        stub.write_bytes(content)
        assert content == student_copy(catalog, "detection/iou")


@pytest.mark.parametrize("slug", Catalog().slugs)
def test_every_copy_defines_the_same_function_and_has_the_same_examples(slug: str) -> None:
    original = ast.parse(Catalog().stub(slug).read_text("utf-8"))
    copy = ast.parse(student_copy(Catalog(), slug))
    assert [ast.dump(each) for each in original.body[1:]] == [ast.dump(each) for each in copy.body[1:]]
    before, after = (
        doctest.DocTestParser().get_examples(ast.get_docstring(each) or "") for each in (original, copy)
    )
    assert [(each.source, each.want) for each in before] == [(each.source, each.want) for each in after]
    assert "$$" not in (ast.get_docstring(copy) or "")


def test_a_newer_statement_does_not_begin_a_kata(catalog: Catalog, work: Path) -> None:
    stub = catalog.stub("detection/iou")
    stub.write_text(stub.read_text("utf-8").replace("Half of", "One half of"), "utf-8")
    assert () == begun(catalog, work)


def test_other_line_ends_do_not_begin_a_kata(catalog: Catalog, work: Path) -> None:
    stub = catalog.stub("detection/iou").read_bytes()
    (work / "katas/detection/iou.py").write_bytes(stub.replace(b"\n", b"\r\n"))
    assert () == begun(catalog, work)


def test_list_marks_what_is_done_begun_and_new(work: Path, kata: Kata) -> None:
    record(work, "detection/iou", 10, 10)
    answer(work, "detection/nms")
    record(work, "detection/nms", 6.5, 10)
    code, output, _ = kata("list")
    rows = {line.split()[1]: line for line in output.splitlines() if line.startswith("  ")}
    assert code == 0
    assert "✓" in rows["detection/iou"]
    assert "●" in rows["detection/nms"]
    assert "6.5/10" in rows["detection/nms"]
    assert "○" in rows["decoding/bleu"]
    assert "The kata bleu" in rows["decoding/bleu"]


def test_list_as_json_is_one_line_per_kata(work: Path, kata: Kata) -> None:
    answer(work, "detection/nms")
    _, output, _ = kata("list", "--json")
    entries = [json.loads(line) for line in output.splitlines()]
    assert ["not begun", "begun", "not begun"] == [entry["state"] for entry in entries]
    assert "detection/nms" == entries[1]["kata"]
    assert str(work / "katas/detection/nms.py") == entries[1]["file"]


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_list_fits_the_page(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    record(work, "detection/nms", 6.5, 10)
    monkeypatch.setenv("COLUMNS", columns)
    _, output, _ = kata("list")
    assert max(map(len, output.splitlines())) <= int(columns)


def test_a_broken_progress_file_is_reported_and_stops_nothing(work: Path, kata: Kata) -> None:
    path_of(work).parent.mkdir()
    path_of(work).write_text("{")
    code, output, errors = kata("list")
    assert code == 0
    assert "detection/iou" in output
    assert "is not JSON" in errors
    assert "is not JSON" in kata()[1]


def test_outside_a_workspace_the_bare_command_says_how_to_begin(
    catalog: Catalog, tmp_path: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    code, output, _ = kata()
    assert code == 0
    assert "kata init work" in output


def builds_on(catalog: Catalog, slug: str, line: str) -> None:
    """Insert a line of prerequisites below the title of an installed stub."""
    stub = catalog.stub(slug)
    title, rest = stub.read_text("utf-8").split("\n\n", 1)
    stub.write_text(f"{title}\n\n{line}\n\n{rest}", "utf-8")


def test_the_next_kata_has_its_prerequisites_done(catalog: Catalog, work: Path, kata: Kata) -> None:
    builds_on(catalog, "detection/iou", "Builds on `bleu`.")
    builds_on(catalog, "detection/nms", "Builds on `iou`.")
    kata("reset", "iou", "--yes"), kata("reset", "nms", "--yes")
    assert "Next: decoding/bleu" in kata()[1]
    record(work, "decoding/bleu", 10, 10)
    assert "Next: detection/iou" in kata()[1]
    record(work, "detection/iou", 10, 10)
    assert "Next: detection/nms" in kata("list")[1]


def test_a_begun_kata_comes_first_whatever_its_prerequisites(
    catalog: Catalog, work: Path, kata: Kata
) -> None:
    builds_on(catalog, "decoding/bleu", "Builds on `iou` and `nms`.")
    answer(work, "decoding/bleu")
    assert "Next: decoding/bleu" in kata()[1]


def test_cyclic_prerequisites_still_leave_a_next_kata(catalog: Catalog, work: Path, kata: Kata) -> None:
    builds_on(catalog, "detection/iou", "Builds on `iou`.")
    builds_on(catalog, "detection/nms", "Builds on `bleu`.")
    builds_on(catalog, "decoding/bleu", "Builds on `nms`.")
    for name in ("iou", "nms", "bleu"):
        kata("reset", name, "--yes")
    assert "Next: detection/iou" in kata()[1]


FOLLOWING = [
    # What was just done, what is not done, which of it is begun, and what comes next.
    ("a/1", "a/2 b/1 c/1", "", "a/2"),
    ("a/2", "a/1 b/1 c/1", "", "a/1"),
    ("b/1", "a/2 b/2 c/1", "", "b/2"),
    ("b/2", "a/2 c/1", "", "c/1"),
    ("c/1", "a/2 b/2", "", "a/2"),
    ("a/1", "a/2 b/1 c/1", "c/1", "a/2"),
    ("a/2", "b/1 c/1", "c/1", "b/1"),
    (None, "a/2 b/1 c/1", "c/1", "c/1"),
    (None, "a/2 b/1", "", "a/2"),
    ("a/1", "", "", None),
]


@pytest.mark.parametrize(("just_done", "left", "in_work", "expected"), FOLLOWING)
def test_the_kata_after_one_is_the_next_of_its_chapter_and_then_of_the_following_chapters(
    just_done: str | None, left: str, in_work: str, expected: str | None
) -> None:
    found = []
    for slug in ("a/1", "a/2", "b/1", "b/2", "c/1"):
        state = BEGUN if slug in in_work.split() else NEW if slug in left.split() else DONE
        found.append(KataStatus(slug, slug[0], state, None))
    upcoming = next_kata(found, just_done)
    assert expected == (upcoming.slug if upcoming else None)


def test_the_kata_after_one_has_its_prerequisites_done() -> None:
    found = [
        KataStatus("a/1", "a", DONE, None),
        KataStatus("a/2", "a", NEW, None, builds_on=("b/1",)),
        KataStatus("b/1", "b", NEW, None),
    ]
    assert found[2] == next_kata(found, "a/1")


def test_every_built_in_kata_states_its_effort_and_the_first_one_is_easy() -> None:
    built_in = Catalog()
    assert set(built_in.slugs) == set(built_in.efforts)
    assert built_in.efforts[built_in.slugs[0]].difficulty == 1
    assert () == built_in.builds_on(built_in.slugs[0])


def with_effort(catalog: Catalog, line: str) -> None:
    with catalog.collections[0].syllabus.open("a", encoding="utf-8") as file:
        file.write(f"\n[effort]\n{line}\n")


def test_the_effort_of_a_kata_is_shown_until_there_are_points(
    catalog: Catalog, work: Path, kata: Kata
) -> None:
    with_effort(catalog, '"detection/iou" = { difficulty = 2, minutes = 15 }')
    rows = {line.split()[1]: line for line in kata("list")[1].splitlines() if line.startswith("  ")}
    assert rows["detection/iou"].endswith("2  15 min")
    assert "min" not in rows["detection/nms"]
    entries = [json.loads(line) for line in kata("list", "--json")[1].splitlines()]
    assert [(2, 15), (None, None)] == [(each["difficulty"], each["minutes"]) for each in entries[:2]]
    assert "Difficulty 2 of 5, an estimated 15 minutes." in kata("show", "iou")[1]
    assert "Difficulty" not in kata("show", "nms")[1]
    record(work, "detection/iou", 6.5, 10)
    assert "min" not in kata("list")[1].partition("Last column")[0]


@pytest.mark.parametrize(
    "line", ["a = 3", "a = { difficulty = 9, minutes = 5 }", 'a = { difficulty = "easy", minutes = 5 }',
             "a = { difficulty = 1, minutes = 0 }", "a = { difficulty = true, minutes = 5 }"],
)  # fmt: skip
def test_an_effort_of_another_form_is_named(catalog: Catalog, work: Path, kata: Kata, line: str) -> None:
    with_effort(catalog, line)
    code, _, errors = kata("list")
    assert 2 == code
    assert 'the effort of "a" must be of the form { difficulty = 2, minutes = 15 }' in errors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Builds on `iou`.", ("iou",)),
        ("Builds on `iou` and `nms`.", ("iou", "nms")),
        ("Builds on `a`, `b`, `c` and `d`.", ("a", "b", "c", "d")),
        ("Builds on iou.", ()),
        ("It builds on `iou`.", ()),
        ("Builds on `iou` and others.", ()),
    ],
)
def test_prerequisites_are_read_in_one_form_only(catalog: Catalog, line: str, names: tuple[str, ...]) -> None:
    builds_on(catalog, "decoding/bleu", line)
    assert names == catalog.builds_on("decoding/bleu")


def test_the_list_as_json_holds_the_prerequisites(catalog: Catalog, work: Path, kata: Kata) -> None:
    builds_on(catalog, "detection/nms", "Builds on `iou` and `bleu`.")
    _, output, _ = kata("list", "--json")
    entries = {entry["kata"]: entry for entry in map(json.loads, output.splitlines())}
    assert ["detection/iou", "decoding/bleu"] == entries["detection/nms"]["builds_on"]


def test_the_bare_command_continues_with_a_begun_kata(work: Path, kata: Kata) -> None:
    assert "Next: detection/iou" in kata()[1]
    answer(work, "decoding/bleu")
    assert "Next: decoding/bleu" in kata()[1]


def test_the_bare_command_says_when_all_is_done(work: Path, kata: Kata) -> None:
    for slug in ("detection/iou", "detection/nms", "decoding/bleu"):
        record(work, slug, 10, 10)
    assert "All 3 katas are done" in kata()[1]


def test_show_prints_statement_signature_and_place(work: Path, kata: Kata) -> None:
    code, output, _ = kata("show", "nms")
    assert code == 0
    assert "# The kata nms" in output
    assert "Half of x is x/2, with `x >= 0`." in output
    assert "def nms(x):" in output
    assert "katas/detection/nms.py" in output.replace("\\", "/")


def test_show_reads_the_original_not_the_answer(work: Path, kata: Kata) -> None:
    answer(work, "detection/iou", '"""# Mine"""')
    assert "Mine" not in kata("show", "iou")[1]


def test_show_runs_no_code(catalog: Catalog, kata: Kata) -> None:
    stub = catalog.stub("detection/iou")
    stub.write_text('"""# Still"""\nraise SystemExit(9)\ndef iou(x): ...\n', "utf-8")
    assert 0 == kata("show", "iou")[0]


def test_commands_that_read_can_be_written_in_ascii(
    work: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for argv in ([], ["list"], ["show", "iou"]):
        with (tmp_path / "out").open("w", encoding="ascii") as stream:
            monkeypatch.setattr(sys, "stdout", stream)
            assert main(argv) == 0


@pytest.fixture
def selftest(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A self-test that passes; a test may make it fail."""
    result = SimpleNamespace(passed=True, failures=(), probes=3, seconds=0.25)
    module = ModuleType("gradkata.isolation.selftest")
    module.selftest = lambda level: result  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return result


@pytest.mark.usefixtures("selftest")
def test_doctor_names_what_judging_needs(work: Path, kata: Kata) -> None:
    code, output, _ = kata("doctor")
    assert code == 0
    for name in ("Python", "numpy", "numba", "hypothesis", "workspace", "3 probes"):
        assert name in output


def test_doctor_says_what_to_do_if_the_sandbox_fails(
    work: Path, kata: Kata, selftest: SimpleNamespace
) -> None:
    selftest.passed = False
    selftest.failures = ("a socket could be opened\x1b[2J",)
    code, output, _ = kata("doctor")
    assert code == 1
    assert "a socket could be opened\\x1b[2J" in output
    assert "2 to fix" in output


def test_a_missing_bubblewrap_is_not_a_fault(work: Path, kata: Kata, selftest: SimpleNamespace) -> None:
    selftest.passed, selftest.probes, selftest.failures = False, 0, ("bubblewrap is not installed.",)
    _, output, _ = kata("doctor")
    assert "not available: bubblewrap is not installed." in output
    assert "1 to fix" in output


@pytest.mark.usefixtures("selftest")
def test_doctor_says_how_to_install_what_is_missing_or_too_old(
    work: Path, kata: Kata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "NEEDED", {"numpy": "99.0", "gradkata_absent": "1.0"})
    code, output, _ = kata("doctor")
    assert code == 1
    assert "too old" in output
    assert "pip install 'gradkata_absent>=1.0'" in output


def test_doctor_requires_what_the_project_declares() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["dependencies"] == [f"{name}>={least}" for name, least in doctor.NEEDED.items()]
    assert project["requires-python"] == ">=" + ".".join(map(str, doctor.PYTHON))
