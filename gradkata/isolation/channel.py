"""The grader's end of the connection to a student's process: a socket that never waits long."""

import _socket  # see server.py
import select
import struct
from typing import Protocol

TICK_SECONDS = 0.02
CHUNK = 1 << 16  # a larger buffer is mapped and unmapped each time
_TICK = struct.pack("@ll", 0, int(TICK_SECONDS * 1e6))
_CREDENTIALS = struct.Struct("@iII")  # process, user and group, as the kernel reports them


class Channel(Protocol):
    """One end of a connection to a process."""

    def send(self, data: memoryview) -> int:
        """Send what the connection can take; the number of bytes, 0 if it can take none now.

        Raises:
            OSError: if the other end is closed.

        """

    def receive(self, is_sending: bool) -> bytes | None:
        """The bytes that have arrived, empty if the other end is closed; None after a tick without any.

        If there is more to send, it also returns as soon as that is possible.
        """

    def receive_first(self) -> tuple[bytes | None, int]:
        """The same for the first message, and the id of the process that sent it, 0 if that is unknown."""

    def close(self) -> None:
        """Close the connection."""


class SocketChannel:
    """A connection that a fork server passes to its child."""

    def __init__(self, end: "_socket.socket") -> None:
        self._end = end
        end.setsockopt(_socket.SOL_SOCKET, _socket.SO_RCVTIMEO, _TICK)
        if hasattr(_socket, "SO_PASSCRED"):  # before anything is sent on it
            end.setsockopt(_socket.SOL_SOCKET, _socket.SO_PASSCRED, 1)

    def send(self, data: memoryview) -> int:
        """Send what the connection can take; the number of bytes."""
        try:
            return self._end.send(data, _socket.MSG_DONTWAIT)
        except BlockingIOError:
            return 0

    def receive(self, is_sending: bool) -> bytes | None:
        """The bytes that have arrived."""
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
        """The first message and its sender; in a namespace of its own, the server knows another id."""
        try:
            chunk, ancillary, *_ = self._end.recvmsg(CHUNK, _socket.CMSG_SPACE(_CREDENTIALS.size))
        except BlockingIOError:
            return None, 0
        except ConnectionError:
            return b"", 0
        for level, kind, content in ancillary:
            if (level, kind) == (_socket.SOL_SOCKET, getattr(_socket, "SCM_CREDENTIALS", None)):
                return chunk, int(_CREDENTIALS.unpack(content)[0])
        return chunk, 0

    def close(self) -> None:
        """Close the connection."""
        self._end.close()
