"""What the grader learns about a student's code, no matter what that code does."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from levels import at

from gradkata.isolation.inside import landlock, wire
from gradkata.isolation.inside.formulas import Polynomial, Quadratic
from gradkata.isolation.replies import loaded
from gradkata.isolation.sandbox import AnyChild, Error, Level, Limits, Reply, Sandbox, SandboxError
from gradkata.isolation.starting import fork_server, start_server
from tests.processes import alive_after, children

ROOT = Path(__file__).parents[2]
# Limits on processor time: wall time goes on while the machine does other things.
QUICK = Limits(call_cpu_seconds=0.3, total_cpu_seconds=5.0)
HIGHEST: Level = "kernel" if landlock.version() else "subprocess"


@pytest.fixture(scope="module", params=at("bwrap", "kernel", "subprocess", "in-process"))
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of every level."""
    with start_server(request.param) as made:
        yield made


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    """A sandbox of the highest level that forks."""
    with start_server(HIGHEST) as made:
        yield made


@pytest.mark.parametrize("sandbox", at("bwrap", "kernel", "subprocess"), indirect=True)
def test_a_call_that_is_stopped_reports_the_lines_that_were_running(sandbox: Sandbox) -> None:
    source = "def g():\n    while True: pass\ndef f():\n    g()\n"

    reply = call(sandbox, source)

    assert (reply.status, reply.stack) == ("timeout", (4, 2))


def test_a_process_that_claims_other_lines_is_stopped_all_the_same(server: Sandbox) -> None:
    source = (
        "import os, signal\n"
        "def claim(*_):\n"
        "    while True:\n"
        "        os.write(3, b'  File \"iou.py\", line 77 in f\\n' * 500)\n"
        "signal.signal(signal.SIGUSR1, claim)\n"
        "def f():\n"
        "    while True: pass\n"
    )

    reply = call(server, source)

    assert (reply.status, set(reply.stack), len(reply.stack)) == ("timeout", {77}, 100)


def load(sandbox: Sandbox, source: str | bytes, function: str = "f", name: str = "iou.py") -> Reply:
    """The reply to loading a file."""
    data = source.encode() if isinstance(source, str) else source
    with sandbox.child(QUICK) as child:
        return child.load(data, name, function)


def calls(sandbox: Sandbox, source: str, *arguments: list[Any], limits: Limits = QUICK) -> list[Reply]:
    """The replies to calls of ``f``."""
    with sandbox.child(limits) as child:
        loaded = child.load(source.encode(), "iou.py", "f")
        assert loaded.value is True, loaded
        return list(child.calls("f", [wire.encode(one) for one in arguments]))


def call(sandbox: Sandbox, source: str, *arguments: Any, limits: Limits = QUICK) -> Reply:
    """The reply to one call of ``f``."""
    (reply,) = calls(sandbox, source, [*arguments], limits=limits)
    return reply


def error_of(reply: Reply) -> Error:
    """The error of a reply that has one."""
    assert reply.status == "raised", reply
    assert reply.error is not None
    return reply.error


# Loading


def test_a_file_with_the_function_is_loaded(sandbox: Sandbox) -> None:
    assert load(sandbox, "def f(): pass").value is True


def test_a_missing_function_brings_the_names_that_the_file_defines(sandbox: Sandbox) -> None:
    source = "import os\nfrom math import sin\ndef g(): pass\n_h = 1\nLIMIT = 3\nclass Box: pass"
    assert load(sandbox, source).value == ["g", "LIMIT", "Box"]


def test_a_name_that_is_not_a_function_is_among_the_names(sandbox: Sandbox) -> None:
    assert load(sandbox, "f = 3").value == ["f"]


def test_an_empty_file_defines_nothing(sandbox: Sandbox) -> None:
    assert load(sandbox, b"").value == []


def test_names_are_looked_up_as_python_spells_them(sandbox: Sandbox) -> None:
    assert load(sandbox, "def \u017foftmax(): pass", "softmax").value is True
    assert load(sandbox, "def softmax(): pass", "\u017foftmax").value is True


