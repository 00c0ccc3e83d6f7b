"""Ten wrong answers, and what four forms of tests say about them; every output comes from a real run.

The three other forms test the examples of the statement and the first ordinary calls of the bank, with the right
answers of the reference.  They follow what is public about their kind: plain pytest with NumPy's `assert_allclose`;
Exercism's tests, one method of a `unittest.TestCase` for each case, of which its runner shows the name, the code and
the message; deep-ml's tests, a line that prints a result, whose text is compared.
"""

import ast
import doctest
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from gradkata.catalog import Catalog, short_name
from gradkata.drawing.bank import load
from gradkata.judging.exercises import plain_answer

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 30
_INSTALLED = re.compile(r"(?:/[\w.+-]+)+/(site-packages|lib/python3\.\d+)/")
_INFINITE = re.compile(r"\b(inf|nan)\b")
ORDINARY = 6
ANSWERS = {
    "examples/wrong/iou_without_clamp.py": "detection/iou",
    "examples/wrong/iou_syntax.py": "detection/iou",
    "examples/wrong/lstm_step_raises.py": "sequences/lstm_step",
    "tests/judging/blind/lstm_step/wrong_10.py": "sequences/lstm_step",
    "examples/wrong/bleu_in_percent.py": "decoding/bleu",
    "tests/judging/blind/two_two_two_backward/wrong_02.py": "backprop/two_two_two_backward",
    "tests/judging/blind/gd_step/wrong_02.py": "backprop/gd_step",
    "tests/judging/blind/softmax/wrong_01.py": "activations/softmax",
    "tests/judging/blind/nms/wrong_04.py": "detection/nms",
    "examples/slow/nms_without_end.py": "detection/nms",
}


class Case(NamedTuple):
    """One call as its arguments are written in Python, and the right answer."""

    arguments: str
    expected: Any


class Output(NamedTuple):
    """What a student reads, and whether it says that the answer is wrong."""

    text: str
    is_refused: bool


def cases_of(slug: str) -> list[Case]:
    """Return the examples of the statement, and the first ordinary calls of the bank."""
    catalog, name = Catalog(), short_name(slug)
    right, found = plain_answer(catalog, slug), []

    def noted(*arguments: Any) -> Any:
        found.append(arguments)
        return right(*arguments)

    space = {"np": np, name: noted}
    statement = ast.get_docstring(ast.parse(catalog.stub(slug).read_text("utf-8"))) or ""
    for example in doctest.DocTestParser().get_examples(statement):
        exec(example.source, space)
    bank = load(catalog.bank(slug))
    ordinary = [case.calls[0] for case in bank.cases if case.property == "agrees_on_ordinary_input"]
    found += [bank.calls[index].arguments for index in ordinary[:ORDINARY]]
    return [Case(", ".join(map(literal, each)), right(*each)) for each in found]


def literal(value: Any) -> str:
    """Return a value as Python that runs after `import numpy as np`."""
    if isinstance(value, np.ndarray):
        dtype = "" if value.dtype == np.float64 and value.size else f", dtype=np.{value.dtype}"
        return f"np.array({_named(str(value.tolist()))}{dtype})"
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))},)"
    return _named(repr(value)) if isinstance(value, float) else repr(value)


def _named(numbers: str) -> str:
    return _INFINITE.sub(r"np.\1", numbers)


