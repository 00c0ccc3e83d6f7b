"""What must hold of any right gradient of (x + y) z, and the ways it usually goes wrong."""

import numpy as np

from gradkata import Kata, arg, same, st
from . import _sum_times as sum_times
from ._inexact import by_differences, computes_in_single_precision, works_on_whole_numbers

half = st.integers(-8, 8).map(lambda k: k / 2)
fine = st.integers(-3000, 3000).map(lambda k: k / 1000) | st.sampled_from([1000.0, -1000.0])
not_zero = (half | fine).filter(lambda v: v != 0)

@st.composite
def other_than_minus(draw, x):
    """A number that does not cancel ``x``."""
    y = draw(half | fine)
    return y if x + y else y + 1

kata = Kata("graph_backward(x: (), y: (), z: (), g: ()) -> (3)",
            x=half | fine, y=other_than_minus(arg("x")), z=not_zero, g=not_zero)
kata.hints(
    "Walk back from f. By how much does f change when q grows a little, and z stays?",
    "And by how much when z grows a little? Which value from the way forward do you need for that?",
    "An addition passes on what comes in from above. To both of its inputs, or does it share it out?",
    "Where does the gradient from above enter: once, or at each operation again?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("A sum of 0 stops the gradient of z only.", points=1, y=st.just(arg("x")).map(lambda x: -x))
kata.edge("A z of 0 stops the gradients of x and y only.", points=1, z=0.0)
kata.edge("A gradient of 0 from above gives zeros.", points=1, g=0.0)
kata.example("The lecture's graph, q = 3 and z = -4.", expected=np.array([-4.0, -4.0, 3.0]),
             x=-2.0, y=5.0, z=-4.0, g=1.0)
kata.example("Half the gradient from above gives half of each.", expected=np.array([-2.0, -2.0, 1.5]),
             x=-2.0, y=5.0, z=-4.0, g=0.5)

@kata.property(points=0)
def treats_x_and_y_alike(graph_backward, x, y, z, g):
    """An addition does not tell its inputs apart: x and y have the same derivative."""
    dx, dy, _ = graph_backward(x, y, z, g).tolist()
    same(dx, dy)

@kata.property(points=0, factor=st.sampled_from([2.0, -1.0, 0.5, 3.0]))
def is_linear_in_the_gradient_from_above(graph_backward, x, y, z, g, factor):
    """So many times the gradient from above gives so many times each derivative."""
    same(graph_backward(x, y, z, factor * g), factor * graph_backward(x, y, z, g))

@kata.property(points=0, x=half, y=half, z=half, g=half)
def adds_up_to_the_value(graph_backward, x, y, z, g):
    """In x and y as in z the graph is linear: x times its derivative plus y times its own is g·f, and so is z's."""
    dx, dy, dz = graph_backward(x, y, z, g).tolist()
    same((x * dx + y * dy, z * dz), (g * (x + y) * z, g * (x + y) * z))

@kata.misconception
def forgets_the_gradient_from_above(x, y, z, g):
    """You return the derivatives of f alone. What comes in from above multiplies each of them."""
    return np.array([z, z, x + y])

@kata.misconception
def forgets_it_for_z(x, y, z, g):
    """You multiply what goes to x and y by the gradient from above, and leave it out for z."""
    return np.array([g * z, g * z, x + y])

@kata.misconception
def forgets_it_for_x_and_y(x, y, z, g):
    """You multiply what goes to z by the gradient from above, and start anew from 1 on the way to x and y."""
    return np.array([z, z, g * (x + y)])

@kata.misconception
def multiplies_by_it_twice(x, y, z, g):
    """You multiply by the gradient from above at the product and again at the addition. Once is enough."""
    return np.array([g * g * z, g * g * z, g * (x + y)])

@kata.misconception
def adds_the_gradient_from_above(x, y, z, g):
    """You add what comes in from above to the local derivative. Along a path derivatives multiply."""
    return np.array([g + z, g + z, g + x + y])

@kata.misconception
def gives_each_factor_its_own_value(x, y, z, g):
    """You take a factor's value for the derivative by it. The other factor says how fast the product grows."""
    return g * np.array([x + y, x + y, z])

@kata.misconception
def gives_z_its_own_value(x, y, z, g):
    """You return z as the derivative by z. How fast f grows with z is told by the other factor."""
    return g * np.array([z, z, z])

@kata.misconception
def multiplies_by_each_addend(x, y, z, g):
    """You multiply by x and by y on the way to them, as if q were made by products. The derivative of a sum by
    one of its terms does not hold that term."""
    return g * np.array([x * z, y * z, x + y])

@kata.misconception
def takes_the_addition_for_a_product(x, y, z, g):
    """You go back through x·y, where x has the derivative y. The graph adds x and y."""
    return g * np.array([y * z, x * z, x * y])

@kata.misconception
def multiplies_x_and_y_for_z(x, y, z, g):
    """For z you multiply by x·y. The other factor of the product is the sum of the two."""
    return g * np.array([z, z, x * y])

@kata.misconception
def multiplies_by_every_variable(x, y, z, g):
    """You multiply each derivative by the variable itself. A derivative says how fast, not how much in all."""
    return g * np.array([x * z, y * z, (x + y) * z])

@kata.misconception
def shares_the_gradient_out(x, y, z, g):
    """You give x and y half each of what reaches the addition. Each of them moves the sum by all of its change."""
    return g * np.array([z / 2, z / 2, x + y])

@kata.misconception
def feeds_the_larger_addend_only(x, y, z, g):
    """You pass the gradient to the larger of x and y, as a maximum does. An addition passes it to both."""
    return g * np.array([z if x >= y else 0.0, 0.0 if x >= y else z, x + y])

@kata.misconception
def feeds_one_addend_only(x, y, z, g):
    """You write the gradient of q to x and leave y without one. Both of them are added."""
    return g * np.array([z, 0.0, x + y])

@kata.misconception
def takes_one_addend_for_the_sum(x, y, z, g):
    """For z you multiply by x alone. The other factor of the product is the whole sum."""
    return g * np.array([z, z, x])

@kata.misconception
def returns_them_in_the_order_of_the_walk(x, y, z, g):
    """You return the derivatives in the order in which the walk back meets them. They are asked for as x, y, z."""
    return g * np.array([x + y, z, z])

@kata.misconception
def returns_a_step_down(x, y, z, g):
    """You return minus the gradient, the direction in which f falls. The gradient itself is asked for."""
    return -g * np.array([z, z, x + y])

@kata.misconception
def takes_a_gradient_of_0_for_none(x, y, z, g):
    """You put 1 in the place of a gradient of 0, as if none were given. Behind a 0 nothing has any effect."""
    return (g or 1.0) * np.array([z, z, x + y])

for wrong in (sum_times.uses_f_for_the_gradient_from_above, sum_times.reads_f_as_q_times_y,
              sum_times.divides_f_by_its_factors, sum_times.divides_f_by_factors_other_than_0,
              sum_times.keeps_local_derivatives_in_integers, works_on_whole_numbers(sum_times.right),
              computes_in_single_precision(sum_times.right),
              *by_differences(sum_times.by_quotients, (5, 6, 7, 8), (5, 6, 7))):
    kata.misconception(wrong)
