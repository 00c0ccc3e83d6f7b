"""Broken and hostile files, each with its possible outcomes, written by hand.

None of them may earn full points.  Nothing here is ever run outside the sandbox.
"""

from typing import NamedTuple

from .standalone import ROOT

ATTACKS = ROOT / "tests" / "isolation" / "attacks"


class Spoiled(NamedTuple):
    """Bytes of a file.

    ``outcomes`` are the possible ones, () for any except "passed"; ``earns`` is the maximum score.
    """

    origin: str
    content: bytes
    outcomes: tuple[str, ...] = ()
    earns: int = 1


NOT_LOADED = ("not-loaded",)
# Answers that take time or crash their process: rare in a class.
DYING = {
    "aborts": ("crashed",),
    "exits_at_once": ("not-loaded",),
    "exits_in_the_call": ("crashed",),
    "hangs_up": ("crashed",),
    "loops": ("timeout",),
    "loops_in_c": ("timeout",),
    "segfaults": ("crashed",),
    "sleeps": ("timeout",),
    "takes_2_gib": ("memory",),
    "takes_memory_step_by_step": ("memory",),
}
HOSTILE = {
    "calls_as_i386": (),
    "changes_the_next_student": (),
    "connects_by_tcp": ("raised",),
    "empties_a_file_of_numpy": ("raised",),
    "exits_at_the_end": (),
    "exits_by_an_exception": ("raised",),
    "forges_a_reply": ("crashed",),
    "forks": ("raised",),
    "imports_the_grader": ("raised",),
    "imports_the_solutions": ("raised",),
    "kills_itself_to_blame_the_grader": ("raised",),
    "kills_the_parent": ("raised",),
    "overflows_the_stack": ("raised", "crashed"),
    "patches_its_worker": ("crashed",),
    "reads_the_environment": ("crashed",),
    "reads_the_solutions": ("raised",),
    "runs_a_program": ("raised",),
    "runs_a_shell": (),
    "searches_the_heap": (),
    "sends_by_udp": ("raised",),
    "sends_garbage": ("crashed",),
    "starts_threads": ("raised",),
    "traces_the_parent": (),
    "walks_the_frames": (),
    "writes_a_file": ("raised",),
}


def hostile(name):
    """Attacks that work for any kata."""
    return [_attack(name, attack, outcomes) for attack, outcomes in HOSTILE.items()] + _cheats(name)


def dying(name):
    """Answers that time out, crash, or take all memory."""
    return [_attack(name, attack, outcomes) for attack, outcomes in DYING.items()]


def _attack(name, attack, outcomes):
    text = (ATTACKS / f"{attack}.py").read_text("utf-8")
    mine = f'def {name}(*_):\n    folder, port = "/nonexistent", 9\n'
    return Spoiled(f"attacks/{attack}", text.replace("def attack(folder, port):\n", mine).encode(), outcomes)


def _cheats(name):
    """Attacks on the grader that were written for one kata."""
    folders = (ROOT / "examples" / "hostile", ROOT / "tests" / "judging" / "attacks")
    files = [path for folder in folders for path in sorted(folder.glob("*.py"))]
    return [
        Spoiled(f"{path.parent.name}/{path.stem}", path.read_bytes())
        for path in files
        if f"def {name}(" in path.read_text("utf-8") and "takes_all_memory" not in path.stem
    ]


def broken(name, parameters, right):
    """Files without a working answer; ``right`` is the source of a right one."""
    head = f"def {name}({', '.join(parameters)}):\n"
    stub = f'import numpy as np\n\n\n{head}    """The stub as it was handed out."""\n    raise NotImplementedError\n'
    lines = right.split("\n")
    conflict = ["<<<<<<< HEAD", *lines, "=======", *lines, ">>>>>>> mine"]
    texts = {
        "a bracket that nobody closes": f"{head}    return (1 +\n",
        "a missing colon": f"{head[:-2]}\n    return 0\n",
        "a conflict that nobody resolved": "\n".join(conflict),
        "Python 2": f'{head}    print "done"\n    return 0\n',
        "an indentation of its own": f"{head}    x = 0\n  return x\n",
        "another name": right.replace(name, f"my_{name}"),
        "capitals in the name": right.replace(name, name.upper()),
        "a name that is no function": f"{name} = 42\n",
        "comments only": "# I did not have the time, sorry\n",
        "a decorator that is not there": right.replace(f"def {name}(", f"@nowhere\ndef {name}("),
        "a definition that depends on a question": f'if input("which? ") == "mine":\n    from answers import {name}\n',
        "the answer key": f"from solutions.any import {name}\n",
        "a notebook's cell in another language": f"%%bash\n{right}",
        "a chat's fence": f"```python\n{right}\n```\n",
        "curly quotes": f"{head}    return “0”\n",
    }
    found = [Spoiled(origin, text.encode(), NOT_LOADED, 0) for origin, text in texts.items()]
    found += [
        Spoiled("the stub untouched", stub.encode(), ("not-implemented",), 0),
        Spoiled("only pass", f"{head}    pass\n".encode(), ("wrong-type",), 0),
        Spoiled("an ellipsis", f"{head}    ...\n".encode(), ("wrong-type",), 0),
        Spoiled("too few arguments", f"def {name}():\n    return 0\n".encode(), ("raised",), 0),
        Spoiled("calls itself for ever", f"{head}    return {name}({', '.join(parameters)})\n".encode(),
                ("raised", "crashed"), 0),
        Spoiled("prints and returns nothing", f'{head}    print("the answer is 42")\n'.encode(), ("wrong-type",), 0),
        Spoiled("an empty file", b"", ("not-loaded", "not-submitted"), 0),
        Spoiled("random bytes", bytes(range(256)) * 8, NOT_LOADED, 0),
        Spoiled("zeros", bytes(300), NOT_LOADED, 0),
        Spoiled("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(200)), NOT_LOADED, 0),
        Spoiled("UTF-16", right.encode("utf-16"), NOT_LOADED, 0),
        Spoiled("Latin-1 without a cookie", f"# geprüft\n{right}".encode("latin-1"), NOT_LOADED, 0),
    ]  # fmt: skip
    return found
