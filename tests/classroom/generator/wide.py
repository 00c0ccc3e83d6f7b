"""Input that the statements allow, drawn independently of the graders.

`DRAWS` has one function for each kata: from a NumPy generator to the arguments of one call.
"""

import numpy as np


def draw(slug, count):
    """``count`` calls of one kata's function, the same every time."""
    rng = np.random.default_rng(list(slug.encode()))
    return [DRAWS[slug](rng) for _ in range(count)]


def _numbers(rng, shape=(), largest=1000.0):
    """Finite numbers of either sign: multiples of a half, all magnitudes down to 1e-6, and the largest."""
    halves = rng.integers(-8, 9, shape) / 2
    sizes = 10.0 ** rng.uniform(-6, np.log10(largest), shape) * rng.choice([-1, 1], shape)
    plain = rng.normal(size=shape) * 2
    ends = rng.choice([-largest, 0.0, largest], shape)
    found = np.choose(rng.choice(4, shape, p=[0.3, 0.2, 0.4, 0.1]), [halves, sizes, plain, ends])
    # Usually all of one kind, so that small numbers are not lost next to large ones.
    every = [halves, plain, found, plain * 1e-4][rng.integers(4)]
    return np.array(every, float)


def _one(rng, largest=1000.0):
    return float(_numbers(rng, (), largest))


def _size(rng, least, most):
    return int(rng.integers(least, most + 1))


def _rate(rng):
    return float(rng.choice([0.0, 1e-6, 0.01, 0.1, 0.5, 1.0, 2.5, 10.0]))


def _polynomials(rng):
    outer, inner = (rng.integers(-6, 7, _size(rng, 1, 6)) / 2 for _ in range(2))
    x = rng.choice([0.0, 1000.0, -1000.0, float(rng.integers(-4, 5)) / 2, rng.uniform(-3, 3)])
    return outer, inner, float(x)


def _perceptron(rng):
    d = _size(rng, 1, 7)
    return _numbers(rng, d), _numbers(rng, d), _size(rng, 0, 1), _size(rng, 0, 1), _rate(rng)


def _curve(least, kink=False, infinite=False):
    def drawn(rng):
        x = _numbers(rng, _size(rng, least, 9))
        if infinite and rng.random() < 0.2:
            x[rng.random(x.shape) < 0.5] = rng.choice([-np.inf, np.inf])
        if kink:
            x[x == 0] = rng.choice([-1e-6, 1e-6, 3.0])
        return (x,)

    return drawn


def _elu(rng):
    (x,) = _curve(1, kink=True)(rng)
    return x, float(rng.choice([1.0, 0.5, 2.0, 0.1, 1.6732, 1e-3, 30.0]))


def _logits(rng, least=1):
    Z = _numbers(rng, (_size(rng, least, 5), _size(rng, 1, 6)))
    if rng.random() < 0.3:
        Z = Z + rng.choice([-1000.0, 0.0, 900.0], (len(Z), 1))
    return np.clip(Z, -1000, 1000)


def _softmax(rng):
    Z = _logits(rng)
    if rng.random() < 0.3:
        ruled_out = rng.random(Z.shape) < 0.4
        ruled_out[np.arange(len(Z)), rng.integers(Z.shape[1], size=len(Z))] = False
        Z[ruled_out] = -np.inf
    return (Z,)


def _cross_entropy(rng):
    Z = _logits(rng)
    n, k = Z.shape
    if rng.random() < 0.5:
        return Z, np.eye(k)[rng.integers(k, size=n)]
    soft = rng.integers(0, 5, (n, k)) + np.eye(k)[rng.integers(k, size=n)] * rng.choice([1, 40])
    return Z, soft / soft.sum(axis=1, keepdims=True)


def _step(rng):
    d = _size(rng, 0, 7)
    return _numbers(rng, d, 1e6), _numbers(rng, d, 1e6), _rate(rng)


def _paths(rng):
    h, d = _size(rng, 0, 7), _size(rng, 1, 7)
    return _numbers(rng, (h, d), 100.0), _numbers(rng, h, 100.0)


def _network(rng):
    t = rng.choice([0.0, 1.0, 0.01, 0.99, 0.5, -1.0, 2.0], 2)
    w = rng.normal(size=8) * rng.choice([0.5, 1.0, 3.0])
    return _numbers(rng, 2), w, _numbers(rng, 2), t


def _adam(rng):
    d = _size(rng, 1, 6)
    betas = rng.choice([0.0, 0.5, 0.9, 0.99, 0.999], 2)
    start = 0.0 if rng.random() < 0.3 else 1.0
    t = int(rng.choice([1, 2, 3, 10, 11, 50, 1000]))
    lr, eps = _rate(rng), float(rng.choice([1e-8, 1e-6, 1e-3, 0.5]))
    m, v = start * _numbers(rng, d, 10.0), start * np.abs(_numbers(rng, d, 10.0))
    return _numbers(rng, d), m, v, _numbers(rng, d), t, lr, float(betas[0]), float(betas[1]), eps


