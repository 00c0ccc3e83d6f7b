"""What the grader and its fork server say to each other, and a child's first word."""

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
