"""Properties that every right derivative of the ELU has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, mistakes, same, st
from . import _careless as careless
from ._inputs import at_the_kink, exp, far_out, off_the_kink, sort_out

alphas = st.sampled_from([2.0, 0.5, 3.0, 1.5, 0.25]) | st.integers(100, 4000).map(lambda k: k / 1000)
kata = Kata("elu_grad(x: (n), alpha: ()) -> (n)", x=st.arrays(arg("n"), elements=off_the_kink), alpha=alphas)
kata.domain(n=arg.size(1, 1200), x=arg.real(-1000, 1000, least=1e-6), alpha=arg.real(0.1, 10))
kata.hints(
    "Draw the function for alpha = 2. How steep is it for a positive x, and how steep just left of 0?",
    "What is the derivative of alpha * (e^x - 1)? What happens to the factor, and what to the constant?",
    "Compute both cases for the whole array and let each entry choose, but keep the exponent from becoming positive.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Far from 0 the derivative is right, without NaN and without an exception.", points=2,
          x=st.arrays(arg("n"), elements=far_out),
          hint="What is exp(1000), and what is that times 0? For which entries do you need the exponential?")
kata.edge("Close to the kink each side has its own slope.", points=1, x=st.arrays(arg("n"), elements=at_the_kink),
          hint="At which x exactly does your answer change from one case to the other?")
kata.example("With alpha = 2 the slope jumps from almost 2 to 1 and stays at 1.", alpha=2.0,
             expected=np.array([1.9980009996667547, 1.0, 1.0]), x=np.array([-0.001, 0.001, 40.0]))
kata.example("With alpha = 0.5 the slope jumps from almost a half to 1.", alpha=0.5, x=np.array([-0.001, 0.001]),
             expected=np.array([0.5 * math.exp(-0.001), 1.0]))

kata.equivalent("elu_grad_numpy: > -> >= in x > 0", reason="they differ only at 0, which does not occur")

def elu(x, alpha):
    """The unit itself, with exponentials that are rounded in the same way on every processor: ``(n),()->(n)``."""
    return np.array([t if t > 0 else alpha * math.expm1(t) for t in x.tolist()])

def right(x, alpha):
    """The slope itself, float32 for float32: ``(n),()->(n)``."""
    return np.where(x > 0, x.dtype.type(1), alpha * exp(np.minimum(x, 0)))

@kata.property(points=0)
def is_the_value_plus_alpha_on_the_left(elu_grad, x, alpha):
    """Where x is negative, the slope is alpha more than the unit's own value."""
    left = -np.abs(x)
    same(elu_grad(left, alpha), elu(left, alpha) + alpha)

@kata.property(points=0)
def is_never_large(elu_grad, x, alpha):
    """The slope is never negative and never above the larger of 1 and alpha."""
    same(elu_grad(x, alpha), np.clip(elu_grad(x, alpha), 0, max(1, alpha)))

@kata.property(points=0)
def jumps_at_0_by_alpha_minus_1(elu_grad, alpha):
    """Just left of 0 the slope is close to alpha, and just right of 0 it is 1."""
    same(elu_grad(np.array([-1e-6, 1e-6]), alpha), np.array([alpha, 1.0]), atol=2e-5)

@kata.property(points=0)
def stretches_the_left_by_alpha(elu_grad, x, alpha):
    """Doubling alpha doubles the slope on the left and does not change the slope on the right."""
    same(elu_grad(x, 2 * alpha), elu_grad(x, alpha) * np.where(x < 0, 2, 1))

@kata.misconception
def subtracts_alpha_from_the_value(x, alpha):
    """On the left you subtract alpha from the unit's value. Compare the signs of the value and of the slope."""
    return np.where(x > 0, 1.0, elu(x, alpha) - alpha)

@kata.misconception
def forgets_alpha(x, alpha):
    """On the left your slope does not depend on alpha. A constant factor survives differentiation."""
    return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0)))

@kata.misconception(title="returns the value instead of the slope")
def returns_the_value(x, alpha):
    """You return the unit's value. Return its slope."""
    return elu(x, alpha)

@kata.misconception
def returns_the_value_on_the_left(x, alpha):
    """On the left you return the unit's value, which is negative. The unit rises there, so its slope is positive."""
    return np.where(x > 0, 1.0, elu(x, alpha))

@kata.misconception
def adds_alpha_everywhere(x, alpha):
    """You return the unit's value plus alpha on the right as well, where it grows without bound. The slope is constant
    there."""
    return elu(x, alpha) + alpha

@kata.misconception
def returns_1_everywhere(x, alpha):
    """You return 1 everywhere, but the unit levels off on the left. Perhaps a later line overwrites the values
    there."""
    return np.ones_like(x)

@kata.misconception
def uses_one_formula_for_both_sides(x, alpha):
    """You use the exponential on both sides. On the right the unit is a straight line."""
    return alpha * np.exp(x)

@kata.misconception(title="multiplies both sides by alpha")
def stretches_both_sides(x, alpha):
    """Your slope on the right is alpha. Alpha belongs to the left side only."""
    return alpha * np.exp(np.minimum(x, 0))

@kata.misconception
def puts_alpha_into_the_exponent(x, alpha):
    """You multiply x by alpha inside the exponential. Alpha scales the height of the curve, not its width."""
    return np.where(x > 0, 1.0, np.exp(alpha * np.minimum(x, 0)))

@kata.misconception(title="has a negative slope on the left")
def flips_the_sign(x, alpha):
    """Your slope on the left is negative. The unit rises everywhere."""
    return np.where(x > 0, 1.0, -alpha * np.exp(np.minimum(x, 0)))

