"""Load a submission in a fresh process, and say which of its statements were passed over.

Every statement at the top level of a file or notebook is run in order, and each is guarded: one that raises an
exception costs only what it should define (`isolation.inside.statement_runner`).  All of them together have the limits
of one call.  The statement that exceeds them, and one that ends the process, is skipped:

1. The first process loads the file.  If there is a loop or a call at the top level, it announces each statement before
   it runs it, which takes a little time.  If it does not and ends or is stopped, a second one does.
2. If a process that announces statements ends or is stopped, the last of them is skipped from then on, and another
   process is started, up to ``MOST_SKIPPED`` statements.
3. The skipped statements are now known, and every later process receives them (`Submission.skipped`).  The limits are
   the only part of this that depends on the machine.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from gradkata.isolation.replies import PassedOver
from gradkata.isolation.sandbox import AnyChild, Limits, Reply, Sandbox
from gradkata.submissions.submission import Submission

MOST_SKIPPED = 6
_MAY_RUN = rb"^(?:for|while)\b|^\w[\w.]*\("
_MOST_NAMED = 3
_MOST_CHARACTERS = 50
_ENDED = ("timeout", "crashed", "memory")
_NO_FILE = frozenset(
    ("FileNotFoundError", "PermissionError", "IsADirectoryError", "NotADirectoryError", "FileExistsError")
)
_ADDRESS = r"0x[0-9a-f]{6,}"  # in memory: another one in every process
# `site` defines these two, and it is not loaded in the sandbox.
_LEAVING = ("name 'exit'", "name 'quit'")


def load(
    sandbox: Sandbox, submission: Submission, function: str, limits: Limits
) -> tuple[AnyChild, Reply, Submission]:
    """A fresh process with a submission, its reply, and the submission with its skipped statements.

    Raises:
        SandboxError: if the sandbox failed.
    """
    skipped = list(submission.skipped or ())
    known = None if submission.skipped is None else [number for number, _ in skipped]
    is_announced = known is None and re.search(_MAY_RUN, submission.source, re.MULTILINE) is not None
    while True:
        child = sandbox.child(limits)
        numbers = [number for number, _ in skipped] if known is None and skipped else known
        reply = child.load(submission.source, submission.filename, function, numbers, is_announced)
        if reply.status not in _ENDED or known is not None or len(skipped) == MOST_SKIPPED:
            break
        if is_announced:
            if reply.statement is None or reply.statement in dict(skipped):
                break
            skipped.append((reply.statement, reply.status))
        child.close()
        is_announced = True
    return child, reply, replace(submission, skipped=tuple(skipped))


def notes(submission: Submission, reply: Reply, name: str) -> tuple[str, ...]:
    """Sentences for the student on what happened at the top level of the file."""
    loading = reply.loading
    found = []
    # Those of a notebook are counted where its cells are read: in a kernel, a cell may be run again.
    if loading.definitions and not submission.cells:
        times, where = len(loading.definitions), listed([str(line) for line in loading.definitions])
        found.append(f"`{name}` is defined {times} times (lines {where}). The last one counts.")
    if loading.left_out:
        shown = [f"`{_text(submission, line)}` ({_place(submission, line)})" for line in loading.left_out]
        found.append(f"Magics and shell lines are left out: {listed(shown)}.")
    if loading.passed_over:
        ended = dict(submission.skipped or ())
        reasons = iter(ended[number] for number in sorted(ended))
        shown = []
        for each in loading.passed_over:
            reason = _why(each) if each.type_name else _ENDINGS.get(next(reasons, ""), "it does not end")
            line = _text(submission, each.line)
            shown.append(f"`{line}` ({_place(submission, each.line)}: {reason})")
        count = max(loading.total, len(shown))
        one = count == 1
        found.append(
            f"Passed over at the top level: {listed(shown, count)}. "
            f"{'It costs' if one else 'They cost'} nothing unless `{name}` needs {'it' if one else 'them'}."
        )
    return tuple(found)


_ENDINGS = {
    "timeout": "stopped, because it takes too long",
    "crashed": "it ends the Python process",
    "memory": "it needs more memory than is allowed",
}


def _why(each: PassedOver) -> str:
    """Why a statement failed: what is not there in the sandbox, or else its exception."""
    name = each.type_name
    missing = each.message.partition("No module named '")[2].partition("'")[0].partition(".")[0]
    if name in ("ModuleNotFoundError", "ImportError"):
        if missing in _names_of_katas():
            return f"an answer cannot import another one: copy `{missing}` into this file"
        if missing and missing not in sys.stdlib_module_names:
            return f"{missing} is not there; the standard library and NumPy are"
        if "relative import" in each.message:
            return "no other file can be imported"
    if name in _NO_FILE:
        return "no other file can be read or written here"
    if name == "EOFError":
        return "nothing can be typed in here"
    if name == "SystemExit" or (name == "NameError" and each.message.startswith(_LEAVING)):
        return "it would end the program"
    if name == "NameError" and "'get_ipython'" in each.message:
        return "get_ipython is known in notebooks only"
    first = re.sub(_ADDRESS, "0x...", each.message.split("\n")[0])
    message = first if len(first) <= 100 else first[:97] + "..."
    return f"{name}: {message}" if message else name


@cache
def _names_of_katas() -> frozenset[str]:
    from gradkata.catalog import Catalog, short_name

    return frozenset(map(short_name, Catalog().listed))


def _text(submission: Submission, line: int) -> str:
    text = submission.text(line)
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 3] + "..."


def _place(submission: Submission, line: int) -> str:
    return submission.place(line).removeprefix(f"{submission.filename}, ")


def listed(things: Sequence[str], count: int = 0) -> str:
    """The first few things of ``count``: "2, 3 and 4 more"."""
    *most, last = things[:_MOST_NAMED]
    more = max(count, len(things)) - _MOST_NAMED
    if more > 0:
        return f"{', '.join((*most, last))} and {more} more"
    return f"{', '.join(most)} and {last}" if most else last
