"""`kata kit`: what is written, and how the written folder checks answers without gradkata."""

import ast
import json
import os
import subprocess
import sys

import pytest
from checking import RIGHT, kata

from gradkata.catalog import Catalog
from gradkata.cli import main
from gradkata.cli.stub_copy import student_copy

CATALOG = Catalog()
KATAS = ("detection/iou", "detection/nms", "decoding/bleu", "sequences/lstm_step")
# Run check.py where nothing but NumPy and the standard library can be imported.
ALONE = """
import runpy, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("gradkata", "hypothesis", "numba", "pytest"):
            raise ImportError(f"{name} is not installed here")
sys.meta_path.insert(0, Refuse())
sys.argv[0] = "check.py"
sys.path.insert(0, "")
runpy.run_path("check.py", run_name="__main__")
"""


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kits") / "kit"
    assert main(["kit", str(folder), *KATAS]) == 0
    return folder


@pytest.fixture
def kit(handed_out, tmp_path):
    """A student's copy of the kit."""
    import shutil

    return shutil.copytree(handed_out, tmp_path / "kit")


def check(kit, *argv):
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"COLUMNS": "80"}
    command = [sys.executable, "-c", ALONE, *argv]
    done = subprocess.run(
        command, cwd=kit, env=environ, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    return done.returncode, done.stdout, done.stderr


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_it_holds_stubs_a_page_a_script_and_data_for_each_kata(handed_out):
    found = content(handed_out)

    for slug in KATAS:
        assert found[f"katas/{slug}.py"] == student_copy(CATALOG, slug)
        assert f"gradkata_kit/data/{slug}.txt" in found
    assert {"README.md", "check.py", "katas/syllabus.toml"} <= set(found)
    assert b"This prevents accidental\nreading, nothing else" in found["README.md"]
    assert not any(path.startswith(("solutions", "graders")) for path in found)


def test_a_second_run_with_another_hash_seed_writes_the_same_bytes(handed_out, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    code, _, errors = kata("kit", tmp_path / "again", *reversed(KATAS), cwd=tmp_path)

    assert (code, errors) == (0, "")
    assert content(tmp_path / "again") == content(handed_out)


def test_its_modules_import_numpy_the_standard_library_and_each_other(handed_out):
    allowed = sys.stdlib_module_names | {"numpy", "gradkata_kit"}
    foreign = []
    for path in handed_out.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign += [f"{path.name} imports {n}" for n in names if n.partition(".")[0] not in allowed]

    assert foreign == []


def test_its_modules_are_those_of_gradkata(handed_out):
    for path in (handed_out / "gradkata_kit").rglob("*.py"):
        original = CATALOG.roots[0] / "gradkata" / path.relative_to(handed_out / "gradkata_kit")
        if path.parent.name != "gradkata_kit" or path.name != "__init__.py":
            restored = path.read_text("utf-8").replace(" gradkata_kit", " gradkata")
            assert restored == original.read_text("utf-8")


def test_right_wrong_misconceived_crashing_and_unsolved_answers_are_judged(kit):
    for name, slug in (("iou", KATAS[0]), ("nms", KATAS[1])):
        (kit / "katas" / f"{slug}.py").write_bytes(RIGHT[name].read_bytes())
    (kit / "katas" / f"{KATAS[2]}.py").write_text(
        "import os\ndef bleu(candidate, references, max_n=4):\n    os._exit(7)\n", "utf-8"
    )
    code, output, errors = check(kit, "--json", *KATAS)

    reports = [json.loads(line) for line in output.splitlines()]
    assert (code, errors) == (1, "")
    assert [(r["score"], r["outcome"]) for r in reports] == [
        (10, "passed"), (10, "passed"), (0, "crashed"), (0, "not-implemented"),
    ]  # fmt: skip


def test_several_katas_are_a_table_and_the_first_wrong_one_in_full(kit):
    (kit / "katas" / f"{KATAS[0]}.py").write_bytes(RIGHT["iou"].read_bytes())
    (kit / "katas" / f"{KATAS[1]}.py").write_text(
        "def nms(boxes, scores, threshold):\n    return []\n", "utf-8"
    )

    code, output, errors = check(kit, *KATAS[:3])

    rows, _, rest = output.partition("\n\n")
    assert (code, errors) == (1, "")
    assert [line.split()[1] for line in rows.splitlines()] == list(KATAS[:3])
    assert rest.startswith("detection/nms ")
    assert "`python check.py bleu` shows the other one in full." in " ".join(rest.split())


def test_a_mistake_is_named_with_a_call_to_copy(kit):
    answer = kit / "katas/detection/iou.py"
    answer.write_bytes((RIGHT["iou"].parents[1] / "wrong" / "iou_without_clamp.py").read_bytes())

    code, output, errors = check(kit)

    assert (code, errors) == (1, "")
    assert "Looks like a known mistake: forgets to clamp" in output
    assert "This is the offline check of a kit. Grades come from your course." in output
    call = next(line for line in output.splitlines() if line.startswith("    iou("))
    names = {}
    exec("import numpy as np\n" + answer.read_text("utf-8"), names)
    returned = next(line.split()[-1] for line in output.splitlines() if "returned" in line)
    assert float(returned) == eval(call, names)


def test_an_exception_is_shown_with_the_lines_of_the_student_alone(kit):
    (kit / "katas/detection/iou.py").write_text("def iou(a, b):\n    return a[9]\n", "utf-8")

    _, output, _ = check(kit, "iou")

    assert "Your code raised an exception" in output
    assert "iou.py, line 2, in iou\n        return a[9]" in output
    assert "gradkata_kit" not in output


def test_a_hint_is_shown(kit):
    code, output, _ = check(kit, "iou", "--hint", "2")

    assert code == 0
    assert output.startswith("iou, hint 2 of ")


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["iuo"], "This kit has no kata called 'iuo'. Did you mean iou?"),
        ([], "No kata is begun yet."),
        (["--hint"], "Name one kata"),
        (["iou", "--hint", "99"], "hints."),
    ],
)
def test_a_wrong_command_is_answered_with_the_remedy(handed_out, argv, sentence):
    code, output, errors = check(handed_out, *argv)

    assert (code, output) == (2, "")
    assert errors.startswith("check: ")
    assert sentence in errors


def test_damaged_data_is_named(kit):
    (kit / "gradkata_kit/data/detection/iou.txt").write_text("no data", "utf-8")

    code, _, errors = check(kit, "iou")

    assert code == 3
    assert "iou.txt cannot be read" in errors


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")

    assert main(["kit", str(tmp_path), "iou"]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