def test_the_module_has_the_files_name_and_is_not_main(sandbox: Sandbox) -> None:
    source = "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: 'int'\n"
    source += "def f(): return [__name__, __file__, type(P(1)).__module__]"
    reply = call(sandbox, source)
    assert reply.value == ["iou", "iou.py", "iou"]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (b"\xef\xbb\xbfword = 'caf\xc3\xa9'\n", "café"),
        (b"word = 'caf\xc3\xa9'\r\nif word:\r\n\tpass\r\n", "café"),
        (b"word = 'caf\xc3\xa9'\rif word:\r\tpass\r", "café"),
        (b"# coding: latin-1\nword = 'caf\xe9'\n", "café"),
        (b"#!/usr/bin/python\n# -*- coding: cp1252 -*-\nword = 'caf\xe9'\n", "café"),
        (b"\x0cword = 'a'\n", "a"),
    ],
)
def test_every_encoding_that_python_reads_is_read(sandbox: Sandbox, source: bytes, word: str) -> None:
    ending = b"\r" if b"\r" in source and b"\n" not in source else b"\n"
    with sandbox.child(QUICK) as child:
        child.load(source + b"def f(): return word" + ending, "iou.py", "f")
        (reply,) = child.calls("f", [wire.encode([])])
    assert reply.value == word


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        (b"x = 1\ny = 'caf\xe9'\n", "byte 0xe9 is not UTF-8; save the file as UTF-8", 2),
        ("x = 1\n".encode("utf-16"), "the file is saved as UTF-16; save it as UTF-8", 1),
        (b"x = 1\ny = 2\0\n", "the file contains a null byte; save it as UTF-8", 2),
        (b"# coding: klingon\n", ": klingon", None),
    ],
)
def test_an_encoding_that_python_does_not_read_is_explained(
    sandbox: Sandbox, source: bytes, message: str, line: int | None
) -> None:
    error = error_of(load(sandbox, source))
    assert error.type_name == "SyntaxError"
    assert message in error.message
    assert line in (None, error.line)


def test_a_syntax_error_has_line_offset_and_text(sandbox: Sandbox) -> None:
    error = error_of(load(sandbox, "x = 1\ndef f(:\n    pass\n"))
    assert ("SyntaxError", "invalid syntax") == (error.type_name, error.message)
    assert (2, 7, "def f(:", ()) == (error.line, error.offset, error.text, error.frames)


def test_mixed_tabs_are_a_tab_error(sandbox: Sandbox) -> None:
    error = error_of(load(sandbox, "if 1:\n        x = 1\n\ty = 2\n"))
    assert ("TabError", 3) == (error.type_name, error.line)


def test_nesting_too_deep_for_the_parser_does_no_harm(sandbox: Sandbox) -> None:
    assert load(sandbox, "x = " + "(" * 5000).status == "raised"


def test_an_exception_while_loading_has_the_students_frames(sandbox: Sandbox) -> None:
    error = error_of(load(sandbox, "def g():\n    return 1 / 0\n\nf = g()\n"))
    assert "ZeroDivisionError" == error.type_name
    assert ((4, "<module>", "f = g()"), (2, "g", "return 1 / 0")) == error.frames


