"""The grader's end of one student's process: it sends requests, keeps the time, and trusts nothing.

A `Child` talks over a `Channel` to a process that runs a student's code.  That code may have taken over the
whole interpreter on its side.  Everything that comes from there is therefore treated as hostile input.

Each message has a header with a nonce and a length.  The nonce of a request is random, and its reply must
repeat it, so that a reply which was prepared before its request is recognised.  A reply with another nonce,
or one that is too long, ends the process with the status "protocol".  The rest of a reply goes through a
decoder that accepts only what gradkata's own code would write (`replies.parse`).

`calls` sends all requests of a batch as fast as the channel takes them, and yields the replies one by one.
While it waits, it wakes up once per tick and checks four limits: processor time and wall time, each for
the current call and for all calls together.  Loading a file counts as a call.  Processor time is read from a
clock of the kernel, which the process cannot change.  The size of a reply and the size of all replies
together are limited as well.

A process ends in one of two ways.  The grader stops it because it exceeded a limit, sent an invalid reply, or
is no longer needed.  Or it ends by itself, or closes its channel: then the fork server reports how it ended,
and `exit_status` says what this means.  The reply that ended the process is kept, and a later `load` or
`calls` yields it again without sending anything.

Before the grader stops a call that exceeds a limit, it asks the process for the lines that are running, and waits
a moment for the answer.  Only line numbers are taken from it, and only to be shown.
"""

import os
import re
import struct
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from gradkata.isolation.channel import TICK_SECONDS, Channel
from gradkata.isolation.exit_status import Ending, describe
from gradkata.isolation.inside import stack_dump, wire
from gradkata.isolation.inside.protocol import ANNOUNCED, CONFINED, HEADER, READY, REQUEST
from gradkata.isolation.limits import Limits, call_detail, total_detail
from gradkata.isolation.replies import GARBAGE, Reply, Status, loaded, parse

_OVERHEAD = 64 << 10  # bytes of a reply besides its value: an error with its lines
_FRAME = re.compile(rb'^  File "([^"\n]*)", line (\d{1,7}) in ', re.MULTILINE)  # as `faulthandler` writes it
# The frame that called the student's code, or the mark that there are more than 100 frames: no other line follows.
_LAST_FRAME = re.compile(rb'[/\\]inside[/\\]student\.py", line |^  \.\.\.$', re.MULTILINE)
_WHERE_SECONDS = 1.0
_MOST_REPORTED, _MOST_FRAMES = 1 << 16, 100
_SLACK = 2.0  # a file that was loaded within the limits must not exceed them the next time
_LAST: frozenset[Status] = frozenset(("timeout", "crashed", "protocol"))


