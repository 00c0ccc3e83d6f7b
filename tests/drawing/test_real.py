"""Recorded strategies as real Hypothesis strategies."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from gradkata import arg, st
from gradkata.declaring.kata import Kata
from gradkata.drawing.real import draw_examples, hidden_source_files, shrink
from gradkata.signature import infer_sizes, shape_of


def drawn(strategy, count=60):
    return [example["x"] for example in draw_examples({"x": strategy}, count, "seed")]


def test_the_same_seed_draws_the_same_examples():
    declared = {"n": st.integers(1, 4), "x": st.arrays(arg("n"), elements=st.integers(0, 9))}

    one, two, other = (draw_examples(declared, 30, seed) for seed in ("a", "a", "b"))

    assert repr(one) == repr(two)
    assert repr(one) != repr(other)


def test_every_name_of_the_vocabulary_can_be_drawn():
    @st.composite
    def twice(draw):
        return draw(st.integers(0, 3)) * 2

    strategies = {
        "arrays": st.arrays((2,), elements=st.integers(0, 3)),
        "booleans": st.booleans(),
        "composite": twice(),
        "dictionaries": st.fixed_dictionaries({"k": st.none()}),
        "floats": st.floats(0, 1),
        "just": st.just(3),
        "lists": st.lists(st.integers(0, 1), max_size=2),
        "mapped": st.integers(0, 1).map(str).filter(bool).flatmap(st.just),
        "one_of": st.one_of(st.just(1), st.just(2)) | st.just(3),
        "permutations": st.permutations([1, 2]),
        "sampled_from": st.sampled_from("ab"),
        "text": st.text(max_size=2),
        "tuples": st.tuples(st.just(1), st.booleans()),
    }

    for name, strategy in strategies.items():
        assert drawn(strategy, 3), name


def test_arrays_are_not_filled_with_one_repeated_value():
    arrays = drawn(st.arrays((8,), elements=st.integers(0, 1000)))

    assert np.mean([len(set(array)) for array in arrays]) > 4


def test_shrinking_finds_the_smallest_failure_and_stops_at_its_bound():
    calls = []

    def fails(example):
        calls.append(example)
        return example["x"] >= 17

    found = shrink({"x": st.integers(0, 1000)}, fails, lambda e: e["x"], 200, "seed")

    assert found == {"x": 17}
    assert len(calls) <= 200


def test_shrinking_finds_nothing_if_nothing_fails():
    assert shrink({"x": st.integers(0, 9)}, lambda e: False, lambda e: e["x"], 50, "seed") is None


# Draws while a module with many numbers is loaded.  Hypothesis ignores numbers up to 100.
WITH_A_MODULE = """
import contextlib, sys
from gradkata.declaring.recording import st
from gradkata.drawing import real
sys.path.insert(0, sys.argv[1])
if "constants" in sys.argv: import strange_numbers
if "unprotected" in sys.argv: real.hidden_source_files = contextlib.nullcontext
print(real.draw_examples({"x": st.integers(-(10**6), 10**6)}, 300, "seed"))
"""


def drawn_beside(folder, *words):
    (folder / "strange_numbers.py").write_text("".join(f"A{n} = {1001 * n}\n" for n in range(1, 40)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WITH_A_MODULE, str(folder), *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return done.stdout


def test_a_number_in_a_loaded_module_changes_nothing_that_is_drawn(tmp_path):
    """Hypothesis draws them if nothing prevents it, which is the control."""
    usual = drawn_beside(tmp_path)

    assert usual == drawn_beside(tmp_path, "constants")
    assert usual != drawn_beside(tmp_path, "constants", "unprotected")


def test_drawing_leaves_nothing_in_the_folder(tmp_path):
    drawn_beside(tmp_path)

    assert [path.name for path in tmp_path.glob(".hypothesis")] == []


def test_a_link_out_of_the_standard_library_is_hidden_from_hypothesis_too(tmp_path, monkeypatch):
    """As Debian's `sitecustomize` is, whose numbers would be drawn, and a folder left behind."""
    import hypothesis

    (tmp_path / "elsewhere.py").write_text("A = 123456\n")
    (tmp_path / "packages").mkdir()
    (tmp_path / "packages" / "plain.py").write_text("")
    (tmp_path / "packages" / "link.py").symlink_to(tmp_path / "elsewhere.py")
    monkeypatch.setattr(hypothesis, "__file__", str(tmp_path / "packages" / "hypothesis" / "__init__.py"))
    files = {}
    for name in ("plain", "link"):
        module = ModuleType(name)
        module.__file__ = files[name] = str(tmp_path / "packages" / f"{name}.py")
        monkeypatch.setitem(sys.modules, name, module)

    with hidden_source_files():
        assert [files["plain"], None] == [sys.modules[name].__file__ for name in files]

    assert list(files.values()) == [sys.modules[name].__file__ for name in files]


def test_a_module_that_refuses_changes_is_left_as_it_is(tmp_path, monkeypatch):
    """As PyTorch's modules of settings do; the files of the other modules come back."""

    class Fixed(ModuleType):
        def __setattr__(self, name, value):
            raise AttributeError(name)

    plain = ModuleType("plain")
    plain.__file__ = str(tmp_path / "plain.py")
    fixed = Fixed("fixed")
    fixed.__dict__["__file__"] = str(tmp_path / "fixed.py")
    for each in (plain, fixed):
        monkeypatch.setitem(sys.modules, each.__name__, each)

    with hidden_source_files():
        assert plain.__file__ is None
    assert [str(tmp_path / "plain.py"), str(tmp_path / "fixed.py")] == [plain.__file__, fixed.__file__]


@pytest.mark.parametrize(
    "signature",
    [
        "l2_grad(beta: (d+1), lam: ()) -> (d+1)",
        "decode(log_start: (V), log_next: (T-1,V,V)) -> i8(T)",
        "fc_to_conv(W: (h*w*c,m), h: i8, w: i8, c: i8) -> (m,h,w,c)",
        "halves(x: (n), y: (n//2), z: (max(n-1,1))) -> (n)",
        "conv2d_backward_w(x: (h,w), g: (min(h,2),min(w,2))) -> (h-min(h,2)+1,w-min(w,2)+1)",
    ],
)
def test_the_default_draws_have_the_sizes_of_the_signature(signature):
    kata = Kata(signature)
    kata.agreement(points=1)

    for example in draw_examples(kata.properties[0].draws, 30, "seed"):
        arguments = [example[name] for name in kata.signature.names]
        sizes = infer_sizes(kata.signature, arguments)
        for parameter, argument in zip(kata.signature.parameters, arguments, strict=True):
            assert np.shape(argument) == shape_of(parameter.kind, {**example, **sizes})
