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
    "Draw a row of six squares and a filter of three. Where can the left end of the filter be?",
    "At a stride of 1 there are four such positions. How do you get 4 from 6 and 3? Which of the four does a stride of "
    "2 or 3 use?",
    "How far can the left end move in the padded input? Count the whole strides in that distance, and add the position "
    "before the first one. If the distance is negative, there is no position.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("The size is 0 if the filter does not fit.", points=2,
          hint="What does your formula give for a filter that is one too long, and for one that is much too long?",
          n=st.integers(1, 5), p=st.integers(0, 2),
          f=arg("n+p+p+excess"), excess=st.integers(1, 9), s=st.integers(1, 4))
kata.edge("A filter longer than the input fits if the padding makes room for it.", points=1, s=st.integers(1, 3),
          hint="Do you compare the filter with the input, or with the padded input?",
          n=st.integers(1, 5), p=arg("share"), f=arg("n+share"), share=st.integers(1, 4))
kata.edge("A filter as long as the padded input has one position.", points=0, n=st.integers(1, 3000),
          f=arg("n+p+p"))
kata.edge("The size is exact for lengths up to 2^31 - 1.", points=1,
          hint="Does your code use floats or 32-bit integers? `//` on Python's integers is exact.",
          n=st.integers(HUGE - 40, HUGE),
          p=st.sampled_from([0, 1, 2, 3, HUGE]), f=hair(arg("n"), arg("p"), arg("s")), s=st.integers(10**6, 10**8))
kata.example("A filter of 3 on an input of 6 has 4 positions.", expected=4, n=6, f=3, p=0, s=1)
kata.example("A padding of 1 keeps the length of 6.", expected=6, n=6, f=3, p=1, s=1)
kata.example("A stride of 3 leaves 2 positions on an input of 6.", expected=2, n=6, f=3, p=0, s=3)
kata.example("Pooling by 2 halves a length of 4.", expected=2, n=4, f=2, p=0, s=2)
kata.equivalent("conv_output_size_numpy: 0 -> -1 in room < 0",
                reason="if the room is -1, -1 // s + 1 is 0 for every stride")

@kata.property(points=0)
def grows_by_one_with_each_stride(conv_output_size, n, f, p, s):
    """Where the filter fits, lengthening the input by one stride adds one position."""
    same(conv_output_size(n + s, f, p, s), conv_output_size(n, f, p, s) + 1)

@kata.property(points=0, half=st.integers(0, 3))
def keeps_the_side_when_padded_by_half_the_filter(conv_output_size, n, half):
    """With a stride of 1, a filter of 2h + 1 and a padding of h leave the length unchanged."""
    same(conv_output_size(n, 2 * half + 1, half, 1), n)

@kata.property(points=0, n=st.integers(5, 40))
def stacks_two_filters_of_3_like_one_of_5(conv_output_size, n):
    """At stride 1 and without padding, two filters of 3 leave the same length as one of 5."""
    same(conv_output_size(conv_output_size(n, 3, 0, 1), 3, 0, 1), conv_output_size(n, 5, 0, 1))

def guarded_and_bare(formula):
    """Add a formula that is wrong when the filter fits, once with 0 when it does not fit and once without."""
    def guarded(n, f, p, s):
        return formula(n, f, p, s) if f <= n + 2 * p else 0
    guarded.__name__, guarded.__doc__ = formula.__name__, formula.__doc__
    title = formula.__name__.replace("_", " ") + ", also where the filter does not fit"
    formula.__name__ += "_and_never_returns_0"
    kata.misconception(guarded)
    kata.misconception(formula, title=title)

@guarded_and_bare
def forgets_the_first_place(n, f, p, s):
    """You count the strides. The position before the first one counts as well."""
    return (n + 2 * p - f) // s

@guarded_and_bare
def adds_one_before_it_divides(n, f, p, s):
    """You add 1 for the first position before you divide by the stride, so the 1 is divided too."""
    return (n + 2 * p - f + 1) // s

