"""`kata try`, in its own process, as a shell starts it."""

import json

import pytest
from checking import WRONG, kata


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """A workspace with a wrong answer to `iou`."""
    folder = tmp_path_factory.mktemp("trying")
    assert kata("init", "work", cwd=folder)[0] == 0
    (folder / "work" / "katas" / "detection" / "iou.py").write_text(WRONG, "utf-8")
    return folder / "work"


def test_the_function_of_the_workspace_is_called(work):
    code, output, errors = kata("try", "iou", "[0, 0, 1, 1]", "[0, 0, 1, 1]", cwd=work)

    assert (code, errors) == (1, "")
    assert "returned  0.5\n" in output
    assert "expected  1.0\n" in output


def test_a_right_answer_ends_with_0(work):
    half = ["[0, 0, 2, 1]", "[0, 0, 1, 1]"]

    assert kata("try", "iou", *half, cwd=work)[0] == 0


def test_json_has_the_values_of_one_call(work):
    code, output, _ = kata("try", "--json", "iou", "b=np.arange(4)", "a=[0, 0, 1, 1]", cwd=work)

    trial = json.loads(output)
    assert code == 1
    assert list(trial) == [
        "schema", "kata", "outcome", "call", "arguments", "returned", "expected", "is_unique", "message", "printed",
        "notes", "sandbox",
    ]  # fmt: skip
    assert trial["arguments"] == {"a": [0.0, 0.0, 1.0, 1.0], "b": [0.0, 1.0, 2.0, 3.0]}


def test_a_call_can_be_pasted_from_a_report(work):
    code, output, _ = kata("try", "iou(a=[0., 0., 1., 1.],\n    b=[0., 2., 1., 3.])", cwd=work)

    assert code == 1
    assert "expected  0.0\n" in output


def test_another_file_is_called_with_submission(work, tmp_path):
    other = tmp_path / "other.py"
    other.write_text("def iou(a, b):\n    return 1.0\n", "utf-8")
    pair = ["[0, 0, 1, 1]"] * 2

    assert kata("try", "iou", *pair, "--submission", other, cwd=work)[0] == 0


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["iou", "[0, 0, 1, 1]", "[0, foo]"], "[0, foo]\n      ^^^\n"),
        (["iou", "[0, 0, 1, 1]"], "iou takes 2 arguments; 1 was given."),
        (["iou", "-inf", "-1e3"], "`a` is an array of floats of shape (4,), and a float was given."),
        (["iou", "a=1", "2"], "Arguments with a name come after those without one."),
        (["iou", "a=1", "a=2"], "The argument `a` is given twice."),
        (["iuo", "1"], "Did you mean iou?"),
        (["iou", "--sbmission"], "--sbmission"),
    ],
)
def test_an_input_that_cannot_be_used_ends_with_2_and_a_sentence(work, argv, sentence):
    code, output, errors = kata("try", *argv, cwd=work)

    assert (code, output) == (2, "")
    assert sentence in errors
    assert errors.startswith("kata: ")


def test_help_has_examples(work):
    assert "kata try iou '[0, 0, 2, 2]' '[1, 1, 3, 3]'" in kata("try", "--help", cwd=work)[1]
