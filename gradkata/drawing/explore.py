"""Enumerate the inputs that a recorded strategy can give, from the smallest up.

Drawing an example from a recorded strategy (`declaring.recording`) is a sequence of choices: how long a list
is, which number is taken, which alternative of ``one_of``.  Each choice has numbered options, the simplest
one first: 0 comes before 1 and -1, a short list before a long one.  Thus a sequence of option numbers
determines an example.  Choices after the end of the sequence take option 0, so that the empty sequence gives
the simplest example.

The cost of an example is the sum of its option numbers, each multiplied by the price of its choice.  The
price is 1, except for the alternatives of ``one_of``, where it is ``_LATER``.  `examples` visits all sequences
in ascending order of cost, with a heap.  From each sequence it goes on to its neighbours: its last option
number plus 1, or option 1 of one later choice.  Every sequence is reached exactly once in this way, since it
has a single predecessor, and all its neighbours cost more.

How many choices there are is known only after drawing, because a choice may depend on an earlier one: the
length of a list, or a function of the author (``flatmap``, ``composite``).  A `_Walk` therefore draws one
example along a given sequence and records the options of each choice.  A filter, a repeated entry in a unique
list, or an option that does not exist rejects the sequence, but its neighbours are still visited.

The first input on which an answer is wrong is thus the smallest one in this order, and nothing is left to
shrink.  The order needs neither Hypothesis nor chance.  In return, only bounded strategies can be enumerated:
floats are taken from a short list and from the bounds, and integers without bounds raise
`NotEnumerableError`.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np

from gradkata.declaring.recording import Recorded, draw_all

_FLOATS = (0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, 10.0, -10.0, 100.0, -100.0, 1000.0, -1000.0)
_LONGEST_LIST = 6
_LATER = 5


class NotEnumerableError(Exception):
    """A strategy whose values cannot be enumerated here."""


class _RejectedError(Exception):
    """A sequence of choices that gives no example."""


def examples(declared: Mapping[str, Any], limit: int) -> Iterator[dict[str, Any]]:
    """At most ``limit`` examples of the declared draws in ascending order of cost, each once.

    Rejected sequences count towards ``limit`` as well, so that the enumeration always ends.

    Raises:
        NotEnumerableError: if a strategy cannot be enumerated.
    """
    queue: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for _ in range(limit):
        if not queue:
            return
        cost, chosen = heapq.heappop(queue)
        walk = _Walk(chosen)
        try:
            example = draw_all(declared, partial(_drawn, walk))
        except _RejectedError:
            example = None
        # Each sequence is reached once: from the one whose last option other than 0 is smaller by 1.
        last = len(chosen) - 1
        if last >= 0 and chosen[last] + 1 < walk.options[last]:
            heapq.heappush(queue, (cost + walk.prices[last], (*chosen[:last], chosen[last] + 1)))
        for position in range(last + 1, len(walk.options)):
            if walk.options[position] > 1:
                zeros = (0,) * (position - last - 1)
                heapq.heappush(queue, (cost + walk.prices[position], (*chosen, *zeros, 1)))
        if example is not None:
            yield example


def _drawn(walk: "_Walk", name: str, strategy: Any) -> Any:
    return walk.draw(strategy)


class _Walk:
    """Draws one example along a sequence of option numbers, with option 0 after its end."""

    def __init__(self, chosen: tuple[int, ...]) -> None:
        self.chosen = chosen
        self.options: list[int] = []
        self.prices: list[int] = []

    def choose(self, options: int, price: int = 1) -> int:
        if options < 1:
            raise _RejectedError
        position = len(self.options)
        self.options.append(options)
        self.prices.append(price)
        choice = self.chosen[position] if position < len(self.chosen) else 0
        if choice >= options:
            raise _RejectedError
        return choice

    def draw(self, strategy: Any) -> Any:
        if not isinstance(strategy, Recorded):
            return strategy
        reader = _READERS.get(strategy.name)
        if reader is None:
            raise NotEnumerableError(f"`st.{strategy.name}` cannot be enumerated")
        return reader(self, *strategy.args, **dict(strategy.kwargs))


def _integers(walk: _Walk, min_value: int | None = None, max_value: int | None = None) -> int:
    if min_value is None or max_value is None:
        raise NotEnumerableError("integers without bounds cannot be enumerated")
    nearest = min(max(0, min_value), max_value)
    choice = walk.choose(max_value - min_value + 1)
    below, above = nearest - min_value, max_value - nearest
    both = 2 * min(below, above)
    if choice <= both:
        return nearest + (choice + 1) // 2 * (1 if choice % 2 else -1)
    return nearest + (choice - both // 2) * (1 if above > below else -1)


def _floats(walk: _Walk, min_value: float | None = None, max_value: float | None = None, **_: Any) -> float:
    low = -np.inf if min_value is None else min_value
    high = np.inf if max_value is None else max_value
    ends = [end for end in (low, high) if np.isfinite(end)]
    options = [v for v in _FLOATS if low <= v <= high]
    options += [end for end in ends if end not in options]
    return options[walk.choose(len(options))]


def _lists(
    walk: _Walk, elements: Any, min_size: int = 0, max_size: int | None = None, unique: bool = False
) -> list[Any]:
    longest = max(min_size, _LONGEST_LIST if max_size is None else max_size)
    size = min_size + walk.choose(longest - min_size + 1)
    drawn = [walk.draw(elements) for _ in range(size)]
    if unique and len(set(drawn)) < size:
        raise _RejectedError
    return drawn


def _arrays(
    walk: _Walk, shape: int | tuple[int, ...], *, elements: Any, dtype: str = "f8", unique: bool = False
) -> Any:
    shape = (shape,) if isinstance(shape, int) else shape
    drawn = [walk.draw(elements) for _ in range(int(np.prod(shape)))]
    if unique and len(set(drawn)) < len(drawn):
        raise _RejectedError
    return np.array(drawn, dtype).reshape(shape)


def _permutations(walk: _Walk, values: Any) -> list[Any]:
    left = list(values)
    return [left.pop(walk.choose(len(left))) for _ in range(len(left))]


def _sampled_from(walk: _Walk, values: Any) -> Any:
    options = list(values)
    return options[walk.choose(len(options))]


def _one_of(walk: _Walk, *strategies: Any) -> Any:
    # Authors list the simplest alternative first; the others follow later, because of their higher price.
    return walk.draw(strategies[walk.choose(len(strategies), _LATER)])


def _filter(walk: _Walk, strategy: Any, keep: Callable[[Any], Any]) -> Any:
    value = walk.draw(strategy)
    if not keep(value):
        raise _RejectedError
    return value


def _nothing(walk: _Walk) -> Any:
    raise _RejectedError


_READERS: dict[str, Callable[..., Any]] = {
    "arrays": _arrays,
    "booleans": lambda walk: bool(walk.choose(2)),
    "composite": lambda walk, function, *args, **kwargs: function(walk.draw, *args, **kwargs),
    "filter": _filter,
    "fixed_dictionaries": lambda walk, fields: {key: walk.draw(value) for key, value in fields.items()},
    "flatmap": lambda walk, strategy, then: walk.draw(then(walk.draw(strategy))),
    "floats": _floats,
    "integers": _integers,
    "just": lambda walk, value: value,
    "lists": _lists,
    "map": lambda walk, strategy, change: change(walk.draw(strategy)),
    "none": lambda walk: None,
    "nothing": _nothing,
    "one_of": _one_of,
    "permutations": _permutations,
    "sampled_from": _sampled_from,
    "tuples": lambda walk, *parts: tuple(walk.draw(part) for part in parts),
}
