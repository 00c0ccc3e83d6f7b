"""What the grader, its fork server and the student's process send each other."""

import struct

ORDER = struct.Struct("<cBdQQQ")
"""From the grader to the fork server: what to do ("S" spawn, "K" kill, "E" it hung up), whether to
confine, total processor seconds, bytes of memory, of output and of a reply."""
DESCRIPTORS = struct.Struct("=2i")
"""Sent with an order to spawn: the child's end of its channel, and its log."""
ANSWER = struct.Struct("<cqqdq")
"""To the grader: "R" ready (threads), "P" spawned (pid), "X" ended (wait status, killed, processor
seconds, peak memory in kilobytes) or "F" failed (errno)."""
READY = struct.Struct("<8sQ")
CONFINED = b"CONFINED"
"""The child's first word, with the memory that it has used by then, in kilobytes."""
NOT_CONFINED = 97
"""The exit status of a child that died before it was confined."""

HEADER = struct.Struct("<QI")
"""Of every message between grader and student's process: its nonce, the length of what follows."""
REQUEST = struct.Struct("<cI")
"""Of every request: what is asked ("L" load, "C" call), the length of its names."""
RETURNED = struct.Struct("<cdB")
"""Of a reply with a value: its tag, the processor seconds it took, how many arguments were changed."""

MAX_MESSAGE = 500
MAX_NAME = 80
MAX_NAMES = 200
"""The longest message, name and list of names in a reply."""
