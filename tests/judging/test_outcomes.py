# ruff: noqa: E501
"""Every kind of file gets its outcome, and the next file is judged all the same."""

import pytest

RIGHT = """
def iou(a, b):
    width = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - width * height
    return {result} if union else 0.0
"""
PLAIN = "width * height / union"


def right(result=PLAIN, head=""):
    return head + RIGHT.format(result=result)


def first_failure(report):
    return next(p for p in report["properties"] if p["outcome"] not in ("passed", "skipped"))


ACCEPTED = {
    "a Python float": right(),
    "a NumPy scalar": right(f"np.float64({PLAIN})", "import numpy as np\n"),
    "an array without dimensions": right(f"np.array({PLAIN})", "import numpy as np\n"),
    "an integer where the value is one": right(f"(lambda v: int(v) if v == int(v) else v)({PLAIN})"),
    "tabs for spaces": right().replace("    ", "\t"),
    "Windows line ends": right().replace("\n", "\r\n"),
    "old Macintosh line ends": right().replace("\n", "\r"),
    "a byte order mark": b"\xef\xbb\xbf" + right().encode(),
    "latin-1 with a coding line": "# coding: latin-1\n# über\n".encode("latin-1") + right().encode(),
    "a name in another Unicode form": right().replace("def iou", "def \uff49ou"),
    "a warning": right(head="import warnings\nwarnings.warn('careful')\n"),
    "an overflow warning": right(head="import numpy as np\nnp.float64(1e308) * 10\n"),
    "a main block that would fail": right() + "\nif __name__ == '__main__':\n    raise SystemExit(1)\n",
    "a fraction": right(f"F({PLAIN})", "from fractions import Fraction as F\n"),
    "a decimal number": right(f"D({PLAIN})", "from decimal import Decimal as D\n"),
    "a long double": right(f"np.longdouble({PLAIN})", "import numpy as np\n"),
    "an array of one long double": right(f"np.array({PLAIN}, np.longdouble)", "import numpy as np\n"),
    "a dataclass and an enumeration": "import dataclasses, enum\n@dataclasses.dataclass\nclass P:\n    x: int = 0\n"
    + right(),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_right_answer_earns_all_points_in_the_form_of(judged, name):
    report = judged(ACCEPTED[name])

    assert (report["outcome"], report["score"]) == ("passed", 10)


STUB = "def iou(a, b):\n    raise NotImplementedError\n"
OUTCOMES = {
    "a stub": (STUB, "not-implemented", "NotImplementedError"),
    "a syntax error": ("def iou(a, b)\n    return 0\n", "not-loaded", "line 1"),
    "an empty file": ("", "not-loaded", "no function called `iou`"),
    "nothing but a comment": ("# later", "not-loaded", "no function called `iou`"),
    "another name": ("def IoU(a, b):\n    return 0.0\n", "not-loaded", "Rename `IoU` to `iou`"),
    "a number of that name": ("iou = 3", "not-loaded", "is not a function"),
    "too few parameters": ("def iou(a):\n    return 0.0\n", "raised", "called as iou(a, b)"),
    "too many parameters": ("def iou(a, b, c):\n    return 0.0\n", "raised", "called as iou(a, b)"),
    "latin-1 without a coding line": ("# über\n".encode("latin-1") + right().encode(), "not-loaded", "utf-8"),
    "UTF-16": (right().encode("utf-16"), "not-loaded", "iou.py"),
    "a null byte": (right() + "\0", "not-loaded", "null"),
    "None": (right("None"), "wrong-type", "return"),
    "a list of one": (right(f"[{PLAIN}]"), "wrong-shape", "only entry"),
    "an array of one": (right(f"np.array([{PLAIN}])", "import numpy as np\n"), "wrong-shape", "(1,)"),
    "a Boolean": (right(f"bool({PLAIN})"), "wrong-type", "Boolean"),
    "a complex number": (right(f"complex({PLAIN})"), "wrong-type", "complex"),
    "a string": (right(f"str({PLAIN})"), "wrong-type", "str"),
    "a generator": (right(f"(v for v in [{PLAIN}])"), "wrong-type", "generator"),
    "an array of objects": (right(f"np.array({PLAIN}, object)", "import numpy as np\n"), "wrong-type", "object"),
    "a masked array": (right(f"np.ma.array({PLAIN})", "import numpy as np\n"), "wrong-type", "Masked"),
    "a fraction with methods of its own": (
        right(f"F({PLAIN})", "import fractions\nclass F(fractions.Fraction): pass\n"), "wrong-type", "iou.F"),
    "a definition that fails": ("@nowhere\n" + RIGHT.format(result=PLAIN), "not-loaded", "line 1"),
    "an import of the answer": ("from helpers import iou\n", "not-loaded", "a submission is one file"),
    "float32": (right(f"np.float32({PLAIN})", "import numpy as np\n"), "wrong", "float32"),
    "NaN": ("def iou(a, b):\n    return float('nan')\n", "wrong", ""),
    "infinity": ("def iou(a, b):\n    return float('inf')\n", "wrong", ""),
    "a wrong value": ("def iou(a, b):\n    return 0.5\n", "wrong", ""),
    "an exception": ("def iou(a, b):\n    return 1 / 0\n", "raised", "line 2, in iou"),
    "an exception without text": ("def iou(a, b):\n    raise ValueError\n", "raised", "ValueError"),
    "sys.exit in the call": ("import sys\ndef iou(a, b):\n    sys.exit(3)\n", "raised", "SystemExit"),
    "KeyboardInterrupt": ("def iou(a, b):\n    raise KeyboardInterrupt\n", "raised", "KeyboardInterrupt"),
    "endless recursion": ("def iou(a, b):\n    return iou(a, b)\n", "raised", "RecursionError"),
    "os._exit in the call": ("import os\ndef iou(a, b):\n    os._exit(0)\n", "crashed", "exit 0"),
    "a segmentation fault": ("import ctypes\ndef iou(a, b):\n    ctypes.string_at(0)\n", "crashed", "SIGSEGV"),
    "an abort": ("import os\ndef iou(a, b):\n    os.abort()\n", "crashed", "SIGABRT"),
    "a memory bomb": ("def iou(a, b):\n    return [0] * 10**10\n", "memory", "memory"),
    "an endless loop": ("def iou(a, b):\n    while True:\n        pass\n", "timeout", "processor time"),
    "an endless loop in C": ("def iou(a, b):\n    return 10 ** 10 ** 9\n", "timeout", "processor time"),
    "a file that never ends": ("while True:\n    pass\n", "not-loaded", "no function called `iou`"),
    "a loop that swallows everything": (
        "def iou(a, b):\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n",
        "timeout", "processor time"),
    "a fork bomb": ("import os\ndef iou(a, b):\n    while True:\n        os.fork()\n", "raised", "os.fork"),
    "a thread": ("import threading\ndef iou(a, b):\n    threading.Thread(target=print).start()\n", "raised", "thread"),
    "an argument changed in place": (
        RIGHT.format(result=PLAIN).replace("def iou(a, b):", "def iou(a, b):\n    a += 0.5; a -= 0.25"),
        "mutates-input", "`a`"),
    "another answer each time": ("import random\n" + right(f"{PLAIN} + random.random()"), "nondeterministic", "different answers"),
    "an answer that depends on the calls before": (
        "calls = []\n" + right(f"(calls.append(0), {PLAIN} + 1e-7 * len(calls))[1]"), "nondeterministic", "different answers"),
}  # fmt: skip


@pytest.mark.parametrize("name", OUTCOMES)
def test_an_outcome_is_named_for(judged, name):
    source, outcome, text = OUTCOMES[name]

    report = judged(source)

    assert report["outcome"] == outcome
    assert report["score"] < 10
    assert text.lower() in first_failure(report)["message"].lower()
    assert first_failure(report)["message"].count("\n") < 8


def test_a_reply_that_never_ends_is_cut_off(judged):
    source = "import os\ndef iou(a, b):\n    while True:\n        os.write(3, b'x' * 65536)\n"

    assert judged(source)["outcome"] in ("crashed", "timeout")


def test_a_flood_of_output_is_cut_with_a_note_and_does_not_count_against_the_answer(judged):
    report = judged(right(head="print('x' * 10**6)\n"))

    assert report["score"] == 10
    assert len(report["printed"]) <= 64 << 10
    assert any("64 KB" in note for note in report["notes"])


def test_what_was_printed_is_shown(judged):
    assert judged(right(head="print('hello')\n"))["printed"] == "hello\n"


def test_the_next_submission_is_judged_after_every_kind_of_accident(judged):
    for name in ("os._exit in the call", "a segmentation fault", "a memory bomb", "an endless loop"):
        judged(OUTCOMES[name][0])

        assert judged(right())["score"] == 10


def test_a_traceback_holds_the_students_lines_only(judged):
    report = judged("def helper():\n    return [][1]\n\ndef iou(a, b):\n    return helper()\n")

    message = first_failure(report)["message"]
    assert "iou.py, line 5, in iou" in message
    assert "iou.py, line 2, in helper" in message
    assert "graders" not in message


def test_after_a_timeout_earlier_answers_count_and_the_rest_is_skipped(judged):
    source = "import numpy as np\n" + right().replace(
        "    width", "    while a[0] == a[2] or a[1] == a[3]: pass\n    width", 1
    )
    report = judged(source)

    outcomes = {p["name"]: p["outcome"] for p in report["properties"]}
    assert outcomes["agrees_on_ordinary_input"] == "passed"
    assert outcomes["two_boxes_without_area_score_0"] == "timeout"
    assert outcomes["is_symmetric"] == "skipped"


def test_integer_lists_are_accepted_for_indices_and_empty_float_arrays_are_not(judged):
    def source(empty):
        return f"""
def share(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    s = max(w, 0) * max(h, 0)
    u = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - s
    return s / u if u else 0.0

import numpy as np

def nms(boxes, scores, score_threshold, iou_threshold):
    kept = []
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        if scores[i] > score_threshold and all(share(boxes[i], boxes[j]) <= iou_threshold for j in kept):
            kept.append(i)
    return kept or {empty}
"""

    assert judged(source("[]"), "nms")["score"] == 10
    assert judged(source("np.array([], int)"), "nms")["score"] == 10
    report = judged(source("np.array([])"), "nms")
    assert (report["outcome"], report["score"]) == ("wrong-type", 9)
