"""Properties that every right gradient of (x + y) z has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, mistakes, same, st

number = inputs.halves | inputs.fine | st.sampled_from([1000.0, -1000.0])
not_zero = number.filter(lambda v: v != 0)

@st.composite
def other_than_minus(draw, x):
    """A number that does not cancel ``x``."""
    y = draw(number)
    return y if x + y else y + 1

kata = Kata("graph_backward(x: (), y: (), z: (), g: ()) -> (3)",
            x=number, y=other_than_minus(arg("x")), z=not_zero, g=not_zero)
kata.domain(x=arg.real(-3000, 3000), y=arg.real(-3000, 3000), z=arg.real(-3000, 3000), g=arg.real(-3000, 3000))
kata.mistakes(say={
    "is_in_reverse_order":
        "You return the derivatives in the order in which the backward pass reaches them. The kata asks for x, y, z.",
    "has_the_wrong_sign":
        "You return minus the gradient, the direction in which f falls. The kata asks for the gradient itself.",
    "takes_1_for_a_g_of_0":
        "You replace a gradient of 0 by 1, as if none were given. If the gradient from above is 0, no input has any "
        "effect.",
})
kata.hints(
    "Walk back from f. By how much does f change when q grows a little and z stays the same?",
    "And by how much when z grows a little? Which value from the forward pass do you need for that?",
    "An addition passes on the gradient from above. Does each input get all of it, or do they share it?",
    "How often does the gradient from above enter: once, or again at each operation?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("A sum of 0 stops the gradient of z only.", points=1, y=st.just(arg("x")).map(lambda x: -x))
kata.edge("A z of 0 stops the gradients of x and y only.", points=1, z=0.0)
kata.edge("A gradient of 0 from above gives zeros.", points=1, g=0.0)
kata.example("With q = 3 and z = -4 the derivatives are -4, -4 and 3.", expected=np.array([-4.0, -4.0, 3.0]),
             x=-2.0, y=5.0, z=-4.0, g=1.0)
kata.example("Half the gradient from above gives half of each derivative.", expected=np.array([-2.0, -2.0, 1.5]),
             x=-2.0, y=5.0, z=-4.0, g=0.5)

@kata.property(points=0)
def treats_x_and_y_alike(graph_backward, x, y, z, g):
    """An addition treats its inputs the same: x and y have the same derivative."""
    dx, dy, _ = graph_backward(x, y, z, g).tolist()
    same(dx, dy)

@kata.property(points=0, factor=st.sampled_from([2.0, -1.0, 0.5, 3.0]))
def is_linear_in_the_gradient_from_above(graph_backward, x, y, z, g, factor):
    """Scaling the gradient from above scales each derivative by the same factor."""
    same(graph_backward(x, y, z, factor * g), factor * graph_backward(x, y, z, g))

@kata.property(points=0, x=inputs.halves, y=inputs.halves, z=inputs.halves, g=inputs.halves)
def adds_up_to_the_value(graph_backward, x, y, z, g):
    """The sum of x and y, each times its derivative, is g·f, and so is z times its derivative."""
    dx, dy, dz = graph_backward(x, y, z, g).tolist()
    same((x * dx + y * dy, z * dz), (g * (x + y) * z, g * (x + y) * z))

@kata.misconception
def forgets_the_gradient_from_above(x, y, z, g):
    """You return the derivatives of f alone. The gradient from above multiplies each of them."""
    return np.array([z, z, x + y])

@kata.misconception
def forgets_the_gradient_for_z(x, y, z, g):
    """You multiply the derivatives for x and y by the gradient from above, but not the one for z."""
    return np.array([g * z, g * z, x + y])

@kata.misconception
def forgets_the_gradient_for_x_and_y(x, y, z, g):
    """You multiply the derivative for z by the gradient from above, but start again from 1 on the way to x and y."""
    return np.array([z, z, g * (x + y)])

@kata.misconception
def multiplies_by_the_gradient_twice(x, y, z, g):
    """You multiply by the gradient from above at the product and again at the addition. Once is enough."""
    return np.array([g * g * z, g * g * z, g * (x + y)])

@kata.misconception
def adds_the_gradient_from_above(x, y, z, g):
    """You add the gradient from above to the local derivative. Along a path derivatives multiply."""
    return np.array([g + z, g + z, g + x + y])

@kata.misconception
def gives_each_factor_its_own_value(x, y, z, g):
    """You use a factor's own value as the derivative with respect to it. The other factor says how fast the product
    grows."""
    return g * np.array([x + y, x + y, z])

@kata.misconception
def gives_z_its_own_value(x, y, z, g):
    """You return z as the derivative with respect to z. The other factor says how fast f grows with z."""
    return g * np.array([z, z, z])

@kata.misconception
def multiplies_by_each_addend(x, y, z, g):
    """You multiply by x and by y on the way to them, as if q were a product. The derivative of a sum with respect to
    one of its terms does not contain that term."""
    return g * np.array([x * z, y * z, x + y])

@kata.misconception
def takes_the_addition_for_a_product(x, y, z, g):
    """You go back through x·y, whose derivative with respect to x is y. The graph adds x and y."""
    return g * np.array([y * z, x * z, x * y])

@kata.misconception
def multiplies_x_and_y_for_z(x, y, z, g):
    """For z you multiply by x·y. The other factor of the product is the sum of x and y."""
    return g * np.array([z, z, x * y])

@kata.misconception
def multiplies_by_every_variable(x, y, z, g):
    """You multiply each derivative by the variable itself. A derivative is a rate of change, not a total."""
    return g * np.array([x * z, y * z, (x + y) * z])

@kata.misconception
def shares_the_gradient_out(x, y, z, g):
    """You give x and y half of the gradient each. A change of either changes the sum by the full amount."""
    return g * np.array([z / 2, z / 2, x + y])

@kata.misconception
def passes_the_gradient_to_the_larger_input_only(x, y, z, g):
    """You pass the gradient to the larger of x and y, as a maximum does. An addition passes it to both."""
    return g * np.array([z if x >= y else 0.0, 0.0 if x >= y else z, x + y])

@kata.misconception
def passes_the_gradient_to_one_input_only(x, y, z, g):
    """You pass the gradient of q to x and leave y without one. Both of them are added."""
    return g * np.array([z, 0.0, x + y])

@kata.misconception
def takes_one_addend_for_the_sum(x, y, z, g):
    """For z you multiply by x alone. The other factor of the product is the whole sum."""
    return g * np.array([z, z, x])

def by_quotients(quotient, x, y, z, g):
    """The three derivatives from difference quotients."""
    return g * mistakes.gradient(lambda at: (at[0] + at[1]) * at[2], np.array([x, y, z]), quotient)

@kata.misconception
def keeps_local_derivatives_in_integers(x, y, z, g):
    """You store the local derivatives in an array of integers, which drops the digits after the decimal point."""
    return g * np.trunc([z, z, x + y])

@kata.misconception
def divides_f_by_its_factors(x, y, z, g):
    """You get the derivative with respect to a factor by dividing f by it, but a factor may be 0. The other factor is
    available without a division."""
    f = (x + y) * z
    return g * np.array([f / (x + y), f / (x + y), f / z])

@kata.misconception
def divides_f_by_factors_other_than_0(x, y, z, g):
    """You get the derivative with respect to a factor by dividing f by it, and return 0 if that factor is 0. The other
    factor need not be 0 then."""
    return g * np.array([z if x + y else 0.0, z if x + y else 0.0, x + y if z else 0.0])

@kata.misconception
def multiplies_by_f_as_well(x, y, z, g):
    """You also multiply by the value of f. Only derivatives are multiplied in the backward pass; f itself is not one
    of them."""
    return (x + y) * z * g * np.array([z, z, x + y])

@kata.misconception
def reads_f_as_q_times_y(x, y, z, g):
    """You take the derivatives of q·y. The product is that of q and z."""
    return g * np.array([y, x + 2 * y, 0.0])

for wrong in mistakes.by_differences(by_quotients, steps={"forward": (5, 6, 7, 8), "central": (5, 6, 7)}):
    kata.misconception(wrong)
