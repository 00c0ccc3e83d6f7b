"""The exit codes of every command, in one place.

``kata check`` returns 0, 1 or 3; ``kata grade`` and ``kata stats`` 0 or 3; ``kata lint`` 0 or 1.
2, 3 and 130 mean the same for all.
"""

# Not from `typing`: `kata` imports this module twice, before and after it restarts the interpreter.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from gradkata.outcomes import Report

OK = 0
POINTS_LOST = FAULTS = 1
USAGE = 2
"""The command was not understood."""
GRADER_ERROR = SET_ASIDE = 3
"""The grader or the sandbox failed, or an answer needs a person to look at it: never charged to a student."""
INTERRUPTED = 130
BROKEN_PIPE = 141


def of_report(report: "Report") -> int:
    """The exit code for one report."""
    if report["outcome"] == "grader-error":
        return GRADER_ERROR
    return OK if report["score"] >= report["max_score"] else POINTS_LOST
