"""Properties of every right gradient of the L2 penalty, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, mistakes, same, st
from ._coefficients import with_intercept

kata = Kata("l2_grad(beta: (d+1), lam: ()) -> (d+1)", d=st.integers(2, 4), lam=st.sampled_from([1.0, 0.5, 2.0, 0.1]))
kata.domain(d=arg.size(0, 2000), beta=arg.real(-1000, 1000), lam=arg.real(0, 1000))
kata.hints(
    "Does the penalty change if the intercept changes? What is its derivative then?",
    "Which terms of the sum contain the second slope? What is the derivative of a square?",
    "The result is as long as `beta`. Its first entry is known in advance.",
)
kata.mistakes(say={
    "is_half_as_large": "Your gradient is half as large as it should be. It belongs to half of the penalty.",
    "leaves_out_the_first_entry": "Your result is one entry too short: it holds the derivatives with respect to the "
                                  "slopes only.",
    "has_the_wrong_sign": "Your gradient has the wrong sign: a step against it would make the slopes larger.",
})

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("Without slopes only the derivative of the intercept is left, which is 0.", points=0, d=0)
kata.edge("With a strength of 0 the gradient is 0.", points=0, lam=0.0)
kata.example("Slopes of 1, -2 and 0.5 have the derivatives 4, -8 and 2 at a strength of 2.",
             expected=np.array([0.0, 4.0, -8.0, 2.0]), beta=np.array([10.0, 1.0, -2.0, 0.5]), lam=2.0)


@kata.property(points=0)
def leaves_the_intercept_alone(l2_grad, beta, lam):
    """The derivative with respect to the intercept is 0, and no other derivative depends on the intercept."""
    grad = l2_grad(with_intercept(beta, 100.0), lam)
    same(grad[0], 0.0)
    same(grad[1:], l2_grad(beta, lam)[1:])


@kata.property(points=0)
def shrinks_the_slopes_by_one_factor(l2_grad, beta, lam):
    """A step at a rate of 1/10 multiplies all slopes by the same factor, 1 minus a fifth of the strength."""
    after = beta - 0.1 * l2_grad(beta, lam)
    same(after[1:], (1 - lam / 5) * beta[1:])


@kata.property(points=0)
def is_the_slope_of_the_penalty(l2_grad, beta, lam):
    """If the first slope rises by 1/4 or falls by 1/4, the difference of the two penalties is half its derivative."""
    up, down = beta.copy(), beta.copy()
    up[1] += 0.25
    down[1] -= 0.25
    same(l2_grad(beta, lam)[1] / 2, penalty(up, lam) - penalty(down, lam))


def penalty(beta, lam):
    """The penalty itself: ``(d+1),()->()``."""
    return lam * np.sum(beta[1:] ** 2)


@kata.misconception(convention="weight decay of all parameters", title="penalises the intercept")
def penalises_the_intercept(beta, lam):
    """Your derivative with respect to the intercept is not 0. The penalty does not contain the intercept."""
    return 2 * lam * beta


@kata.misconception(convention="PyTorch's weight_decay", title="leaves out the 2, and penalises the intercept")
def multiplies_by_the_strength(beta, lam):
    """You multiply all coefficients by the strength. The derivative of a square has a factor 2, and the penalty
    does not contain the intercept."""
    return lam * beta


@kata.misconception
def squares_the_slopes(beta, lam):
    """You multiply the squares of the slopes by the strength. Those are the terms of the penalty, not their
    derivatives."""
    return with_intercept(lam * beta**2, 0.0)


@kata.misconception
def returns_a_single_number(beta, lam):
    """You return one number. Each coefficient has its own derivative."""
    return penalty(beta, lam)


@kata.misconception(title="returns the gradient of the L1 penalty")
def takes_the_signs(beta, lam):
    """Your derivatives depend on the signs of the slopes only, as those of the L1 penalty. Here a larger slope has a
    larger derivative."""
    return with_intercept(lam * np.sign(beta), 0.0)


@kata.misconception(title="returns the coefficients after a step")
def returns_the_coefficients_after_a_step(beta, lam):
    """You subtract the gradient from the coefficients. Return the gradient itself."""
    return beta - with_intercept(2 * lam * beta, 0.0)


@kata.misconception
def leaves_out_the_last_slope(beta, lam):
    """The derivative of the last slope is 0 in your result, and that of the intercept is not. The intercept is the
    first coefficient."""
    return np.append(2 * lam * beta[:-1], 0.0)


@kata.misconception(title="leaves the intercept in its place")
def leaves_the_intercept_in_its_place(beta, lam):
    """Your first entry is the intercept itself. It should be the derivative with respect to the intercept."""
    return with_intercept(2 * lam * beta, beta[0])


@kata.misconception
def leaves_out_the_strength(beta, lam):
    """Your gradient does not depend on the strength of the penalty."""
    return with_intercept(2 * beta, 0.0)


def by_quotients(quotient, beta, lam):
    """The gradient from difference quotients of the penalty."""
    return mistakes.gradient(lambda at: penalty(at, lam), beta, quotient)


for wrong in mistakes.by_differences(by_quotients, steps={"forward": (4, 5, 6, 7, 8), "central": (5, 6)}):
    kata.misconception(wrong)