@guarded_and_bare
def forgets_the_padding(n, f, p, s):
    """You leave out the padding. The filter slides over the padded input."""
    return (n - f) // s + 1

def divides_only_the_filter(n, f, p, s):
    """You divide only `f` by the stride. Perhaps parentheses are missing: `//` comes before `+` and `-`."""
    return n + 2 * p - f // s + 1

kata.misconception(sizes.stopped_at_0(divides_only_the_filter))
guarded_and_bare(divides_only_the_filter)

@guarded_and_bare
def pads_one_end_only(n, f, p, s):
    """You add the padding once. It is added at both ends."""
    return (n + p - f) // s + 1

@guarded_and_bare
def leaves_out_the_stride(n, f, p, s):
    """You count every position, as if the stride were 1."""
    return n + 2 * p - f + 1

@guarded_and_bare
def returns_a_fraction(n, f, p, s):
    """You do not round the quotient. The number of positions is an integer."""
    return (n + 2 * p - f) / s + 1

@guarded_and_bare
def returns_a_float(n, f, p, s):
    """Your number is right, but it is a float. A size is an integer."""
    return np.floor((n + 2 * p - f) / s) + 1

@kata.misconception(title="divides the padded length by the stride")
def divides_the_side_by_the_stride(n, f, p, s):
    """You divide the padded length by the stride. That ignores how long the filter is."""
    return (n + 2 * p) // s if f <= n + 2 * p else 0

@kata.misconception(title="compares the filter with the unpadded length")
def compares_with_the_unpadded_side(n, f, p, s):
    """You return 0 for every filter that is longer than the input. It may fit into the padded input."""
    return (n + 2 * p - f) // s + 1 if f <= n else 0

@kata.misconception
def returns_a_negative_size(n, f, p, s):
    """Where the filter is much too long, your result is negative. A count is never below 0."""
    return (n + 2 * p - f) // s + 1

@kata.misconception
def rounds_the_quotient_towards_zero(n, f, p, s):
    """You find a position even for a filter that is slightly too long. Perhaps you use int(), which rounds towards
    0."""
    return int((n + 2 * p - f) / s) + 1

@kata.misconception
def rounds_the_sum_towards_zero(n, f, p, s):
    """Where the filter is much too long, your result is negative. Perhaps you use int(), which rounds towards 0 and so
    gives 0 only for a filter that is slightly too long."""
    return int((n + 2 * p - f) / s + 1)

@kata.misconception(title="finds at least one position")
def finds_at_least_one_place(n, f, p, s):
    """You never return less than 1. If the filter does not fit, there is no position."""
    return max((n + 2 * p - f) // s + 1, 1)

@kata.misconception(title="compares the stride with the unpadded length")
def compares_the_stride_with_the_unpadded_side(n, f, p, s):
    """You allow no stride that is longer than the input. The padded input may have room for it."""
    return 0 if f > n + 2 * p else 1 if s > n else (n + 2 * p - f) // s + 1

@kata.misconception
def rounds_towards_zero_and_stops_at_0(n, f, p, s):
    """You find a position even for a filter that is slightly too long. Perhaps you use int(), which rounds towards 0,
    before you replace negative results by 0."""
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
    """You round up, so the last filter may leave the input. Here it lies inside."""
    return math.ceil((n + 2 * p - f) / s) + 1

@kata.misconception(convention='TensorFlow, padding="same"')
def pads_as_needed(n, f, p, s):
    """You divide the length by the stride and round up, with as much padding as that needs. Here the padding is `p`."""
    return -(-n // s)

@kata.misconception(convention='Keras\'s Conv2D, whose padding is either "same" or "valid"')
def takes_any_padding_for_same(n, f, p, s):
    """You treat every padding except 0 as "same", one position for each stride. Here the padding is exactly `p`."""
    return -(-n // s) if p else max((n - f) // s + 1, 0)

@kata.misconception(convention="a transposed convolution")
def computes_a_transposed_convolution(n, f, p, s):
    """You return the output length of a transposed convolution. Here the filter slides over `n` itself."""
    return max((n - 1) * s - 2 * p + f, 0)
