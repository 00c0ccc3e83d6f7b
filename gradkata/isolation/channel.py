"""The grader's end of what it says to a student's process: a socket, that never waits long."""

import _socket  # see server.py
import select
import struct
from typing import Protocol

TICK_SECONDS = 0.02
CHUNK = 1 << 16  # a larger buffer is mapped and unmapped anew each time
_TICK = struct.pack("@ll", 0, int(TICK_SECONDS * 1e6))
_WHO = struct.Struct("@iII")  # process, user and group, as the kernel vouches for them


class Channel(Protocol):
    """One end of a line to a process."""

    def send(self, data: memoryview) -> int:
        """How many bytes it took, 0 where it can take none now.

        Raises:
            OSError: where the other end is closed.

        """

    def receive(self, is_sending: bool) -> bytes | None:
        """What has come, empty where the other end is closed; None after a tick without anything.

        Where there is more to send it also returns as soon as that can be done.
        """

    def receive_first(self) -> tuple[bytes | None, int]:
        """The same for the first word, and the id of the process that says it; 0 where that is unknown."""

    def close(self) -> None:
        """Hang up."""


class SocketChannel:
    """A line that a fork server hands to its child."""

    def __init__(self, end: "_socket.socket") -> None:
        self._end = end
        end.setsockopt(_socket.SOL_SOCKET, _socket.SO_RCVTIMEO, _TICK)
        if hasattr(_socket, "SO_PASSCRED"):  # before anything is sent on it
            end.setsockopt(_socket.SOL_SOCKET, _socket.SO_PASSCRED, 1)

    def send(self, data: memoryview) -> int:
        """How many bytes it took."""
        try:
            return self._end.send(data, _socket.MSG_DONTWAIT)
        except BlockingIOError:
            return 0

    def receive(self, is_sending: bool) -> bytes | None:
        """What has come."""
        if is_sending:
            poll = select.poll()
            poll.register(self._end.fileno(), select.POLLIN | select.POLLOUT)
            ready = poll.poll(TICK_SECONDS * 1e3)
            if not ready or not ready[0][1] & ~select.POLLOUT:
                return None
        try:
            return self._end.recv(CHUNK)
        except BlockingIOError:
            return None
        except ConnectionError:
            return b""

    def receive_first(self) -> tuple[bytes | None, int]:
        """The first word, and who says it: the server's own count of processes may be another."""
        try:
            chunk, words, *_ = self._end.recvmsg(CHUNK, _socket.CMSG_SPACE(_WHO.size))
        except BlockingIOError:
            return None, 0
        except ConnectionError:
            return b"", 0
        for level, kind, content in words:
            if (level, kind) == (_socket.SOL_SOCKET, getattr(_socket, "SCM_CREDENTIALS", None)):
                return chunk, int(_WHO.unpack(content)[0])
        return chunk, 0

    def close(self) -> None:
        """Hang up."""
        self._end.close()
