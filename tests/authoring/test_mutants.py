"""Mutants: what each operator makes, how a mutant is named and shown, and that every run ends."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from builtin import solution

from gradkata.authoring.mutants import Mutant, mutants
from gradkata.judging.bounded import MutantStuck, bounded, counted

SAMPLES = Path(__file__).parent / "samples"
SOLUTIONS = Path(__file__).parents[2] / "solutions"


def written(tmp_path: Path, body: str, name: str = "answer") -> Path:
    path = tmp_path / f"{name}.py"
    path.write_text("import numpy as np\nimport math\n\n\n" + body, encoding="utf-8")
    return path


def by_name(path: Path, function: str, package: str = "") -> dict[str, Mutant]:
    found = mutants(path, function, package)
    assert len({mutant.name for mutant in found}) == len(found)
    return {mutant.name: mutant for mutant in found}


def added(mutant: Mutant) -> list[str]:
    lines = mutant.diff.split("\n")
    return [line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++")]


def results(tmp_path: Path, expression: str) -> set[str]:
    """What the mutants of ``return expression`` return, as they are written."""
    path = written(tmp_path, f"def answer(a, b, c, x, A):\n    return {expression}\n")
    return {line.removeprefix("return ") for m in mutants(path, "answer") for line in added(m)}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + b", {"a - b", "a * b", "a", "b"}),
        ("a - b", {"a + b", "a"}),
        ("a * b", {"a / b", "a + b", "a", "b"}),
        ("a / b", {"a * b", "a // b", "a"}),
        ("a // b", {"a / b", "a"}),
        ("a ** b", {"a * b", "a"}),
        ("a @ b", {"a * b", "a", "b @ a"}),
        ("a < b", {"a <= b", "a >= b"}),
        ("a <= b", {"a < b", "a > b"}),
        ("a > b", {"a >= b", "a <= b"}),
        ("a >= b", {"a > b", "a < b"}),
        ("a == b", {"a != b"}),
        ("a != b", {"a == b"}),
        ("a not in b", {"a in b"}),
        ("a is not b", {"a is b"}),
        ("a and b", {"a or b", "a", "b"}),
        ("a or b or c", {"a and b and c", "b or c", "a or c", "a or b"}),
        ("not a", {"a"}),
        ("-a", {"a"}),
        ("~a", {"a"}),
        ("1", {"2", "0"}),
        ("-1", {"0", "-2", "1"}),
        ("0.5", {"1.5", "-0.5", "1.0"}),
        ("True", {"False"}),
        ("a if b else c", {"a if True else c", "a if False else c"}),
        ("x[a]", {"x[a + 1]", "x[a - 1]"}),
        ("x[0]", {"x[1]", "x[-1]"}),
        ("x[1:]", {"x[2:]", "x[0:]", "x[1:-1]", "x[1:][::-1]"}),
        ("x[:a]", {"x[1:a]", "x[:a + 1]", "x[:a - 1]", "x[:a][::-1]"}),
        ("x[::-1]", {"x"}),
        ("A[::-1, a]", {"A[:, a]", "A[::-1, a + 1]", "A[::-1, a - 1]"}),
        ("A.T", {"A"}),
        ("(a, b)", {"(b, a)"}),
        ("max(a, b)", {"min(a, b)", "a", "b"}),
        ("np.minimum(a, b)", {"np.maximum(a, b)", "a", "b"}),
        ("x.argmin()", {"x.argmax()"}),
        ("np.any(x)", {"np.all(x)"}),
        ("x.sum()", {"x.mean()"}),
        ("math.floor(a)", {"math.ceil(a)", "a"}),
        ("np.subtract(a, b)", {"np.subtract(b, a)"}),
        ("np.clip(x, a, b)", {"np.clip(a, x, b)", "x"}),
        ("x.clip(a)", {"x"}),
        ("x.copy()", {"x"}),
        ("abs(a)", {"a"}),
        ("np.sort(x, axis=0)", {"np.sort(x, axis=1)", "np.sort(x, axis=None)", "x"}),
        ("np.sort(x, axis=-1)", {"np.sort(x, axis=0)", "np.sort(x, axis=None)", "x"}),
        ("sorted(a, key=b)", {"sorted(a)", "a"}),
        ("np.argsort(x, kind='stable')", {"np.lexsort((-np.arange(len(x)), x))"}),
        ("np.array(a, dtype=np.int64)", {"np.array(a)", "np.array(a, dtype=np.float64)"}),
        ("x.astype(bool)", {"x.astype(int)"}),
        ("[i for i in x if i]", {"[i for i in x if True]"}),
    ],
)
def test_an_operator_makes_these_mutants_and_no_others(tmp_path, expression, expected):
    assert expected == results(tmp_path, expression)


def test_a_reduction_along_an_axis_gets_keepdims_or_loses_it(tmp_path):
    assert "np.prod(A, axis=0, keepdims=True)" in results(tmp_path, "np.prod(A, axis=0)")
    assert "np.prod(A, axis=0, keepdims=False)" in results(tmp_path, "np.prod(A, axis=0, keepdims=True)")


def test_a_sort_key_loses_each_of_its_parts(tmp_path):
    found = results(tmp_path, "min(x, key=lambda v: (a, b))")
    for key in ("(a,)", "(b,)", "(b, a)"):
        assert f"min(x, key=lambda v: {key})" in found


def test_unpacked_neighbours_are_swapped(tmp_path):
    path = written(tmp_path, "def answer(x):\n    p, q, r = x\n    return (p, (q, r))\n")
    assert {"q, p, r = x", "p, r, q = x"} <= {line for m in mutants(path, "answer") for line in added(m)}


@pytest.mark.parametrize(
    "statement", ["total += x", "continue", "break", "kept.append(x)", "total = total + x", "kept[0] = x"]
)
def test_a_statement_without_which_the_rest_still_runs_is_dropped(tmp_path, statement):
    body = f"def answer(total, kept):\n    for x in kept:\n        {statement}\n    return total\n"
    drop = by_name(written(tmp_path, body), "answer")[f"answer: drop {statement}"]
    assert ["pass"] == added(drop)


def test_the_only_binding_of_a_name_is_not_dropped(tmp_path):
    path = written(tmp_path, "def answer(a):\n    b = a\n    return b\n")
    assert [] == mutants(path, "answer")


def test_an_if_always_holds_or_never_does(tmp_path):
    body = "def answer(a, b):\n    if a:\n        return a\n    return b\n"
    found = by_name(written(tmp_path, body), "answer")
    assert found["answer: always a"].function(0, 1) == 0
    assert found["answer: never a"].function(2, 1) == 1


def test_a_tanh_becomes_the_sigmoid_of_the_module_and_back():
    found = by_name(SAMPLES / "plain.py", "sample")
    assert "sample: tanh -> _sigmoid in np.tanh(_squash(x))" in found
    assert "_squash: _sigmoid -> np.tanh in _sigmoid(np.array(z, dtype=np.float64))" in found
    assert not any(name.startswith("_sigmoid: tanh ->") for name in found), "a sigmoid does not call itself"


def test_symmetric_functions_keep_the_order_of_their_arguments(tmp_path):
    assert results(tmp_path, "np.logaddexp(a, b)") == set()


def test_an_output_array_is_never_removed(tmp_path):
    found = results(tmp_path, "np.sqrt(x, out=a, where=b)")
    assert {"np.sqrt(x, out=a)", "x"} == found


def test_ties_are_broken_the_same_way_on_every_machine(tmp_path):
    path = written(tmp_path, "def answer(x):\n    return np.argsort(x, kind='stable')\n")
    (mutant,) = mutants(path, "answer")
    assert [3, 1, 4, 2, 0] == mutant.function(np.array([2.0, 1.0, 2.0, 0.0, 2.0])).tolist()


def test_helpers_and_constants_that_the_answer_uses_are_mutated_and_others_are_not():
    names = {name.partition(":")[0] for name in by_name(SAMPLES / "plain.py", "sample")}
    assert {"sample", "_squash", "_sigmoid", "FLOOR"} == names


def test_a_helpers_mutant_changes_that_mutant_alone():
    found = by_name(SAMPLES / "plain.py", "_squash")
    z = np.array([0.0, 1.0])
    right = 1.0 / (1.0 + np.exp(-z))
    assert not np.allclose(right, found["_sigmoid: 0.5 -> 1.0 in 0.5 * z"].function(z))
    of_the_caller = found["_squash: float64 -> float32 in np.array(z, dtype=np.float64)"]
    np.testing.assert_allclose(right, of_the_caller.function(z), rtol=1e-6)


def test_docstrings_annotations_messages_and_guards_are_unchanged():
    source = (SAMPLES / "plain.py").read_text("utf-8")
    untouched = [line for line in source.split("\n") if '"""' in line or "def " in line or "raise" in line]
    untouched.append("    if n < 1:")
    for mutant in mutants(SAMPLES / "plain.py", "sample"):
        removed = {line[1:] for line in mutant.diff.split("\n") if line.startswith("-")}
        assert not removed & set(untouched) or mutant.name.startswith("sample: 3 ->"), mutant.diff


