"""What is timed of references with a loop: windows, neighbours, recurrent steps, n-grams, averages, steps."""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from builtin import solution

from tests.benchmarks.candidates import Case

GOAL = {"NumPy": 5.0}


def loop_cases(scale: float = 1.0) -> list[Case]:
    """Every case; `scale` shrinks the large ones, for a test of their values."""
    side, n, words, h = (
        int(224 * math.sqrt(scale)),
        int(10_000 * scale),
        int(100_000 * scale),
        int(512 * scale),
    )
    many, frames = int(1_000_000 * scale), int(100_000 * scale)
    return [
        valid_case(8, 3),
        valid_case(side, 5),
        conv_case(8, 3, 1, 1),
        conv_case(side, 7, 3, 2),
        pool_case(8, 2, 2),
        pool_case(side, 2, 2),
        pool_case(side, 3, 2),
        distance_case(8, 2),
        distance_case(n, 64),
        neighbours_case(100, 2, 5),
        neighbours_case(n, 64, 5),
        *(rnn_case(size) for size in (8, 64, h)),
        *(gru_case(size) for size in (8, 64, h)),
        counts_case(25, 2),
        counts_case(words, 4),
        precision_case(25, 2),
        precision_case(words, 4),
        path_case(50),
        path_case(frames),
        average_case(50),
        average_case(frames),
        *(step_case(kata, d) for kata in STEPS for d in (64, many)),
    ]


def calls_of(slug: str, given: tuple[Any, ...]) -> dict[str, Callable[[], Any]]:
    """The reference and the plain answer of its kata."""
    module, name = solution(slug), slug.rpartition("/")[2]
    return {
        "ours": lambda: getattr(module, name)(*given),
        "NumPy": lambda: getattr(module, f"{name}_numpy")(*given),
    }


def torch_on_one_thread() -> Any:
    """PyTorch, or None if it is not installed."""
    if not find_spec("torch"):
        return None
    import torch

    torch.set_num_threads(1)
    return torch


def without_gradients(torch: Any, call: Callable[[], Any]) -> Callable[[], Any]:
    """The call under `inference_mode`, where PyTorch is fastest."""

    def inferred() -> Any:
        with torch.inference_mode():
            return call()

    return inferred


def valid_case(side: int, f: int) -> Case:
    """A square image with one channel, and a square kernel."""
    from scipy.signal import correlate2d

    x, k = _image(side), _image(f)
    calls = calls_of("convolution/conv2d_valid", (x, k))
    calls["SciPy"] = lambda: correlate2d(x, k, mode="valid")
    if torch := torch_on_one_thread():
        image, kernel = (torch.from_numpy(each)[None, None] for each in (x, k))
        calls["PyTorch"] = without_gradients(torch, lambda: torch.nn.functional.conv2d(image, kernel)[0, 0])
    return Case(f"convolution, {side} x {side}, kernel {f} x {f}", calls, GOAL)


def conv_case(side: int, f: int, p: int, s: int) -> Case:
    """With padding p and stride s; the large one is the first layer of a ResNet, for one channel."""
    x, k = _image(side), _image(f)
    calls = calls_of("convolution/conv2d", (x, k, p, s))
    if torch := torch_on_one_thread():
        image, kernel = (torch.from_numpy(each)[None, None] for each in (x, k))
        convolve = torch.nn.functional.conv2d
        calls["PyTorch"] = without_gradients(
            torch, lambda: convolve(image, kernel, stride=s, padding=p)[0, 0]
        )
    return Case(f"convolution, {side} x {side}, kernel {f} x {f}, padding {p}, stride {s}", calls, GOAL)


def pool_case(side: int, f: int, s: int) -> Case:
    """One map."""
    x = _image(side)
    calls = calls_of("convolution/max_pool2d", (x, f, s))
    if torch := torch_on_one_thread():
        image = torch.from_numpy(x)[None]
        calls["PyTorch"] = without_gradients(torch, lambda: torch.nn.functional.max_pool2d(image, f, s)[0])
    return Case(f"max pooling, {side} x {side}, window {f}, stride {s}", calls, GOAL)


