"""Send calls to a submission in the sandbox, and collect its replies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from gradkata.declaring.kata import Kata
from gradkata.isolation.inside.wire import encode
from gradkata.isolation.sandbox import AnyChild, Limits, Reply, Sandbox
from gradkata.judging.answers import UNASKED, Answer, read
from gradkata.judging.loading import load
from gradkata.submissions.submission import Submission

# On a busy machine a correct submission may time out once.  One that is slow at every call must be stopped.
MOST_RESTARTS = 2


@dataclass(frozen=True)
class Asked:
    """The replies of one submission: to loading the file, to each call, and the printed text.

    ``submission`` knows which of its statements are not run; all further calls are made to it.
    ``printed_by`` holds what a call printed that was repeated alone, by the index of the call.
    """

    loaded: Reply
    submission: Submission
    replies: tuple[Reply | None, ...] = ()
    printed: str = ""
    cut: bool = False
    printed_by: Mapping[int, str] = field(default_factory=dict)


def ask_all(
    sandbox: Sandbox, submission: Submission, function: str, frames: Sequence[bytes], limits: Limits
) -> Asked:
    """Send all calls to one child, in order, and keep each reply as it arrives.

    If a call times out, it is repeated once, alone; the timeout counts only if it occurs again.
    After ``MOST_RESTARTS`` such repetitions the next timeout counts at once.  After a timeout that counts, or
    after a crash, no further call is made.
    """
    child, loaded, submission = load(sandbox, submission, function, limits)
    replies: list[Reply] = []
    printed, cut = "", False
    printed_by: dict[int, str] = {}
    for restarts in range(1 + MOST_RESTARTS):
        if is_loaded(loaded):
            replies.extend(child.calls(function, frames[len(replies) :]))
        text, cut = child.printed()
        printed = printed or text
        child.close()
        if not replies or replies[-1].status != "timeout" or restarts == MOST_RESTARTS:
            break
        last = len(replies) - 1
        replies[last], printed_by[last] = alone(sandbox, submission, function, frames[last], limits)
        if _is_end(replies[-1]) or len(replies) == len(frames):
            break
        child, again, _ = load(sandbox, submission, function, limits)
        if not is_loaded(again):
            break
    child.close()
    unasked = [None] * (len(frames) - len(replies))
    return Asked(loaded, submission, (*replies, *unasked), printed, cut, printed_by)


def is_loaded(reply: Reply) -> bool:
    """Whether the file was loaded and defines the function."""
    return reply.status == "returned" and reply.value is True


def alone(
    sandbox: Sandbox, submission: Submission, function: str, frame: bytes, limits: Limits
) -> tuple[Reply, str]:
    """The reply to one call, made in a fresh child that receives no other call, and what the call printed."""
    child, loaded, _ = load(sandbox, submission, function, limits)
    with child:
        if not is_loaded(loaded):
            return loaded, ""
        before = len(child.printed()[0])
        reply = next(iter(child.calls(function, [frame])))
        return reply, child.printed()[0][before:]


def _is_end(reply: Reply | None) -> bool:
    return reply is None or reply.status not in ("returned", "raised", "memory")


class Conversation:
    """A child that is kept for calls that depend on earlier answers; it is started at the first call."""

    def __init__(self, sandbox: Sandbox, submission: Submission, kata: Kata, limits: Limits) -> None:
        self._sandbox, self._submission = sandbox, submission
        self._kata, self._limits = kata, limits
        self._child: AnyChild | None = None
        self._over = False
        self._printed = 0

    def ask_many(self, batch: Sequence[tuple[Any, ...]]) -> Iterator[Answer]:
        """One answer for each call; after a timeout or a crash the remaining calls are skipped."""
        name = self._kata.signature.name
        self._start()
        frames = [encode(list(arguments)) for arguments in batch]
        replies: Iterator[Reply] = iter(())
        if self._child is not None and not self._over:
            replies = self._child.calls(name, frames)
        for arguments in batch:
            reply = next(replies, None)
            self._over = self._over or _is_end(reply)
            yield read(reply, self._kata.signature, arguments, self._submission)

    def ask(self, arguments: Sequence[Any]) -> Answer:
        """The answer to one call, with what was printed during it."""
        self._start()
        answer = next(self.ask_many([tuple(arguments)]), UNASKED)
        printed = self._new_text()
        return replace(answer, printed=printed) if printed else answer

    def _start(self) -> None:
        if self._child is None and not self._over:
            name = self._kata.signature.name
            self._child, loaded, _ = load(self._sandbox, self._submission, name, self._limits)
            self._over = not is_loaded(loaded)
            self._new_text()

    def _new_text(self) -> str:
        """What was printed since the last look."""
        text = self._child.printed()[0] if self._child is not None else ""
        before, self._printed = self._printed, len(text)
        return text[before:]

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.close()
            self._child = None
