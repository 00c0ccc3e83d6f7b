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
        "Your derivatives are in the order z, y, x. Perhaps that is the order in which your backward pass reaches "
        "them. The kata asks for x, y, z.",
    "has_the_wrong_sign":
        "All three derivatives have the wrong sign. The kata asks for the gradient itself, not for a step against it.",
    "takes_1_for_a_g_of_0":
        "You replace a g of 0 by 1, as if no gradient were given. If the upstream gradient is 0, all three results "
        "are 0.",
})
kata.hints(
    "Walk back from f. If q grows a little and z stays the same, how fast does f grow? And if z grows instead?",
    "Take q = 3 and z = -4. How much does f change when q becomes 3.01? How much does q change when x grows by 0.01?",
    "The derivative of a product with respect to one factor is the other factor, as the forward pass left it; that of "
    "a sum with respect to a term is 1. Send g through the product, and only what reaches q through the sum.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("A sum of 0 stops the gradient of z only.", points=1,
          hint="With y = -x the sum is 0. Do you divide by it, or leave out what belongs to x and y?",
          y=st.just(arg("x")).map(lambda x: -x))
kata.edge("A z of 0 stops the gradients of x and y only.", points=1, z=0.0,
          hint="Does your derivative for z contain z? Do you divide by z anywhere?")
kata.edge("An upstream gradient of 0 gives zeros.", points=1, g=0.0,
          hint="Each of the three results contains g as a factor. Does yours, or does it treat 0 as missing?")
kata.example("With q = 3 and z = -4 the derivatives are -4, -4 and 3.", expected=np.array([-4.0, -4.0, 3.0]),
             x=-2.0, y=5.0, z=-4.0, g=1.0)
kata.example("Half the upstream gradient gives half of each derivative.", expected=np.array([-2.0, -2.0, 1.5]),
             x=-2.0, y=5.0, z=-4.0, g=0.5)

@kata.property(points=0)
def treats_x_and_y_alike(graph_backward, x, y, z, g):
    """An addition treats its inputs the same: x and y have the same derivative."""
    dx, dy, _ = graph_backward(x, y, z, g).tolist()
    same(dx, dy)

@kata.property(points=0)
def adds_up_for_a_shared_input(graph_backward, x, z, g):
    """If x and y are the same variable, its derivative is the sum of both entries."""
    same(graph_backward(x, x, z, g)[:2].sum(), 2 * g * z)

@kata.property(points=0, factor=st.sampled_from([2.0, -1.0, 0.5, 3.0]))
def is_linear_in_the_upstream_gradient(graph_backward, x, y, z, g, factor):
    """Scaling the upstream gradient scales all three results by the same factor."""
    same(graph_backward(x, y, z, factor * g), factor * graph_backward(x, y, z, g))

@kata.property(points=0, x=inputs.halves, y=inputs.halves, z=inputs.halves, g=inputs.halves)
def adds_up_to_the_value(graph_backward, x, y, z, g):
    """x·dx + y·dy equals g·f, and so does z·dz, where dx, dy and dz are the three results."""
    dx, dy, dz = graph_backward(x, y, z, g).tolist()
    same((x * dx + y * dy, z * dz), (g * (x + y) * z, g * (x + y) * z))

@kata.misconception(title="leaves out the upstream gradient", hint="Which of your three results contains g?")
def forgets_the_gradient_from_above(x, y, z, g):
    """You return the derivatives of f alone. The upstream gradient multiplies each of them."""
    return np.array([z, z, x + y])

@kata.misconception
def forgets_the_gradient_for_z(x, y, z, g):
    """You multiply the derivatives for x and y by the upstream gradient, but not the one for z."""
    return np.array([g * z, g * z, x + y])

@kata.misconception
def forgets_the_gradient_for_x_and_y(x, y, z, g):
    """You multiply the derivative for z by the upstream gradient, but not those for x and y."""
    return np.array([z, z, g * (x + y)])

@kata.misconception(title="multiplies by the upstream gradient twice")
def multiplies_by_the_gradient_twice(x, y, z, g):
    """Your results for x and y contain g twice. Perhaps it enters at the product and again at the addition."""
    return np.array([g * g * z, g * g * z, g * (x + y)])

@kata.misconception(title="adds the upstream gradient")
def adds_the_gradient_from_above(x, y, z, g):
    """You add the upstream gradient to the local derivative. Along a path derivatives multiply."""
    return np.array([g + z, g + z, g + x + y])

@kata.misconception(title="uses each factor as its own derivative",
                    hint="Take q = 3 and z = -4. By how much does q·z change when q grows by 1?")
