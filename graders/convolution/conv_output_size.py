"""Properties of a correct output size, and the usual mistakes."""

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
kata.domain(n=arg.whole(1, 2**31 - 1), f=arg.whole(1, 2**31 - 1), p=arg.whole(0, 2**31 - 1),
            s=arg.whole(1, 2**31 - 1))
kata.hints(
    "Draw a row of six squares and a filter of three. Where can its left end be?",
    "How long is the side once both ends are padded?",
    "With a stride of s, which positions of the left end are used, and what happens to squares left over at the end?",
    "What does your formula give for a filter that is one too long, and for one that is much too long?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("The size is 0 if the filter does not fit.", points=2, n=st.integers(1, 5), p=st.integers(0, 2),
          f=arg("n+p+p+excess"), excess=st.integers(1, 9), s=st.integers(1, 4))
kata.edge("A filter wider than the input fits if the padding makes room for it.", points=1, s=st.integers(1, 3),
          n=st.integers(1, 5), p=arg("share"), f=arg("n+share"), share=st.integers(1, 4))
kata.edge("A filter as wide as the padded side has one place.", points=0, n=st.integers(1, 3000),
          f=arg("n+p+p"))
kata.edge("The size is exact for sides up to 2^31 - 1.", points=1, n=st.integers(HUGE - 40, HUGE),
          p=st.sampled_from([0, 1, 2, 3, HUGE]), f=hair(arg("n"), arg("p"), arg("s")), s=st.integers(10**6, 10**8))
kata.example("A filter of 3 on a side of 6 has 4 places.", expected=4, n=6, f=3, p=0, s=1)
kata.example("A padding of 1 keeps the side of 6.", expected=6, n=6, f=3, p=1, s=1)
kata.example("A stride of 3 gives 2 places on a side of 6.", expected=2, n=6, f=3, p=0, s=3)
kata.example("Pooling by 2 halves a side of 4.", expected=2, n=4, f=2, p=0, s=2)
kata.equivalent("conv_output_size_numpy: 0 -> -1 in room < 0",
                reason="if the room is -1, -1 // s + 1 is 0 for every stride")

@kata.property(points=0)
def grows_by_one_with_each_stride(conv_output_size, n, f, p, s):
    """Lengthening the side by one stride adds one place."""
    same(conv_output_size(n + s, f, p, s), conv_output_size(n, f, p, s) + 1)

@kata.property(points=0, half=st.integers(0, 3))
def keeps_the_side_when_padded_by_half_the_filter(conv_output_size, n, half):
    """With a stride of 1, a filter of 2h + 1 and a padding of h leave the side unchanged."""
    same(conv_output_size(n, 2 * half + 1, half, 1), n)

def guarded_and_bare(formula):
    """Add a formula that is wrong when the filter fits, once with 0 when it does not fit and once without."""
    def guarded(n, f, p, s):
        return formula(n, f, p, s) if f <= n + 2 * p else 0
    guarded.__name__, guarded.__doc__ = formula.__name__, formula.__doc__
    formula.__name__ += "_and_never_returns_0"
    kata.misconception(guarded)
    kata.misconception(formula)

@guarded_and_bare
def forgets_the_first_place(n, f, p, s):
    """You count the steps. The place before the first step counts as well."""
    return (n + 2 * p - f) // s

@kata.misconception(title="only the filter is divided by the stride")
def divides_the_filter_alone(n, f, p, s):
    """You divide the filter by the stride and not the whole difference: a division comes before a subtraction. The
    filter moves over the padded side less its own."""
    return max(n + 2 * p - f // s + 1, 0)

@guarded_and_bare
def adds_one_before_it_divides(n, f, p, s):
    """You add 1 for the first place before you divide by the stride, so the 1 is divided too."""
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
    """You do not round the quotient. The number of places is an integer."""
    return (n + 2 * p - f) / s + 1

@guarded_and_bare
def returns_a_float(n, f, p, s):
    """Your number is right, but it is a float. A size is an integer."""
    return np.floor((n + 2 * p - f) / s) + 1

@kata.misconception
def divides_the_side_by_the_stride(n, f, p, s):
    """You divide the padded side by the stride. That is right only if the filter is as long as the stride."""
    return (n + 2 * p) // s if f <= n + 2 * p else 0

@kata.misconception
def compares_with_the_unpadded_side(n, f, p, s):
    """You reject every filter that is wider than the input. It slides over the padded input, where it may fit."""
    return (n + 2 * p - f) // s + 1 if f <= n else 0

@kata.misconception
def returns_a_negative_size(n, f, p, s):
    """If the filter is much too large, your formula is negative. The number of places cannot be less than 0."""
    return (n + 2 * p - f) // s + 1

@kata.misconception
def rounds_the_quotient_towards_zero(n, f, p, s):
    """int() rounds towards zero, so your code finds a place even for a filter that is slightly too large."""
    return int((n + 2 * p - f) / s) + 1

@kata.misconception
def rounds_the_sum_towards_zero(n, f, p, s):
    """int() rounds towards zero: a slightly too large filter gives 0 by luck, a larger one a negative number."""
    return int((n + 2 * p - f) / s + 1)

@kata.misconception
def finds_at_least_one_place(n, f, p, s):
    """You never return less than 1. If the filter does not fit, there are no places."""
    return max((n + 2 * p - f) // s + 1, 1)

@kata.misconception
def compares_the_stride_with_the_unpadded_side(n, f, p, s):
    """You allow no step that is longer than the input. The padded input may have room for it."""
    return 0 if f > n + 2 * p else 1 if s > n else (n + 2 * p - f) // s + 1

@kata.misconception
def rounds_towards_zero_and_stops_at_0(n, f, p, s):
    """int() rounds towards zero, so a slightly too large filter gets a place. Stopping at 0 does not change that."""
    return max(int((n + 2 * p - f) / s) + 1, 0)

roundings = (sizes.rounds_to_the_nearest, sizes.rounds_the_steps_to_the_nearest, sizes.rounds_halves_up)
for wrong in (sizes.works_in_32_bits, sizes.works_in_single_precision, *map(sizes.stopped_at_0, roundings)):
    kata.misconception(wrong)
for rounds in roundings:
    guarded_and_bare(rounds)

@kata.misconception(convention="PyTorch, which refuses a filter that does not fit")
def raises_when_nothing_fits(n, f, p, s):
    """You raise an exception if the filter does not fit. Here the size is 0 in that case."""
    if f > n + 2 * p:
        raise ValueError("the filter is larger than the padded input")
    return (n + 2 * p - f) // s + 1

@guarded_and_bare
def rounds_up(n, f, p, s):
    """You round up, as pooling with ceil_mode does, so the last filter may leave the input. Here it lies inside."""
    return math.ceil((n + 2 * p - f) / s) + 1

@kata.misconception(convention='TensorFlow, padding="same"')
def pads_as_needed(n, f, p, s):
    """You divide the side by the stride and round up, with as much padding as that needs. Here the padding is `p`."""
    return -(-n // s)

@kata.misconception(convention='TensorFlow, whose padding is either "same" or "valid"')
def takes_any_padding_for_same(n, f, p, s):
    """You treat every padding except 0 as one place for each stride, rounded up. Here the padding is exactly `p`."""
    return -(-n // s) if p else max((n - f) // s + 1, 0)

@kata.misconception(convention="a transposed convolution")
def computes_a_transposed_convolution(n, f, p, s):
    """You return the output side of a transposed convolution. Here the filter slides over `n` itself."""
    return max((n - 1) * s - 2 * p + f, 0)
