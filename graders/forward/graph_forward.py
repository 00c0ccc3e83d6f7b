"""Properties of every right forward pass through (x + y) z, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("graph_forward(x: (), y: (), z: ()) -> (2)")
kata.domain(x=arg.real(-1000, 1000), y=arg.real(-1000, 1000), z=arg.real(-1000, 1000))
kata.hints(
    "Which of the two operations can be computed first, and which needs its result?",
    "Take x = -2, y = 5 and z = -4. Which two numbers does the second operation multiply?",
    "Compute q, give it a name, and use it for f. Return both.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("With a z of 0 only f is 0.", points=0, z=0.0)
kata.edge("If x and y cancel, both values are 0.", points=0, y=st.just(arg("x")).map(lambda x: -x))
kata.example("With x + y = 3 and z = -4 the values are 3 and -12.", expected=np.array([3.0, -12.0]),
             x=-2.0, y=5.0, z=-4.0)


@kata.property(points=0)
def treats_x_and_y_alike(graph_forward, x, y, z):
    """If x and y change places, both values stay the same."""
    same(graph_forward(y, x, z), graph_forward(x, y, z))


@kata.property(points=0)
def doubles_f_with_z(graph_forward, x, y, z):
    """Twice the z gives twice the f and the same q."""
    q, f = graph_forward(x, y, z).tolist()
    same(graph_forward(x, y, 2 * z), np.array([q, 2 * f]))


@kata.property(points=0)
def distributes_z_over_the_sum(graph_forward, x, y, z):
    """The value of f is x z + y z."""
    same(graph_forward(x, y, z)[1], x * z + y * z, atol=1e-9)


@kata.misconception(title="multiplies q by y instead of z")
def multiplies_by_y(x, y, z):
    """You multiply q by y. Which input leads to the product in the graph?"""
    return np.array([x + y, (x + y) * y])


@kata.misconception(title="multiplies only y by z")
def leaves_out_the_brackets(x, y, z):
    """Your f is x + y z: only y reaches the product. Multiplication binds more tightly than addition, and here the sum
    comes first."""
    return np.array([x + y, x + y * z])


@kata.misconception(title="multiplies only x by z")
def multiplies_only_x(x, y, z):
    """Your f is x z + y: only x reaches the product. The whole sum does."""
    return np.array([x + y, x * z + y])


@kata.misconception(title="returns f only")
def returns_f_only(x, y, z):
    """You return f alone. The value of q is needed later as well."""
    return (x + y) * z


@kata.misconception(title="multiplies x and y")
def multiplies_x_and_y(x, y, z):
    """You multiply x and y at the first operation. It is an addition."""
    return np.array([x * y, x * y * z])


@kata.misconception(title="adds z at the second operation")
def adds_z(x, y, z):
    """You add z to q. The second operation is a product."""
    return np.array([x + y, x + y + z])


@kata.misconception
def exchanges_the_two_operations(x, y, z):
    """You multiply first and add afterwards. In the graph the sum comes first."""
    return np.array([x * y, x * y + z])


@kata.misconception(title="returns z in place of f")
def returns_the_inputs_of_the_product(x, y, z):
    """You return q and z, the two inputs of the product. Return q and the product itself."""
    return np.array([x + y, z])


kata.mistakes(say={
    "leaves_the_last_entry_0": "Your f is 0. Perhaps q still had its initial value of 0 when you multiplied, or the "
                               "product was never stored.",
})