def plain_pytest(answer: str, slug: str, folder: Path) -> Output:
    """Run a parametrised test with `assert_allclose`, as a course would write it."""
    name = short_name(slug)
    cases = "".join(f"    (({each.arguments},), {literal(each.expected)}),\n" for each in cases_of(slug))
    (folder / f"{name}.py").write_text(answer, "utf-8")
    (folder / f"test_{name}.py").write_text(
        f"import numpy as np\nimport pytest\nfrom {name} import {name}\n\nCASES = [\n{cases}]\n\n\n"
        f'@pytest.mark.parametrize(("arguments", "expected"), CASES)\ndef test_{name}(arguments, expected):\n'
        f"    result = {name}(*arguments)\n"
        "    if isinstance(expected, tuple):\n"
        "        for one, other in zip(result, expected, strict=True):\n"
        "            np.testing.assert_allclose(one, other)\n"
        "    else:\n        np.testing.assert_allclose(result, expected)\n",
        "utf-8",
    )
    code, text = run([sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider"], folder)
    return Output(re.sub(r" in [0-9.]+s\b", "", text), code != 0)


_RUNNER = """
import unittest
import {name}_test as module
lines = open("{name}_test.py").read().split("\\n")
class Result(unittest.TestResult):
    def _add(self, test, error):
        method = test.id().rpartition(".")[2]
        start = next(i for i, line in enumerate(lines) if f"def {{method}}(" in line)
        code = lines[start + 1].strip()
        print(f"{{method}}\\n  Code run:\\n    {{code}}\\n  Message:")
        message = f"{{error[0].__name__}}: {{error[1]}}"
        print("\\n".join("    " + line for line in message.split("\\n")))
    addFailure = addError = _add
unittest.defaultTestLoader.loadTestsFromModule(module).run(Result())
"""


def exercism(answer: str, slug: str, folder: Path) -> Output:
    """Run a `unittest.TestCase`, and show for each failing test what Exercism's runner reports."""
    name = short_name(slug)
    methods = []
    for number, each in enumerate(cases_of(slug), 1):
        call = f"{name}({each.arguments})"
        results = each.expected if isinstance(each.expected, tuple) else (each.expected,)
        if isinstance(each.expected, float):
            check = f"self.assertAlmostEqual({call}, {literal(each.expected)})"
        elif any(isinstance(result, np.ndarray) for result in results):
            plain = tuple(result.tolist() for result in results)
            check = f"self.assertEqual([np.round(x, 7).tolist() for x in {call}], {rounded(plain)})"
            if not isinstance(each.expected, tuple):
                check = f"self.assertEqual(np.round({call}, 7).tolist(), {rounded(plain[0])})"
        else:
            check = f"self.assertEqual({call}, {literal(each.expected)})"
        methods.append(f"    def test_{number}(self):\n        {check}\n")
    (folder / f"{name}.py").write_text(answer, "utf-8")
    (folder / f"{name}_test.py").write_text(
        f"import unittest\nimport numpy as np\nfrom {name} import {name}\n\n\n"
        f"class {name.title().replace('_', '')}Test(unittest.TestCase):\n" + "\n".join(methods),
        "utf-8",
    )
    _, text = run([sys.executable, "-W", "ignore", "-c", _RUNNER.format(name=name)], folder)
    return Output(text or "All tests passed.", bool(text))


def rounded(values: Any) -> Any:
    """Return nested lists with their floats rounded to 7 digits, as `assertAlmostEqual` does."""
    if isinstance(values, list | tuple):
        return [rounded(each) for each in values]
    return round(values, 7) + 0.0 if isinstance(values, float) else values


_PRINTED = """
import contextlib, io, json, sys
import numpy as np
space = {{"np": np}}
exec(compile(open("{name}.py").read(), "{name}.py", "exec"), space)
for number, (line, expected) in enumerate(json.load(open("tests.json")), 1):
    stream = io.StringIO()
    try:
        with contextlib.redirect_stdout(stream):
            exec(line, space)
        shown = stream.getvalue().strip()
    except Exception as error:
        shown = f"{{type(error).__name__}}: {{error}}"
    if shown != expected:
        print(f"Test case {{number}} failed\\n  Input: {{line}}\\n  Output: {{shown}}\\n  Expected: {{expected}}")
"""


def deep_ml(answer: str, slug: str, folder: Path) -> Output:
    """Compare what a line prints with a text, rounded to four digits."""
    name = short_name(slug)
    wanted = []
    for each in cases_of(slug):
        call = f"{name}({each.arguments})"
        if isinstance(each.expected, tuple):
            line = f"print([np.round(x, 4).tolist() for x in {call}])"
            text = str([np.round(result, 4).tolist() for result in each.expected])
        else:
            line, text = f"print(np.round({call}, 4))", str(np.round(each.expected, 4))
        wanted.append((line, text))
    (folder / f"{name}.py").write_text(answer, "utf-8")
    (folder / "tests.json").write_text(json.dumps(wanted), "utf-8")
    _, text = run([sys.executable, "-W", "ignore", "-c", _PRINTED.format(name=name)], folder)
    return Output(text or "All test cases passed.", bool(text))


def gradkata(answer: str, slug: str, folder: Path) -> Output:
    """Run `kata check` in a workspace."""
    file = folder / "katas" / f"{slug}.py"
    file.parent.mkdir(parents=True)
    file.write_text(answer, "utf-8")
    code, text = run([sys.executable, "-m", "gradkata.cli", "check", short_name(slug)], folder)
    return Output(text, code != 0)


FORMS: dict[str, Callable[[str, str, Path], Output]] = {
    "Plain pytest": plain_pytest,
    "Exercism's form": exercism,
    "deep-ml's form": deep_ml,
    "`kata check`": gradkata,
}


def run(command: list[str], folder: Path) -> tuple[int, str]:
    """Run a command for at most ``SECONDS``; return its exit code and what it printed."""
    # pytest prints long differences in full where one of these is set.
    inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "BUILD_NUMBER")}
    environment = {
        **inherited,
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "NO_COLOR": "1",
    }
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return 1, f"(no output; stopped after {SECONDS} seconds)"
    # An answer that cannot be loaded ends in a traceback: its end is what the sites show.
    text = done.stdout.strip() or "\n".join(done.stderr.strip().splitlines()[-4:])
    return done.returncode, _INSTALLED.sub(r".../\1/", text.replace(f"{folder}/", ""))
