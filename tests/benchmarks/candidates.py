"""What is timed: for each case, calls that compute the same by the references and by others."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

import numpy as np
from builtin import solution

beam_search = solution("decoding/beam_search")
bleu = solution("decoding/bleu")
iou = solution("detection/iou")
nms = solution("detection/nms")
pairwise_iou = solution("detection/pairwise_iou")
lstm_step = solution("sequences/lstm_step")

Calls = Mapping[str, Callable[[], Any]]


@dataclass(frozen=True)
class Case:
    """One input: the call named "ours" against the others, with the goals set for some of them."""

    what: str
    calls: Calls
    goals: Mapping[str, float] = field(default_factory=dict)


def all_cases(scale: float = 1.0) -> list[Case]:
    """Every case; `scale` shrinks the large ones, for a test of their values."""
    from tests.benchmarks.curves import curve_cases
    from tests.benchmarks.loops import loop_cases
    from tests.benchmarks.training import training_cases

    n, words, h = int(10_000 * scale), int(100_000 * scale), int(512 * scale)
    return [
        iou_pair(),
        nms_case(f"{n:,} sparse boxes", *sparse(n, 4096.0), {"NumPy": 100.0, "OpenCV": 100.0}),
        nms_case(f"{n:,} dense boxes", *sparse(n, 1000.0), {}),
        nms_case(f"{n:,} boxes on 200 objects", *clustered(n, 200), {}),
        nms_case("100 boxes", *sparse(100, 400.0), {}),
        bleu_case(f"{words:,} words as one text", *noisy_pair(words), {"sacrebleu": 8.0}),
        bleu_case("one sentence of 25 words", *noisy_pair(25), {"sacrebleu": 1.3}),
        bleu_sentences(int(4000 * scale)),
        lstm_case(8, {"NumPy": 8.0}),
        lstm_case(64, {}),
        lstm_case(h, {"PyTorch": 1.0}),
        *training_cases(scale),
        *curve_cases(scale),
        pairwise_case(int(1000 * scale), {"pycocotools": 8.0, "NumPy": 25.0, "PyTorch": 25.0}),
        pairwise_case(4, {"NumPy": 5.0}),
        beam_case(int(256 * math.sqrt(scale)), 50, 4, {"NumPy": 5.0}),
        beam_case(int(256 * math.sqrt(scale)), 50, 64, {"NumPy": 5.0}),
        beam_case(4, 5, 3, {"NumPy": 5.0}),
        *loop_cases(scale),
    ]


def parts(result: Any) -> list[np.ndarray]:
    """What a call returns, as arrays: one, or those of a tuple, which may differ in shape."""
    return [np.asarray(part) for part in (result if isinstance(result, tuple) else (result,))]


def assert_same(case: Case) -> None:
    """Every call of the case computes what ours does."""
    expected = parts(case.calls["ours"]())
    for name, call in case.calls.items():
        for want, have in zip(expected, parts(call()), strict=True):
            message = f"{case.what}: {name}"
            np.testing.assert_allclose(have, want, rtol=1e-9, atol=1e-12, err_msg=message)


def iou_pair() -> Case:
    """One pair of boxes, as a student's property calls it."""
    from pycocotools import mask

    a, b = np.array([10.0, 20.0, 50.0, 80.0]), np.array([30.0, 10.0, 70.0, 60.0])
    a_xywh, b_xywh = ([[*box[:2], *(box[2:] - box[:2])]] for box in (a, b))
    return Case(
        "IoU, one pair",
        {
            "ours": lambda: iou.iou(a, b),
            "NumPy": lambda: iou.iou_numpy(a, b),
            "pycocotools": lambda: mask.iou(a_xywh, b_xywh, [0])[0, 0],
        },
    )


def pairwise_case(n: int, goals: Mapping[str, float]) -> Case:
    """Boxes of 8 to 200 pixels in a square image of 1000, every one against every other."""
    from pycocotools import mask

    generator = np.random.default_rng(n)
    start = generator.uniform(0.0, 1000.0, (2, n, 2))
    a, b = np.concatenate([start, start + generator.uniform(8.0, 200.0, (2, n, 2))], axis=2)
    a_xywh, b_xywh = (np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]]) for boxes in (a, b))
    calls = {
        "ours": lambda: pairwise_iou.pairwise_iou(a, b),
        "NumPy": lambda: pairwise_iou.pairwise_iou_numpy(a, b),
        "pycocotools": lambda: mask.iou(a_xywh, b_xywh, [0] * n),
    }
    if find_spec("torch"):
        calls["PyTorch"] = _torch_pairs(a, b)
    return Case(f"IoU, {n:,} x {n:,} boxes", calls, goals)


