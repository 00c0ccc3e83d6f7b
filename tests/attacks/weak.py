"""Judge one attack where nothing confines it, in an interpreter that may die of it.

python weak.py SIDE ATTACK KATA FOLDER PORT
"""

import json
import os
import pickle
import sys
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from gradkata.catalog import Catalog
from gradkata.isolation.sandbox import SandboxError
from gradkata.isolation.starting import fork_server
from gradkata.judging.asking import Submission
from gradkata.judging.exercises import exercise, load_solution
from gradkata.judging.judge import judge

ROOT = Path(__file__).parents[2]
WELL = 7  # an exit status that no attack chooses
NEAR = 1e-4


def by_our_judge(level, kata, source):
    """The report of our own judge at a level that does not confine."""
    catalog = Catalog()
    with fork_server(level) as server:
        asked = exercise(catalog, catalog.resolve(kata))
        other = "iou" if kata != "iou" else "nms"
        honest = exercise(catalog, catalog.resolve(other))
        print("started", flush=True)
        try:
            report = judge(asked, Submission(source, f"{kata}.py"), server)
            words = f"{report['outcome']} {report['score']}, {report['printed'][:20]}"
        except SandboxError:
            return "the sandbox broke"
        print(words, flush=True)
        try:
            right = Submission((ROOT / "examples" / "right" / f"{other}.py").read_bytes(), f"{other}.py")
            harmed = judge(honest, right, server)["score"] != 10
        except BaseException:
            harmed = True
    return words + (", the next student harmed" if harmed else "")


def by_a_plain_test(kata, source, answers):
    """What a script says that takes the answers of ``answers`` and holds them against the reference."""
    catalog = Catalog()
    calls = exercise(catalog, catalog.resolve(kata)).bank.calls
    solution = load_solution(catalog, catalog.resolve(kata))
    print("started", flush=True)
    for call, got in zip(calls, answers(kata, source, calls), strict=True):
        expected = getattr(solution, f"{kata}_numpy")(*call.arguments)
        several = type(expected) is tuple
        for one, other in zip(got, expected, strict=True) if several else [(got, expected)]:
            gap = one - other if hasattr(one, "__sub__") else np.subtract(one, other)
            if np.any(np.abs(gap) > NEAR * (1 + np.abs(other))):
                print(f"expected {expected}, got {str(got)}")
                return "failed"
    return "passed"


def called(kata, source, calls):
    """The answers, one by one, each just before it is looked at."""
    space = {"__name__": "answer"}
    try:
        exec(compile(source, "answer.py", "exec"), space)
        for call in calls:
            yield space[kata](*call.arguments)
    except Exception as error:
        print(
            f"{type(error).__name__}: {error!s}".encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        )
        raise


def pickled(kata, source, calls):
    """All answers, computed by a process of their own and sent as a pickle."""
    ours, theirs = os.pipe()
    if os.fork() == 0:
        try:
            message = pickle.dumps(list(called(kata, source, calls)))
            with open(theirs, "wb") as channel:
                channel.write(message)
        finally:
            os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as channel:
        return pickle.loads(channel.read())


def children():
    """Of the processes that it left behind, how many live."""
    task = Path(f"/proc/self/task/{os.getpid()}/children")
    return len(task.read_text().split()) if task.exists() else 0


def peak():
    """Megabytes that this program has taken at most; what the system tells of a process counts its parent's."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) >> 10


def main():
    side, attack, kata, folder, port = sys.argv[1:]
    source = Path(attack).read_bytes().replace(b"@folder@", folder.encode()).replace(b"@port@", port.encode())
    before = peak()
    if side in ("in-process", "subprocess"):
        words = by_our_judge(side, kata, source)
    else:
        words = by_a_plain_test(kata, source, pickled if side == "pickled" else called)
    print("\n" + json.dumps({"words": words, "left": children(), "megabytes": peak() - before}), flush=True)
    return WELL


sys.exit(main())