@pytest.fixture(scope="module", params=at("bwrap", "kernel", "subprocess"))
def process(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox whose children are processes of their own."""
    with start_server(request.param) as made:
        yield made


@pytest.mark.parametrize(
    ("ending", "status"), [("import os; os._exit(3)", "crashed"), ("while True: pass", "timeout")]
)
def test_a_file_that_ends_its_process_is_reported_with_the_statement(
    process: Sandbox, ending: str, status: str
) -> None:
    source = f"x = 1; y = 2\n{ending}\ndef f(): return x\n".encode()
    with process.child(QUICK) as child:
        reply = child.load(source, "iou.py", "f", is_announced=True)
    assert (status, 2 + ending.count(";")) == (reply.status, reply.statement)

    with process.child(QUICK) as child:
        assert child.load(source, "iou.py", "f", [2 + ending.count(";")]).value is True


def test_a_skipped_statement_is_listed_without_an_exception(sandbox: Sandbox) -> None:
    with sandbox.child(QUICK) as child:
        reply = child.load(b"x = 1\n1 / 0\nx = 2\ndef f(): return x\n", "iou.py", "f", [2])
        assert [1] == [each.value for each in child.calls("f", [wire.encode([])])]
    failed, skipped = reply.loading.passed_over
    assert (2, "ZeroDivisionError", "division by zero") == failed
    assert (3, "", "") == skipped


# The number that its request has is in a frame above: a student's code can write whatever the child could.
FORGED = """
import os, struct, sys
frame = sys._getframe()
while "nonce" not in frame.f_locals:
    frame = frame.f_back
while True:
    os.write(3, struct.pack("<QI", frame.f_locals["nonce"], len({0})) + {0})
"""


@pytest.mark.parametrize(
    ("message", "statuses"),
    [
        ("b'S\\xff\\xff\\xff\\xff'", ("memory", "timeout")),
        ("b'S'", ("protocol",)),
        ("b'S' * 9", ("protocol",)),
        ("b''", ("protocol",)),
    ],
)
def test_forged_announcements_end_nothing_but_their_own_process(
    server: Sandbox, message: str, statuses: tuple[str, ...]
) -> None:
    with server.child(QUICK) as child:
        reply = child.load(FORGED.format(message).encode(), "iou.py", "f", is_announced=True)
        assert reply.status in statuses
    assert load(server, "def f(): pass").value is True


@pytest.mark.parametrize(
    "value",
    [
        True, [], [True] * 6, [True, [], 0, [], []], [False, [], 0, [], [], None], [["x" * 81], [], 0, [], [], None],
        [True, [(1, "a")], 1, [], [], None], [True, [(1, "a", 3)], 1, [], [], None],
        [True, [(-1, "a", "b")], 1, [], [], None], [True, [[1, "a", "b"]], 1, [], [], None],
        [True, [(1, "a", "b")] * 21, 21, [], [], None], [True, [], "0", [], [], None], [True, [], 0, [True], [], None],
        [True, [], 0, [], [2**31], None], [True, [], 0, [], [1] * 21, None], [True, [], 0, [], [], []],
        [True, [], 0, [], [], ["E", "", [], 0, 0, "", []]], [True, [], 0, [], [], ["E", "", [], 0, 0, "", [], [1]]],
    ],
)  # fmt: skip
def test_a_forged_reply_to_loading_is_refused(value: object) -> None:
    assert "protocol" == loaded(Reply("returned", value)).status


# Calling


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("None", None),
        ("True", True),
        ("2.5", 2.5),
        ("np.float32(2.5)", np.float32(2.5)),
        ("[1, (2, 'a')]", [1, (2, "a")]),
        ("(i for i in [])", wire.Opaque("generator")),
        ("{1: 2}", wire.Opaque("dict")),
        ("np.ma.zeros(2)", wire.Opaque("numpy.ma.MaskedArray")),
        ("np.array([None])", wire.Opaque("numpy.ndarray of dtype object")),
        ("Box()", wire.Opaque("iou.Box")),
        ("10 ** 5000", wire.Opaque("an int of more than 1024 bytes")),
    ],
)
def test_what_is_returned_arrives(sandbox: Sandbox, expression: str, value: object) -> None:
    source = f"import numpy as np\nclass Box: pass\ndef f(): return {expression}"
    reply = call(sandbox, source)
    assert (type(value), value) == (type(reply.value), reply.value)
    assert wire.encode(value) == reply.frame


def test_a_function_that_is_data_can_be_called(sandbox: Sandbox) -> None:
    square, form = Polynomial(1, ((1.0, (2,)),)), Quadratic(((1.0, 1.0), (0.0, 2.0)), (0.0, 1.0), -0.5)

    assert call(sandbox, "def f(g, x): return g(x)", square, 3.0).value == 9.0
    assert call(sandbox, "def f(g, x): return g(x)", form, np.array([1.0, 2.0])).value == form(
        np.array([1.0, 2.0])
    )
    assert call(sandbox, "def f(g): return repr(g)", square).value == "lambda x: x**2"


@pytest.mark.parametrize(
    ("error", "built_in"),
    [
        ("KeyError('a')", ("KeyError", "LookupError", "Exception", "BaseException")),
        ("type('Mine', (ValueError,), {})", ("ValueError", "Exception", "BaseException")),
        ("type('ValueError', (Exception,), {})", ("Exception", "BaseException")),
    ],
)
def test_an_exception_says_which_built_in_ones_it_belongs_to(
    sandbox: Sandbox, error: str, built_in: tuple[str, ...]
) -> None:
    found = call(sandbox, f"def f(): raise {error}").error

    assert found is not None
    assert built_in == found.built_in


def test_each_call_gets_arguments_of_its_own(sandbox: Sandbox) -> None:
    source = "kept = []\ndef f(x):\n    kept.append(x)\n    kept[0][0] += 1\n    return x[0]"
    replies = calls(sandbox, source, [np.zeros(2)], [np.zeros(2)])
    assert [1.0, 0.0] == [reply.value for reply in replies]


@pytest.mark.parametrize(
    ("body", "indices"),
    [
        ("b[0] = 5", (1,)),
        ("b[0] = b[0]", ()),
        ("a.append(1)", (0,)),
        ("a.append(iter(a)); b.shape = (1, 2)", (0, 1)),
        ("a.append(a)", (0,)),
        ("b[0] = -0.0", (1,)),
        ("c += 1; a = b = None", ()),
    ],
)
def test_a_mutated_argument_is_reported_as_such(
    sandbox: Sandbox, body: str, indices: tuple[int, ...]
) -> None:
    reply = call(sandbox, f"def f(a, b, c):\n    {body}\n    return 1", [1], np.zeros(2), 3)
    assert indices == reply.mutated


def test_an_exception_has_the_students_frames_alone(sandbox: Sandbox) -> None:
    source = "import json\ndef g(x):\n    return json.loads(x)\ndef f(x):\n    return g(x)"
    error = error_of(call(sandbox, source, "{"))
    assert "JSONDecodeError" == error.type_name
    assert ((5, "f", "return g(x)"), (3, "g", "return json.loads(x)")) == error.frames


@pytest.mark.parametrize(
    ("statement", "name", "message"),
    [
        ("raise SystemExit(3)", "SystemExit", "3"),
        ("raise GeneratorExit", "GeneratorExit", ""),
        ("raise Broken", "Broken", ""),
        ("raise NotImplementedError('later')", "NotImplementedError", "later"),
        ("return f()", "RecursionError", "maximum recursion depth exceeded"),
        ("return 1 .x", "AttributeError", "'int' object has no attribute 'x'"),
        ("raise ValueError('x' * 10_000)", "ValueError", "x" * 500),
        ("raise Text", "Text", "shown"),
    ],
)
def test_every_exception_is_caught(sandbox: Sandbox, statement: str, name: str, message: str) -> None:
    source = f"""
class Broken(BaseException):
    def __str__(self): raise Broken
class S(str):
    pass
class Text(Exception):
    def __str__(self): return S("shown")
def f():
    {statement}
"""
    error = error_of(call(sandbox, source))
    assert (name, message) == (error.type_name, error.message)
    assert len(error.frames) <= 8


def test_a_wrong_number_of_arguments_is_an_exception_without_frames(sandbox: Sandbox) -> None:
    error = error_of(call(sandbox, "def f(x): pass"))
    assert ("TypeError", ()) == (error.type_name, error.frames)


def test_warnings_are_not_faults_and_print_nothing(sandbox: Sandbox) -> None:
    source = "import warnings, numpy as np\ndef f(x):\n    warnings.warn('!')\n    return x / 0"
    with sandbox.child(QUICK) as child:
        child.load(source.encode(), "iou.py", "f")
        (reply,) = child.calls("f", [wire.encode([np.ones(1)])])
        assert ("returned", np.inf) == (reply.status, reply.value[0])
        assert ("", False) == child.printed()


# Limits


def test_a_hang_keeps_its_place_and_is_the_last_reply(server: Sandbox) -> None:
    source = "def f(x):\n    while x == 2: pass\n    return x"
    replies = calls(server, source, [0], [1], [2], [3], limits=QUICK)
    assert ["returned", "returned", "timeout"] == [reply.status for reply in replies]
    assert replies[-1].detail.startswith("a call may take 0.3 s of processor time")


def test_a_child_that_has_ended_repeats_its_last_reply(server: Sandbox) -> None:
    with server.child(QUICK) as child:
        child.load(b"import os\ndef f(): os._exit(3)", "iou.py", "f")
        (first,) = child.calls("f", [wire.encode([])])
        assert [first] == list(child.calls("f", [wire.encode([])] * 2))
        assert ("crashed", "exit 3") == (first.status, first.detail)


def test_a_signal_that_code_sends_to_itself_is_not_blamed_on_the_grader(server: Sandbox) -> None:
    reply = call(server, "import signal\ndef f(): signal.raise_signal(signal.SIGXCPU)")
    assert ("crashed", "signal SIGXCPU") == (reply.status, reply.detail)


def test_a_sleeping_call_ends_by_wall_time(server: Sandbox) -> None:
    limits = replace(QUICK, call_wall_seconds=1.0)
    reply = call(server, "import time\ndef f(): time.sleep(30)", limits=limits)
    assert "timeout" == reply.status
    assert reply.detail.endswith("and 1 s in all")


def test_all_calls_together_have_a_limit(server: Sandbox) -> None:
    limits = replace(QUICK, total_cpu_seconds=0.5)
    source = "import time\ndef f():\n    end = time.process_time() + 0.2\n"
    source += "    while time.process_time() < end: pass"
    *before, last = calls(server, source, *[[]] * 20, limits=limits)
    assert {"returned"} == {reply.status for reply in before}
    assert ("timeout", True) == (last.status, len(before) < 4)


def test_time_spent_before_the_grader_looks_counts(server: Sandbox) -> None:
    source = "import time\ndef f(x):\n    end = time.process_time() + x\n"
    source += "    while time.process_time() < end: pass"
    import time

    with server.child(QUICK) as child:
        child.load(source.encode(), "iou.py", "f")
        replies = child.calls("f", [wire.encode([0.0]), wire.encode([0.4]), wire.encode([0.0])])
        assert next(replies).status == "returned"
        time.sleep(0.8)
        assert ["timeout"] == [reply.status for reply in replies]


@pytest.mark.parametrize(
    "expression", ["bytearray(1 << 30)", "np.zeros(1 << 27)", "[0] * (1 << 27)", "raise_()"]
)
def test_a_lack_of_memory_is_called_so_and_the_next_call_is_answered(
    server: Sandbox, expression: str
) -> None:
    source = "import numpy as np\ndef raise_(): raise MemoryError\n"
    source += f"def f(x): return len({expression}) if x else 'well'"
    limits = replace(QUICK, memory_bytes=256 << 20)
    replies = calls(server, source, [1], [0], limits=limits)
    assert ["memory", "returned"] == [reply.status for reply in replies]


def test_a_death_at_the_limit_of_memory_is_a_lack_of_memory(server: Sandbox) -> None:
    source = "import os\ndef f():\n    x = []\n    try:\n        while True: x.append(b'x' * 65536)\n"
    source += "    except MemoryError: os._exit(1)"
    limits = replace(QUICK, memory_bytes=64 << 20)
    assert call(server, source, limits=limits).status == "memory"


def test_memory_within_the_limit_can_be_used(server: Sandbox) -> None:
    source = "import numpy as np\ndef f(): return np.ones(10_000_000).sum()"
    assert call(server, source).value == 1e7


def test_what_is_printed_arrives_and_more_is_cut(server: Sandbox) -> None:
    limits = replace(QUICK, output_bytes=1000)
    source = "import sys\ndef f(n):\n    print('é' * n)\n    print('!', file=sys.stderr)"
    for count, text, cut in ((3, "ééé\n!\n", False), (600, "é" * 500, True)):
        with server.child(limits) as child:
            child.load(source.encode(), "iou.py", "f")
            (reply,) = child.calls("f", [wire.encode([count])])
            assert (text, cut) == child.printed()
            assert reply.status == "returned"


def test_the_input_is_empty(server: Sandbox) -> None:
    assert "EOFError" == error_of(call(server, "def f(): return input()")).type_name


def test_a_result_beyond_the_limit_arrives_as_its_size(server: Sandbox) -> None:
    limits = replace(QUICK, reply_bytes=1000)
    reply = call(server, "def f(): return [1.0] * 500", limits=limits)
    assert wire.Opaque("a value of 4505 bytes") == reply.value


def test_results_that_are_too_many_together_end_the_process(server: Sandbox) -> None:
    limits = replace(QUICK, total_reply_bytes=3000)
    replies = calls(server, "def f(): return [1.0] * 100", *[[]] * 5, limits=limits)
    assert ["returned", "returned", "returned", "memory"] == [reply.status for reply in replies]
    assert "3,000 bytes" in replies[-1].detail


def test_calls_that_wait_too_long_together_end_the_process(server: Sandbox) -> None:
    limits = replace(QUICK, total_wall_seconds=0.5)
    replies = calls(server, "import time\ndef f(): time.sleep(0.2)", *[[]] * 5, limits=limits)
    assert 2 <= len(replies) < 5
    assert replies[-1].status == "timeout"
    assert replies[-1].detail.endswith("and 0.5 s in all")


@pytest.mark.parametrize(("number", "name"), [(24, "SIGXCPU"), (40, "40")])
def test_a_death_by_ones_own_signal_is_a_crash(server: Sandbox, number: int, name: str) -> None:
    source = "import signal, threading\ndef f(n): signal.pthread_kill(threading.get_ident(), n)"
    (reply,) = calls(server, source, [number], [number])
    assert ("crashed", f"signal {name}") == (reply.status, reply.detail)


def test_a_death_with_the_memory_full_ends_the_calls_that_wait(server: Sandbox) -> None:
    source = "import os\ndef f():\n    x = bytearray(60 << 20)\n"
    source += "    x[::4096] = b'x' * len(x[::4096])\n    os._exit(1)"
    limits = replace(QUICK, memory_bytes=64 << 20)
    assert ["memory"] == [reply.status for reply in calls(server, source, [], [], [], limits=limits)]


# The machinery


def test_many_large_calls_pass_both_ways(server: Sandbox) -> None:
    array = np.arange(100_000.0)
    limits = replace(QUICK, total_reply_bytes=32 << 20)
    replies = calls(server, "def f(x): return x + 1", *[[array]] * 20, limits=limits)
    assert 20 == len(replies)
    np.testing.assert_array_equal(array + 1, replies[-1].value)


def test_replies_that_nobody_waited_for_do_not_disturb(server: Sandbox) -> None:
    with server.child(QUICK) as child:
        child.load(b"def f(x): return x", "iou.py", "f")
        assert next(iter(child.calls("f", [wire.encode([i]) for i in range(5)]))).value == 0
        assert [7] == [reply.value for reply in child.calls("f", [wire.encode([7])])]


def test_two_children_share_nothing(server: Sandbox) -> None:
    source = "import sys, builtins\ndef f():\n    builtins.mark = getattr(builtins, 'mark', 0) + 1\n"
    source += "    return builtins.mark"
    assert [1, 1] == [call(server, source).value for _ in range(2)]


@pytest.mark.parametrize(
    "expression", ["np.random.rand()", "random.random()", "np.random.default_rng().random()"]
)
def test_two_children_draw_different_numbers(server: Sandbox, expression: str) -> None:
    source = f"import random, numpy as np\ndef f(): return {expression}"
    first, second = (call(server, source).value for _ in range(2))
    assert first != second


def test_sets_of_strings_have_one_order_in_every_server() -> None:
    source = "def f(): return list({'the', 'cat', 'sat', 'on', 'a', 'mat'})"
    orders = []
    for _ in range(2):
        with start_server(HIGHEST) as made:
            orders.append(call(made, source).value)
    assert orders[0] == orders[1]


def test_a_library_that_is_installed_next_to_numpy_cannot_be_imported(server: Sandbox) -> None:
    error = error_of(call(server, "def f():\n    import hypothesis"))
    assert "No module named 'hypothesis'" == error.message


@pytest.mark.parametrize(
    "name", ["hashlib", "decimal", "statistics", "json", "numpy.random", "numpy.fft", "bz2", "uuid"]
)
def test_the_standard_library_and_numpy_can_be_imported_late(server: Sandbox, name: str) -> None:
    assert call(server, f"def f():\n    import {name}\n    return 1").value == 1


def test_a_server_has_one_child_at_a_time(server: Sandbox) -> None:
    with server.child(QUICK), pytest.raises(SandboxError, match="one child at a time"):
        server.child(QUICK)


def test_a_child_cannot_be_more_confined_than_its_server() -> None:
    with start_server("subprocess") as made, pytest.raises(SandboxError, match="no children at"):
        made.child(QUICK, level="kernel")


def test_a_confining_sandbox_never_runs_code_in_the_graders_process(server: Sandbox) -> None:
    with pytest.raises(SandboxError, match="no children at in-process"):
        server.child(QUICK, level="in-process")
    closed = start_server(HIGHEST)
    closed.close()
    with pytest.raises(SandboxError, match="closed"):
        closed.child(QUICK)


def test_a_child_inherits_no_descriptor(server: Sandbox) -> None:
    source = "import os\ndef f():\n    found = []\n    for number in range(1024):\n"
    source += "        try: os.fstat(number); found.append(number)\n        except OSError: pass\n"
    source += "    return found"
    assert [0, 1, 2, 3] == call(server, source).value


def test_a_child_that_cannot_be_confined_is_nobodys_fault(server: Sandbox) -> None:
    with pytest.raises(SandboxError, match="3 processes died before they were confined: ValueError"):
        server.child(replace(QUICK, total_cpu_seconds=float("nan")))
    assert call(server, "def f(): return 1").value == 1


def test_a_server_that_is_gone_is_nobodys_fault() -> None:
    with start_server(HIGHEST) as made:
        os.kill(children(os.getpid())[-1], 9)
        with pytest.raises(SandboxError, match="gone"):
            made.child(QUICK)


def test_a_child_that_is_killed_from_outside_is_nobodys_fault() -> None:
    with start_server(HIGHEST) as made, made.child(QUICK) as child:
        child.load(b"import time\ndef f(): time.sleep(9)", "iou.py", "f")
        replies = child.calls("f", [wire.encode([])])
        (pid,) = children(children(os.getpid())[-1])
        os.kill(pid, 9)
        with pytest.raises(SandboxError, match="killed from outside"):
            next(replies)


def test_closing_leaves_no_process_behind() -> None:
    before = children(os.getpid())
    with start_server(HIGHEST) as made:
        child: AnyChild = made.child(QUICK)
        child.load(b"def f():\n    while True: pass", "iou.py", "f")
        server_pid = ({*children(os.getpid())} - {*before}).pop()
        (child_pid,) = children(server_pid)
    assert before == children(os.getpid())
    assert not any(Path(f"/proc/{pid}").exists() for pid in (server_pid, child_pid))
    child.close()


def test_a_grader_that_is_killed_takes_its_processes_with_it() -> None:
    script = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from gradkata.isolation.inside import wire
from gradkata.isolation.starting import start_server
server = start_server({HIGHEST!r})
child = server.child()
child.load(b"def f():\\n    while True: pass", "iou.py", "f")
child.calls("f", [wire.encode([])])
print("ready", flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        (server_pid,) = children(process.pid)
        pids = [server_pid, *children(server_pid)]
        process.kill()
    assert 2 == len(pids)
    assert [] == alive_after(pids)


def test_a_process_with_threads_cannot_be_forked() -> None:
    import threading

    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        with pytest.raises(SandboxError, match=r"has \d+ threads.* use start_server"):
            fork_server(HIGHEST)
    finally:
        over.set()
        thread.join()


def test_importing_the_sandbox_is_light() -> None:
    script = f"import numpy, sys; sys.path.insert(0, {str(ROOT)!r}); before = set(sys.modules); "
    script += "import gradkata.isolation.selftest, gradkata.isolation.starting; "
    script += "print(*sorted(set(sys.modules) - before))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    heavy = {"subprocess", "tempfile", "hashlib", "socket", "logging", "random", "traceback"}
    assert set() == heavy & set(done.stdout.split())
