"""A stub, and answers with something left of it."""

from test_outcomes import first_failure, right

STUB = "def iou(a, b):\n    raise NotImplementedError\n"


def test_a_stub_with_a_docstring_and_a_message_is_not_begun(judged):
    report = judged('def iou(a, b):\n    """Text."""\n    ...\n    raise NotImplementedError("write me")\n')

    assert ("not-implemented", 0) == (report["outcome"], report["score"])


def test_a_partly_right_answer_keeps_its_points_and_names_the_line_that_raises(judged):
    report = judged(
        right().replace("return", "if union == 0:\n        raise NotImplementedError\n    return")
    )

    assert ("raised", 8) == (report["outcome"], report["score"])
    assert "iou.py, line 7, in iou\n    raise NotImplementedError" in first_failure(report)["message"]


def test_a_function_whose_end_raises_is_judged_by_its_branches(judged):
    report = judged(right().replace("return", "if union > 0:\n        return").replace(" if union else 0.0", "")
                    + "    raise NotImplementedError\n")  # fmt: skip

    assert ("raised", 8) == (report["outcome"], report["score"])


def test_a_helper_that_is_not_written_is_no_stub_of_the_answer(judged):
    report = judged("def area(a):\n    raise NotImplementedError\n\n\ndef iou(a, b):\n    return area(a)\n")

    assert ("raised", 0) == (report["outcome"], report["score"])
    assert "line 2, in area" in first_failure(report)["message"]


def test_a_stub_below_the_answer_is_named_with_both_lines(judged):
    report = judged(f"{right()}\n\n{STUB}")

    assert ("not-implemented", 0) == (report["outcome"], report["score"])
    assert first_failure(report)["message"].startswith(
        "iou.py, line 9 defines `iou` again, below the answer of line 2.\n"
        "The last one counts, and it is only the stub: remove it.\n"
    )
    assert [] == report["notes"]


def test_a_second_definition_that_is_no_stub_gets_a_note(judged):
    report = judged(f"{STUB}\n{right()}")

    assert ("passed", 10) == (report["outcome"], report["score"])
    assert ["`iou` is defined 2 times (lines 1 and 5). The last one counts."] == report["notes"]


def test_code_below_the_raise_of_the_stub_is_named(judged):
    body = right().partition("def iou(a, b):\n")[2]
    report = judged(STUB + body)

    assert ("not-implemented", 0) == (report["outcome"], report["score"])
    assert first_failure(report)["message"].startswith(
        "iou.py, line 2 raises before the code below it, in line 3: remove the `raise`.\n"
    )
