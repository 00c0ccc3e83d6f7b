"""Properties of every right derivative of a product, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("product_rule(f: (n), df: (n), g: (n), dg: (n)) -> (n)", n=st.integers(2, 4))
kata.domain(
    n=arg.size(0, 2000),
    f=arg.real(-1000, 1000),
    df=arg.real(-1000, 1000),
    g=arg.real(-1000, 1000),
    dg=arg.real(-1000, 1000),
)
kata.hints(
    "If f grows by 1 and g stays, by how much does the product grow?",
    "Test your formula with x times x. Do you get 2x?",
    "There are two terms. In each of them, one of the functions is differentiated and the other is not.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge(
    "A constant factor multiplies the derivative.", points=0, dg=st.arrays(arg("n"), elements=st.just(0.0))
)
kata.edge(
    "Where one factor is 0, its derivative still counts.", points=0, f=st.arrays(arg("n"), elements=st.just(0.0))
)
kata.edge("Without points the result is empty.", points=0, n=0)
kata.example(
    "The derivative of (x + 2) cos x at 0.7 is -0.9745.",
    expected=np.array([-0.9745455682572773]),
    f=np.array([2.7]),
    df=np.array([1.0]),
    g=np.array([np.cos(0.7)]),
    dg=np.array([-np.sin(0.7)]),
)


@kata.property(points=0)
def does_not_depend_on_the_order_of_the_factors(product_rule, f, df, g, dg):
    """Exchanging the factors changes nothing."""
    same(product_rule(g, dg, f, df), product_rule(f, df, g, dg))


@kata.property(points=0)
def is_twice_one_term_for_a_square(product_rule, f, df):
    """The derivative of f² is 2 f f'."""
    same(product_rule(f, df, f, df), 2 * f * df)


@kata.property(points=0)
def agrees_with_the_power_rule(product_rule, f):
    """For x² times x³ it is the derivative of x⁵."""
    same(product_rule(f**2, 2 * f, f**3, 3 * f**2), 5 * f**4)


@kata.misconception
def multiplies_the_derivatives(f, df, g, dg):
    """You multiply the two derivatives. For x times x that gives 1, but x² is not equally steep everywhere."""
    return df * dg


@kata.misconception(title="subtracts the terms")
def subtracts_the_second_term(f, df, g, dg):
    """You subtract one term from the other, as in the rule for a quotient. If two positive factors grow, so does the
    product."""
    return df * g - f * dg


@kata.misconception(title="differentiates the first factor only")
def differentiates_the_first_only(f, df, g, dg):
    """Your result has one term, as if the second factor were a constant."""
    return df * g


@kata.misconception(title="differentiates the second factor only")
def differentiates_the_second_only(f, df, g, dg):
    """Your result has one term, as if the first factor were a constant."""
    return f * dg


@kata.misconception(title="leaves one factor undifferentiated in both terms")
def forgets_the_second_prime(f, df, g, dg):
    """In your second term, neither factor is differentiated."""
    return df * g + f * g


@kata.misconception
def adds_the_derivatives(f, df, g, dg):
    """You add the two derivatives. That is the derivative of the sum, not of the product."""
    return df + dg


@kata.misconception
def returns_the_product(f, df, g, dg):
    """You return the product itself, not its derivative."""
    return f * g


@kata.misconception(title="pairs each function with its own derivative")
def pairs_each_with_its_own_derivative(f, df, g, dg):
    """You multiply each function by its own derivative. If f grows, the strip added to the rectangle has
    the length of g."""
    return f * df + g * dg


@kata.misconception(title="adds up all points")
def adds_up_the_points(f, df, g, dg):
    """You return one number, the sum over all points. Return a derivative for each point."""
    return df @ g + f @ dg


@kata.misconception(title="adds the product of the derivatives")
def adds_the_corner(f, df, g, dg):
    """You add a third term with both derivatives. In the difference quotient this term has a factor h,
    and tends to 0."""
    return df * g + f * dg + df * dg


# They equal a misconception that says more.
kata.mistakes(without=["exchanges_f_and_g", "exchanges_df_and_dg"])