class Child:
    """A confined process with one student's code; close it, or use it in a ``with`` statement."""

    def __init__(
        self,
        channel: Channel,
        pid: int,
        log: int,
        limits: Limits,
        finish: Callable[[bytes], Callable[[], Ending]],
        ask_where: Callable[[], None],
    ) -> None:
        self._channel, self._pid, self._log, self._limits = channel, pid, log, limits
        self._finish, self._ask_where = finish, ask_where
        self._filename = ""
        self._buffer = bytearray()
        self._unsent = memoryview(b"")
        self._expected: deque[int] = deque()
        self._last: Reply | None = None
        self._initial = self._received = 0
        self._waited = 0.0
        self._is_loading = False
        self._statement: int | None = None

    def load(
        self,
        source: bytes,
        filename: str,
        function: str,
        skipped: Sequence[int] | None = None,
        is_announced: bool = False,
    ) -> Reply:
        """Load the file; the value is True, or the names it defines if ``function`` is not a function.

        The statements with the numbers ``skipped`` are not run.  A list, even an empty one, says that another process
        has loaded the file within the limits: a little more time is then allowed.  With ``is_announced``, a reply that
        ends the process has the number of the statement that was running.

        Raises:
            SandboxError: if the process was killed from outside or the server is gone.

        """
        self._filename = filename
        names = wire.encode([filename, function, list(skipped or ()), is_announced])
        self._is_loading, usual = True, self._limits
        if skipped is not None:
            self._limits = replace(
                usual,
                call_cpu_seconds=_SLACK * usual.call_cpu_seconds,
                call_wall_seconds=_SLACK * usual.call_wall_seconds,
            )
        try:
            reply = next(self._exchange([REQUEST.pack(b"L", len(names)) + names + source]))
        finally:
            self._is_loading, self._limits = False, usual
        return replace(reply, statement=self._statement) if reply.status in _LAST else loaded(reply)

    def calls(self, function: str, frames: Sequence[bytes]) -> Iterator[Reply]:
        """One reply for each call; each frame is the encoded list of a call's arguments.

        After a reply that ends the process there are no more.

        Raises:
            SandboxError: if the process was killed from outside or the server is gone.

        """
        name = function.encode()
        head = REQUEST.pack(b"C", len(name)) + name
        return self._exchange([head + frame for frame in frames])

    def printed(self) -> tuple[str, bool]:
        """What the code has printed, and whether that was cut."""
        limit = self._limits.output_bytes
        if hasattr(os, "pread"):
            data = os.pread(self._log, limit, 0)
        else:  # nobody else uses the descriptor then
            os.lseek(self._log, 0, os.SEEK_SET)
            data = os.read(self._log, limit)
        return data.decode("utf-8", "replace"), os.fstat(self._log).st_size > limit

    def close(self) -> None:
        """End the process, if it has not ended, without waiting for it."""
        if self._log < 0:
            return
        if self._last is None:
            self._last = Reply("crashed", detail="it was closed")
            self._finish(b"K")
        os.close(self._log)
        self._log = -1
        self._channel.close()

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def await_confinement(self) -> bool:
        """Wait until the process reports that it is confined; False if it does not."""
        end = time.monotonic() + self._limits.call_wall_seconds
        while len(self._buffer) < READY.size:
            if time.monotonic() > end or not self._receive_first():
                return False
        word, self._initial = READY.unpack(self._buffer)
        self._buffer.clear()
        return bool(word == CONFINED)

    def end(self, order: bytes) -> Ending:
        """End the process and return how it ended."""
        self._last = self._last or Reply("crashed", detail="it was closed")
        return self._finish(order)()

    def _exchange(self, requests: Sequence[bytes]) -> Iterator[Reply]:
        while self._expected and self._last is None:
            self._next()  # replies that nobody waited for
        if self._last is not None:
            yield self._last
            return
        # Random, so that a reply prepared before its request is recognised.
        nonces = struct.unpack(f"<{len(requests)}Q", os.urandom(8 * len(requests)))
        messages = zip(nonces, requests, strict=True)
        parts = [HEADER.pack(nonce, len(request)) + request for nonce, request in messages]
        self._unsent = memoryview(b"".join(parts))
        self._expected.extend(nonces)
        self._send()
        while self._expected:  # the end of the process empties it
            yield self._next()

    def _next(self) -> Reply:
        """The next reply, or the one that says how the process ended."""
        nonce, limits, buffer = self._expected.popleft(), self._limits, self._buffer
        began, used_before = time.monotonic(), -1.0
        while True:
            if len(buffer) >= HEADER.size:
                got, length = HEADER.unpack_from(buffer)
                if got != nonce or length > limits.reply_bytes + _OVERHEAD:
                    return self._stop(GARBAGE)
                end = HEADER.size + length
                if len(buffer) >= end:
                    self._received += end
                    if self._received > limits.total_reply_bytes:
                        return self._stop(_too_much(limits))
                    if self._is_announcement(HEADER.size, end):
                        continue
                    self._waited += time.monotonic() - began
                    reply = parse(bytes(memoryview(buffer)[HEADER.size : end]), limits)
                    del buffer[:end]
                    return self._stop(reply) if reply.status in _LAST else reply
            if not self._receive():
                return self._stop(self._post_mortem())
            elapsed = time.monotonic() - began
            if elapsed < TICK_SECONDS:
                continue
            used = self._processor_seconds()
            if used_before < 0.0:
                used_before = used
            if used - used_before > limits.call_cpu_seconds or elapsed > limits.call_wall_seconds:
                return self._stop(Reply("timeout", detail=call_detail(limits), stack=self._stack()))
            if used > limits.total_cpu_seconds or self._waited + elapsed > limits.total_wall_seconds:
                return self._stop(Reply("timeout", detail=total_detail(limits), stack=self._stack()))

    def _is_announcement(self, start: int, end: int) -> bool:
        """Whether a message only says which statement is run next; then it is taken out of the buffer."""
        if not self._is_loading or end - start != ANNOUNCED.size or self._buffer[start : start + 1] != b"S":
            return False
        self._statement = ANNOUNCED.unpack_from(self._buffer, start)[1]
        del self._buffer[:end]
        return True

    def _send(self) -> None:
        try:
            while self._unsent and (sent := self._channel.send(self._unsent)):
                self._unsent = self._unsent[sent:]
        except OSError:  # the process is gone, but its last replies may still be read
            self._unsent = memoryview(b"")

    def _receive(self) -> bool:
        """Take what has arrived, waiting for at most a tick; False if the process hung up."""
        chunk = self._channel.receive(bool(self._unsent))
        if self._unsent:
            self._send()
        self._buffer += chunk or b""
        return chunk != b""

    def _receive_first(self) -> bool:
        """The same for the first message, whose sender is remembered."""
        chunk, sender = self._channel.receive_first()
        self._pid = sender or self._pid
        self._buffer += chunk or b""
        return chunk != b""

    def _stack(self) -> tuple[int, ...]:
        """The lines of the student's file that the process says it is running, outermost first; it may say nothing."""
        if self._last is not None or stack_dump.NUMBER is None:
            return ()
        self._ask_where()
        end, report = time.monotonic() + _WHERE_SECONDS, b""
        while time.monotonic() < end and len(report) < _MOST_REPORTED:
            chunk = self._channel.receive(False)
            report += chunk or b""
            if chunk == b"" or _LAST_FRAME.search(report):
                break
        own = self._filename.encode("ascii", "backslashreplace")
        lines = [int(line) for file, line in _FRAME.findall(report) if file == own]
        return tuple(lines[:_MOST_FRAMES][::-1])

    def _processor_seconds(self) -> float:
        """The processor time of the process, by a clock of the kernel that it cannot change."""
        try:
            return time.clock_gettime((~self._pid << 3) | 2)
        except (AttributeError, OSError):
            return 0.0

    def _stop(self, reply: Reply) -> Reply:
        if self._last is None:
            self._last = reply
            self._finish(b"K")
        self._expected.clear()
        return reply

    def _post_mortem(self) -> Reply:
        """Why the process ended by itself, or hung up.

        Raises:
            SandboxError: if something outside has killed it.

        """
        self._last = describe(self.end(b"E"), self._initial, self._limits)
        return self._last


def _too_much(limits: Limits) -> Reply:
    """The reply if each answer is small enough, but the grader cannot keep them all."""
    return Reply("memory", detail=f"Its answers have more than {limits.total_reply_bytes:,} bytes together.")
