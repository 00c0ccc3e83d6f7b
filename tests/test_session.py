"""A session judges on whatever happens to its judge."""

import pytest

from gradkata.session import JudgeError, Session, failed
from gradkata.submissions.submission import Submission

SLUG = "detection/iou"
ANSWER = Submission(b"", "iou.py")
REPORT = failed(SLUG, "a report", "kernel")


class Judge:
    """Raises ``errors`` in turn, then reports; ``closing`` is raised when it is closed."""

    level = "kernel"

    def __init__(self, *errors, closing=None):
        self.errors, self.closing = list(errors), closing

    def report(self, slug, submission):
        if self.errors:
            raise self.errors.pop(0)
        return REPORT

    def close(self):
        if self.closing:
            raise self.closing


def session(*judges):
    waiting = list(judges)
    return Session(lambda: waiting.pop(0)), waiting


def test_an_answer_whose_judge_fails_is_judged_by_another():
    judging, waiting = session(Judge(JudgeError("died")), Judge())

    assert judging.report(SLUG, ANSWER) == REPORT
    assert [] == waiting


def test_an_answer_whose_judge_fails_twice_is_a_failure_of_the_grader_and_the_next_one_is_judged():
    judging, _ = session(Judge(JudgeError("died")), Judge(JudgeError("died again")), Judge())

    report = judging.report(SLUG, ANSWER)

    assert "grader-error" == report["outcome"]
    assert "died again" in str(report)
    assert judging.report(SLUG, ANSWER) == REPORT


def test_an_interrupted_judge_is_not_asked_again():
    judging, waiting = session(Judge(KeyboardInterrupt()), Judge())

    with pytest.raises(KeyboardInterrupt):
        judging.report(SLUG, ANSWER)

    assert judging.report(SLUG, ANSWER) == REPORT
    assert [] == waiting


def test_after_a_judge_that_cannot_be_closed_the_next_answer_has_a_new_one():
    judging, waiting = session(Judge(closing=ChildProcessError()), Judge())
    judging.start()

    with pytest.raises(ChildProcessError):
        judging.close()

    assert judging.report(SLUG, ANSWER) == REPORT
    assert [] == waiting


def test_the_notes_of_an_answer_come_before_those_of_its_report():
    judging, _ = session(Judge())

    assert ["of a notebook", *REPORT["notes"]] == judging.report(SLUG, ANSWER, ["of a notebook"])["notes"]