def _torch_pairs(a: np.ndarray, b: np.ndarray) -> Callable[[], Any]:
    """As torchvision writes `box_iou`."""
    import torch

    torch.set_num_threads(1)
    first, second = torch.from_numpy(a), torch.from_numpy(b)

    def pairs() -> Any:
        low = torch.max(first[:, None, :2], second[:, :2])
        high = torch.min(first[:, None, 2:], second[:, 2:])
        sides = (high - low).clamp(min=0)
        shared = sides[:, :, 0] * sides[:, :, 1]
        areas = ((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]) for boxes in (first, second))
        return shared / (next(areas)[:, None] + next(areas) - shared)

    return pairs


def beam_case(v: int, t: int, width: int, goals: Mapping[str, float]) -> Case:
    """Random distributions over v words at each of t steps; the scores of the beam."""
    generator = np.random.default_rng(v)
    log_start = np.log(generator.dirichlet(np.ones(v)))
    log_next = np.log(generator.dirichlet(np.ones(v), (t - 1, v)))
    return Case(
        f"Beam search, V = {v}, T = {t}, width {width}",
        {
            "ours": lambda: beam_search.beam_search(log_start, log_next, width)[1],
            "NumPy": lambda: beam_search.beam_search_numpy(log_start, log_next, width)[1],
            "plain Python": lambda: beam_search.beam_search_lists(log_start, log_next, width)[1],
        },
        goals,
    )


def nms_case(what: str, boxes: np.ndarray, scores: np.ndarray, goals: Mapping[str, float]) -> Case:
    """Thresholds 0.01 and 0.5; OpenCV gets boxes as it wants them, (x, y, width, height)."""
    import cv2

    cv2.setNumThreads(1)
    as_xywh = np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]])
    return Case(
        f"NMS, {what}",
        {
            "ours": lambda: nms.nms(boxes, scores, 0.01, 0.5),
            "NumPy": lambda: nms.nms_numpy(boxes, scores, 0.01, 0.5),
            "OpenCV": lambda: cv2.dnn.NMSBoxes(as_xywh, scores, 0.01, 0.5),
        },
        goals,
    )


def bleu_case(what: str, candidate: str, reference: str, goals: Mapping[str, float]) -> Case:
    """From strings: splitting is part of our time too."""
    from nltk.translate.bleu_score import sentence_bleu

    score = _sacrebleu()
    calls = {
        "ours": lambda: bleu.bleu(candidate.split(), [reference.split()]),
        "Counter": lambda: bleu.bleu_numpy(candidate.split(), [reference.split()]),
        "sacrebleu": lambda: score(candidate, reference),
        "NLTK": lambda: float(sentence_bleu([reference.split()], candidate.split())),
    }
    return Case(f"BLEU, {what}", calls, goals)


def bleu_sentences(n: int) -> Case:
    """The mean of the scores of n sentences, one call for each."""
    score = _sacrebleu()
    pairs = [noisy_pair(25, seed) for seed in range(n)]
    return Case(
        f"BLEU, {n:,} sentences of 25 words, one by one",
        {
            "ours": lambda: math.fsum(bleu.bleu(c.split(), [r.split()]) for c, r in pairs) / n,
            "sacrebleu": lambda: math.fsum(score(c, r) for c, r in pairs) / n,
        },
    )


def _sacrebleu() -> Callable[[str, str], float]:
    from sacrebleu.metrics import BLEU

    metric = BLEU(tokenize="none", smooth_method="none", effective_order=False)
    return lambda candidate, reference: metric.corpus_score([candidate], [[reference]]).score / 100.0


