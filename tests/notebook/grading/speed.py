"""How long autograding takes: `python -m tests.notebook.grading.speed`.

40 notebooks of three katas, every other one with one wrong answer: with nbgrader's own `Execute` and asserts as
tests, with gradkata, and with a preprocessor that does nothing; through the command and through nbgrader's Python
interface.  Then gradkata again, with and without an endless loop in the middle.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.notebook.grading.course import ASSIGNMENT, EXAMPLES, Course, code, graded, kata, notebook, prose
from tests.notebook.grading.traps import FROM_NUMPY, SIGMOID, UNCLAMPED, cell

NOTEBOOKS = 40
ROUNDS = 3
LOOPS = "s20"
ANSWERS = {
    "detection/iou": "import numpy as np\n" + FROM_NUMPY,
    "activations/sigmoid": SIGMOID,
    "decoding/bleu": (EXAMPLES / "right" / "bleu.py").read_text("utf-8"),
}
ASSERTS = {
    "iou": "assert abs(iou(np.array([0., 0, 2, 2]), np.array([1., 1, 3, 3])) - 1 / 7) < 1e-9",
    "sigmoid": "assert abs(sigmoid(np.array([0.0]))[0] - 0.5) < 1e-9",
    "bleu": 'assert bleu(["a", "b", "c", "d"], [["a", "b", "c", "d"]]) == 1.0',
}
CONFIGURATION = {
    "plain": "",
    "gradkata": "from gradkata.notebook import configure\nconfigure(c)\n",
    "nothing": "from nbgrader.converters import Autograde\n"
    "c.Autograde.autograde_preprocessors = Autograde.autograde_preprocessors.default()[1:]\n",
}


def document(way):
    """The course's notebook with answers."""
    cells = []
    for slug, answer in ANSWERS.items():
        name = slug.rpartition("/")[2]
        if way == "gradkata":
            cells += kata(slug, 10, answer)
        else:
            marks = graded(f"{name}-answer", 0, grade=False, solution=True, locked=False)
            statement = prose(f"# {name}", graded(f"{name}-statement", 0, grade=False))
            cells += [statement, code(answer, marks), code(""), code(ASSERTS[name], graded(name, 10))]
    return notebook(*cells)


def course(way):
    folder = tempfile.mkdtemp(prefix=f"speed-{way}-")
    made = Course(folder, judged=way == "gradkata", work=document(way))
    if way == "nothing":
        from nbgrader.converters import Autograde

        made.config.Autograde.autograde_preprocessors = Autograde.autograde_preprocessors.default()[1:]
    config = f"c = get_config()\nc.CourseDirectory.course_id = 'course'\n{CONFIGURATION[way]}"
    (made.root / "nbgrader_config.py").write_text(config, "utf-8")
    for number in range(NOTEBOOKS):
        handed = json.loads(json.dumps(made.released()))
        if number % 2:
            # All answers are different, so that no result can be reused.
            cell(handed, "iou-answer")["source"] = f"{UNCLAMPED}\n\nNUMBER = {number}\n"
        for name in ("sigmoid-answer", "bleu-answer", *([] if number % 2 else ["iou-answer"])):
            cell(handed, name)["source"] = cell(document(way), name)["source"] + f"\n\n# {number}\n"
        made.submit(f"s{number:02}", handed)
    return made


def autograde(made, *options):
    """Run nbgrader's command; returns its output."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--force", *options]
    done = subprocess.run(command, cwd=made.root, env=environment, check=True, capture_output=True, text=True)
    return done.stderr


def by_command(made):
    began = time.perf_counter()
    autograde(made)
    return time.perf_counter() - began


def by_interface(made):
    began = time.perf_counter()
    went_well, log = made.autograde()
    assert went_well, log
    return time.perf_counter() - began


def each_notebook(made):
    """The time of each notebook except the first and the last, by student."""
    log = autograde(made, "--Application.log_format=%(created)f %(message)s")
    starts = re.findall(r"^([0-9.]+) Sanitizing .*/(s\d+)/", log, re.MULTILINE)
    moments = [float(moment) for moment, _ in starts]
    return {starts[i][1]: moments[i + 1] - moments[i] for i in range(1, len(starts) - 1)}


def endless(made):
    """The time of the other notebooks with and without an endless one, and the time of the endless one."""
    calm, looping = [], []
    place = made.root / "submitted" / LOOPS / ASSIGNMENT / "work.ipynb"
    before = place.read_bytes()
    handed = json.loads(before)
    cell(handed, "iou-answer")["source"] = "def iou(a, b):\n    while True:\n        pass\n"
    for _ in range(ROUNDS):
        place.write_bytes(before)
        calm.append(each_notebook(made))
        place.write_text(json.dumps(handed), "utf-8")
        looping.append(each_notebook(made))

    def others(rounds):
        return statistics.median(
            sum(seconds for name, seconds in each.items() if name != LOOPS) for each in rounds
        )

    return others(calm), others(looping), statistics.median(each[LOOPS] for each in looping)


def main():
    courses = {way: course(way) for way in CONFIGURATION}
    for how in (by_command, by_interface):
        seconds = {way: [] for way in courses}
        for _ in range(ROUNDS):
            for way, made in courses.items():
                seconds[way].append(how(made))
        median = {way: statistics.median(each) for way, each in seconds.items()}
        above = (median["gradkata"] - median["nothing"]) / NOTEBOOKS * 1e3
        print(
            f"{how.__name__}: "
            + ", ".join(f"{way} {each:.1f} s" for way, each in median.items())
            + f"; {median['plain'] / median['gradkata']:.1f} times faster, {above:.0f} ms a notebook above nothing, "
            f"{median['plain'] / median['nothing']:.1f} times is all that nothing leaves room for",
            flush=True,
        )
    calm, looping, loop = endless(courses["gradkata"])
    print(
        f"an endless loop: {loop:.1f} s for its own notebook; "
        f"all others {looping:.2f} s with it, {calm:.2f} s without"
    )


if __name__ == "__main__":
    main()