def test_strings_are_never_changed(tmp_path):
    assert set() == results(tmp_path, "a['n', f'{b + 1}']")


def test_a_default_is_changed(tmp_path):
    found = by_name(written(tmp_path, "def answer(n=4):\n    return n\n"), "answer")
    assert {"answer: 4 -> 5 in its parameters", "answer: 4 -> 3 in its parameters"} == set(found)
    assert 5 == found["answer: 4 -> 5 in its parameters"].function()


def test_parentheses_are_added_only_if_they_matter(tmp_path):
    found = results(tmp_path, "a * (b + c) - x")
    assert {"a - x", "b + c - x", "a * (b) - x", "a * (b - c) - x"} <= found
    assert "(b + c) * 2" in results(tmp_path, "(b + c) * 1")
    assert "c - (a + b)" in results(tmp_path, "c - a * b")


def test_every_part_of_a_line_that_spans_several_is_found(tmp_path):
    body = "def answer(a, b):\n    ünï = (\n        a  # first\n        - b\n    )\n    return ünï * 2\n"
    found = by_name(written(tmp_path, body), "answer")
    assert ["+ b"] == added(found["answer: - -> + in a - b"])
    assert ["return ünï / 2"] == added(found["answer: * -> / in ünï * 2"])
    assert found["answer: - -> + in a - b"].function(2, 0.5) == 5.0