def lstm_case(h: int, goals: Mapping[str, float]) -> Case:
    """As many inputs as hidden units, float64; PyTorch in the form that is fastest there.

    That is a batch of one under `inference_mode`, with weights arranged beforehand.
    """
    generator = np.random.default_rng(h)
    a, c, x = generator.normal(size=(3, h))
    W = generator.normal(size=(4, h, 2 * h)) / math.sqrt(2 * h)
    b = generator.normal(size=(4, h))
    calls = {
        "ours": lambda: lstm_step.lstm_step(a, c, x, W, b),
        "NumPy": lambda: lstm_step.lstm_step_numpy(a, c, x, W, b),
        "NumPy, gate by gate": lambda: lstm_step.lstm_step_gate_by_gate(a, c, x, W, b),
        "NumPy, tuned": lambda: _tuned_numpy_step(a, c, x, W, b),
    }
    if find_spec("torch"):
        calls["PyTorch"] = _torch_cell(a, c, x, W, b)
    return Case(f"LSTM step, h = d = {h}", calls, goals)


def _tuned_numpy_step(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The fastest that is known of NumPy: as few calls as possible, three sigmoids in one."""
    s = W @ np.concatenate((a, x)) + b
    update, forget, output = 0.5 * (1.0 + np.tanh(0.5 * s[1:]))
    memory = update * np.tanh(s[0]) + forget * c
    return output * np.tanh(memory), memory


def _torch_cell(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> Callable[[], Any]:
    import torch

    torch.set_num_threads(1)
    h, order = len(a), [1, 2, 0, 3]
    cell = torch.nn.LSTMCell(len(x), h, dtype=torch.float64)
    weights = {
        "weight_hh": W[order, :, :h].reshape(4 * h, h),
        "weight_ih": W[order, :, h:].reshape(4 * h, len(x)),
        "bias_ih": b[order].ravel(),
        "bias_hh": np.zeros(4 * h),
    }
    for name, value in weights.items():  # in NumPy's memory, whose large pages PyTorch goes without
        tensor = torch.from_numpy(np.ascontiguousarray(value))
        setattr(cell, name, torch.nn.Parameter(tensor, requires_grad=False))
    state, memory, given = (torch.from_numpy(v.copy())[None] for v in (a, c, x))

    def step() -> Any:
        with torch.inference_mode():
            new_state, new_memory = cell(given, (state, memory))
            return new_state[0], new_memory[0]

    return step


def sparse(n: int, side: float) -> tuple[np.ndarray, np.ndarray]:
    """Boxes of 8 to 32 pixels, anywhere in a square image; distinct scores in random order."""
    generator = np.random.default_rng(n)
    start = generator.uniform(0.0, side, (n, 2))
    boxes = np.hstack([start, start + generator.uniform(8.0, 32.0, (n, 2))])
    return boxes, _scores(generator, n)


def clustered(n: int, objects: int) -> tuple[np.ndarray, np.ndarray]:
    """As a detector gives them: boxes that jitter around objects of 30 to 120 pixels."""
    generator = np.random.default_rng(n + 1)
    which = generator.integers(0, objects, n)
    start = generator.uniform(0.0, 1000.0, (objects, 2))[which] + generator.normal(size=(n, 2)) * 5.0
    extent = generator.uniform(30.0, 120.0, (objects, 2))[which]
    extent *= np.exp(generator.normal(size=(n, 2)) * 0.08)
    return np.hstack([start, start + extent]), _scores(generator, n)


def _scores(generator: np.random.Generator, n: int) -> np.ndarray:
    return (generator.permutation(n) + 1.0) / n  # apart in float32 too, which OpenCV takes


def noisy_pair(n: int, seed: int = 0) -> tuple[str, str]:
    """A reference of n words as frequent as in a language (Zipf), and a copy with edits in 18 %."""
    generator = np.random.default_rng(seed)
    vocabulary = 20_000
    ranks = np.exp(generator.uniform(0.0, math.log(vocabulary), 2 * n)).astype(int)
    words = [_spelled(rank) for rank in ranks.tolist()]
    reference, spare = words[:n], words[n:]
    copied: list[str] = []
    for word, other, edit in zip(reference, spare, generator.uniform(size=n).tolist(), strict=True):
        if edit < 0.06:  # left out
            continue
        copied.append(other if edit < 0.12 else word)
        if edit > 0.94:
            copied.append(other)
    return " ".join(copied), " ".join(reference)


def _spelled(rank: int) -> str:
    """A word for each rank, of 2 to 10 letters."""
    digits = rank * 2_654_435_761
    return "".join(chr(97 + (digits >> (5 * k)) % 26) for k in range(2 + digits % 9)) + f"{rank:x}"
