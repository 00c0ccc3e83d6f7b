"""Properties of every right Adagrad step, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._moments import resting
from ._scaled import beside_the_root, draws, under_the_root

kata = Kata("adagrad_step(w: (d), s: (d), g: (d), lr: (), eps: ()) -> (d), (d)", **draws())
kata.domain(d=arg.size(0, 1200), w=arg.real(-1000, 1000), s=arg.real(0, 1e6), g=arg.real(-1000, 1000),
            lr=arg.real(0, 2), eps=arg.real(1e-8, 100))
kata.hints(
    "A weight has had gradients of 3 and -4. What does `s` hold, and does it matter that one is negative?",
    "Is the square of this gradient already in the sum that divides the step?",
    "First add the square of `g` to `s`, entry by entry. Then divide by a root with `eps` under it. Return the sum "
    "without `eps`.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("A weight that never had a gradient does not move.", points=0, **resting("s", "g"))
kata.edge("The first step is about as long as the rate.", points=0, eps=1e-8, **resting("s"))
kata.edge("With a rate of 0 the sums change and the weights do not.", points=1, lr=0.0)
kata.edge("After many large gradients a step is short.", points=0, s=st.arrays(arg("d"), elements=st.just(1e6)))
kata.edge("Without weights both results are empty.", points=1, d=0,
          hint="Does your code take a maximum, or stack one piece for each weight? What if there is none?")
kata.example("Sums of 25 and 4 divide the steps by 5 and 2.", w=np.array([1.0, 1.0]), s=np.array([16.0, 0.0]),
             g=np.array([3.0, -2.0]), lr=1.0, eps=1e-8,
             expected=(np.array([1 - 3 / (25 + 1e-8) ** 0.5, 1 + 2 / (4 + 1e-8) ** 0.5]), np.array([25.0, 4.0])))


@kata.property(points=0)
def never_lowers_a_sum(adagrad_step, w, s, g, lr, eps):
    """A sum of squares never falls."""
    assert (adagrad_step(w, s, g, lr, eps)[1] >= s).all()


@kata.property(points=0, g=st.sampled_from([0.5, -2.0, 3.0]))
def slows_down_on_a_slope(adagrad_step, g, lr):
    """For a constant gradient and a tiny eps, step number t has the length lr over the root of t."""
    w, s = np.zeros(1), np.zeros(1)
    for t in range(1, 5):
        new, s = adagrad_step(w, s, np.array([g]), lr, 1e-8)
        same(np.abs(new - w), lr / np.sqrt([t]), rtol=1e-6)
        w = new


@kata.property(points=0, scale=st.sampled_from([2.0, 8.0]))
def has_no_unit_of_the_gradient(adagrad_step, w, s, g, lr, eps, scale):
    """If the loss is measured in another unit, and eps in the square of this unit, the step stays the same."""
    same(adagrad_step(w, scale**2 * s, scale * g, lr, scale**2 * eps)[0], adagrad_step(w, s, g, lr, eps)[0])


@kata.property(points=0)
def treats_each_weight_by_itself(adagrad_step, w, s, g, lr, eps):
    """The first weight and its sum are the same with and without the others."""
    alone = adagrad_step(w[:1], s[:1], g[:1], lr, eps)
    for one, several in zip(alone, adagrad_step(w, s, g, lr, eps), strict=True):
        same(several[:1], one)


@kata.misconception(title="overwrites the sum")
def overwrites_the_sum(w, s, g, lr, eps):
    """You replace the sum by the square of this gradient, so that all earlier ones are forgotten."""
    return under_the_root(w, g, g**2, lr, eps), g**2


@kata.misconception(title="adds g instead of g²")
def adds_the_gradient(w, s, g, lr, eps):
    """You add the gradient itself to the sum. Gradients of different signs cancel, and a negative sum has no root."""
    return under_the_root(w, g, s + g, lr, eps), s + g


@kata.misconception
def forgets_the_root(w, s, g, lr, eps):
    """You divide by the sum of squares itself. Its root has the unit of the gradient."""
    return w - lr * g / (s + g**2 + eps), s + g**2


@kata.misconception(title="uses the old sum for the step")
def uses_the_old_sum(w, s, g, lr, eps):
    """Your step divides by the root of the old sum. At the first step that sum is 0."""
    return under_the_root(w, g, s, lr, eps), s + g**2


@kata.misconception(title="uses one sum for all weights")
def shares_one_sum(w, s, g, lr, eps):
    """You add the squared gradients of all weights to every sum. Each weight has its own sum."""
    new = s + g @ g
    return under_the_root(w, g, new, lr, eps), new


@kata.misconception
def forgets_the_epsilon(w, s, g, lr, eps):
    """You divide by the root of the sum alone. A weight that has had no gradient yet gives 0/0, which is NaN."""
    return under_the_root(w, g, s + g**2, lr, 0.0), s + g**2


@kata.misconception(convention="PyTorch, and Duchi et al. 2011", title="adds eps to the root")
def adds_epsilon_to_the_root(w, s, g, lr, eps):
    """You add eps to the root. Here it is added to the sum, under the root."""
    return beside_the_root(w, g, s + g**2, lr, eps), s + g**2


@kata.misconception(convention="RMSProp, with a decay of 0.9", title="lets the sum decay")
def lets_the_sum_decay(w, s, g, lr, eps):
    """You average the squares, so that old ones fade. In Adagrad they are added up and stay."""
    new = 0.9 * s + 0.1 * g**2
    return under_the_root(w, g, new, lr, eps), new


@kata.misconception(title="steps uphill")
def climbs(w, s, g, lr, eps):
    """You add the step, so the loss rises. The gradient points to where it rises."""
    return under_the_root(w, g, s + g**2, -lr, eps), s + g**2