def test_mutants_with_the_same_code_are_one(tmp_path):
    path = written(tmp_path, "def answer(a, b):\n    return 1.0 and b\n")
    lines = [line for mutant in mutants(path, "answer") for line in added(mutant)]
    assert lines.count("return 2.0 and b") == 1  # one more, and twice as much
    diffs = [mutant.diff for mutant in mutants(SAMPLES / "plain.py", "sample")]
    assert len(diffs) == len(set(diffs))


def test_every_mutant_of_the_sample_differs_from_it_and_compiles():
    x, A = np.array([0.5, 3.0, 0.25, 2.0]), np.arange(16.0).reshape(4, 4)
    for mutant in mutants(SAMPLES / "plain.py", "sample"):
        assert added(mutant) or "pass" in mutant.diff
        try:
            mutant.function(x.copy(), A.copy())
        except (SyntaxError, NameError) as error:
            raise AssertionError(f"{mutant.name}: {error}\n{mutant.diff}") from error
        except Exception:
            continue  # a mutant may fail in its own way


def test_the_diff_shows_the_changed_line_between_its_neighbours():
    mutant = by_name(SAMPLES / "plain.py", "sample")["sample: > -> >= in x[order] > FLOOR"]
    lines = mutant.diff.split("\n")
    assert ["--- plain.py", "+++ plain.py"] == lines[:2]
    assert '     order = np.argsort(-x, kind="stable")' in lines
    assert "-    order = order[x[order] > FLOOR]" in lines
    assert "+    order = order[x[order] >= FLOOR]" in lines
    assert len(lines) <= 9


def test_names_stay_when_other_code_changes(tmp_path):
    source = (SAMPLES / "plain.py").read_text("utf-8")
    line = "    total = 0.0\n"
    changed = source.replace(line, f"    # empty\n\n    unused = None\n{line}")
    assert changed != source
    path = tmp_path / "plain.py"
    path.write_text("# a comment above\n" + changed, encoding="utf-8")
    assert list(by_name(SAMPLES / "plain.py", "sample")) == list(by_name(path, "sample"))


def test_equal_expressions_are_numbered_in_the_order_of_the_text(tmp_path):
    found = by_name(written(tmp_path, "def answer(a):\n    return [-a, -a]\n"), "answer")
    assert ["answer: drop minus in -a", "answer: drop minus in -a #2"] == list(found)
    assert [1, -1] == found["answer: drop minus in -a"].function(1)


def test_mutants_come_in_the_same_order_every_time():
    once, again = (mutants(SAMPLES / "plain.py", "sample") for _ in range(2))
    assert [(m.name, m.diff) for m in once] == [(m.name, m.diff) for m in again]


