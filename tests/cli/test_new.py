"""`kata new`: what it writes can be graded at once, and what it refuses leaves nothing behind."""

import re
import shutil

import pytest

from gradkata.authoring.blanks import blanks_of
from gradkata.authoring.laws import check
from gradkata.authoring.statement_laws import examples_hold
from gradkata.authoring.subject import Subject
from gradkata.catalog import Collection, open_catalog
from gradkata.cli import main
from gradkata.declaring.domain_text import sentence

SIGNATURE = "mean_gap(y: (n), yhat: (n)) -> ()"
SLUG = "losses/mean_gap"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """A new collection with one kata."""
    folder = tmp_path_factory.mktemp("drafted") / "course"
    assert main(["new", SLUG, SIGNATURE, "--in", str(folder)]) == 0
    return folder


@pytest.fixture
def course(drafted, here):
    """A copy of it, below the working directory."""
    return shutil.copytree(drafted, here / "course", ignore=shutil.ignore_patterns("__pycache__"))


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def subject(root, slug=SLUG):
    return Subject(open_catalog([root]), slug)


def test_a_new_folder_becomes_a_collection(course):
    names = {name for name in files(course) if "__pycache__" not in name}

    kinds = [f"{folder}/{SLUG}.py" for folder in ("katas", "solutions", "graders")]
    assert names == {"course.toml", "katas/syllabus.toml", f"graders/{SLUG}.bank.json", *kinds}
    assert Collection(course).chapters() == (("Losses", (SLUG,)),)


def test_the_screen_says_what_was_written_and_what_comes_next(here, kata):
    code, output, errors = kata("new", SLUG, SIGNATURE, "--in", "course")

    assert (0, "") == (code, errors)
    assert output.startswith("course is a collection now, with a first kata, losses/mean_gap:\n")
    assert output.endswith("\nNext:\n\n  cd course\n  kata lint mean_gap\n")
    count = len(blanks_of(Collection(here / "course"), SLUG))
    assert f"{count} places are marked TODO." in output


def test_lint_names_file_and_line_of_every_blank_and_nothing_else(course, kata, monkeypatch):
    monkeypatch.chdir(course)
    code, output, _ = kata("lint", "mean_gap")

    blanks = blanks_of(Collection(course), SLUG)
    assert (1, f"{SLUG}: {len(blanks)} faults") == (code, output.splitlines()[0])
    lines = output.splitlines()[1:]
    for blank, line in zip(blanks, lines, strict=True):
        text = (course / blank.file).read_text("utf-8").splitlines()[blank.line - 1]
        assert "TODO" in text
        assert (
            f"law 2: {SLUG}: {blank.file} has a TODO in line {blank.line}: {blank.text}. Fill it in" in line
        )


def test_once_the_right_answers_are_written_all_laws_are_checked(course):
    path = course / "solutions" / f"{SLUG}.py"
    path.write_text(re.sub(r"\bTODO\b:?", "", path.read_text("utf-8")), "utf-8")

    faults = check(subject(course), redraw=False)

    assert {2, 6, 9} <= {fault.law for fault in faults}


def test_the_draft_is_consistent_in_itself(course):
    whole = subject(course)

    assert list(examples_hold(whole)) == []
    assert sum(prop.points for prop in whole.kata.properties) == 10
    text = " ".join((course / "katas" / f"{SLUG}.py").read_text("utf-8").split())
    assert sentence(whole.kata.admitted) in text


@pytest.mark.parametrize(
    "signature",
    [
        "{}(x: (h,w), f: i8, s: i8 = 2) -> ((h-f)//s+1,(w-f)//s+1)",
        "{}(X: (n,d), beta: (d+1)) -> (n), i8(n)",
        "{}(candidate: [str], references: [[str]], w: b1) -> [str]",
        "{}(labels: i8(n), k: i8) -> b1(n,k)",
        "{}(f: () -> (), x: ()) -> ()",
        "{}(boxes: (n,4), text: str) -> i8(?k), (?k,4)",
        "{}(n: i8, m: i8) -> (n-m)",
    ],
)
def test_every_kind_of_argument_and_size_has_a_draft_with_a_bank(here, kata, signature):
    code, output, _ = kata("new", "sorts/drafted", signature.format("drafted"), "--in", "course")

    whole = subject(here / "course", "sorts/drafted")
    assert code == 0
    assert "could not be drawn" not in output
    assert whole.bank.calls
    assert list(examples_hold(whole)) == []


def test_the_collection_of_the_current_folder_is_the_default(course, kata, monkeypatch):
    monkeypatch.chdir(course / "graders" / "losses")
    before = (course / "katas" / "syllabus.toml").read_text("utf-8")

    code, output, _ = kata("new", "losses/largest_gap", "largest_gap(y: (n)) -> ()")

    assert code == 0
    assert "Next:\n\n  kata lint largest_gap\n" in output
    after = (course / "katas" / "syllabus.toml").read_text("utf-8")
    assert after == before.replace(f'["{SLUG}"]', f'["{SLUG}", "losses/largest_gap"]')