def distance_case(n: int, d: int) -> Case:
    """From one point to n others."""
    from scipy.spatial.distance import cdist

    X, q, _ = _points(n, d)
    calls = calls_of("classic/euclidean_distance", (X, q))
    calls["SciPy"] = lambda: cdist(X, q[None])[:, 0]
    if torch := torch_on_one_thread():
        points, point = torch.from_numpy(X), torch.from_numpy(q)
        calls["PyTorch"] = without_gradients(torch, lambda: torch.linalg.vector_norm(points - point, dim=1))
    return Case(f"distances to {n:,} points of {d} features", calls, GOAL)


def neighbours_case(n: int, d: int, k: int) -> Case:
    """One query; scikit-learn with brute force, as here, fitted beforehand."""
    from sklearn.neighbors import KNeighborsClassifier

    X, q, y = _points(n, d)
    fitted = KNeighborsClassifier(k, algorithm="brute").fit(X, y)
    calls = calls_of("classic/knn_predict", (X, y, q, k, 10))
    calls["scikit-learn"] = lambda: fitted.predict(q[None])[0]
    return Case(f"{k} nearest of {n:,} points of {d} features", calls, GOAL)


def rnn_case(h: int) -> Case:
    """As many inputs and classes as hidden units; PyTorch with weights arranged beforehand."""
    generator = np.random.default_rng(h)
    a, x, ba, by = generator.normal(size=(4, h))
    Wa = generator.normal(size=(h, 2 * h)) / math.sqrt(2 * h)
    Wy = generator.normal(size=(h, h)) / math.sqrt(h)
    calls = calls_of("sequences/rnn_step", (a, x, Wa, ba, Wy, by))
    if torch := torch_on_one_thread():
        cell, layer = torch.nn.RNNCell(h, h, dtype=torch.float64), torch.nn.Linear(h, h, dtype=torch.float64)
        _load(torch, cell, weight_hh=Wa[:, :h], weight_ih=Wa[:, h:], bias_hh=ba, bias_ih=np.zeros(h))
        _load(torch, layer, weight=Wy, bias=by)
        state, given = (torch.from_numpy(each)[None] for each in (a, x))

        def step() -> Any:
            new = cell(given, state)
            return new[0], torch.softmax(layer(new), dim=1)[0]

        calls["PyTorch"] = without_gradients(torch, step)
    return Case(f"RNN step, h = d = k = {h}", calls, GOAL)


def gru_case(h: int) -> Case:
    """As many inputs as hidden units; not PyTorch's cell, which resets after the product, but its tensors."""
    generator = np.random.default_rng(h)
    c, x = generator.normal(size=(2, h))
    W = generator.normal(size=(3, h, 2 * h)) / math.sqrt(2 * h)
    b = generator.normal(size=(3, h))
    calls = calls_of("sequences/gru_step", (c, x, W, b))
    if torch := torch_on_one_thread():
        state, given, weights, biases = (torch.from_numpy(each) for each in (c, x, W, b))
        gates, linear = weights[1:].reshape(2 * h, 2 * h), torch.nn.functional.linear

        def step() -> Any:
            both = linear(torch.cat([state, given]), gates, biases[1:].reshape(-1))
            update, reset = torch.sigmoid(both).chunk(2)
            candidate = torch.tanh(linear(torch.cat([reset * state, given]), weights[0], biases[0]))
            return torch.lerp(state, candidate, update)

        calls["PyTorch"] = without_gradients(torch, step)
    return Case(f"GRU step, h = d = {h}", calls, GOAL)


def counts_case(words: int, n: int) -> Case:
    """Words as frequent as in a language (Zipf); NLTK's n-grams in a Counter, made into arrays as well."""
    from nltk.util import ngrams

    ids = _words(words, 0)

    def nltk() -> Any:
        counter = Counter(ngrams(ids.tolist(), n))
        rows = np.array(list(counter), dtype=np.int64).reshape(-1, n)
        return rows, np.array(list(counter.values()), dtype=np.int64)

    calls = {**calls_of("decoding/ngram_counts", (ids, n)), "NLTK": nltk}
    return Case(f"counts of {n}-grams, {words:,} words", calls, GOAL)


def precision_case(words: int, n: int) -> Case:
    """Two texts of one language; NLTK's n-grams, because its own precision is clipped."""
    from nltk.util import ngrams

    candidate, reference = _words(words, 0), _words(words, 1)

    def nltk() -> Any:
        known, grams = set(ngrams(reference.tolist(), n)), list(ngrams(candidate.tolist(), n))
        return sum(gram in known for gram in grams), len(grams)

    calls = {**calls_of("decoding/ngram_precision", (candidate, reference, n)), "NLTK": nltk}
    return Case(f"precision of {n}-grams, {words:,} words", calls, GOAL)