@pytest.mark.parametrize("name", ["drop n -= 1", "-= -> += in n -= 1"])
def test_a_mutant_that_loops_forever_is_stopped(name):
    stuck = by_name(SAMPLES / "endless.py", "countdown")[f"countdown: {name}"]
    with pytest.raises(MutantStuck, match="countdown runs far more loops"):
        stuck.function(3)


def test_every_call_has_its_own_count():
    text = (SAMPLES / "endless.py").read_text("utf-8")
    alone = bounded(text, SAMPLES / "endless.py", "countdown", ["countdown"])
    assert [15_000, 15_000, 15_000] == [alone(15_000) for _ in range(3)]
    with pytest.raises(MutantStuck):
        alone(21_000)
    assert alone(5) == 5


def test_a_mutant_may_take_ten_times_as_long_as_the_right_answer_and_no_more():
    text, path = (SAMPLES / "endless.py").read_text("utf-8"), SAMPLES / "endless.py"
    of_1000 = bounded(text, path, "countdown", ["countdown"], usual=lambda n: 1000)
    assert of_1000(10_000) == 10_000
    with pytest.raises(MutantStuck):
        of_1000(10_200)


def test_arguments_that_the_right_answer_refuses_give_no_measure():
    text, path = (SAMPLES / "endless.py").read_text("utf-8"), SAMPLES / "endless.py"

    def refuses(n):
        raise TypeError("not for me")

    assert bounded(text, path, "countdown", ["countdown"], usual=refuses)(5000) == 5000


def test_loops_calls_comprehensions_and_lambdas_are_counted():
    text, path = (SAMPLES / "endless.py").read_text("utf-8"), SAMPLES / "endless.py"
    ticks = {name: counted(text, path, name, [name]) for name in ("countdown", "depth", "widest", "longest")}
    assert (1 + 5, 1 + 5) == (ticks["countdown"](5), ticks["depth"](5))
    assert (1 + 3, 1 + 3) == (ticks["widest"](["a", "b", "c"]), ticks["longest"](["a", "b", "c"]))


def test_a_mutant_that_doubles_its_memory_forever_is_stopped():
    stuck = by_name(SAMPLES / "endless.py", "doubled")["doubled: drop rounds += 1"]
    with pytest.raises(MutantStuck, match="bytes in one variable"):
        stuck.function(np.ones(3))


def test_endless_recursion_is_an_exception_like_any_other():
    stuck = by_name(SAMPLES / "endless.py", "depth")["depth: never n == 0"]
    with pytest.raises((RecursionError, MutantStuck)):
        stuck.function(3)


def test_counting_changes_no_answer():
    text = (SAMPLES / "endless.py").read_text("utf-8")
    arguments = {"countdown": 7, "depth": 7, "doubled": np.ones(2), "widest": ["a", "bcd"]}
    expected = {"countdown": 7, "depth": 7, "doubled": np.ones(16), "widest": 3}
    for function, argument in arguments.items():
        got = bounded(text, SAMPLES / "endless.py", function, [function])(argument)
        np.testing.assert_array_equal(expected[function], got)


def test_a_missing_function_is_named():
    with pytest.raises(LookupError, match=r"endless\.py defines no function `missing`"):
        mutants(SAMPLES / "endless.py", "missing")


def test_making_and_running_mutants_never_imports_numba():
    code = (
        "import sys, numpy as np; from pathlib import Path\n"
        "from gradkata.authoring.mutants import mutants\n"
        f"found = mutants(Path({str(SAMPLES / 'plain.py')!r}), 'sample')\n"
        "for mutant in found:\n"
        "    try: mutant.function(np.ones(4), np.ones((4, 4)))\n"
        "    except Exception: pass\n"
        "assert len(found) > 100 and 'gradkata.jit' in sys.modules\n"
        "print('numba' in sys.modules)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, cwd=root, check=False
    )
    assert (0, "False") == (done.returncode, done.stdout.strip()), done.stderr


@pytest.mark.parametrize("slug", ["detection/iou", "detection/nms", "decoding/bleu", "sequences/lstm_step"])
def test_the_plain_answers_of_the_tree_have_mutants_that_compile(slug):
    package = solution(slug).__package__
    found = by_name(SOLUTIONS / f"{slug}.py", slug.rpartition("/")[2] + "_numpy", package)
    assert len(found) >= 30
    for mutant in found.values():
        with pytest.raises(TypeError, match="required positional argument"):
            mutant.function()