def gives_each_factor_its_own_value(x, y, z, g):
    """You use a factor's own value as the derivative with respect to it. When q grows by 1, how much does q·z grow?"""
    return g * np.array([x + y, x + y, z])

@kata.misconception(title="uses z as the derivative with respect to z")
def gives_z_its_own_value(x, y, z, g):
    """You return g·z as the derivative with respect to z. When z grows by 1, by how much does f grow?"""
    return g * np.array([z, z, z])

@kata.misconception
def multiplies_by_each_addend(x, y, z, g):
    """Your results for x and y contain x and y themselves. The derivative of a sum with respect to one of its terms
    does not contain that term."""
    return g * np.array([x * z, y * z, x + y])

@kata.misconception(title="treats the addition as a product")
def takes_the_addition_for_a_product(x, y, z, g):
    """You go back through x·y, whose derivative with respect to x is y. The graph adds x and y."""
    return g * np.array([y * z, x * z, x * y])

@kata.misconception(title="multiplies by x·y for z")
def multiplies_x_and_y_for_z(x, y, z, g):
    """For z you multiply by x·y. What is z multiplied by in the graph?"""
    return g * np.array([z, z, x * y])

@kata.misconception
def multiplies_by_every_variable(x, y, z, g):
    """You multiply each derivative by the variable itself. A derivative is a rate of change, not a total."""
    return g * np.array([x * z, y * z, (x + y) * z])

@kata.misconception(title="halves the gradient at the addition")
def shares_the_gradient_out(x, y, z, g):
    """You give x and y half of the gradient each. A change of either changes the sum by the full amount."""
    return g * np.array([z / 2, z / 2, x + y])

@kata.misconception
def passes_the_gradient_to_the_larger_input_only(x, y, z, g):
    """You pass the gradient to the larger of x and y, as a maximum does. An addition passes it to both."""
    return g * np.array([z if x >= y else 0.0, 0.0 if x >= y else z, x + y])

@kata.misconception
def passes_the_gradient_to_one_input_only(x, y, z, g):
    """You pass the gradient of q to x and give y 0. Both of them are added."""
    return g * np.array([z, 0.0, x + y])

@kata.misconception(title="uses x instead of x + y")
def takes_one_addend_for_the_sum(x, y, z, g):
    """For z you multiply by x alone. What is z multiplied by in the graph?"""
    return g * np.array([z, z, x])

def by_quotients(quotient, x, y, z, g):
    """The three derivatives from difference quotients."""
    return g * mistakes.gradient(lambda at: (at[0] + at[1]) * at[2], np.array([x, y, z]), quotient)

@kata.misconception
def keeps_local_derivatives_in_integers(x, y, z, g):
    """Your local derivatives lose their fractional part. Perhaps they are stored in an array of integers."""
    return g * np.trunc([z, z, x + y])

@kata.misconception
def divides_f_by_its_factors(x, y, z, g):
    """Your code fails where a factor is 0. Perhaps you divide f by it. The other factor is available without a
    division."""
    f = (x + y) * z
    return g * np.array([f / (x + y), f / (x + y), f / z])

@kata.misconception
def divides_f_by_factors_other_than_0(x, y, z, g):
    """Where a factor is 0 you return 0 as the derivative with respect to it. The other factor need not be 0 there."""
    return g * np.array([z if x + y else 0.0, z if x + y else 0.0, x + y if z else 0.0])

@kata.misconception
def multiplies_by_f_as_well(x, y, z, g):
    """You also multiply by the value of f. Only derivatives are multiplied in the backward pass."""
    return (x + y) * z * g * np.array([z, z, x + y])

@kata.misconception(title="differentiates q·y instead of q·z")
def reads_f_as_q_times_y(x, y, z, g):
    """You return the derivatives of q·y. The product is that of q and z."""
    return g * np.array([y, x + 2 * y, 0.0])

@kata.misconception
def doubles_the_gradient_at_the_addition(x, y, z, g):
    """Your results for x and y are twice as large. An addition passes on the gradient of q once to each input."""
    return g * np.array([2 * z, 2 * z, x + y])

@kata.misconception(title="sends the gradient of q to z as well")
def sends_the_gradient_of_q_to_z(x, y, z, g):
    """Your result for z contains z itself. The gradient that arrives at q goes on to x and y only."""
    return g * np.array([z, z, z * (x + y)])

for wrong in mistakes.by_differences(by_quotients, steps={"forward": (5, 6, 7, 8), "central": (5, 6, 7)}):
    kata.misconception(wrong)