@kata.misconception
def reverses_the_comparison(x, alpha):
    """You use the straight line on the left and the exponential on the right. It is the other way round."""
    return np.where(x < 0, 1.0, alpha * np.exp(x))

@kata.misconception
def takes_the_smaller_slope(x, alpha):
    """You return the smaller of 1 and the exponential. For alpha > 1 the exponential exceeds 1 on part of the left
    side too, so the minimum picks the wrong case there."""
    return np.minimum(1.0, alpha * np.exp(x))

@kata.misconception(title="returns 1 just left of 0")
def takes_1_close_to_0(x, alpha):
    """Just left of 0 you return 1. The slope is close to alpha there, and jumps at 0 unless alpha is 1."""
    return np.where(x > -1e-5, 1.0, alpha * np.exp(np.minimum(x, 0)))

@kata.misconception(title="uses 1 + x for the exponential near 0")
def takes_a_line_close_to_0(x, alpha):
    """Close to 0 your exponential is 1 + x. That is accurate to a few digits only."""
    return np.where(x > 0, 1.0, alpha * np.where(x > -1e-3, 1 + x, np.exp(np.minimum(x, 0))))

@kata.misconception
def is_flat_below_minus_alpha(x, alpha):
    """You return 0 where x is below -alpha. The value tends to -alpha, but that is not a position on the x axis."""
    return np.where(x < -alpha, 0.0, right(x, alpha))

@kata.misconception(hint="np.where picks a value without multiplying.")
def multiplies_infinity_by_0(x, alpha):
    """For a large x your result is NaN. Perhaps the exponential is multiplied by 0 where it is not needed: ∞ · 0 is
    NaN."""
    return (x > 0) + (x < 0) * alpha * np.exp(x)

@kata.misconception(title="lets math.exp overflow")
def overflows_the_exponential(x, alpha):
    """For a large x your function raises OverflowError. Perhaps math.exp is called for positive entries too, where it
    is not needed."""
    return np.where(x > 0, 1.0, [alpha * math.exp(value) for value in x])

@kata.misconception(title="shifts the exponents by the largest entry")
def shifts_by_the_largest(x, alpha):
    """If one entry is very large, negative entries give NaN. Perhaps you shift the exponents by the largest entry, as
    softmax does, and multiply its exponential back in: 0 · ∞ is NaN."""
    return np.where(x > 0, 1.0, alpha * np.exp(x - x.max()) * np.exp(x.max()))

@kata.misconception(title="adds 1 instead of alpha on the left")
def adds_1_to_the_value(x, alpha):
    """On the left you return the unit's value plus 1. That is right for alpha = 1 only."""
    return np.where(x > 0, 1.0, elu(x, alpha) + 1)

@kata.misconception(title="differentiates e^x like a power")
def multiplies_by_x(x, alpha):
    """On the left your slope is alpha · x · e^x. The power rule does not hold for an exponential."""
    return np.where(x > 0, 1.0, alpha * x * np.exp(np.minimum(x, 0)))

@kata.misconception(title="puts alpha on the wrong side")
def puts_alpha_on_the_right(x, alpha):
    """Your slope on the right is alpha, and on the left it lacks alpha. It belongs to the left side."""
    return np.where(x > 0, alpha, np.exp(np.minimum(x, 0)))

@kata.misconception(title="reverses the sign of the exponent")
def grows_to_the_left(x, alpha):
    """On the left your slope grows without bound, but the unit levels off there. Perhaps the exponent has a minus sign
    too many."""
    return np.where(x > 0, 1.0, alpha * np.exp(-x))

careless.calls_it_saturated(kata, right, 10, high=1.0)
careless.loses_the_order(kata, right)
careless.leaves_one_out(kata, right, the_1=1.0)
careless.guesses_what_it_was_given(
    kata, right, lambda x, alpha: np.where(x > 0, 1.0, x + alpha), lambda x, alpha: x > -alpha)

@kata.misconception(title="converts the input to float32")
def takes_single_precision_input(x, alpha):
    """You convert the input to float32, which carries about 7 digits. The result is compared to within 1e-12 + 1e-9 of
    its value."""
    return right(x.astype(np.float32).astype(float), alpha)

for wrong in mistakes.by_differences(lambda quotient, x, alpha: quotient(lambda t: elu(t, alpha), x)):
    kata.misconception(wrong)

@kata.misconception(convention="the rectifier")
def is_flat_on_the_left(x, alpha):
    """Your slope on the left is 0. Here the unit is curved there and still rises."""
    return sort_out(x, 1, 0)

@kata.misconception(convention="PReLU, where alpha is the slope", title="uses alpha as the slope on the left")
def takes_alpha_for_the_slope(x, alpha):
    """Your slope on the left is alpha everywhere, as on a straight line. Here the unit is curved."""
    return np.where(x > 0, 1.0, alpha)

@kata.misconception(convention="CELU (Barron 2017), whose slope does not jump")
def divides_the_exponent_by_alpha(x, alpha):
    """You divide x by alpha inside the exponential and have no factor in front of it. Here alpha is a factor."""
    return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0) / alpha))

@kata.misconception(convention="SELU (Klambauer et al. 2017), which is 1.0507 times as large",
                    title="scales both sides")
def scales_as_selu_does(x, alpha):
    """Both sides of your slope are multiplied by 1.0507. Here nothing is scaled."""
    return 1.0507009873554805 * np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0)))
