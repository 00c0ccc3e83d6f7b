"""What is timed of training: steps of the weights, softmax and its gradients."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from builtin import solution

from tests.benchmarks.candidates import Case

softmax = solution("activations/softmax")
softmax_jacobian = solution("activations/softmax_jacobian")
gd_step = solution("backprop/gd_step")
softmax_cross_entropy_grad = solution("backprop/softmax_cross_entropy_grad")
_adam = solution("optimizers/_adam")
adam_step = solution("optimizers/adam_step")


def training_cases(scale: float = 1.0) -> list[Case]:
    """Every case; `scale` shrinks the large ones, for a test of their values."""
    many, rows, columns = int(1_000_000 * scale), int(1024 * scale), int(1000 * scale)
    return [
        adam_case(64, {"NumPy": 5.0}),
        adam_case(many, {"NumPy": 1.5}),
        adam_in_place(many),
        gd_case(64, {"NumPy": 5.0}),
        gd_case(many, {}),
        softmax_case(8, 8, {"NumPy": 5.0}),
        softmax_case(rows, columns, {}),
        jacobian_case(8, {"NumPy": 5.0}),
        gradient_case(8, 8, {"NumPy": 5.0}),
        gradient_case(rows, columns, {"NumPy": 1.5}),
    ]


def adam_case(d: int, goals: Mapping[str, float]) -> Case:
    """One step that returns new arrays."""
    given = (*_vectors(d), 3, 1e-3, 0.9, 0.999, 1e-8)
    calls = {
        "ours": lambda: adam_step.adam_step(*given),
        "NumPy": lambda: adam_step.adam_step_numpy(*given),
    }
    return Case(f"Adam step, {d:,} weights", calls, goals)


def adam_in_place(d: int) -> Case:
    """The kernel alone, beside as much traffic as it causes: four arrays read, three written.

    With rate and betas 0 a step repeats itself, so that every call does and gives the same.
    """
    w, m, v, g = _vectors(d)
    source, target = np.ones(7 * d // 2), np.ones(7 * d // 2)

    def ours() -> Any:
        _adam.step_in_place(w, m, v, g, 1, 0.0, 0.0, 0.0, 1e-8)
        return w, m, v

    def copy() -> Any:
        np.copyto(target, source)
        return w, m, v

    return Case(f"Adam step in place, {d:,} weights", {"ours": ours, "copying as many bytes": copy})


def gd_case(d: int, goals: Mapping[str, float]) -> Case:
    """One step down a gradient, which NumPy does in two calls."""
    w, g = _vectors(d)[:2]
    calls = {"ours": lambda: gd_step.gd_step(w, g, 0.1), "NumPy": lambda: gd_step.gd_step_numpy(w, g, 0.1)}
    return Case(f"gradient step, {d:,} weights", calls, goals)


def softmax_case(n: int, k: int, goals: Mapping[str, float]) -> Case:
    """Rows of logits to probabilities."""
    Z, _ = _batch(n, k)
    calls: dict[str, Callable[[], Any]] = {
        "ours": lambda: softmax.softmax(Z),
        "NumPy": lambda: softmax.softmax_numpy(Z),
    }
    if find_spec("torch"):
        import torch

        torch.set_num_threads(1)
        tensor = torch.from_numpy(Z)
        calls["PyTorch"] = lambda: torch.softmax(tensor, dim=1).numpy()
    return Case(f"softmax, ({n:,}, {k:,})", calls, goals)


def jacobian_case(k: int, goals: Mapping[str, float]) -> Case:
    """One row."""
    z = _batch(1, k)[0][0]
    calls = {
        "ours": lambda: softmax_jacobian.softmax_jacobian(z),
        "NumPy": lambda: softmax_jacobian.softmax_jacobian_numpy(z),
    }
    return Case(f"Jacobian of softmax, {k} classes", calls, goals)


def gradient_case(n: int, k: int, goals: Mapping[str, float]) -> Case:
    """P - Y over n."""
    Z, Y = _batch(n, k)
    module = softmax_cross_entropy_grad
    calls = {
        "ours": lambda: module.softmax_cross_entropy_grad(Z, Y),
        "NumPy": lambda: module.softmax_cross_entropy_grad_numpy(Z, Y),
    }
    return Case(f"gradient of softmax and cross-entropy, ({n:,}, {k:,})", calls, goals)


def _vectors(d: int) -> tuple[np.ndarray, ...]:
    generator = np.random.default_rng(d)
    w, m, g = (generator.normal(size=d) for _ in range(3))
    return w, m, generator.uniform(0.1, 1.0, d), g


def _batch(n: int, k: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(n)
    return 3.0 * generator.normal(size=(n, k)), np.eye(k)[generator.integers(0, k, n)]