def _convolution(rng):
    if rng.random() < 0.2:
        n, f, p, s = (int(value) for value in rng.integers(1, 2**31, 4))
        return n, int(rng.choice([f, 3])), int(rng.choice([p, 1])), int(rng.choice([s, 2]))
    return _size(rng, 1, 20), _size(rng, 1, 9), _size(rng, 0, 10), _size(rng, 1, 25)


def _boxes(rng, n):
    """Boxes with sides of 1e-5 to 1e3, many overlapping, some without area."""
    scale = 10.0 ** rng.uniform(-5, 2.5)
    low = rng.integers(-6, 7, (n, 2)) + (rng.random((n, 2)) if rng.random() < 0.5 else 0.0)
    sides = rng.integers(0 if rng.random() < 0.4 else 1, 7, (n, 2)) + 0.0
    boxes = np.hstack([low, low + sides])
    if n > 1 and rng.random() < 0.2:
        boxes[-1] = boxes[0]
    return boxes * (scale if rng.random() < 0.4 else 1.0)


def _two_boxes(rng):
    return tuple(_boxes(rng, 2))


def _two_tables(rng):
    n = _size(rng, 1, 6)
    both = _boxes(rng, n + _size(rng, 1, 6))
    return both[:n].copy(), both[n:].copy()


def _scene(rng):
    n = _size(rng, 0, 14)
    low, sides = rng.integers(-8, 17, (n, 2)), rng.integers(0, 17, (n, 2))
    unit = rng.choice([1.0, 0.5, 0.125])
    scores = rng.integers(-4, 9, n) / rng.choice([8, 64])
    thresholds = rng.choice([-0.25, 0.0, 0.125, 0.25, 0.375, 0.5, 0.75, 1.0, 1.5], 2)
    return np.hstack([low, low + sides]) * unit, scores, float(thresholds[0]), float(thresholds[1])


def _lstm(rng):
    h, d = _size(rng, 1, 5), _size(rng, 1, 5)
    weight, cell = rng.choice([0.0, 1.0, 30.0]), rng.choice([1.0, 1000.0])
    W, b = rng.normal(size=(4, h, h + d)) * weight, rng.normal(size=(4, h)) * rng.choice([1.0, 100.0])
    return rng.uniform(-1, 1, h), rng.uniform(-cell, cell, h), rng.normal(size=d), W, b


WORDS = (["la", "lala", "La"], ["the", "cat", "The", "there", "mat"], ["ä", "ß", "ss", "a", "日本"])


def _sentence(rng, words, most):
    return [str(word) for word in rng.choice(words, _size(rng, 0, most))]


def _texts(rng):
    words = WORDS[rng.integers(len(WORDS))]
    candidate = _sentence(rng, words, 14)
    references = []
    for _ in range(_size(rng, 1, 4)):
        start, stop = sorted(int(place) for place in rng.integers(0, len(candidate) + 1, 2))
        references.append(candidate[:start] + _sentence(rng, words, 5) + candidate[stop:])
    return candidate, references, _size(rng, 1, 6)


def _bleu(rng):
    found = _texts(rng)
    return found[:2] if rng.random() < 0.2 else found


def _beams(rng):
    V, T = _size(rng, 1, 4), _size(rng, 1, 4)
    units = rng.choice([0.25, 1.0, 1 / 1024, 1000.0])
    start = rng.integers(-12 if units > 0.01 else -5000, 4, V) * units
    following = rng.integers(-12 if units > 0.01 else -5000, 4, (T - 1, V, V)) * units
    if rng.random() < 0.2:
        start[rng.random(V) < 0.4] = -np.inf
        following[rng.random(following.shape) < 0.4] = -np.inf
    return start, following, _size(rng, 1, min(V**T + 2, 30))


DRAWS = {
    "maths/chain_rule_compose": _polynomials,
    "perceptron/perceptron_update": _perceptron,
    "activations/sigmoid": _curve(0, infinite=True),
    "activations/sigmoid_grad": _curve(1),
    "activations/tanh_grad": _curve(1),
    "activations/relu_grad": _curve(1, kink=True),
    "activations/leaky_relu_grad": _curve(1, kink=True),
    "activations/elu_grad": _elu,
    "activations/softmax": _softmax,
    "activations/softmax_jacobian": lambda rng: (_logits(rng)[0],),
    "backprop/gd_step": _step,
    "backprop/graph_backward": lambda rng: tuple(_one(rng) for _ in range(4)),
    "backprop/multi_path_chain": _paths,
    "backprop/softmax_cross_entropy_grad": _cross_entropy,
    "backprop/two_two_two_backward": _network,
    "optimizers/adam_step": _adam,
    "convolution/conv_output_size": _convolution,
    "detection/iou": _two_boxes,
    "detection/pairwise_iou": _two_tables,
    "detection/nms": _scene,
    "sequences/lstm_step": _lstm,
    "decoding/clipped_precision": _texts,
    "decoding/bleu": _bleu,
    "decoding/beam_search": _beams,
}
