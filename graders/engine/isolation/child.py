"""The grader's end of one student's process: it asks, keeps the time, and believes nothing."""

import _socket  # see server.py
import os
import select
import signal
import struct
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from graders.engine.isolation import wire
from graders.engine.isolation.replies import (
    GARBAGE,
    HEADER,
    REQUEST,
    Limits,
    Reply,
    SandboxError,
    cpu_detail,
    parse,
)
from graders.engine.isolation.worker import CONFINED, READY

_CHUNK = 1 << 16  # a larger buffer is mapped and unmapped anew each time
_TICK_SECONDS = 0.02
_TICK = struct.pack("@ll", 0, int(_TICK_SECONDS * 1e6))
_OVERHEAD = 64 << 10  # what a reply may have beyond its value: an error with its lines
_KILOBYTE = 1 if sys.platform == "darwin" else 1024
_NEARLY_ALL = 0.75  # a process that dies with so much of its memory in use died for want of it
_LAST = ("timeout", "crashed", "protocol")

_WHO = struct.Struct("@iII")  # process, user and group, as the kernel vouches for them

Ending = tuple[int, bool, float, int]
"""Wait status, whether the server had to kill it, processor seconds, peak memory in kilobytes."""


class Child:
    """A confined process with one student's code; close it, or use it in a ``with`` statement."""

    def __init__(
        self,
        channel: "_socket.socket",
        pid: int,
        log: int,
        limits: Limits,
        finish: Callable[[bytes], Callable[[], Ending]],
    ) -> None:
        self._channel, self._pid, self._log, self._limits = channel, pid, log, limits
        self._finish = finish
        self._buffer = bytearray()
        self._unsent = memoryview(b"")
        self._expected: deque[int] = deque()
        self._last: Reply | None = None
        self._initial = 0
        channel.setsockopt(_socket.SOL_SOCKET, _socket.SO_RCVTIMEO, _TICK)

    def load(self, source: bytes, filename: str, function: str) -> Reply:
        """Load the file; the value is True, or the names it defines where ``function`` is no function.

        Raises:
            SandboxError: where the process was killed from outside or the server is gone.

        """
        names = wire.encode([filename, function])
        return next(self._exchange([REQUEST.pack(b"L", len(names)) + names + source]))

    def calls(self, function: str, frames: Sequence[bytes]) -> Iterator[Reply]:
        """One reply for each call; each frame is the encoded list of a call's arguments.

        After a ``timeout``, ``crashed`` or ``protocol`` there are no more.

        Raises:
            SandboxError: where the process was killed from outside or the server is gone.

        """
        name = function.encode()
        head = REQUEST.pack(b"C", len(name)) + name
        return self._exchange([head + frame for frame in frames])

    def printed(self) -> tuple[str, bool]:
        """What the code has printed, and whether that was cut."""
        limit = self._limits.output_bytes
        text = os.pread(self._log, limit, 0).decode("utf-8", "replace")
        return text, os.fstat(self._log).st_size > limit

    def close(self) -> None:
        """End the process, if it has not ended, without waiting for it."""
        if self._log < 0:
            return
        if self._last is None:
            self._last = Reply("crashed", detail="it was closed")
            self._finish(b"K")
        self._channel.close()
        os.close(self._log)
        self._log = -1

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def await_confinement(self) -> bool:
        """Whether the process says that it is confined."""
        end = time.monotonic() + self._limits.call_wall_seconds
        while len(self._buffer) < READY.size:
            if time.monotonic() > end or not self._receive_first():
                return False
        word, self._initial = READY.unpack(self._buffer)
        self._buffer.clear()
        return bool(word == CONFINED)

    def end(self, order: bytes) -> Ending:
        """End the process and say how it died."""
        self._last = self._last or Reply("crashed", detail="it was closed")
        return self._finish(order)()

    def _exchange(self, requests: Sequence[bytes]) -> Iterator[Reply]:
        while self._expected and self._last is None:
            self._next()  # replies that nobody waited for
        if self._last is not None:
            yield self._last
            return
        # Random, so that a reply prepared before its question stands out.
        nonces = struct.unpack(f"<{len(requests)}Q", os.urandom(8 * len(requests)))
        messages = zip(nonces, requests, strict=True)
        parts = [HEADER.pack(nonce, len(request)) + request for nonce, request in messages]
        self._unsent = memoryview(b"".join(parts))
        self._expected.extend(nonces)
        self._send()
        for _ in requests:
            yield (reply := self._next())
            if reply.status in _LAST:
                return

    def _next(self) -> Reply:
        """The next reply, or what became of the process."""
        nonce, limits, buffer = self._expected.popleft(), self._limits, self._buffer
        began, used_before = time.monotonic(), -1.0
        while True:
            if len(buffer) >= HEADER.size:
                got, length = HEADER.unpack_from(buffer)
                if got != nonce or length > limits.reply_bytes + _OVERHEAD:
                    return self._stop(GARBAGE)
                end = HEADER.size + length
                if len(buffer) >= end:
                    reply = parse(bytes(memoryview(buffer)[HEADER.size : end]), limits)
                    del buffer[:end]
                    return self._stop(reply) if reply.status in _LAST else reply
            if not self._receive():
                return self._stop(self._post_mortem())
            elapsed = time.monotonic() - began
            if elapsed < _TICK_SECONDS:
                continue
            used = self._processor_seconds()
            if used_before < 0.0:
                used_before = used
            if used - used_before > limits.call_cpu_seconds:
                return self._stop(Reply("timeout", detail=cpu_detail(limits.call_cpu_seconds)))
            if used > limits.total_cpu_seconds:
                detail = f"{cpu_detail(limits.total_cpu_seconds)} in all its calls"
                return self._stop(Reply("timeout", detail=detail))
            if elapsed > limits.call_wall_seconds:
                detail = f"no answer for {limits.call_wall_seconds:g} s"
                return self._stop(Reply("timeout", detail=detail))

    def _send(self) -> None:
        try:
            while self._unsent:
                sent = self._channel.send(self._unsent, _socket.MSG_DONTWAIT)
                self._unsent = self._unsent[sent:]
        except BlockingIOError:
            pass
        except OSError:  # it is gone: its last replies may still be read
            self._unsent = memoryview(b"")

    def _receive(self) -> bool:
        """Take what has come, waiting for at most a tick; False where it hung up."""
        if self._unsent:
            poll = select.poll()
            poll.register(self._channel.fileno(), select.POLLIN | select.POLLOUT)
            ready = poll.poll(_TICK_SECONDS * 1e3)
            if ready and ready[0][1] & select.POLLOUT:
                self._send()
            if not ready or not ready[0][1] & ~select.POLLOUT:
                return True
        try:
            chunk = self._channel.recv(_CHUNK)
        except BlockingIOError:
            return True
        except ConnectionError:
            return False
        self._buffer += chunk
        return bool(chunk)

    def _receive_first(self) -> bool:
        """Take the first word, and the id of who says it: the server's may be of its own counting."""
        try:
            chunk, words, *_ = self._channel.recvmsg(_CHUNK, _socket.CMSG_SPACE(_WHO.size))
        except BlockingIOError:
            return True
        except ConnectionError:
            return False
        for level, kind, content in words:
            if (level, kind) == (_socket.SOL_SOCKET, getattr(_socket, "SCM_CREDENTIALS", None)):
                self._pid = _WHO.unpack(content)[0]
        self._buffer += chunk
        return bool(chunk)

    def _processor_seconds(self) -> float:
        """What the process has used, by its own clock, which it cannot touch."""
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
            SandboxError: where something outside has killed it.

        """
        self._last = self._describe(*self.end(b"E"))
        return self._last

    def _describe(self, status: int, killed: bool, seconds: float, peak: int) -> Reply:
        limits = self._limits
        if killed:
            return Reply("crashed", detail="it closed its channel to the grader")
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        if number in (signal.SIGKILL, signal.SIGXCPU):
            if seconds > limits.total_cpu_seconds:
                return Reply("timeout", detail=cpu_detail(limits.total_cpu_seconds))
            raise SandboxError("The student's process was killed from outside: out of memory?")
        if (peak - self._initial) * _KILOBYTE > _NEARLY_ALL * limits.memory_bytes:
            return Reply("memory", detail="it ran out of memory")
        if number:
            return Reply("crashed", detail=f"signal {signal.Signals(number).name}")
        return Reply("crashed", detail=f"exit {os.waitstatus_to_exitcode(status)}")