def path_case(frames: int) -> Case:
    """Runs of letters and blanks; PyTorch as torchaudio's greedy decoder is written."""
    generator = np.random.default_rng(frames)
    path = np.repeat(generator.integers(0, 28, frames), generator.integers(1, 5, frames))[:frames]
    path[generator.uniform(size=frames) < 0.3] = 0
    calls = calls_of("decoding/ctc_collapse", (path, 0))
    if torch := torch_on_one_thread():
        tensor = torch.from_numpy(path)

        def collapse() -> Any:
            merged = torch.unique_consecutive(tensor)
            return merged[merged != 0]

        calls["PyTorch"] = without_gradients(torch, collapse)
    return Case(f"CTC's collapse, {frames:,} frames", calls, GOAL)


def average_case(n: int) -> Case:
    """SciPy as a filter that starts from its delayed first output."""
    from scipy.signal import lfilter

    theta, beta, v0 = np.random.default_rng(n).normal(size=n), 0.9, 0.5
    calls = calls_of("optimizers/ewma", (theta, beta, v0))
    calls["SciPy"] = lambda: lfilter([1.0 - beta], [1.0, -beta], theta, zi=[beta * v0])[0]
    return Case(f"moving average, {n:,} values", calls, GOAL)


# The rate, and what else a step takes besides the vectors.
STEPS: Mapping[str, tuple[float, ...]] = {
    "adagrad_step": (0.01, 1e-10),
    "rmsprop_step": (0.01, 0.9, 1e-8),
    "momentum_ewma_step": (0.01, 0.9),
}


def step_case(kata: str, d: int) -> Case:
    """One step that returns new arrays; PyTorch's optimizer steps after weights and state are copied into it."""
    generator = np.random.default_rng(d)
    w, g, s = generator.normal(size=d), generator.normal(size=d), generator.uniform(0.1, 1.0, d)
    given = STEPS[kata]
    calls = calls_of(f"optimizers/{kata}", (w, s, g, *given))
    if torch := torch_on_one_thread():
        calls["PyTorch"] = _torch_step(torch, kata, (w, s, g), given)
    return Case(f"{kata}, {d:,} weights", calls, GOAL)


def _torch_step(torch: Any, kata: str, vectors: tuple[np.ndarray, ...], given: tuple[float, ...]) -> Any:
    """Adagrad's epsilon is beside the root in PyTorch, which at 1e-10 makes no difference that counts."""
    weights, state, slopes = (torch.from_numpy(each) for each in vectors)
    parameter = torch.nn.Parameter(weights.clone())
    parameter.grad = slopes
    if kata == "adagrad_step":
        lr, eps = given
        optimizer, key = torch.optim.Adagrad([parameter], lr=lr, eps=eps), "sum"
    elif kata == "rmsprop_step":
        lr, gamma, eps = given
        optimizer, key = torch.optim.RMSprop([parameter], lr=lr, alpha=gamma, eps=eps), "square_avg"
    else:
        lr, gamma = given
        optimizer = torch.optim.SGD([parameter], lr=lr, momentum=gamma, dampening=gamma)
        key = "momentum_buffer"
    optimizer.step()  # which makes the state

    def step() -> Any:
        with torch.no_grad():
            parameter.copy_(weights)
            optimizer.state[parameter][key].copy_(state)
        optimizer.step()
        return parameter.detach(), optimizer.state[parameter][key]

    return step


def _load(torch: Any, layer: Any, **weights: np.ndarray) -> None:
    """In NumPy's memory, whose large pages PyTorch goes without."""
    for name, value in weights.items():
        tensor = torch.from_numpy(np.ascontiguousarray(value))
        setattr(layer, name, torch.nn.Parameter(tensor, requires_grad=False))


def _image(side: int) -> np.ndarray:
    return np.random.default_rng(side).normal(size=(side, side))


def _points(n: int, d: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    generator = np.random.default_rng(n)
    return generator.normal(size=(n, d)), generator.normal(size=d), generator.integers(0, 10, n)


def _words(n: int, seed: int) -> np.ndarray:
    generator = np.random.default_rng(seed)
    return np.exp(generator.uniform(0.0, math.log(20_000), n)).astype(np.int64)
