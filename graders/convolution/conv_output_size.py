"""What must hold of any right output size, and the ways it usually goes wrong."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from . import _sizes as sizes
from ._sizes import HUGE, hair, side

kata = Kata(
    "conv_output_size(n: i8, f: i8, p: i8, s: i8) -> i8",
    n=side(arg("f")),
    f=st.integers(1, 7),
    p=st.integers(0, 4),
    s=st.integers(1, 5),
)
kata.hints(
    "Draw six squares and a filter of three. Where may its left end stand?",
    "How long is the side once both ends are padded?",
    "With a stride of s, which left ends are used, and what becomes of the rest at the end?",
    "What does your formula say of a filter that is one too long, and of one that is much too long?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("A filter that does not fit has no place.", points=2, n=st.integers(1, 5), p=st.integers(0, 2),
          f=arg("n+p+p+excess"), excess=st.integers(1, 9), s=st.integers(1, 4))
kata.edge("A filter wider than the bare side fits once padding makes room for it.", points=1, s=st.integers(1, 3),
          n=st.integers(1, 5), p=arg("share"), f=arg("n+share"), share=st.integers(1, 4))
kata.edge("Sides up to 2^31 - 1 are counted exactly.", points=1, n=st.integers(HUGE - 40, HUGE),
          p=st.sampled_from([0, 1, 2, 3, HUGE]), f=hair(arg("n"), arg("p"), arg("s")), s=st.integers(10**6, 10**8))
kata.example("A filter of 3 on a side of 6 has 4 places.", expected=4, n=6, f=3, p=0, s=1)
kata.example("A padding of 1 keeps the side of 6.", expected=6, n=6, f=3, p=1, s=1)
kata.example("Two steps of 3 lead through a side of 6.", expected=2, n=6, f=3, p=0, s=3)
kata.example("Pooling by 2 halves a side of 4.", expected=2, n=4, f=2, p=0, s=2)
kata.equivalent("conv_output_size_numpy: 0 -> -1 in room < 0",
                reason="where one place is missing, -1 // s + 1 is 0 for every stride")

@kata.property(points=0)
def grows_by_one_with_each_stride(conv_output_size, n, f, p, s):
    """A side that is longer by one stride has one more place."""
    same(conv_output_size(n + s, f, p, s), conv_output_size(n, f, p, s) + 1)

@kata.property(points=0, half=st.integers(0, 3))
def keeps_the_side_when_padded_by_half_the_filter(conv_output_size, n, half):
    """At stride 1 a filter of 2h + 1 with a padding of h leaves the side as it is."""
    same(conv_output_size(n, 2 * half + 1, half, 1), n)

def guarded_and_bare(formula):
    """A formula that is wrong where the filter fits: once with the 0 where it does not, and once without."""
    def guarded(n, f, p, s):
        return formula(n, f, p, s) if f <= n + 2 * p else 0
    guarded.__name__, guarded.__doc__ = formula.__name__, formula.__doc__
    formula.__name__ += "_and_never_answers_0"
    kata.misconception(guarded)
    kata.misconception(formula)

@guarded_and_bare
def forgets_the_first_place(n, f, p, s):
    """You count the steps. The place before the first step counts as well."""
    return (n + 2 * p - f) // s

@guarded_and_bare
def adds_one_before_it_divides(n, f, p, s):
    """You add the first place before you divide by the stride, so it is divided too. It is a whole place."""
    return (n + 2 * p - f + 1) // s

@guarded_and_bare
def pads_one_end_only(n, f, p, s):
    """You add the padding once. It is added at both ends."""
    return (n + p - f) // s + 1

@guarded_and_bare
def leaves_out_the_stride(n, f, p, s):
    """You count every place, as if the stride were 1."""
    return n + 2 * p - f + 1

@guarded_and_bare
def returns_a_fraction(n, f, p, s):
    """You return the quotient as it is. There is no fraction of a place, and the result is an integer."""
    return (n + 2 * p - f) / s + 1

@guarded_and_bare
def returns_a_float(n, f, p, s):
    """Your number is the right one, and it is a float. A size is an integer."""
    return np.floor((n + 2 * p - f) / s) + 1

@kata.misconception
def cuts_the_side_into_strides(n, f, p, s):
    """You cut the padded side into pieces as long as the stride. Only where the filter is as long do they agree."""
    return (n + 2 * p) // s if f <= n + 2 * p else 0

@kata.misconception
def compares_with_the_bare_side(n, f, p, s):
    """You let no filter pass that is wider than the input. It slides over the padded one, where it may fit."""
    return (n + 2 * p - f) // s + 1 if f <= n else 0

@kata.misconception
def counts_less_than_nothing(n, f, p, s):
    """Where the filter is much too large your formula goes below zero. There is no place then, and not fewer."""
    return (n + 2 * p - f) // s + 1

@kata.misconception
def cuts_the_quotient_towards_zero(n, f, p, s):
    """int() cuts towards zero: to a filter that is a little too large your code still gives a place."""
    return int((n + 2 * p - f) / s) + 1

@kata.misconception
def cuts_the_sum_towards_zero(n, f, p, s):
    """int() cuts towards zero, so 0 comes out by luck where the filter is a little too large, and less later."""
    return int((n + 2 * p - f) / s + 1)

@kata.misconception
def finds_at_least_one_place(n, f, p, s):
    """You never return less than 1. A filter that does not fit has no place."""
    return max((n + 2 * p - f) // s + 1, 1)

@kata.misconception
def compares_the_stride_with_the_bare_side(n, f, p, s):
    """You allow no step that is longer than the input. In the padded one there may be room for it."""
    return 0 if f > n + 2 * p else 1 if s > n else (n + 2 * p - f) // s + 1

@kata.misconception
def cuts_towards_zero_and_stops_at_0(n, f, p, s):
    """int() cuts towards zero, so a filter that is a little too large still gets a place. Your 0 comes too late."""
    return max(int((n + 2 * p - f) / s) + 1, 0)

roundings = (sizes.rounds_to_the_nearest, sizes.rounds_the_steps_to_the_nearest, sizes.rounds_halves_up)
for wrong in (sizes.works_in_32_bits, sizes.works_in_single_precision, *map(sizes.stopped_at_0, roundings)):
    kata.misconception(wrong)
for rounds in roundings:
    guarded_and_bare(rounds)

@kata.misconception(convention="PyTorch, which refuses a filter that does not fit")
def raises_when_nothing_fits(n, f, p, s):
    """You raise an exception where the filter does not fit. Here the size is 0 then."""
    if f > n + 2 * p:
        raise ValueError("the filter is larger than the padded input")
    return (n + 2 * p - f) // s + 1

@guarded_and_bare
def rounds_up(n, f, p, s):
    """You round up, as pooling with ceil_mode does, so that the last filter stands out. Here all of it lies inside."""
    return math.ceil((n + 2 * p - f) / s) + 1

@kata.misconception(convention='TensorFlow, padding="same"')
def pads_as_needed(n, f, p, s):
    """You divide the side by the stride and round up, with as much padding as that takes. Here `p` says how much."""
    return -(-n // s)

@kata.misconception(convention='TensorFlow, whose padding is either "same" or "valid"')
def takes_any_padding_for_same(n, f, p, s):
    """You let every padding but 0 mean one place for each stride, rounded up. Here `p` says how much it is."""
    return -(-n // s) if p else max((n - f) // s + 1, 0)

@kata.misconception(convention="a transposed convolution")
def goes_backwards(n, f, p, s):
    """You return the side that a transposed convolution makes of `n`. Here the filter slides over `n` itself."""
    return max((n - 1) * s - 2 * p + f, 0)
