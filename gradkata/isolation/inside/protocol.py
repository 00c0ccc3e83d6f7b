"""The messages between the grader, its fork server and the student's process."""

import struct

ORDER = struct.Struct("<cBdQQQ")
"""From the grader to the fork server: the order ("S" spawn, "W" where is it, "K" kill, "E" it hung up),
whether to confine, total processor seconds, bytes of memory, of output and of a reply."""
DESCRIPTORS = struct.Struct("=2i")
"""Sent with an order to spawn: the child's end of its channel, and its log."""
ANSWER = struct.Struct("<cqqdq")
"""From the fork server to the grader: "R" ready (threads), "P" spawned (pid), "X" ended (wait status, killed, processor
seconds, peak memory in kilobytes) or "F" failed (errno)."""
READY = struct.Struct("<8sQ")
CONFINED = b"CONFINED"
"""The child's first message, followed by the memory that it has used so far, in kilobytes."""
NOT_CONFINED = 97
"""The exit status of a child that died before it was confined."""

HEADER = struct.Struct("<QI")
"""The head of every message between the grader and the student's process: a nonce, and the length of the rest."""
REQUEST = struct.Struct("<cI")
"""The head of every request: its kind ("L" load, "C" call), and the length of its names."""
RETURNED = struct.Struct("<cdB")
"""The head of a reply with a value: its tag, the processor seconds it took, the number of changed arguments."""
EARLIER = 255
"""Among the indices of changed arguments: the answer to the call before has changed since it was sent."""

ANNOUNCED = struct.Struct("<cI")
"""Sent while a file is loaded, if this was asked for: a tag, and the number of the statement that is run next."""

MAX_MESSAGE = 500
MAX_NAME = 80
MAX_NAMES = 200
MAX_BASES = 20
"""The longest message, name, list of names and list of the built-in classes of an exception in a reply."""
MOST_PASSED_OVER = 20
"""The most statements that were passed over, and lines that were left out, in a reply to loading a file."""
