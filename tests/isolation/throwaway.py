"""Judge one attack in an interpreter that it may kill, and print the result on one line.

python throwaway.py LEVEL ATTACK FOLDER PORT
"""

import ctypes
import json
import os
import sys
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy  # noqa: F401  # as the command line does: before the fork server

from gradkata.isolation.inside import wire
from gradkata.isolation.replies import Limits, SandboxError
from gradkata.isolation.starting import fork_server

LIMITS = Limits(call_cpu_seconds=0.3, call_wall_seconds=2.5, total_cpu_seconds=2.0)
WELL = 7  # an exit status that no attack chooses
HONEST = b"""
import sys
import numpy as np

def attack(folder, port):
    with np.errstate():
        settings = set(np.geterr().values()) <= {"warn", "ignore"}
    return settings and sum([1, 2]) == 3 and sys.getrecursionlimit() >= 1000
"""


def judge(sandbox, source, arguments):
    """The result of one submission."""
    with sandbox.child(LIMITS) as child:
        loaded = child.load(source, "answer.py", "attack")
        if loaded.status != "returned":
            return word(loaded)
        last = next(child.calls("attack", [wire.encode(arguments)]))
        cut = ", output cut" if child.printed()[1] else ""
        return word(last) + cut


def word(reply):
    """A reply in a few words."""
    if reply.status == "returned":
        return f"returned {reply.value!r}"
    if reply.status == "raised":
        return f"raised {reply.error.type_name}"
    return f"{reply.status}: {reply.detail}" if reply.status == "crashed" else reply.status


def children():
    """How many processes are left, no matter who started them."""
    task = Path(f"/proc/self/task/{os.getpid()}/children")
    return len(task.read_text().split()) if task.exists() else 0


def main():
    level, attack, folder, port = sys.argv[1:]
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # orphans become children of this process, and are counted
    with fork_server(level) as sandbox:
        answer_key = {"the_answer_key_of_the_grader": [1]}
        print("started", flush=True)
        arguments = [folder, int(port)]
        try:
            words = judge(sandbox, Path(attack).read_bytes(), arguments)
            harmed = judge(sandbox, HONEST, arguments) != "returned True"
        except SandboxError:
            words, harmed = "the sandbox broke", False
        del answer_key
    print("\n" + json.dumps({"words": words, "harmed": harmed, "left": children()}), flush=True)
    return WELL


sys.exit(main())
