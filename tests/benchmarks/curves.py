"""What is timed of activations and sums of paths: small inputs, where calling costs most, and large ones."""

from importlib import import_module
from typing import Any

import numpy as np
from builtin import solution

from tests.benchmarks.candidates import Case

graph_backward = solution("backprop/graph_backward")
multi_path_chain = solution("backprop/multi_path_chain")
two_two_two_backward = solution("backprop/two_two_two_backward")
conv_output_size = solution("convolution/conv_output_size")
perceptron_update = solution("perceptron/perceptron_update")

CURVES = ("sigmoid", "sigmoid_grad", "tanh_grad", "relu_grad", "leaky_relu_grad", "elu_grad")
SMALL = {"NumPy": 5.0}


def curve_cases(scale: float = 1.0) -> list[Case]:
    """Every case; `scale` shrinks the large ones, for a test of their values."""
    many, side = int(1_000_000 * scale), int(1000 * scale)
    return [
        *(curve_case(name, 8, True) for name in CURVES),
        *(curve_case(name, many, False) for name in ("sigmoid", "relu_grad")),
        paths_case(4, 3, True),
        paths_case(side, side, False),
        network_case(),
        perceptron_case(),
        plain_case("one node of a graph", graph_backward, (2.0, -1.0, 3.0, 0.5)),
        plain_case("output size of a convolution", conv_output_size, (224, 7, 3, 2)),
    ]


def curve_case(name: str, n: int, is_small: bool) -> Case:
    """One activation or its derivative, at n points."""
    module = import_module(f"solutions.activations.{name}")
    x = np.random.default_rng(n).normal(size=n)
    given = (x, 1.5) if name == "elu_grad" else (x,)
    calls = {
        "ours": lambda: getattr(module, name)(*given),
        "NumPy": lambda: getattr(module, f"{name}_numpy")(*given),
    }
    return Case(f"{name}, {n:,} points", calls, SMALL if is_small else {})


def paths_case(h: int, d: int, is_small: bool) -> Case:
    """A product of a vector and a matrix, which is what a BLAS is for."""
    generator = np.random.default_rng(h)
    A, g = generator.normal(size=(h, d)), generator.normal(size=h)
    calls = {
        "ours": lambda: multi_path_chain.multi_path_chain(A, g),
        "NumPy": lambda: multi_path_chain.multi_path_chain_numpy(A, g),
    }
    return Case(f"all paths, ({h:,}, {d:,})", calls, SMALL if is_small else {})


def network_case() -> Case:
    """Backwards through the lecture's network of eight weights."""
    generator = np.random.default_rng(8)
    given = (
        generator.normal(size=2),
        generator.normal(size=8),
        generator.normal(size=2),
        generator.uniform(size=2),
    )
    return plain_case("a 2-2-2 network", two_two_two_backward, given, SMALL)


def perceptron_case() -> Case:
    """One update of 64 weights."""
    generator = np.random.default_rng(64)
    given = (generator.normal(size=64), generator.normal(size=64), 1, 0, 0.1)
    return plain_case("perceptron's update, 64 weights", perceptron_update, given, SMALL)


def plain_case(what: str, module: Any, given: tuple[Any, ...], goals: Any = None) -> Case:
    """A reference beside the plain answer of its own kata; scalar formulas stay plain, and gain nothing."""
    name = module.__name__.rpartition(".")[2]
    calls = {
        "ours": lambda: getattr(module, name)(*given),
        "NumPy": lambda: getattr(module, f"{name}_numpy")(*given),
    }
    return Case(what, calls, goals or {})
