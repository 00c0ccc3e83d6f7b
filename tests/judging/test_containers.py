"""The same code gets the same verdict in every container, with the lines above and below it that are usual there."""

from pathlib import Path

import pytest
from containers import CONTAINERS, write

from gradkata.catalog import Catalog
from gradkata.judging.judge import judge
from gradkata.submissions.reader import read

BLIND = Path(__file__).parent / "blind"
KATAS = sorted(path.name for path in BLIND.iterdir() if path.is_dir())
ABOVE = [
    "!pip install matplotlib",
    "%matplotlib inline",
    "import matplotlib.pyplot as plt\nimport pandas as pd\nfrom gradkata import check",
    "log = open('log.txt', 'w')\ndata = pd.read_csv('boxes.csv')",
]
BELOW = [
    "print({name}(None))",
    "assert {name} is None, 'later'",
    "check({name})",
    "answer = input('Again? ')",
    "for i in range(3):\n    print(i, end=' ')",
    "plt.plot([1, 2])\nplt.show()",
    "if __name__ == '__main__':\n    raise SystemExit(3)",
    "exit()",
    "after = 1",
]


@pytest.fixture
def verdict_in(sandbox, exercises, tmp_path):
    """The verdict on cells of code in a container, and the notes on it."""
    slugs = {slug.rpartition("/")[2]: slug for slug in Catalog().slugs}

    def run(container, name, cells):
        found = read(write(tmp_path, container, cells, name), Catalog())
        assert slugs[name] in found.answers, found  # perhaps beside a helper with the name of another kata
        report = judge(exercises[name], found.answers[slugs[name]], sandbox)
        mistake = report["misconception"]["name"] if report["misconception"] else None
        properties = [(each["name"], each["outcome"], each["points"]) for each in report["properties"]]
        return (report["outcome"], report["score"], properties, mistake), report["notes"]

    return run


def source(name, file):
    return (BLIND / name / file).read_text("utf-8")


def surrounded(name, text, magic=""):
    return [*ABOVE, f"{magic}{text}", *[each.format(name=name) for each in BELOW]]


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("file", ["right.py", "wrong_01.py"])
def test_a_verdict_does_not_depend_on(verdict_in, container, file):
    plain, _ = verdict_in("a file", "iou", [source("iou", file)])

    found, notes = verdict_in(container, "iou", surrounded("iou", source("iou", file)))

    assert plain == found
    assert (file == "right.py") == (found[:2] == ("passed", 10))
    (note,) = [each for each in notes if each.startswith("Passed over at the top level")]
    assert "`import matplotlib.pyplot as plt` (" in note
    assert "matplotlib is not there; the standard library and NumPy are" in note
    assert "check" not in note


@pytest.mark.parametrize("magic", ["%%time\n", "%%writefile sigmoid.py\n"])
@pytest.mark.parametrize("container", [each for each in CONTAINERS if "notebook" in each or "export" in each])
def test_a_cell_that_is_timed_or_written_to_the_file_of_the_kata_counts_in(verdict_in, container, magic):
    right = source("sigmoid", "right.py")

    found, _ = verdict_in(container, "sigmoid", surrounded("sigmoid", right, magic))

    assert ("passed", 10) == found[:2]


@pytest.mark.heavy
@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("name", KATAS)
def test_right_and_wrong_answers_to_every_kata_get_one_verdict_in(verdict_in, name, container):
    for file in ("right.py", "wrong_01.py"):
        text = source(name, file)
        plain, _ = verdict_in("a file", name, [text])

        assert plain == verdict_in(container, name, surrounded(name, text))[0]
        assert (file == "right.py") == (plain[1] == 10)
