"""The errors of commands; each message includes the remedy."""

import os


class UsageError(Exception):
    """The command cannot be run as it was given; exit code 2."""


class GraderError(Exception):
    """The grader or its sandbox failed, which is never the student's fault; exit code 3."""


def fault(error: BaseException) -> str:
    """Return the message for an unexpected exception."""
    import traceback

    if os.environ.get("GRADKATA_DEBUG"):
        traceback.print_exc()
    return (
        f"The grader failed, not you ({type(error).__name__}: {error}). Nothing is lost. "
        "`kata doctor` looks for the cause; GRADKATA_DEBUG=1 shows where it happened."
    )
