"""The forked child: it confines itself, reports this, and then serves one student's code until it is killed.

From the student's first byte on, nothing in this process can be trusted.
"""

import os
import resource
import sys
from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from gradkata.isolation.inside import landlock, rlimits, seccomp, serving, stack_dump
from gradkata.isolation.inside.protocol import CONFINED, NOT_CONFINED, ORDER, READY
from gradkata.isolation.inside.student import Student

_CHANNEL, _RULESET = 3, 4
CONTROL = 5
"""The first descriptor that a child must not have: the fork server's own channel."""


@dataclass(frozen=True)
class Plan:
    """What the fork server prepared once for all its children; its rule set is descriptor 4."""

    program: "seccomp.Program | None"
    base: int
    log: serving.Log


def prepare(confine: bool) -> Plan:
    """Prepare confinement; ``base`` is the address space in use, read last.

    Raises:
        OSError: if the kernel cannot confine.

    """
    rlimits.drop_privileges()  # its children inherit that
    rlimits.apply_to_all()
    if confine:
        os.dup2(ruleset := landlock.prepare(), _RULESET)
        os.close(ruleset)
    program = seccomp.prepare() if confine else None
    log = serving.redirect()
    serving.warm_up()
    stack_dump.prepare(_CHANNEL)  # for its children, which have the channel there
    return Plan(program, rlimits.address_space(), log)


def run(plan: Plan, order: bytes, channel: int, log: int) -> NoReturn:
    """Become the child: never returns."""
    try:
        _, confine, cpu, memory, output, reply_bytes = ORDER.unpack(order)
        if confine and plan.program is None:
            raise RuntimeError("this fork server has not prepared to confine")
        _arrange_descriptors(channel, log)
        log = serving.LOG
        plan.log.left = output + 1
        _reseed()
        rlimits.apply(cpu, memory, output, plan.base)
        if confine and plan.program is not None:
            landlock.enforce(_RULESET)
            os.close(_RULESET)
            seccomp.enforce(plan.program)
            rlimits.verify_confined()
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(_CHANNEL, READY.pack(CONFINED, used))
    except BaseException as error:
        os.write(log, f"{type(error).__name__}: {error}".encode())
        os._exit(NOT_CONFINED)
    try:
        serving.serve(Student(reply_bytes), lambda: os.read(_CHANNEL, serving.CHUNK), _CHANNEL)
    finally:
        os._exit(1)


def _arrange_descriptors(channel: int, log: int) -> None:
    """The null device as 0, the log as 1 and 2, the channel as 3, the rule set as 4, and nothing else.

    In the server 0 to 5 are in use, so that the descriptors it was sent have higher numbers.
    """
    os.setsid()
    os.dup2(log, serving.LOG)
    os.dup2(log, 2)
    os.dup2(channel, _CHANNEL)
    os.closerange(CONTROL, rlimits.OPEN_FILES)


def _reseed() -> None:
    """Two children must not draw the same random numbers, or a random answer would look deterministic."""
    if "numpy.random" in sys.modules:
        np.random.seed()
