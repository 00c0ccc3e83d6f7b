"""Properties of every right gradient of a polynomial in two variables, and the usual mistakes."""

import numpy as np

from gradkata import Kata, Tolerance, arg, inputs, same, st

nonzero = inputs.halves.filter(bool)
exponents = st.arrays(arg("k"), elements=st.integers(0, 3), dtype="i8")

# Right answers add terms of up to 1e8 in different orders.
kata = Kata(
    "gradient(c: (k), a: i8(k), b: i8(k), x: (), y: ()) -> (2)",
    tolerance=Tolerance(rtol=1e-9, atol=1e-6),
    a=exponents,
    b=exponents,
    x=nonzero,
    y=nonzero,
)
kata.domain(
    k=arg.size(0, 200),
    c=arg.real(-100, 100),
    a=arg.whole(0, 5),
    b=arg.whole(0, 5),
    x=arg.real(-3, 3),
    y=arg.real(-3, 3),
)
kata.hints(
    "For the first component y is a constant, like 5. What is the derivative of 5x³? And of yx³?",
    "What does a term without x, such as 4y, add to the first component?",
    "What does your code compute for the exponent 0 at x = 0? Is there a power with a negative exponent?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge(
    "At x = 0 and y = 0 a term without x or y adds nothing.",
    points=2,
    x=0.0,
    y=0.0,
    hint="The factor in front of the power is 0 there. Leave these terms out, or keep the exponent from becoming -1.",
)
kata.edge("At x = 0 a linear term keeps its slope.", points=0, x=0.0, k=2, a=np.array([1, 0]))
kata.edge("Without terms the gradient is zero.", points=0, k=0)
kata.edge(
    "A constant function has the gradient zero.",
    points=0,
    a=st.arrays(arg("k"), elements=st.just(0), dtype="i8"),
    b=st.arrays(arg("k"), elements=st.just(0), dtype="i8"),
)
kata.example(
    "For x⁴y at (2, 3) the gradient is (4x³y, x⁴).",
    expected=np.array([96.0, 16.0]),
    c=np.array([1.0]),
    a=np.array([4]),
    b=np.array([1]),
    x=2.0,
    y=3.0,
)
kata.example(
    "For 2x² + 4y at (2, 1) the gradient is (4x, 4).",
    expected=np.array([8.0, 4.0]),
    c=np.array([2.0, 4]),
    a=np.array([2, 0]),
    b=np.array([0, 1]),
    x=2.0,
    y=1.0,
)
kata.example(
    "At x = 0 terms with x² or x³ add nothing, however many they are.",
    expected=np.array([0.0, 0.0]),
    c=np.full(200, 100.0),
    a=np.tile([2, 3], 100),
    b=np.full(200, 5),
    x=0.0,
    y=3.0,
)
kata.example(
    "At y = 0 terms with y² or y³ add nothing, however many they are.",
    expected=np.array([0.0, 0.0]),
    c=np.full(200, 100.0),
    a=np.full(200, 5),
    b=np.tile([2, 3], 100),
    x=3.0,
    y=0.0,
)


@kata.property(points=0)
def exchanges_its_components_with_the_variables(gradient, c, a, b, x, y):
    """If x and y are exchanged, so are the components."""
    same(gradient(c, b, a, y, x), gradient(c, a, b, x, y)[::-1], atol=1e-6)


@kata.property(points=0)
def satisfies_eulers_theorem(gradient, c, a, x, y):
    """If the exponents of each term add up to 3, x times the first component plus y times the second is 3f."""
    b = 3 - a
    along = gradient(c, a, b, x, y) @ [x, y]
    same(along, 3 * np.sum(c * x**a * y**b), atol=1e-6)


@kata.property(points=0)
def agrees_with_central_differences(gradient, c, a, b, x, y):
    """Each component is close to the central difference along its axis with a tiny step."""
    f = lambda x, y: np.sum(c * x**a * y**b)
    h = 1e-5
    same(
        gradient(c, a, b, x, y),
        np.array([f(x + h, y) - f(x - h, y), f(x, y + h) - f(x, y - h)]) / (2 * h),
        rtol=1e-6,
        atol=1e-4,
    )


def slope(exponent, at):
    """The derivatives of powers: ``(k),()->(k)``."""
    return exponent * at ** np.maximum(exponent - 1, 0)


def both(along_x, along_y):
    """The sums of the terms of both components: ``(k),(k)->(2)``."""
    return np.array([np.sum(along_x), np.sum(along_y)])


@kata.misconception
def differentiates_both_variables_at_once(c, a, b, x, y):
    """You differentiate x and y in the same term. For each component, the other variable is a constant."""
    return both(c * slope(a, x) * slope(b, y), c * slope(a, x) * slope(b, y))


@kata.misconception(title="gives NaN at 0")
def computes_negative_powers_of_zero(c, a, b, x, y):
    """At 0 your result is not a number: 0 to the power of -1 is infinite, and 0 times infinity is NaN."""
    return both(c * a * np.float64(x) ** (a - 1.0) * y**b, c * b * x**a * np.float64(y) ** (b - 1.0))


@kata.misconception(title="divides by 0 at 0")
def raises_zero_to_a_negative_power(c, a, b, x, y):
    """At 0 your function raises ZeroDivisionError: Python cannot raise 0 to the power of -1, whatever the factor is."""
    terms = list(zip(c.tolist(), a.tolist(), b.tolist(), strict=True))
    along_x = [factor * i * x ** (i - 1) * y**j for factor, i, j in terms]
    return both(along_x, [factor * j * x**i * y ** (j - 1) for factor, i, j in terms])


@kata.misconception(title="divides each term by the variable")
def divides_the_term_by_the_variable(c, a, b, x, y):
    """You multiply each term by its exponent and divide it by the variable, and return 0 where the variable is 0. The
    slope of a linear term is lost there."""
    term = c * np.float64(x) ** a * np.float64(y) ** b
    return both(a * term / x if x else 0.0, b * term / y if y else 0.0)


@kata.misconception
def keeps_the_powers(c, a, b, x, y):
    """You multiply by the exponent but do not lower the power."""
    return both(c * a * x**a * y**b, c * b * x**a * y**b)


@kata.misconception(title="does not multiply by the exponents")
def leaves_out_the_factors(c, a, b, x, y):
    """You lower the power but do not multiply by the old exponent."""
    return both(
        (a > 0) * c * x ** np.maximum(a - 1, 0) * y**b, (b > 0) * c * x**a * y ** np.maximum(b - 1, 0)
    )


@kata.misconception
def drops_the_other_variable(c, a, b, x, y):
    """The other variable is missing in your components. It is a constant factor, and constant factors stay."""
    return both(c * slope(a, x), c * slope(b, y))


@kata.misconception(title="keeps terms without the variable")
def keeps_the_constant_terms(c, a, b, x, y):
    """Terms that do not contain the variable appear in your derivative unchanged. Their slope is 0."""
    return both(
        np.where(a > 0, c * slope(a, x) * y**b, c * y**b), np.where(b > 0, c * x**a * slope(b, y), c * x**a)
    )


@kata.misconception(title="adds both partial derivatives in each component")
def adds_both_partial_derivatives(c, a, b, x, y):
    """Both of your components are the sum of the two partial derivatives. Each component belongs to one variable."""
    total = np.sum(c * slope(a, x) * y**b) + np.sum(c * x**a * slope(b, y))
    return np.array([total, total])