def test_a_chapter_of_the_built_in_collection_keeps_its_title(course, kata):
    assert kata("new", "backprop/own_step", "own_step(w: (d)) -> (d)", "--in", "course")[0] == 0

    assert Collection(course).chapters()[-1] == ("Backpropagation", ("backprop/own_step",))


def test_a_repository_without_content_becomes_a_collection(here, kata):
    (here / "course" / ".git").mkdir(parents=True)

    assert kata("new", SLUG, SIGNATURE, "--in", "course")[0] == 0


REFUSED = {
    "a name of a built-in kata": (("losses/iou", "iou(a: (4)) -> ()"), "There is a kata called detection/iou in"),
    "no chapter": (("mse", "mse(y: (n)) -> ()"), "'mse' is not of the form CHAPTER/KATA. Write, for example, "),
    "no identifier": (("losses/1st", "f(y: (n)) -> ()"), "'1st' cannot be the name of a kata. Use letters, "),
    "a keyword": (("losses/lambda", "f(y: (n)) -> ()"), "'lambda' is a keyword of Python and cannot be the name "),
    "a helper": (("losses/_mse", "f(y: (n)) -> ()"), "'_mse' begins with _, as helpers do. Choose another name "),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_name_that_cannot_be_used_is_refused_in_one_sentence(here, kata, case):
    words, message = REFUSED[case]

    code, output, errors = kata("new", *words, "--in", "course")

    assert (2, "") == (code, output)
    assert errors.startswith(f"kata: {message}")
    assert errors.count("\n") == 1
    assert not (here / "course").exists()


@pytest.mark.parametrize(
    ("signature", "message", "marks"),
    [
        ("mean_gap(y: (n), z: q) -> ()", "'q' is not a kind", "                    ^"),
        ("other(y: (n)) -> ()", "The kata is called 'mean_gap', and the signature 'other'", "^^^^^"),
        ("mean_gap(points: (n)) -> ()", "'points' has another meaning in a grader", "         ^^^^^^"),
        ("mean_gap(n: (n)) -> ()", "'n' is the name of a size and of an argument", "         ^"),
        ("mean_gap(y: (n)) -> (m)", "No argument of", "                     ^"),
    ],
)
def test_a_wrong_signature_is_shown_with_its_wrong_part_marked(here, kata, signature, message, marks):
    code, output, errors = kata("new", SLUG, signature, "--in", "course")

    assert (2, "") == (code, output)
    assert errors.startswith(f"kata: {message}")
    assert errors.endswith(f"\n\n  {signature}\n  {marks}\n")
    assert not (here / "course").exists()


def test_outside_of_a_collection_a_folder_has_to_be_named(here, kata):
    sentence = "The current folder is in no collection. Name one, or a new folder: kata new CHAPTER/KATA "
    assert kata("new", SLUG, SIGNATURE) == (2, "", f"kata: {sentence}'SIGNATURE' --in DIR\n")


def test_a_folder_with_other_files_is_not_made_a_collection(here, kata):
    (here / "notes.txt").write_text("")

    code, _, errors = kata("new", SLUG, SIGNATURE, "--in", ".")

    assert (2, ["notes.txt"]) == (code, list(files(here)))
    assert "kata: . is neither a collection nor empty. Name a collection or a new folder: " in errors


def test_an_installed_collection_is_not_changed(course, here, kata):
    installed = here / "site-packages" / "gradkata"
    installed.mkdir(parents=True)
    (course).rename(installed / "collection")
    before = files(installed)

    code, _, errors = kata("new", "losses/b", "b(y: (n)) -> ()", "--in", str(installed / "collection"))

    assert (2, before) == (code, files(installed))
    assert "is installed and not to be changed. Write to a collection of your own: kata new" in errors


@pytest.mark.parametrize("folder", ["katas", "solutions", "graders"])
def test_a_file_in_the_way_is_kept_and_nothing_is_written(course, kata, folder):
    path = course / folder / "metrics" / "gap.py"
    path.parent.mkdir()
    path.write_text("mine", "utf-8")
    before = files(course)

    code, _, errors = kata("new", "metrics/gap", "gap(y: (n)) -> ()", "--in", "course")

    assert (2, before) == (code, files(course))
    if folder != "graders":  # a file there is a kata of that name
        assert f"kata: {path} exists already. Move it away, or choose another name.\n" == errors


def test_a_name_that_the_collection_has_is_refused(course, kata):
    before = files(course)

    code, _, errors = kata("new", "metrics/mean_gap", SIGNATURE, "--in", "course")

    assert (2, before) == (code, files(course))
    assert f"kata: There is a kata called {SLUG} in this collection already. Choose another name.\n" == errors


def test_a_syllabus_that_cannot_be_extended_is_left_as_it_is(course, kata):
    syllabus = course / "katas" / "syllabus.toml"
    syllabus.write_text(f'chapter = [{{ title = "Losses", katas = ["{SLUG}"] }}]\n', "utf-8")
    before = files(course)

    code, _, errors = kata("new", "losses/gap", "gap(y: (n)) -> ()", "--in", "course")

    assert (2, before) == (code, files(course))
    assert "has a form that cannot be extended" in errors
